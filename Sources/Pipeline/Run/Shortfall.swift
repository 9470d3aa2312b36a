import WijkModel

/// What a run with `--deels` had to leave out, and why.
struct Shortfall: Sendable {
  /// A file or a pattern of a source that cannot be used.
  struct Failure: Sendable {
    let kind: String
    let status: ExitStatus
    let findings: [Finding]
  }

  /// What is wrong, in the order of finding it.
  var findings: [Finding] = []
  /// The statuses of everything that is wrong.
  var statuses: Set<ExitStatus> = []
  /// The wijken that are not published, in the order of the configuration.
  var wijken: [Wijk] = []
  /// The kinds of shared sources of which a file is left out, in the order of finding it.
  var kinds: [String] = []

  /// Whether everything was there.
  var isEmpty: Bool { findings.isEmpty }

  /// The error with which the run ends: the exit status of the worst.
  var error: PipelineError {
    let worst = Self.order.first(where: statuses.contains) ?? .dataRefused
    return PipelineError(worst, findings: findings)
  }

  /// What must be done first comes first; what only has to be tried again comes last.
  private static let order: [ExitStatus] = [
    .internal, .systemLimit, .inputOutput, .outputNotCreated, .configuration, .dataRefused,
    .inputMissing, .tryLater,
  ]

  /// Adds something that is wrong.
  mutating func add(_ status: ExitStatus, _ findings: [Finding]) {
    statuses.insert(status)
    for finding in findings where !self.findings.contains(finding) {
      self.findings.append(finding)
    }
  }

  /// What the report says of it, on top.
  var remarks: [String] {
    var remarks: [String] = []
    if !kinds.isEmpty {
      let names = kinds.joined(separator: ", ")
      remarks.append(
        "Dit rapport is niet volledig: een of meer bestanden van soort \(names) konden niet worden "
          + "gelezen en ontbreken hierin.")
    }
    if !wijken.isEmpty {
      let names = wijken.map(\.name).joined(separator: ", ")
      remarks.append(
        "Deze ronde is niet volledig: \(names) \(wijken.count == 1 ? "is" : "zijn") niet vernieuwd "
          + "en \(wijken.count == 1 ? "telt" : "tellen") in vergelijkingen niet mee.")
    }
    return remarks
  }
}
