import DisclosureControl
import Exporters
import Report
import WijkModel

/// The last look before publication: what is about to stand in the folder of a wijk, read back.
enum WrittenCheck {
  /// Reads the written tables and pages from the outside.
  ///
  /// The tables must be those that were attacked, cell for cell, so that the attack holds for the files;
  /// the pages may show nothing that the tables hide.
  ///
  /// - Throws: `P508`, `P506` or `P507` (70); nothing may be published then.
  static func check(_ files: [ExportedFile], of report: Report) throws(PipelineError) {
    var bytes: [String: [UInt8]] = [:]
    for file in files { bytes[file.path] = file.bytes }
    let audit = OutputAudit(files: bytes, wijk: report.wijk.slug)
    let attacked = textRelease(of: report.data, structure: report.structure)
    if bytes[OutputAudit.structurePath] != nil {
      guard isSame(try? audit.release(), attacked) else {
        throw PipelineError(.internal, "P508", facts: ["wijk": report.wijk.name])
      }
    }
    let findings = audit.pageFindings(attacked)
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
