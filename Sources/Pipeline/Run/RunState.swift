import History
import WijkModel

/// The memory of one run of `rapporteer`: opened under the lock, written at its end.
struct RunState {
  /// The output folder.
  let output: String
  /// When the run began, in seconds since 1970.
  let startedAt: Int
  /// Whether the officer starts a new series of patient figures.
  let startsSeries: Bool
  /// The state; nil when it was lost and a new one is made at publication only.
  private(set) var file: StateFile?
  /// The last run that went well.
  let lastGoodRun: RecordedRun?

  /// Opens the state of an output folder, or makes one where nothing was published before.
  ///
  /// A state that is lost or broken is replaced only when the officer starts a new series, and not before
  /// something is published: a run that fails must not use the permission up.
  ///
  /// - Throws: `E530` when reports stand without a state, `E531` when it is damaged, `E532` when a newer
  ///   program made it (all 78); `E602` (74) when it cannot be read or made.
  static func open(
    for configuration: Configuration, startsSeries: Bool, now: Int
  ) throws(PipelineError) -> RunState {
    let output = configuration.output
    func state(_ file: StateFile?, _ last: RecordedRun?) -> RunState {
      RunState(
        output: output, startedAt: now, startsSeries: startsSeries, file: file, lastGoodRun: last)
    }
    do throws(HistoryError) {
      if !StateFile.exists(below: output), !hasReports(configuration) {
        return state(try StateFile.create(below: output), nil)
      }
      let file = try StateFile.open(below: output)
      return state(file, try file.lastGoodRun())
    } catch {
      if startsSeries, error == .missing || error == .damaged { return state(nil, nil) }
      throw PipelineError(error, output: output)
    }
  }

  /// The state for a command that writes nothing; nil when there is none that can be read.
  static func reading(_ configuration: Configuration) -> RunState? {
    let output = configuration.output
    do throws(HistoryError) {
      let file = try StateFile.open(below: output, isReadOnly: true)
      return RunState(
        output: output, startedAt: 0, startsSeries: false, file: file,
        lastGoodRun: try file.lastGoodRun())
    } catch {
      return nil
    }
  }

  /// Whether something of this configuration was published below the output folder.
  ///
  /// Only its own wijken count: a folder of reports may hold those of other configurations.
  private static func hasReports(_ configuration: Configuration) -> Bool {
    let output = configuration.output
    if FileAccess.exists(output + "/" + RunJournal.fileName) {
      // A status that cannot be understood may tell of a good run.
      guard let status = RunJournal.read(below: output), status.lastGoodRun == nil else {
        return true
      }
    }
    return configuration.wijken.contains {
      let folder = output + "/" + $0.wijk.slug
      return FileAccess.exists(folder) && (try? FileAccess.names(in: folder)) != []
    }
  }

  /// Makes the state when it was lost and the officer starts a new series.
  ///
  /// - Throws: `E602` (74).
  mutating func makeFile() throws(PipelineError) {
    guard file == nil else { return }
    do throws(HistoryError) { file = try StateFile.create(below: output) } catch {
      throw PipelineError(error, output: output)
    }
  }

  /// Closes the file; nothing is asked of this state afterwards.
  func close() { try? file?.close() }

  /// Writes a good run to the log.
  ///
  /// - Throws: `E610` (74): the new reports stand, but the log does not say so.
  func record(
    _ run: RegionRun, written: [String], told: [Finding], now: Int
  ) throws(PipelineError) {
    let warned = told.filter { run.definitions.messages.severity(of: $0.code) != .info }
    let entry = RecordedRun(
      startedAt: startedAt, endedAt: now,
      exitCode: run.shortfall.isEmpty ? 0 : Int(run.shortfall.error.status.rawValue),
      programVersion: ProgramVersion.text,
      referenceDate: run.configuration.referenceDate, definitionsHash: run.definitions.hash,
      wijken: written, warnings: Set(warned.map(\.code.rawValue)).sorted(),
      inputs: run.records.map(RecordedInput.init),
      deliveries: RecordedDelivery.all(in: run.data, practices: run.configuration.practices))
    do throws(HistoryError) { try file?.record(entry) } catch {
      throw PipelineError(error, output: output).afterSwap
    }
  }

  /// Writes a run that failed to the log; what stopped it matters more than whether that succeeds.
  func record(_ error: PipelineError, of configuration: Configuration, now: Int) {
    try? file?.record(
      RecordedRun(
        startedAt: startedAt, endedAt: now, exitCode: Int(error.status.rawValue),
        programVersion: ProgramVersion.text, referenceDate: configuration.referenceDate,
        warnings: Set(error.findings.map(\.code.rawValue)).sorted()))
  }

  /// Lists exports of practices whose bytes are those of the last good run (`W113`).
  ///
  /// They are told to who runs the program and not in the report, so that the same inputs give the same
  /// report. Open data stay the same for a year; only what practices should renew is looked at.
  func unchangedFiles(_ records: [InputRecord]) -> [Finding] {
    guard let lastGoodRun, let file else { return [] }
    return records.filter(Self.isRenewed).compactMap { record in
      let isSame = lastGoodRun.inputs.contains {
        $0.file == record.file && $0.kind == record.kind && $0.sha256 == record.sha256
      }
      guard isSame, !record.isRefused else { return nil }
      let first = (try? file.firstRead(sha256: record.sha256, file: record.file)) ?? nil
      return Finding(
        "W113", file: record.file,
        facts: first.map { ["datum": CalendarDate(secondsSince1970: $0).description] } ?? [:])
    }
  }

  /// Whether a file is an export of a practice that is expected to change every night.
  private static func isRenewed(_ record: InputRecord) -> Bool {
    ["praktijklijst", "episoden", "ketenzorg"].contains(record.kind)
  }
}

extension PipelineError {
  /// Why the state of earlier runs stops a run.
  init(_ error: HistoryError, output: String) {
    let place = FileAccess.name(of: output) + "/" + StateFile.folderName + "/" + StateFile.fileName
    switch error {
    case .missing: self.init(.configuration, "E530", file: place)
    case .damaged: self.init(.configuration, "E531", file: place)
    case .newer: self.init(.configuration, "E532", file: place)
    case .unusable(let reason):
      self.init(.inputOutput, "E602", file: place, facts: ["reden": reason])
    }
  }

  /// The same fault, told as one that came after the new reports stood (`E610`, 74).
  var afterSwap: PipelineError {
    PipelineError(
      .inputOutput, "E610", file: findings.first?.file, facts: findings.first?.facts ?? [:])
  }
}

extension CalendarDate {
  /// The day of a moment in UTC.
  init(secondsSince1970 seconds: Int) {
    self.init(dayNumber: Int32(clamping: (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400))
  }
}
