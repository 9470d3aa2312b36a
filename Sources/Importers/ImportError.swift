import Definitions
import DelimitedText
import WijkModel

/// Why a file is refused as a whole; its findings say the same with line and column.
public struct RefusedFile: Error, Sendable {
  /// The findings of the file; at least one is an error.
  public let findings: [Finding]
  /// What is known of the file.
  public let record: InputRecord

  /// Makes a refusal.
  public init(findings: [Finding], record: InputRecord) {
    self.findings = findings
    self.record = record
  }
}
