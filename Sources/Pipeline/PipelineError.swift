import WijkModel

/// How a run of the program ended; the numbers follow sysexits and are a contract (product.md 5).
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  /// Done; warnings go into the report, not into the code.
  case done = 0
  /// Wrong usage of the command line.
  case usage = 64
  /// Input data refused.
  case dataRefused = 65
  /// Input missing or unreadable.
  case inputMissing = 66
  /// An internal fault.
  case `internal` = 70
  /// A limit of the system, such as open files.
  case systemLimit = 71
  /// Output cannot be created.
  case outputNotCreated = 73
  /// Reading or writing failed, such as a full disk.
  case inputOutput = 74
  /// Try later: another run, or an upload in progress.
  case tryLater = 75
  /// The configuration or the definitions are wrong.
  case configuration = 78
}

extension ExitStatus {
  /// The status for a file that could not be read at all; nil for a matter of its contents.
  init?(ofReading code: FindingCode) {
    switch code {
    case "E100": self = .inputMissing
    case "E110": self = .tryLater
    case "E602": self = .inputOutput
    case "E605": self = .systemLimit
    default: return nil
    }
  }
}

/// Why a run stops: an exit status and one or more findings that say it in Dutch.
///
/// Findings hold facts, never sentences and never a value of a person; the catalogue has the text.
public struct PipelineError: Error, Sendable {
  /// The exit status.
  public let status: ExitStatus
  /// What is wrong, where.
  public let findings: [Finding]

  /// The reports stand, but the lines that say so could not be written: `E610` (74).
  public static var resultNotShown: PipelineError {
    PipelineError(.inputOutput, "E610", facts: ["reden": "de regels op het scherm"])
  }

  /// Makes an error of several findings.
  public init(_ status: ExitStatus, findings: [Finding]) {
    self.status = status
    self.findings = findings
  }

  /// Makes an error of one finding.
  public init(
    _ status: ExitStatus, _ code: FindingCode, file: String? = nil, line: Int? = nil,
    column: String? = nil, facts: [String: String] = [:]
  ) {
    self.status = status
    findings = [Finding(code, file: file, line: line, column: column, facts: facts)]
  }
}
