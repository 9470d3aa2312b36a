import DisclosureControl
import WijkModel

/// Compares the tables of a page with the machine tables, as an outsider who has both.
///
/// A cell of a page and a hidden cell of a machine table are the same when their labels name the same
/// codes: `1901`, `mannen` and `0–4` on the page are `1901`, `M`, `0–4` in `tabellen/`. A table of a page
/// that names no area is about the wijk.
struct PageCheck {
  private let threshold: Int
  private let wijk: String
  /// The codes of every dimension, without totals.
  private var codes: Set<String> = []
  /// The codes of areas.
  private var areas: Set<String>
  /// The codes of the cells of every machine table.
  private var cells: [String: Set<Set<String>>] = [:]
  /// The codes of those that are hidden.
  private var hidden: [String: Set<Set<String>>] = [:]

  /// The words of the page for codes of the machine tables.
  private static let words = [
    "mannen": "M", "vrouwen": "V", "75 jaar en ouder": "75+", "1 aandoening": "1",
    "2 aandoeningen": "2", "3+ aandoeningen": "3+", "In programma": "programma",
    "Hoofdbehandelaar onbekend": "hoofdbehandelaar_onbekend",
    "Minstens één": "Minstens één chronische aandoening", "Buiten de wijk": "buiten",
    "Postcode onbekend": "onbekend", "Buiten de wijk of onbekend": "buiten-of-onbekend",
    "buiten de wijk of onbekend": "buiten-of-onbekend",
  ]
  /// Names of rows of totals, and of key figures that name no code.
  private static let totals: Set<String> = ["Totaal", "samen", "Alle patiënten"]
  private static let dimensions: Set<String> = [
    "gebied", "groep", "soort", "leeftijd", "geslacht", "groepen", "stap",
  ]
  private static let counts = ["aantal", "patienten", "personen"]
  /// Columns of a page that do not hide with a count of patients.
  private static let freeColumns: Set<String> = ["Inwoners", "Rang", "Jaar"]
  /// Columns whose whole numbers are no counts.
  private static let figures: Set<String> = [
    "Inwoners", "Rang", "Jaar", "Score", "Omvang", "Ernst", "Afwijking", "Beïnvloedbaar",
    "Rekenwijzen (van 19)", "Verwacht", "O/E", "Per 1.000", "Marge", "Marge O/E", "Vergelijking",
  ]

  /// Reads the hidden cells of the machine tables that count patients.
  init(_ release: TextRelease, counted: Set<String>, threshold: Int, wijk: String) {
    self.threshold = threshold
    self.wijk = wijk
    areas = [wijk]
    for table in release.tables where counted.contains(table.name) {
      let columns = table.header.indices.filter { Self.dimensions.contains(table.header[$0]) }
      guard let count = table.header.firstIndex(where: Self.counts.contains) else { continue }
      let area = table.header.firstIndex(of: "gebied")
      for row in table.rows {
        var own = Set(columns.map { row[$0] })
        own.subtract(["Totaal", "bekend", ""])
        if let area, own.contains(row[area]) { areas.insert(row[area]) }
        if area == nil { own.insert(wijk) }
        codes.formUnion(own)
        cells[table.name, default: []].insert(own)
        if row[count] == ReleasableCell.suppressedText {
          hidden[table.name, default: []].insert(own)
        }
      }
    }
  }

  /// What is wrong with a table of a page.
  func findings(_ table: PageTable, file: String) -> [Finding] {
    guard table.countsPatients, let header = table.rows.first else { return [] }
    let names = table.rows.map { $0.first ?? "" } + header
    let namesWijk = names.contains { isWijk($0) }
    var findings: [Finding] = []
    var shown: [Set<String>] = []
    for row in table.rows.dropFirst() {
      let isNamed = namesKnown(row, header)
      for (column, cell) in row.enumerated() where header.indices.contains(column) {
        guard cell.contains(where: \.isNumber), !isLabel(column, header, cell) else { continue }
        let facts = ["tabel": table.name, "grens": String(threshold)]
        let isCount = !Self.figures.contains(header[column]) && !table.isOfCareUse
        if isCount, let number = Int(cell), (1..<threshold).contains(number) {
          findings.append(Finding("P507", file: file, facts: facts))
          continue
        }
        guard isNamed, !Self.freeColumns.contains(header[column]) else { continue }
        var labels = labels(row, column, header)
        guard !labels.isEmpty else { continue }
        if !namesWijk, labels.isDisjoint(with: areas) { labels.insert(wijk) }
        shown.append(labels)
      }
    }
    for source in sources(of: shown) {
      let facts = ["tabel": table.name, "grens": String(threshold), "bron": source]
      for labels in shown where hidden[source]?.contains(labels) ?? false {
        findings.append(Finding("P506", file: file, facts: facts))
      }
    }
    return findings
  }

  /// The machine tables that hold most cells of a table of a page, in order.
  ///
  /// The same codes may name another number in another table: patients of an age, and those of them
  /// who have a condition.
  private func sources(of shown: [Set<String>]) -> [String] {
    let found = cells.mapValues { codes in shown.count { codes.contains($0) } }
    guard let most = found.values.max(), most > 0 else { return [] }
    return found.filter { $0.value == most }.keys.sorted()
  }

  /// Whether a row begins with a code or a total, so that its cells can be told from others.
  ///
  /// A row with another name would look like the row of the totals.
  private func namesKnown(_ row: [String], _ header: [String]) -> Bool {
    guard let name = row.first, header[0] != "Rang" else { return true }
    return code(name) != nil || Self.totals.contains(name)
  }

  /// Whether a label is the wijk itself.
  private func isWijk(_ label: String) -> Bool {
    label == "In de wijk" || Slug.make(from: label) == wijk
  }

  /// Whether a cell names its row and counts nothing.
  private func isLabel(_ column: Int, _ header: [String], _ cell: String) -> Bool {
    column == 0 && header[0] != "Rang" || cell.contains(where: \.isLetter) && !cell.contains("%")
  }

  /// The codes that the labels of a cell name.
  private func labels(_ row: [String], _ column: Int, _ header: [String]) -> Set<String> {
    var texts = [header[column]]
    for (place, cell) in row.enumerated()
    where place != column && isLabel(place, header, cell) { texts.append(cell) }
    return Set(texts.compactMap(code))
  }

  /// The code that a label names, or nil.
  private func code(_ label: String) -> String? {
    if isWijk(label) { return wijk }
    // "– waarvan in postcode 1903" names 1903.
    let last = label.split(separator: " ").last.map(String.init) ?? ""
    let postcode = last.count == 4 && last.allSatisfy(\.isNumber) ? last : ""
    return [
      label, label.lowercased(), label.replacing(" jaar", with: ""), Self.words[label] ?? "",
      postcode,
    ].first { codes.contains($0) }
  }
}

extension PageTable {
  /// Whether the table is of the use of care, whose figures are rates.
  fileprivate var isOfCareUse: Bool { caption.contains("Praktijkspiegel") }
}
