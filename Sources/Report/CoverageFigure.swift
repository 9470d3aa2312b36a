import DisclosureControl
import WijkModel

/// f201: coverage per postcode, as a map when there is one, otherwise as bars.
enum CoverageFigure {
  /// Classes that stay the same, so that maps of two years compare.
  static let breaks = [25.0, 50, 70, 90]

  static func blocks(_ table: ReleasableTable, _ book: inout ChapterBook) -> [Block] {
    let rows = table.rows(["gebied_soort": "pc4"])
    guard rows.contains(where: { $0.value("dekkingsgraad") != nil }) else { return [] }
    return book.figure(
      id: "f201-kaart-dekkingsgraad",
      caption: "Dekkingsgraad per postcode: ingeschreven patiënten op \(book.names.date) per "
        + "100 inwoners",
      badge: .both, alternative: alternative(rows),
      content: content(rows, shapes: book.context.shapes))
  }

  /// What the figure shows: the highest and the lowest coverage.
  static func alternative(_ rows: [TableRow]) -> String {
    let known = rows.compactMap { row in row.value("dekkingsgraad").map { (row.area, $0) } }
    guard let lowest = known.min(by: { $0.1 < $1.1 }), let highest = known.max(by: { $0.1 < $1.1 })
    else { return "Dekkingsgraad per postcode; er zijn geen cijfers die getoond mogen worden." }
    let top = "\(DutchNumber.percentage(highest.1)) in postcode \(highest.0)"
    if known.count == 1 { return "Dekkingsgraad per postcode: \(top)." }
    return "Dekkingsgraad per postcode: het hoogst is \(top), het laagst "
      + "\(DutchNumber.percentage(lowest.1)) in postcode \(lowest.0)."
  }

  private static func content(_ rows: [TableRow], shapes: [MapShape]) -> FigureContent {
    let byPostcode = Dictionary(
      shapes.map { ($0.postcode.description, $0.rings) }, uniquingKeysWith: { $0 + $1 })
    let areas = rows.compactMap { row -> MapArea? in
      guard let rings = byPostcode[row.area], !rings.isEmpty else { return nil }
      let value = row.value("dekkingsgraad")
      return MapArea(
        label: row.area, value: value,
        valueLabel: value.map { DutchNumber.percentage($0, decimals: 0) }
          ?? row.cell("dekkingsgraad").text(), rings: rings)
    }
    if areas.count == rows.count { return .map(areas, breaks: breaks, unit: "%") }
    return .bars(
      rows.map { BarRow(label: $0.area, value: $0.value("dekkingsgraad")) }, unit: "%")
  }
}
