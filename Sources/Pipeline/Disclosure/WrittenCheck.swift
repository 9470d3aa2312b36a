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
      against: textRelease(of: report.data, structure: report.structure),
      officerText: report.officerText)
  }

  /// Compares written files with the tables that were attacked.
  ///
  /// The written tables must be those, cell for cell, so that the attack holds for the files; nothing
  /// else may show what the tables hide. What the officer writes is the officer's.
  static func check(
    _ audit: OutputAudit, against attacked: TextRelease, officerText: String
  ) throws(PipelineError) {
    if audit.files[OutputAudit.structurePath] != nil {
      guard isSame(try? audit.release(), attacked) else {
        throw PipelineError(.internal, "P508", facts: ["wijk": audit.wijk])
      }
    }
    let officer = PageReader.trimmed(officerText)
    let findings = audit.pageFindings(attacked) { officer.contains(PageReader.trimmed($0)) }
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

extension Report {
  /// The paragraphs of the officer, what others say in the lists of target groups and signals, and the
  /// section on the choice of problems, which tells why and counts no patients.
  fileprivate var officerText: String {
    var own: [String] = []
    for section in sections {
      for block in section.blocks {
        switch block {
        case .officerText(let paragraphs): own += paragraphs
        case .bullets(let items) where ["2.2", "2.4"].contains(section.id): own += items
        case .paragraph(let text) where section.id == "2.4": own.append(text)
        default: break
        }
      }
    }
    return own.joined(separator: "\n")
  }
}
