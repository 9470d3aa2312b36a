import DisclosureControl
import Exporters
import Report
import WijkModel

/// The last look before publication: what is about to stand in the folder of a wijk, read back.
enum WrittenCheck {
  /// Reads the files of a chapter from the outside.
  ///
  /// - Throws: `P508`, `P506` or `P507` (70); nothing may be published then.
  static func check(_ files: [ExportedFile], of report: Report) throws(PipelineError) {
    var bytes: [String: [UInt8]] = [:]
    for file in files { bytes[file.path] = file.bytes }
    try check(
      OutputAudit(files: bytes, wijk: report.wijk.slug),
      against: textRelease(of: report.data, structure: report.structure))
  }

  /// Compares written files with the tables that were attacked.
  ///
  /// The written tables must be those, cell for cell, so that the attack holds for the files; nothing
  /// else may show what the tables hide. Sentences are left to `uitvoercontrole`: ours are made of the
  /// released tables alone, others are the officer's, and a wrong guess must not stop a night.
  static func check(
    _ audit: OutputAudit, against attacked: TextRelease
  ) throws(PipelineError) {
    if audit.files[OutputAudit.structurePath] != nil {
      guard isSame(try? audit.release(), attacked) else {
        throw PipelineError(.internal, "P508", facts: ["wijk": audit.wijk])
      }
    }
    let findings = audit.pageFindings(attacked, readsSentences: false)
    if !findings.isEmpty { throw PipelineError(.internal, findings: findings) }
  }

  /// Whether the tables that count patients, and what is said of them, are the same.
  private static func isSame(_ written: TextRelease?, _ attacked: TextRelease) -> Bool {
    guard let written, written.structure == attacked.structure else { return false }
    let counted = attacked.structure.countedTables
    return written.tables.filter { counted.contains($0.name) }
      == attacked.tables.filter { counted.contains($0.name) }
  }
}
