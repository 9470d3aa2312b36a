import DisclosureControl
import WijkModel

/// 2.8 Zorggebruik.
enum Section28 {
  static let id = "2.8"
  static let heading = "2.8 Zorggebruik"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    var blocks: [Block] = []
    if let table = book.data("t219") {
      blocks += book.paragraph(sentences(table))
      blocks += careUse(table, &book)
    } else if !book.isOmitted("t219") {
      let tooFew = book.released.notes.first { $0.code == "minder-dan-drie-praktijken" }
      let text = tooFew.map { NoteText.sentence($0, names: book.names) }
      blocks.append(text.map { .notice($0) } ?? book.missing("t219"))
    }
    if let table = book.data("t220") {
      blocks += book.paragraph(costs(table, book.names))
    } else if !book.isOmitted("t220") {
      blocks.append(book.missing("t220"))
    }
    return blocks
      + book.duiding(id, prompt: "Eigen duiding: wat verklaart dit zorggebruik?")
  }

  // MARK: - Sentences

  /// The indicators that lie furthest above and below what was expected.
  static func sentences(_ table: ReleasableTable) -> [String] {
    let rows = newest(table).filter { $0.areaKind == .wijk }.compactMap {
      row -> (String, Double)? in
      guard let index = row.value("index") else { return nil }
      return (label(row), index)
    }
    let year = table.newestYear.map { " in \($0)" } ?? ""
    var sentences: [String] = []
    if let highest = rows.max(by: { $0.1 < $1.1 }), highest.1 >= 105 {
      sentences.append(
        "Het verst boven de verwachting lag\(year) “\(highest.0)” (index "
          + "\(DutchNumber.whole(highest.1))).")
    }
    if let lowest = rows.min(by: { $0.1 < $1.1 }), lowest.1 <= 95 {
      sentences.append(
        "Het verst onder de verwachting lag\(year) “\(lowest.0)” (index "
          + "\(DutchNumber.whole(lowest.1))).")
    }
    if sentences.isEmpty && !rows.isEmpty {
      sentences.append(
        "Geen van de indicatoren wijkt\(year) 5\u{A0}% of meer af van de verwachting.")
    }
    sentences.append(
      "Declaraties onderschatten de ketenzorg, omdat consulten daarbinnen niet apart worden "
        + "gedeclareerd.")
    return sentences
  }

  /// All costs together per insured year, against the country.
  static func costs(_ table: ReleasableTable, _ names: Names) -> [String] {
    let year = table.newestYear
    let rows = newest(table)
    let total = rows.first { $0.text("kostensoort").lowercased().hasPrefix("totaal") }
    guard let total, let cost = total.value("per_verzekerde") else {
      return rows.isEmpty ? [] : ["De zorgkosten van de gemeente staan in de bijlage."]
    }
    let place =
      total.areaKind == .municipality
      ? " in \(total.area)" : " in de postcodes die beginnen met \(total.area)"
    var sentence =
      "De zorgkosten waren\(year.map { " in \($0)" } ?? "")\(place) "
      + "\(DutchNumber.euros(cost)) per verzekerde per jaar"
    if let country = total.value("landelijk_per_verzekerde") {
      sentence += "; in Nederland \(DutchNumber.euros(country))"
    }
    return [sentence + ".", "De kosten per soort staan in de bijlage."]
  }

  // MARK: - Tables

  private static func newest(_ table: ReleasableTable) -> [TableRow] {
    guard let year = table.tableRows.compactMap({ $0.count("jaar") }).max() else {
      return table.tableRows
    }
    return table.tableRows.filter { $0.count("jaar") == year }
  }

  private static func label(_ row: TableRow) -> String {
    let text = row.text("omschrijving")
    return text.isEmpty ? row.text("indicatorcode") : text
  }

  private static func careUse(_ table: ReleasableTable, _ book: inout ChapterBook) -> [Block] {
    let own = newest(table)
    // Practices have rows of their own only when they may be named.
    let hasPractices = own.contains { $0.areaKind != .wijk }
    let rows = own.map { row in
      DisplayRow(
        [label(row)]
          + (hasPractices ? [row.areaKind == .wijk ? "samen" : row.area] : []) + [
            row.text("eenheid"), number(row, "waarde"), number(row, "verwacht"),
            ReleasableCell.text(row.value("index"), .plain), number(row, "regio"),
            number(row, "landelijk"),
          ])
    }
    return book.table(
      id: table.id,
      caption: book.caption("Zorggebruik van de deelnemende praktijken samen", of: table),
      badge: .patients,
      notes: ["Index: 100 × de waarde gedeeld door de verwachte waarde."]
        + NoteText.sentences(table.notes, names: book.names),
      columns: (["Indicator"] + (hasPractices ? ["Praktijk"] : []) + ["Eenheid"]).map {
        DisplayColumn($0, isNumeric: false)
      }
        + ["Waarde", "Verwacht", "Index", "Regio", "Nederland"].map {
          DisplayColumn($0, isNumeric: true)
        }, rows: rows)
  }

  private static func number(_ row: TableRow, _ column: String) -> String {
    row.value(column).map { DutchNumber.short($0, decimals: 1) } ?? row.cell(column).text()
  }

  /// t220, for the appendix.
  static func costTable(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t220") else { return [] }
    let rows = newest(table).map { row in
      DisplayRow(
        [
          row.text("kostensoort"), row.cell("per_verzekerde").text(.euros(0)),
          row.cell("landelijk_per_verzekerde").text(.euros(0)),
          ReleasableCell.text(row.value("index"), .plain),
        ], isTotal: row.text("kostensoort") == "Totaal")
    }
    let own = table.tableRows.first
    let area =
      (own?.areaKind == .municipality ? "" : "Postcodes ") + (own?.area ?? "")
    return book.table(
      id: table.id, caption: book.caption("Zorgkosten per verzekerde per jaar", of: table),
      badge: .insured,
      notes: ["Index: 100 × de eigen kosten gedeeld door die van Nederland."]
        + NoteText.sentences(table.notes, names: book.names),
      columns: [DisplayColumn("Soort zorg", isNumeric: false)]
        + [area, "Nederland", "Index"].map { DisplayColumn($0, isNumeric: true) },
      rows: rows)
  }
}
