import DisclosureControl
import WijkModel

/// Re-reads the files of one wijk from the outside and looks for counts that may not be known.
///
/// It knows the files only, by their path below the folder of the wijk, and no figure of the run.
struct OutputAudit {
  /// The bytes of the files by path, such as `tabellen/t201-postcodes.csv`.
  let files: [String: [UInt8]]
  /// The slug of the wijk, the name of its folder.
  let wijk: String

  /// Where the structure stands.
  static let structurePath = "tabellen/audit.json"

  /// The tables as texts with their structure.
  ///
  /// - Throws: `E707` when `audit.json` is missing or no JSON.
  func release() throws(DisclosureError) -> TextRelease {
    let structure = try ReleaseStructure(json: files[Self.structurePath] ?? [])
    let paths = files.keys.filter { $0.hasPrefix("tabellen/") && $0.hasSuffix(".csv") }.sorted()
    let tables = paths.map { path in
      let records = PublishedCSV.records(files[path] ?? [])
      return TextTable(
        name: String(path.dropFirst("tabellen/".count)), header: records.first ?? [],
        rows: Array(records.dropFirst()))
    }
    return TextRelease(tables: tables, structure: structure)
  }

  /// What the pages show that the tables hide, and counts below the threshold; by file.
  func pageFindings(_ release: TextRelease) -> [Finding] {
    let check = PageCheck(
      release, counted: release.structure.countedTables, threshold: release.structure.threshold,
      wijk: wijk)
    var findings: [Finding] = []
    for path in files.keys.sorted() where !path.hasPrefix("intern/") {
      for table in PageReader.tables(path, files[path] ?? []) ?? [] {
        findings += check.findings(table, file: path)
      }
    }
    return findings
  }

  /// The pages that were read.
  var pages: [String] {
    files.keys.filter { !$0.hasPrefix("intern/") && PageReader.canRead($0) }.sorted()
  }

  /// What an attack on the written tables gives.
  static func tableFindings(_ release: TextRelease) throws(DisclosureError) -> [Finding] {
    try audit([release]).flags.map { flag in
      let cell = flag.cell.isEmpty ? flag.detail : flag.cell
      return Finding("P501", facts: cell.isEmpty ? [:] : ["cel": cell])
    }
  }
}
