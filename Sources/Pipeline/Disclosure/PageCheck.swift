import DisclosureControl
import WijkModel

/// Compares the tables of a page with the machine tables, as an outsider who has both.
///
/// A cell of a page and a hidden cell of a machine table are the same when their labels name the same
/// codes. A table of a page that names no area is about the wijk.
struct PageCheck {
  private let hidden: HiddenCells
  private let names: CodeNames
  private let threshold: Int
  private let wijk: String

  /// Names of rows of totals, and of key figures that name no code.
  private static let totals: Set<String> = ["Totaal", "samen", "Alle patiënten"]
  /// Columns of a page that do not hide with a count of patients.
  private static let freeColumns: Set<String> = [
    "Inwoners", "Rang", "Jaar", "Zoals verwacht (100)",
  ]
  /// Ends of headers of columns with inhabitants beside patients.
  private static let inhabitants = ", inwoners (%)"
  /// Columns whose whole numbers are no counts.
  private static let figures: Set<String> = [
    "Inwoners", "Rang", "Jaar", "Score", "Omvang", "Ernst", "Afwijking", "Beïnvloedbaar",
    "Rekenwijzen (van 19)", "Verwacht", "O/E", "Per 1.000", "Marge", "Marge O/E", "Vergelijking",
  ]
  /// The columns of the machine that columns of a page show; others show or follow the count.
  private static let machineColumns = [
    "Per 1.000": "per_1000", "Marge": "per_1000_laag", "Verwacht": "verwacht", "O/E": "oe100",
    "Marge O/E": "oe100_laag", "Oordeel (95 %)": "oordeel95", "Na correctie": "oordeel_bh",
    "Dekkingsgraad": "dekkingsgraad", "Aandeel": "aandeel", "In deze postcode": "oe100",
    "Ondergrens": "oe100_laag", "Bovengrens": "oe100_hoog",
  ]

  /// Prepares the comparison.
  init(_ hidden: HiddenCells, names: CodeNames, threshold: Int, wijk: String) {
    self.hidden = hidden
    self.names = names
    self.threshold = threshold
    self.wijk = wijk
  }

  /// Cells of a row that the same codes name, by their columns in the machine tables.
  private struct ShownCells {
    let codes: Set<String>
    var columns: [String?]
  }

  /// What a column of a page says of its cells.
  private struct Column {
    let header: String
    let codes: Set<String>
    let isFree: Bool
    /// The column of the machine tables.
    let machine: String?
  }

  /// What is wrong with a table of a page.
  func findings(_ table: PageTable, file: String) -> [Finding] {
    guard table.countsPatients, let header = table.rows.first else { return [] }
    let namesWijk = (table.rows.map { $0.first ?? "" } + header).contains(where: names.isWijk)
    let columns = header.map { text in
      Column(
        header: text, codes: names.codes(ofLabel: text), isFree: Self.isFree(text),
        machine: Self.machineColumns[text] ?? (table.isFigure ? "oe100" : nil))
    }
    let holdsCounts = !table.isFigure && !table.isOfCareUse
    var findings: [Finding] = []
    var shown: [ShownCells] = []
    for row in table.rows.dropFirst() {
      let labels = labels(of: row, header)
      let isNamed = namesKnown(row, header)
      // Most headers name no code, so most cells of a row have those of its labels.
      var plain: Int?
      for (column, cell) in zip(columns.indices, row) {
        let item = columns[column]
        guard cell.holdsNumber, !isLabel(column, header, cell) else { continue }
        // On a map names stand beside each other.
        if table.isFigure, names.isCode(cell) { continue }
        if holdsCounts, isSmallCount(cell, item.header) {
          let facts = ["tabel": table.name, "grens": String(threshold)]
          findings.append(Finding("P507", file: file, facts: facts))
          continue
        }
        guard isNamed, !item.isFree else { continue }
        if item.codes.isEmpty, let plain {
          shown[plain].columns.append(item.machine)
          continue
        }
        var codes = labels.union(item.codes)
        guard !codes.isEmpty else { continue }
        if !namesWijk, codes.isDisjoint(with: hidden.areas) { codes.insert(wijk) }
        if item.codes.isEmpty { plain = shown.count }
        shown.append(ShownCells(codes: codes, columns: [item.machine]))
      }
    }
    return findings + hiddenFindings(shown, of: table, file)
  }

  /// The cells that a page shows and the tables hide.
  private func hiddenFindings(
    _ shown: [ShownCells], of table: PageTable, _ file: String
  ) -> [Finding] {
    var findings: [Finding] = []
    for source in hidden.tables(of: shown.map { ($0.codes, $0.columns.count) }) {
      for cells in shown {
        let count = hidden.hiddenCount(source, cells.codes, columns: cells.columns)
        if count == 0 { continue }
        let facts = ["tabel": table.name, "grens": String(threshold), "bron": source]
        findings += [Finding](
          repeating: Finding("P506", file: file, facts: facts), count: count)
      }
    }
    return findings
  }

  private static func isFree(_ header: String) -> Bool {
    freeColumns.contains(header) || header.hasSuffix(inhabitants)
  }

  /// Whether a cell is a count that may not be shown.
  private func isSmallCount(_ cell: String, _ header: String) -> Bool {
    guard let number = Int(cell), (1..<threshold).contains(number) else { return false }
    return !Self.figures.contains(header)
  }

  /// Whether a row begins with a code or a total, so that its cells can be told from others.
  ///
  /// A row with another name would look like the row of the totals.
  private func namesKnown(_ row: [String], _ header: [String]) -> Bool {
    guard let name = row.first, header[0] != "Rang" else { return true }
    return !names.codes(ofLabel: name).isEmpty || Self.totals.contains(name)
  }

  /// The codes that the labels of a row name.
  private func labels(of row: [String], _ header: [String]) -> Set<String> {
    var codes: Set<String> = []
    for (column, cell) in row.enumerated()
    where header.indices.contains(column) && isLabel(column, header, cell) {
      let own = names.codes(ofLabel: cell)
      // A postcode may lie in a place with the name of the wijk.
      let isPlace = !codes.isDisjoint(with: hidden.areas)
      codes.formUnion(isPlace ? own.subtracting(hidden.areas) : own)
    }
    return codes
  }

  /// Whether a cell names its row and counts nothing.
  private func isLabel(_ column: Int, _ header: [String], _ cell: String) -> Bool {
    column == 0 && header[0] != "Rang" || cell.holdsLetter && !cell.utf8.contains(UInt8(ascii: "%"))
  }
}

extension PageTable {
  /// Whether the table is of the use of care, whose figures are rates.
  fileprivate var isOfCareUse: Bool {
    PageText.holds(Array(caption.utf8)[...], "Praktijkspiegel")
  }
}

extension String {
  /// Whether a sign is a number; the bytes of nearly all cells tell.
  fileprivate var holdsNumber: Bool {
    var isASCII = true
    for byte in utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { return true }
      if byte >= 0x80 { isASCII = false }
    }
    return !isASCII && contains(where: \.isNumber)
  }

  /// Whether a sign is a letter.
  fileprivate var holdsLetter: Bool {
    var isASCII = true
    for byte in utf8 {
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) { return true }
      if byte >= 0x80 { isASCII = false }
    }
    return !isASCII && contains(where: \.isLetter)
  }
}
