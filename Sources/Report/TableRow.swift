import DisclosureControl
import WijkModel

/// One row of a released table, read by the names of its columns.
struct TableRow {
  /// The table.
  let table: ReleasableTable
  /// The cells, one per column.
  let cells: [ReleasableCell]

  /// The cell of a column; absent when the table does not have the column.
  func cell(_ name: String) -> ReleasableCell {
    table.column(name).map { cells[$0] } ?? .absent
  }

  /// The number in a cell; nil when it is hidden, unknown, absent or a text that is no number.
  func value(_ name: String) -> Double? {
    switch cell(name) {
    case .count(let count): Double(count)
    case .number(let number): number
    case .text(let text): Double(text)
    default: nil
    }
  }

  /// The whole number in a cell.
  func count(_ name: String) -> Int? {
    value(name).flatMap { Int(exactly: $0.rounded(.toNearestOrAwayFromZero)) }
  }

  /// The text in a cell; empty when there is none.
  ///
  /// Numbers are written plainly.
  func text(_ name: String) -> String {
    switch cell(name) {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    default: ""
    }
  }

  /// Whether a cell says yes; importers and tables write it in several ways.
  func isYes(_ name: String) -> Bool { ["ja", "1", "waar"].contains(text(name).lowercased()) }

  /// Whether a cell may not be shown.
  func isHidden(_ name: String) -> Bool { cell(name) == .suppressed }

  /// What kind of area the row is about.
  var areaKind: AreaKind? { AreaKind(rawValue: text("gebied_soort")) }

  /// The code of the area.
  var area: String { text("gebied") }
}

extension ReleasableTable {
  /// All rows.
  var tableRows: [TableRow] { rows.map { TableRow(table: self, cells: $0) } }

  /// The rows whose cells have these texts.
  func rows(_ conditions: KeyValuePairs<String, String>) -> [TableRow] {
    let places = conditions.map { (column($0.key), ReleasableCell.text($0.value)) }
    return rows.filter { row in
      places.allSatisfy { place, cell in place.map { row[$0] == cell } ?? false }
    }.map { TableRow(table: self, cells: $0) }
  }

  /// The first row whose cells have these texts.
  func row(_ conditions: KeyValuePairs<String, String>) -> TableRow? { rows(conditions).first }

  /// The rows of the wijk.
  var wijkRows: [TableRow] { rows(["gebied_soort": "wijk"]) }

  /// The different texts of a column, in the order of the rows.
  func texts(_ name: String) -> [String] {
    var known: Set<String> = []
    return tableRows.map { $0.text(name) }.filter { !$0.isEmpty && known.insert($0).inserted }
  }

  /// The different areas, in the order of the rows.
  var areas: [Area] {
    var known: Set<Area> = []
    return tableRows.compactMap { row in
      guard let kind = row.areaKind else { return nil }
      let area = Area(kind, row.area)
      return known.insert(area).inserted ? area : nil
    }
  }

  /// Whether a note is set.
  func hasNote(_ code: String) -> Bool { notes.contains { $0.code == code } }

  /// The first note of a code.
  func note(_ code: String) -> TableNote? { notes.first { $0.code == code } }

  /// The newest year of the figures: of the table, else of its column `jaar`.
  var newestYear: Int? { years.max() ?? tableRows.compactMap { $0.count("jaar") }.max() }

  /// The sources as one text; empty when none has a name.
  var sourceNames: String {
    var known: Set<String> = []
    return origins.map(\.name).filter { !$0.isEmpty && known.insert($0).inserted }
      .joined(separator: "; ")
  }
}
