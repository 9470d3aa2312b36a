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

  /// The page of the region, `index.html`; empty when it is not looked at.
  var index: [UInt8] = []

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

  /// What other files show that the tables hide, counts below the threshold, and copies of tables that
  /// differ from them; by file.
  ///
  /// - Parameters:
  ///   - release: The tables.
  ///   - isOwn: Whether a sentence that looks wrong is known to be right; what its numbers count is a
  ///     guess.
  /// - Returns: One finding per place; none holds a number of a file.
  func pageFindings(
    _ release: TextRelease, except isOwn: (String) -> Bool = { _ in false }
  ) -> [Finding] {
    let threshold = release.structure.threshold
    let hidden = HiddenCells(release, wijk: wijk)
    let names = CodeNames(hidden.codes, wijk: wijk)
    let tables = PageCheck(hidden, names: names, threshold: threshold, wijk: wijk)
    let prose = ProseCheck(hidden, names: names, threshold: threshold, wijk: wijk)
    let copies = CopyCheck(release)
    var findings: [Finding] = []
    // Sentences with nothing wrong; most stand in every format.
    var clean: Set<String> = []
    for path in pages {
      guard let page = PageReader.read(path, files[path] ?? []) else {
        findings.append(Finding("P508", file: path))
        continue
      }
      findings += page.tables.flatMap { tables.findings($0, file: path) }
      findings += page.copies.flatMap { copies.findings($0, file: path) }
      findings += page.strayValues.map { value in
        Finding(
          value.isHidden ? "P506" : "P508", file: path, facts: ["tabel": "blad " + value.sheet])
      }
      for text in page.texts where ProseCheck.isOfPatients(text) && !clean.contains(text) {
        let found = prose.findings(text, file: path, except: isOwn)
        if found.isEmpty { clean.insert(text) }
        findings += found
      }
    }
    for table in indexTables { findings += tables.findings(table, file: "index.html") }
    return findings
  }

  /// The tables of the region with the row of the wijk alone, turned into those of its chapter: a figure
  /// per row.
  private var indexTables: [PageTable] {
    PageReader.html(String(decoding: index, as: UTF8.self)).tables.compactMap { table in
      guard let header = table.rows.first, header.first == "Wijk",
        let row = table.rows.dropFirst().first(where: { Slug.make(from: $0.first ?? "") == wijk })
      else { return nil }
      return PageTable(
        caption: table.caption,
        rows: [["Kerncijfer", row[0]]] + zip(header, row).dropFirst().map { [$0, $1] })
    }
  }

  /// The pages that are read, in order.
  var pages: [String] {
    files.keys.filter(PageReader.canRead).sorted()
  }

  /// What an attack on the written tables gives.
  static func tableFindings(_ release: TextRelease) throws(DisclosureError) -> [Finding] {
    try audit([release]).flags.map { flag in
      let cell = flag.cell.isEmpty ? flag.detail : flag.cell
      return Finding("P501", facts: cell.isEmpty ? [:] : ["cel": cell])
    }
  }
}
