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
      own: { OwnSentences(report) })
  }

  /// Compares written files with the tables that were attacked.
  ///
  /// The written tables must be those, cell for cell, so that the attack holds for the files; nothing
  /// else may show what the tables hide. Sentences of the report are not judged: they are made of the
  /// released tables alone or are the officer's, and a wrong guess must not stop a night.
  ///
  /// - Parameters:
  ///   - audit: The files.
  ///   - attacked: The tables.
  ///   - own: The sentences of the report; asked for once, and only when a sentence looks wrong.
  /// - Throws: `P508`, `P506` or `P507` (70).
  static func check(
    _ audit: OutputAudit, against attacked: TextRelease, own: () -> OwnSentences
  ) throws(PipelineError) {
    if audit.files[OutputAudit.structurePath] != nil {
      guard isSame(try? audit.release(), attacked) else {
        throw PipelineError(.internal, "P508", facts: ["wijk": audit.wijk])
      }
    }
    var known: OwnSentences?
    let findings = audit.pageFindings(attacked) { sentence in
      let own = known ?? own()
      known = own
      return own.contains(sentence)
    }
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
