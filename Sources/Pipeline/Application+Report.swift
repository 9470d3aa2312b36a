import DisclosureControl
import Exporters
import Glibc
import Report
import Statistics
import WijkModel

extension Application {
  /// The main job: reads, checks, counts, protects and writes the chapter of every wijk.
  ///
  /// Whatever is thrown, everything that was published before is as it was.
  public func report(
    _ options: RunOptions, progress: (String) -> Void = { _ in }
  ) throws(PipelineError) -> RunSummary {
    try OpenFiles.check()
    try checkArithmetic()
    let configuration = try ConfigurationReader().read(
      path: options.configurationPath, name: options.configurationPath)
    let chosen = try wijken(of: configuration, only: options.wijk)
    let publication = try Publication.open(
      configuration.output, trusted: configuration.folder, interruption: options.interruption)
    try publication.checkDestinations(
      folders: chosen.sorted(), files: ["index.html", RunJournal.fileName])
    let lock = try publication.lock()
    defer { lock.release() }
    let now = options.now
    let journal = RunJournal(
      publication, wijken: configuration.wijken.map(\.wijk), chosen: chosen
    ) { now ?? Self.now() }
    options.interruption?.onStop { status in
      publication.clear()
      try? journal.end(status)
    }
    let summary: RunSummary
    do throws(PipelineError) {
      summary = try produce(options, configuration, chosen, publication, journal, progress)
    } catch {
      // The error of the run is what must be told, also when the status cannot be written.
      try? journal.end(error.status.rawValue, findings: error.findings)
      throw error
    }
    do throws(SystemFailure) {
      try journal.end(
        summary.shortfall?.status.rawValue ?? 0, findings: summary.shortfall?.findings ?? [])
    } catch { throw error.afterSwap }
    return summary
  }

  /// Makes the reports and writes the run to the log of the state; the lock is held.
  private func produce(
    _ options: RunOptions, _ configuration: Configuration, _ chosen: Set<String>,
    _ publication: Publication, _ journal: RunJournal, _ progress: (String) -> Void
  ) throws(PipelineError) -> RunSummary {
    var state = try RunState.open(
      for: configuration, startsSeries: options.startsSeries, now: options.now ?? Self.now())
    defer { state.close() }
    do throws(PipelineError) {
      try state.settlePending()
      return try produce(options, configuration, chosen, publication, journal, &state, progress)
    } catch {
      state.record(error, of: configuration, now: options.now ?? Self.now())
      throw error
    }
  }

  /// Reads, counts, protects, writes and publishes.
  private func produce(
    _ options: RunOptions, _ configuration: Configuration, _ chosen: Set<String>,
    _ publication: Publication, _ journal: RunJournal, _ state: inout RunState,
    _ progress: (String) -> Void
  ) throws(PipelineError) -> RunSummary {
    journal.beginStep("lezen en tellen")
    let house = try HouseStyleFile.read(configuration)
    let run = try collect(options, configuration, last: state.lastGoodRun, progress: progress)
    let chosen = chosen.intersection(run.configuration.wijken.map(\.wijk.slug))
    var told = run.findings + state.unchangedFiles(run.records)
    journal.read(run.records, findings: told)
    guard !chosen.isEmpty else { throw run.shortfall.error }
    progress("Schrijven")
    journal.beginStep("beveiligen en schrijven")
    let decisions = try decisions(of: run, state)
    let reprints = decisions.filter { chosen.contains($0.released.wijk.slug) }.flatMap(\.findings)
    told += reprints
    journal.read(run.records, findings: told)
    let chapters = try chapters(of: run, decisions)
    let writer = WijkWriter(run: run, formats: options.formats, house: house)
    let reports = chapters.filter { chosen.contains($0.wijk.slug) }
    let folders = try publication.withTemporaryFolder { folder throws(PipelineError) in
      var folders: [(name: String, files: [ExportedFile])] = []
      for report in reports {
        let files = try writer.files(for: report, temporaryFolder: folder)
        try WrittenCheck.check(files, of: report)
        folders.append((name: report.wijk.slug, files: files))
      }
      return folders
    }
    let written = Dictionary(folders.map { ($0.name, $0.files) }) { first, _ in first }
    let index: [ExportedFile]
    do throws(SystemFailure) {
      index = try writer.index(of: chapters, written: written) { slug throws(SystemFailure) in
        try FileAccess.names(in: configuration.output + "/" + slug)
      }
    } catch { throw error.inputOutputError }
    journal.beginStep("publiceren")
    try state.makeFile()
    let releases = try state.begin(decisions, folders, date: configuration.referenceDate)
    try publication.publish(folders, files: index)
    journal.published(folders.map(\.name))
    let now = options.now ?? Self.now()
    try state.publish(releases, now: now)
    try state.record(run, written: folders.map(\.name), told: told, now: now)
    return summary(run, told, chapters.filter { chosen.contains($0.wijk.slug) })
  }

  /// A report is made only when the statistics still give the known results on this machine.
  private func checkArithmetic() throws(PipelineError) {
    let failures = SelfCheck.failures()
    guard failures.isEmpty else {
      throw PipelineError(
        .internal, "E608", facts: ["reden": failures.joined(separator: ", ")])
    }
  }

  /// The slugs of the wijken to write.
  private func wijken(
    of configuration: Configuration, only name: String?
  ) throws(PipelineError) -> Set<String> {
    guard let name else { return Set(configuration.wijken.map(\.wijk.slug)) }
    let slug = Slug.make(from: name)
    guard configuration.wijken.contains(where: { $0.wijk.slug == slug }) else {
      throw PipelineError(
        .usage, "E514",
        facts: [
          "wijk": name, "namen": configuration.wijken.map(\.wijk.name).joined(separator: ", "),
        ])
    }
    return [slug]
  }

  /// A practice without a single row must not be silent.
  func checkPractices(_ run: RegionRun) throws(PipelineError) {
    guard run.data.kinds.contains("praktijklijst") else { return }
    let delivered = Set(run.data.patients.flatMap { $0.practices })
    var missing: [Finding] = []
    for wijk in run.configuration.wijken {
      for practice in wijk.wijk.practices where !delivered.contains(practice.number) {
        missing.append(
          Finding(
            "E510", facts: ["praktijk": practice.description, "wijk": wijk.wijk.name]))
      }
    }
    if !missing.isEmpty { throw PipelineError(.inputMissing, findings: missing) }
  }

  /// Protects the figures of every wijk and decides which ones will stand.
  private func decisions(
    of run: RegionRun, _ state: RunState
  ) throws(PipelineError) -> [ReleaseDecision] {
    let decider = ReleaseDecider(run: run, state: state)
    var decisions: [ReleaseDecision] = []
    for draft in run.result.releases {
      decisions.append(try decider.decide(try protected(draft, run), draft))
    }
    return decisions
  }

  private func chapters(
    of run: RegionRun, _ decisions: [ReleaseDecision]
  ) throws(PipelineError) -> [Report] {
    var reports: [Report] = []
    let contexts = ContextBuilder(run: run)
    for (wijk, decision) in zip(run.configuration.wijken, decisions) {
      var context = try contexts.context(for: wijk)
      context.history = decision.history
      reports.append(chapter(decision.released, context: context, definitions: run.definitions))
    }
    return reports
  }

  /// The tables of a wijk that may be published; what can be computed back stops the run.
  private func protected(
    _ draft: DraftRelease, _ run: RegionRun
  ) throws(PipelineError) -> ReleasedTables {
    do throws(DisclosureError) {
      return try protect(
        draft, settings: run.configuration.settings,
        release: run.configuration.referenceDate.description)
    } catch {
      throw PipelineError(.internal, findings: [Finding(error, wijk: draft.wijk.name)])
    }
  }

  private func summary(
    _ run: RegionRun, _ findings: [Finding], _ reports: [Report]
  ) -> RunSummary {
    let folder = run.configuration.output
    let lines = reports.map { "\($0.wijk.name): \(folder)/\($0.wijk.slug)/" }
    let reprinted = findings.filter { $0.code == "W620" }
    var warnings = reprinted.map(run.definitions.messages.text)
    let warned = findings.filter {
      run.definitions.messages.severity(of: $0.code) != .info && !reprinted.contains($0)
    }
    if !warned.isEmpty {
      let number = DutchNumber.whole(warned.count)
      warnings.append(
        "Bij het lezen \(warned.count == 1 ? "is" : "zijn") \(number) "
          + "\(warned.count == 1 ? "punt" : "punten") opgevallen. Bekijk ze met \"wijkbeeld "
          + "controleer\" of in intern/datakwaliteit.html.")
    }
    return RunSummary(
      lines: lines, warnings: warnings,
      shortfall: run.shortfall.isEmpty ? nil : run.shortfall.error)
  }
}
