import DisclosureControl
import Report
import WijkModel

/// A workbook as a value: a sheet per table, then a sheet per figure; contents come first.
struct WorkbookPlan: Sendable {
  /// The title of the chapter.
  let title: String
  /// Wijk, plan year and reference date.
  let subtitle: String
  /// The name of the wijk, for the header of each page.
  let wijk: String
  /// Sentences that stand on top of every sheet.
  let warnings: [String]
  /// The sheets with tables, in the order of `tabellen/`.
  let tables: [SheetPlan]
  /// The sheets with figures, in the order of the chapter.
  let figures: [SheetPlan]
  /// The day that is stored as that of making.
  let date: CalendarDate

  /// The sheets behind the contents.
  var sheets: [SheetPlan] { tables + figures }

  /// Plans the workbook of a chapter.
  init(_ report: Report, date: CalendarDate) {
    title = report.title
    subtitle = report.subtitle
    wijk = report.wijk.name
    warnings = report.warnings
    self.date = date
    var names = SheetNames()
    let shown = report.tables
    tables = names.unique(
      Self.withoutData(report)
        + report.data.map { table in
          SheetPlan(
            table, shown: shown.filter { Self.isMade($0, from: table) }, words: report.words)
        })
    let chronic = report.data.first { Self.number(of: $0.id) == "t215" }.flatMap { table in
      SheetPlan(chronic: table, shown: shown.filter { Self.isMade($0, from: table) })
    }
    figures = names.unique(report.figures.map { SheetPlan($0) } + (chronic.map { [$0] } ?? []))
  }

  /// Tables of the chapter that no published table has the data of, such as t200.
  private static func withoutData(_ report: Report) -> [SheetPlan] {
    report.tables.filter { shown in !report.data.contains { isMade(shown, from: $0) } }
      .map { SheetPlan(display: $0, name: $0.id) }
  }

  private static func isMade(_ shown: ReportTable, from table: ReleasableTable) -> Bool {
    number(of: shown.id) == number(of: table.id)
  }

  /// `t214` of `t214-patienten-pc4-leeftijd-geslacht`.
  private static func number(of id: String) -> Substring { id.prefix { $0 != "-" } }
}

/// Names of sheets and tables that Excel accepts, each used once.
struct SheetNames {
  /// The name of the first sheet.
  static let contents = "Inhoud"

  private var used: Set<String> = [contents.lowercased(), "history"]

  /// The sheets with names that differ without regard to case.
  mutating func unique(_ sheets: [SheetPlan]) -> [SheetPlan] {
    sheets.map { sheet in
      let name = unique(sheet.name, limit: 31, separator: " ") { Self.isPlain($0) || $0 == "-" }
      let table = unique(sheet.table.name, limit: 200, separator: "_") {
        Self.isPlain($0) || $0 == "_"
      }
      return SheetPlan(
        name: name, title: sheet.title, about: sheet.about, notes: sheet.notes,
        table: SheetTable(name: table, columns: sheet.table.columns, rows: sheet.table.rows),
        chart: sheet.chart)
    }
  }

  private mutating func unique(
    _ wish: String, limit: Int, separator: String, _ isAllowed: (Character) -> Bool
  ) -> String {
    let kept = wish.filter(isAllowed)
    let base = kept.isEmpty ? "blad" : String(kept.prefix(limit - 4))
    var name = base
    var number = 2
    while !used.insert(name.lowercased()).inserted {
      name = base + separator + String(number)
      number += 1
    }
    return name
  }

  private static func isPlain(_ character: Character) -> Bool {
    ("a"..."z").contains(character) || ("A"..."Z").contains(character)
      || ("0"..."9").contains(character) || character == "_"
  }
}
