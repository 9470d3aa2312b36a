import DisclosureControl
import Report

extension SheetPlan {
  /// Patients of the wijk per chain-care programme, known and taking part, as bars; nil without them.
  ///
  /// - Parameters:
  ///   - table: t215.
  ///   - shown: The tables of the chapter that are made from it.
  init?(chronic table: ReleasableTable, shown: [ReportTable]) {
    guard let kind = table.column("gebied_soort"), let group = table.column("groep"),
      let sort = table.column("soort"), let count = table.column("aantal"), let first = shown.first
    else { return nil }
    func cell(_ name: ReleasableCell, _ wanted: String) -> SheetTable.Cell {
      let row = table.rows.first {
        $0[kind] == .text("wijk") && $0[group] == name && $0[sort] == .text(wanted)
      }
      return row.map { SheetTable.Cell($0[count]) } ?? .blank
    }
    let groups = table.rows.filter {
      $0[kind] == .text("wijk") && $0[sort] == .text("programma")
    }.map { $0[group] }
    let rows = groups.map { [SheetTable.Cell($0), cell($0, "bekend"), cell($0, "programma")] }
    guard !rows.isEmpty else { return nil }
    func column(_ header: String, isNumeric: Bool = true) -> SheetTable.Column {
      SheetTable.Column(header: header, style: .whole, isNumeric: isNumeric)
    }
    let title = "Chronische aandoeningen in de hele wijk: bekend en in een programma"
    self.init(
      name: "t215-grafiek", title: title,
      about: [first.badge.rawValue, "Gegevens: tabel \(first.number) van hoofdstuk 2"],
      notes: first.notes,
      table: SheetTable(
        name: "figuur_t215",
        columns: [
          column("Aandoening", isNumeric: false), column("Bekend bij de huisarts"),
          column("In een programma"),
        ], rows: rows),
      chart: SheetChart(
        form: .bars, alternative: Self.alternative(rows), categories: 0, series: [1, 2],
        rows: rows.indices, axisFormat: "#,##0", unit: "patiënten"))
  }

  private static func alternative(_ rows: [[SheetTable.Cell]]) -> String {
    let counts = rows.compactMap { row -> (String, Double)? in
      guard case .text(let name) = row[0], case .number(let count) = row[1] else { return nil }
      return (name, count)
    }
    let text = "Staafdiagram van het aantal patiënten uit de wijk per chronische aandoening."
    guard let most = counts.max(by: { $0.1 < $1.1 }) else { return text }
    return text + " \(most.0) komt het meest voor: \(DutchNumber.whole(most.1)) patiënten."
  }
}
