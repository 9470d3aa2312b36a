import Exporters
import Glibc
import WijkModel

/// What `controleer` found.
public struct CheckOutcome: Sendable {
  /// For people.
  public let text: String
  /// For machines (product.md, section 9).
  public let json: String
  /// The error with which the command ends when a file was refused (65); nil when all is well.
  public let refusal: PipelineError?
}

extension Application {
  /// Reads and checks everything; writes nothing.
  public func check(
    configurationPath: String, now: Int? = nil, progress: (String) -> Void = { _ in }
  ) throws(PipelineError) -> CheckOutcome {
    let configuration = try ConfigurationReader().read(
      path: configurationPath, name: configurationPath)
    _ = try HouseStyleFile.read(configuration)
    let run = try run(configuration, now: now ?? Self.now(), progress: progress)
    let state = RunState.reading(configuration)
    defer { state?.close() }
    let unchanged = state?.unchangedFiles(run.records) ?? []
    let report = CheckReport(
      referenceDate: configuration.referenceDate, records: run.records,
      findings: run.findings + unchanged,
      waterfall: run.result.waterfall.map { ($0.name, $0.change) },
      messages: run.definitions.messages)
    return CheckOutcome(
      text: DataQualityText.text(run.quality)
        + unchanged.map { "waarschuwing: " + run.definitions.messages.text(for: $0) + "\n" }
        .joined(),
      json: report.json(),
      refusal: run.refusals.isEmpty
        ? nil : PipelineError(.dataRefused, findings: run.refusals))
  }

  /// Seconds since 1970 by the system's clock; only the delivery check looks at it.
  static func now() -> Int { Glibc.time(nil) }
}
