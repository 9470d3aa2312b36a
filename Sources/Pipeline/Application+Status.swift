import WijkModel

/// What `status` tells.
public struct StatusOutcome: Sendable {
  /// For people.
  public let text: String
  /// The error with which the command ends when the output is stale (65); nil when it is fresh.
  public let failure: PipelineError?
}

extension Application {
  /// When the report was last made, and whether it is fresh; reads only the configuration and
  /// `status.json`.
  ///
  /// - Throws: `E611` (66) when no run has been yet, or the configuration cannot be read.
  public func status(
    configurationPath: String, maximum: MaximumAge = .usual, now: Int? = nil
  ) throws(PipelineError) -> StatusOutcome {
    let configuration = try ConfigurationReader().read(
      path: configurationPath, name: configurationPath)
    guard let status = RunJournal.read(below: configuration.output) else {
      throw PipelineError(.inputMissing, "E611", file: RunJournal.fileName)
    }
    let report = StatusReport(
      status: status, wijken: configuration.wijken.map(\.wijk), now: now ?? Self.now(),
      maximum: maximum)
    let stale = report.stale.map(\.name)
    return StatusOutcome(
      text: report.text,
      failure: stale.isEmpty
        ? nil
        : PipelineError(
          .dataRefused, "E612",
          facts: ["grens": maximum.text, "namen": stale.joined(separator: ", ")]
        ))
  }
}
