import DisclosureControl
import WijkModel

/// t215, read by area, group and kind.
struct GroupTable {
  /// The code of all counted patients.
  static let all = "Totaal"
  /// The code of patients with at least one chronic condition.
  static let chronic = "Minstens één chronische aandoening"
  /// The code of patients of at least one programme.
  static let anyProgram = "Minstens één programma"

  /// The table.
  let table: ReleasableTable
  /// The groups in the order of the table.
  let names: [String]
  private let cells: [[String]: ReleasableCell]

  /// Reads the rows.
  init(_ table: ReleasableTable) {
    self.table = table
    names = table.texts("groep")
    cells = Dictionary(
      table.tableRows.map { row in
        (
          [row.text("gebied_soort"), row.area, row.text("groep"), row.text("soort")],
          row.cell("aantal")
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The chain-care programmes that the table has.
  var programs: [String] { CareProgram.allCases.map(\.rawValue).filter(names.contains) }

  /// Further disease groups, without programmes, unions and the total.
  var others: [String] {
    let known = Set(programs + [Self.all, Self.chronic, Self.anyProgram])
    return names.filter { !known.contains($0) }
  }

  /// A cell; absent when there is none.
  func cell(_ area: Area, _ group: String, kind: String = "bekend") -> ReleasableCell {
    cells[[area.kind.rawValue, area.code, group, kind]] ?? .absent
  }

  /// A count; nil when it is hidden or not there.
  func count(_ area: Area, _ group: String, kind: String = "bekend") -> Int? {
    if case .count(let count) = cell(area, group, kind: kind) { count } else { nil }
  }

  /// A cell as the page shows it.
  func text(_ area: Area, _ group: String, kind: String = "bekend") -> String {
    cell(area, group, kind: kind).text()
  }
}
