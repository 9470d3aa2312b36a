import DisclosureControl
import WijkModel

/// t200: the headline figures, made from the released tables; inhabitants and patients apart.
enum KeyFigures {
  static let id = "kerncijfers"

  static func blocks(_ book: inout ChapterBook) -> [Block] {
    guard !book.isOmitted("t200") else { return [] }
    let inhabitants = inhabitants(book)
    let patients = patients(book)
    let wijk = book.names.wijk.name
    // Without anything to compare with there is no column for it.
    func columns(_ rows: [DisplayRow]) -> [DisplayColumn] {
      [DisplayColumn("Kerncijfer", isNumeric: false), DisplayColumn(wijk, isNumeric: true)]
        + (isCompared(rows) ? [DisplayColumn("Vergelijking", isNumeric: true)] : [])
    }
    var blocks = book.table(
      id: "t200-kerncijfers-inwoners", caption: "Kerncijfers van de inwoners van \(wijk)",
      badge: .inhabitants, columns: columns(inhabitants), rows: shown(inhabitants))
    blocks += book.paragraph(top(book, "t209", .inhabitants))
    blocks += book.table(
      id: "t200-kerncijfers-patienten",
      caption: "Kerncijfers van de patiënten van de deelnemende praktijken, \(book.names.date)",
      badge: .patients, columns: columns(patients), rows: shown(patients))
    return blocks + book.paragraph(top(book, "t210", .patients))
  }

  private static func isCompared(_ rows: [DisplayRow]) -> Bool {
    rows.contains { !($0.cells.last ?? "").isEmpty }
  }

  private static func shown(_ rows: [DisplayRow]) -> [DisplayRow] {
    isCompared(rows) ? rows : rows.map { DisplayRow(Array($0.cells.dropLast())) }
  }

  /// The names of the first three problems.
  private static func top(
    _ book: ChapterBook, _ number: String, _ whom: TopThree.Whom
  ) -> [String] {
    guard let table = book.data(number) else { return [] }
    let problems = TopThree(whom: whom, top: table, all: nil, names: book.names).problems
    let people = whom == .inhabitants ? "inwoners" : "patiënten"
    return ["Voorstel voor de top 3 onder \(people): \(DutchText.enumeration(problems))."]
  }

  /// A row, unless its figure is not there.
  private static func row(_ label: String, _ value: String, _ other: String = "") -> [DisplayRow] {
    value.isEmpty ? [] : [DisplayRow([label, value, other])]
  }

  /// Number, ages, one-person households, SES and health.
  static func inhabitants(_ book: ChapterBook) -> [DisplayRow] {
    let area = book.names.wijk.area
    var rows: [DisplayRow] = []
    if let table = book.data("t203") {
      let ages = AgeStructure(table, area: area)
      let total = book.data("t201")?.wijkRows.first?.value("inwoners") ?? ages.total
      rows += row("Inwoners", ReleasableCell.text(total, .plain))
      for (label, lower, upper) in [
        ("Jonger dan 15 jaar", 0, 14), ("65 jaar of ouder", 65, nil),
      ] as [(String, Int, Int?)] {
        rows += row(
          label, ReleasableCell.text(ages.percentage(from: lower, to: upper), .percentage(1)),
          compared(Section22.reference(table, from: lower, to: upper), book.names))
      }
    }
    if let table = book.data("t205"),
      let single = Characteristics.percentage(
        table, "eenpersoonshuishoudens", of: "huishoudens", book.names)
    {
      rows += row(
        "Huishoudens van één persoon", DutchNumber.percentage(single, decimals: 1))
    }
    if let table = book.data("t206"),
      let score = table.wijkRows.lazy.compactMap({ Characteristics.score($0, book.names) }).first
    {
      rows += row("Sociaaleconomische status (SES-WOA)", DutchNumber.decimal(score, decimals: 2))
    }
    if let table = book.data("t208") {
      let monitor = MonitorTable(table, book.names)
      for figure in monitor.figures
      where monitor.isWijk
        && ["ervaren-gezondheid", "eenzaam"].contains(figure.indicator?.id ?? "")
      {
        let reference = figure.reference.map {
          "\(DutchNumber.percentage($0, decimals: 1)) (\(figure.referenceName))"
        }
        rows += row(
          figure.name, ReleasableCell.text(figure.value, .percentage(1)), reference ?? "")
      }
    }
    return rows
  }

  private static func compared(_ reference: (Area, Double)?, _ names: Names) -> String {
    reference.map {
      "\(DutchNumber.percentage($0.1, decimals: 1)) (\(names.label($0.0)))"
    } ?? ""
  }

  /// Number, coverage, from outside, ages and chronic conditions.
  static func patients(_ book: ChapterBook) -> [DisplayRow] {
    let area = book.names.wijk.area
    let total = Area(.total, "Totaal")
    var rows: [DisplayRow] = []
    if let table = book.data("t214") {
      let all = AgeStructure(table, area: total)
      rows += row("Ingeschreven patiënten", ReleasableCell.text(all.total, .plain))
    }
    if let wijk = book.data("t201")?.wijkRows.first {
      rows += row("Waarvan wonend in de wijk", wijk.cell("patienten").text())
      rows += row("Dekkingsgraad van de wijk", wijk.cell("dekkingsgraad").text(.percentage(1)))
    }
    if let table = book.data("t214") {
      let ages = AgeStructure(table, area: area)
      if let total = ages.total, total >= 100 {
        rows += row(
          "Patiënten uit de wijk van 65 jaar of ouder",
          ReleasableCell.text(ages.percentage(from: 65, to: nil), .percentage(1)))
      }
    }
    if let table = book.data("t215") {
      rows += row(
        "Patiënten uit de wijk met minstens één chronische aandoening",
        GroupTable(table).text(area, GroupTable.chronic))
    }
    return rows
  }
}
