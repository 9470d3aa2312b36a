import DisclosureControl
import WijkModel

/// 2.6 Patiëntenpopulatie.
enum Section26 {
  static let id = "2.6"
  static let heading = "2.6 Patiëntenpopulatie"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    var blocks: [Block] = []
    if let table = book.data("t214") {
      blocks += book.paragraph(sentences(table, book.names))
      blocks += self.table(table, &book)
      blocks += Pyramid.patients(table, inhabitants: book.data("t203"), &book)
    } else if !book.isOmitted("t214") {
      blocks.append(book.missing("t214"))
    }
    return blocks
      + book.duiding(
        id, prompt: "Eigen duiding: waarin verschillen de patiënten van de inwoners van de wijk?")
  }

  /// How many patients there are, where they live and how old they are.
  static func sentences(_ table: ReleasableTable, _ names: Names) -> [String] {
    let all = AgeStructure(table, area: Area(.total, "Totaal"))
    let wijk = AgeStructure(table, area: names.wijk.area)
    var sentences: [String] = []
    if let total = all.total {
      let people = DutchText.counted(Int(total), "patiënt", "patiënten")
      if total == 0 {
        return ["Bij de deelnemende praktijken zijn geen patiënten geteld."]
      }
      let inside =
        wijk.total.map { "; \(DutchNumber.whole($0)) van hen wonen in \(names.wijk.name)" } ?? ""
      let verb = total == 1 ? "is" : "zijn"
      sentences.append(
        "Bij de deelnemende praktijken \(verb) \(people) ingeschreven\(inside).")
    }
    if let total = wijk.total, total >= 100, let old = wijk.percentage(from: 65, to: nil) {
      let oldest = wijk.percentage(from: 75, to: nil).map {
        "; \(DutchNumber.percentage($0)) is 75 jaar of ouder"
      }
      sentences.append(
        "Van de patiënten uit de wijk is \(DutchNumber.percentage(old)) 65 jaar of ouder"
          + "\(oldest ?? "").")
    }
    return sentences
  }

  /// Rows area × M, V, Totaal; columns the age classes and the total.
  private static func table(_ table: ReleasableTable, _ book: inout ChapterBook) -> [Block] {
    let ages = table.texts("leeftijd").filter { $0 != "Totaal" }
    let columns =
      [DisplayColumn("Gebied", isNumeric: false), DisplayColumn("Geslacht", isNumeric: false)]
      + (ages + ["Totaal"]).map { DisplayColumn($0, isNumeric: true) }
    let sexes = [("M", "mannen"), ("V", "vrouwen"), ("Totaal", "samen")]
    let cells = Dictionary(
      table.tableRows.map { row in
        (
          [row.text("gebied_soort"), row.area, row.text("leeftijd"), row.text("geslacht")],
          row.cell("aantal").text()
        )
      }, uniquingKeysWith: { first, _ in first })
    let rows = table.areas.flatMap { area in
      sexes.map { sex, word in
        DisplayRow(
          [book.names.label(area), word]
            + (ages + ["Totaal"]).map { cells[[area.kind.rawValue, area.code, $0, sex]] ?? "" },
          isTotal: area.kind == .total || area.kind == .wijk)
      }
    }
    return book.table(
      id: table.id,
      caption: book.caption(
        "Ingeschreven patiënten naar postcode, leeftijd en geslacht", of: table, isCounted: true),
      badge: .patients, notes: NoteText.sentences(table.notes, names: book.names),
      columns: columns, rows: rows)
  }

  // MARK: - Appendix

  /// From the rows of the lists to the counted patients.
  static func waterfall(_ book: inout ChapterBook) -> [Block] {
    guard let table = book.data("t213") else { return [] }
    // Steps in which no row ended say nothing.
    let rows = table.tableRows.filter { $0.count("aantal") != 0 }.map { row in
      DisplayRow(
        [DutchText.capitalized(row.text("stap")), row.cell("aantal").text()],
        isTotal: ["gelezen", "geteld"].contains(row.text("stap")))
    }
    return book.table(
      id: table.id,
      caption: book.caption(
        "Van patiëntenlijst naar getelde patiënten", of: table, isCounted: true),
      badge: .patients, notes: NoteText.sentences(table.notes, names: book.names),
      columns: [
        DisplayColumn("Stap", isNumeric: false), DisplayColumn("Aantal", isNumeric: true),
      ], rows: rows)
  }
}
