import Aggregation
import Definitions
import History
import WijkModel

extension Application {
  /// Reads and counts everything, and refuses what is not fit to be published.
  ///
  /// With `--deels` a wijk that cannot be counted and a shared source that cannot be read are left
  /// out, and ``RegionRun/shortfall`` says so; the configuration of the run is without those wijken.
  ///
  /// - Throws: What is wrong; with `--deels` only when nothing is left to publish.
  func collect(
    _ options: RunOptions, _ configuration: Configuration, last: RecordedRun?,
    progress: (String) -> Void
  ) throws(PipelineError) -> RegionRun {
    let now = options.now ?? Self.now()
    let definitions = try definitions(for: configuration)
    let check = ShrinkageCheck(
      last: options.acceptsShrinkage ? nil : last, definitions: definitions)
    guard options.isPartial else {
      let run = try run(configuration, now: now, progress: progress)
      // A practice that is missing as a whole is told before what follows from that.
      if !run.records.contains(where: \.isRefused) { try checkPractices(run) }
      let refusals =
        run.refusals
        + check.findings(
          run.records, run.data, practices: configuration.practices)
      guard refusals.isEmpty else { throw PipelineError(.dataRefused, findings: refusals) }
      return run
    }
    var reading = try read(
      configuration, definitions, now: now, isPartial: true, progress: progress)
    progress("Tellen")
    var partial = PartialRun(configuration: configuration, reading: reading)
    try partial.leaveOutFailures()
    try partial.leaveOutShrunken(
      check.findings(
        reading.records, reading.data, practices: partial.remaining.practices, isPartial: true))
    reading.data.kinds = partial.kinds
    var run = count(partial.remaining, definitions, reading)
    while !run.refusals.isEmpty {
      try partial.leaveOutPractices(of: run.refusals)
      run = count(partial.remaining, definitions, reading)
    }
    run.shortfall = partial.shortfall
    let dropped = Set(partial.shortfall.wijken.flatMap(\.practices).map(\.description))
    run.findings.removeAll {
      $0.code == "W306" && ($0.facts["praktijk"].map(dropped.contains) ?? false)
    }
    return run
  }
}

/// Finds which wijken must be left out when something fails.
struct PartialRun {
  let configuration: Configuration
  let reading: RegionReading
  private(set) var shortfall = Shortfall()

  init(configuration: Configuration, reading: RegionReading) {
    self.configuration = configuration
    self.reading = reading
  }

  /// The configuration without the wijken that are left out.
  var remaining: Configuration {
    var configuration = configuration
    configuration.wijken.removeAll { shortfall.wijken.contains($0.wijk) }
    return configuration
  }

  /// The kinds of which at least one file was read, or that never failed.
  var kinds: Set<String> {
    let read = Set(reading.records.filter { !$0.isRefused }.map(\.kind))
    return reading.data.kinds.filter { read.contains($0) || !shortfall.kinds.contains($0) }
  }

  /// Leaves out what files that cannot be used would have told.
  ///
  /// A practice without a row in the files that could be read must have been in one that could not.
  /// When every practice has rows, nobody knows of whom the failed file is, and nothing is counted.
  mutating func leaveOutFailures() throws(PipelineError) {
    for failure in reading.failures { shortfall.add(failure.status, failure.findings) }
    var practices: Set<UInt32> = []
    for kind in PatientKind.allCases {
      let isFailed = reading.failures.contains { $0.kind == kind.rawValue }
      let mustBeThere = kind == .practiceList && reading.data.kinds.contains(kind.rawValue)
      guard isFailed || mustBeThere else { continue }
      let delivered = kind.practices(in: reading.data)
      let absent = configuration.practices.subtracting(delivered)
      if isFailed, absent.isEmpty { throw shortfall.error }
      if !isFailed { addMissing(absent) }
      practices.formUnion(absent)
    }
    for failure in reading.failures
    where PatientKind(rawValue: failure.kind) == nil && !shortfall.kinds.contains(failure.kind) {
      shortfall.kinds.append(failure.kind)
    }
    try leaveOut(practices)
  }

  /// Leaves out practices that shrank, and those of files that did; of a shared source nobody knows what
  /// is gone.
  mutating func leaveOutShrunken(_ findings: [Finding]) throws(PipelineError) {
    guard !findings.isEmpty else { return }
    shortfall.add(.dataRefused, findings)
    var practices: Set<UInt32> = []
    for finding in findings {
      if let practice = finding.facts["praktijk"].flatMap(AGBCode.init(text:)) {
        practices.insert(practice.number)
        continue
      }
      guard let record = reading.records.first(where: { $0.file == finding.file }),
        let kind = PatientKind(rawValue: record.kind)
      else { throw shortfall.error }
      practices.formUnion(kind.practices(of: record.file, in: reading.data))
    }
    try leaveOut(practices)
  }

  /// Leaves out the practices that the counting refuses.
  mutating func leaveOutPractices(of findings: [Finding]) throws(PipelineError) {
    shortfall.add(.dataRefused, findings)
    var practices: Set<UInt32> = []
    for finding in findings {
      let practice = configuration.wijken.flatMap(\.wijk.practices).first {
        $0.description == finding.facts["praktijk"]
      }
      guard let practice else { throw shortfall.error }
      practices.insert(practice.number)
    }
    try leaveOut(practices)
  }

  private mutating func addMissing(_ practices: Set<UInt32>) {
    for wijk in configuration.wijken {
      for practice in wijk.wijk.practices where practices.contains(practice.number) {
        shortfall.add(
          .inputMissing,
          [Finding("E510", facts: ["praktijk": practice.description, "wijk": wijk.wijk.name])])
      }
    }
  }

  private mutating func leaveOut(_ practices: Set<UInt32>) throws(PipelineError) {
    shortfall.wijken = configuration.wijken.map(\.wijk).filter { wijk in
      shortfall.wijken.contains(wijk) || wijk.practices.contains { practices.contains($0.number) }
    }
    if shortfall.wijken.count == configuration.wijken.count { throw shortfall.error }
  }
}
