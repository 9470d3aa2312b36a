import DisclosureControl

/// The cells of the machine tables that count patients, by the codes that name them.
struct HiddenCells {
  /// The columns of a table that are hidden, by the codes of their row.
  private var columns: [String: [Set<String>: Set<String>]] = [:]
  /// The tables that have a cell, by its codes.
  private var tablesByCell: [Set<String>: [String]] = [:]
  /// The columns of a table.
  private var headers: [String: [String]] = [:]
  /// The codes of all dimensions, without totals.
  private(set) var codes: Set<String> = []
  /// The codes of areas.
  private(set) var areas: Set<String>
  /// The counts that are shown.
  private(set) var shown: Set<Int> = []
  /// Those of tables that count patients, by the codes of their row.
  private var shownByCell: [Set<String>: Set<Int>] = [:]

  private static let dimensions: Set<String> = [
    "gebied", "groep", "soort", "leeftijd", "geslacht", "groepen", "stap",
  ]
  private static let counts = ["aantal", "patienten", "personen"]

  /// Reads the tables of a release.
  ///
  /// - Parameters:
  ///   - release: The tables.
  ///   - wijk: The code of the wijk, which a table without areas is about.
  init(_ release: TextRelease, wijk: String) {
    areas = [wijk]
    let counted = release.structure.countedTables
    for table in release.tables {
      let values = table.header.indices.filter { Self.counts.contains(table.header[$0]) }
      shown.formUnion(table.rows.flatMap { row in values.compactMap { Int(row[$0]) } })
      if counted.contains(table.name) { read(table, wijk) }
    }
  }

  private mutating func read(_ table: TextTable, _ wijk: String) {
    let dimensions = table.header.indices.filter { Self.dimensions.contains(table.header[$0]) }
    guard let count = table.header.firstIndex(where: Self.counts.contains) else { return }
    let area = table.header.firstIndex(of: "gebied")
    headers[table.name] = table.header
    var known = columns[table.name] ?? [:]
    for row in table.rows {
      var own = Set(dimensions.map { row[$0] })
      own.subtract(["Totaal", "bekend", ""])
      if let area, own.contains(row[area]) { areas.insert(row[area]) }
      if area == nil { own.insert(wijk) }
      codes.formUnion(own)
      if let number = Int(row[count]) { shownByCell[own, default: []].insert(number) }
      let hidden = table.header.indices.filter { row[$0] == ReleasableCell.suppressedText }
      if known[own] == nil { tablesByCell[own, default: []].append(table.name) }
      known[own, default: []].formUnion(hidden.map { table.header[$0] })
    }
    columns[table.name] = known
  }

  /// The tables that have most of some cells, in order.
  ///
  /// The same codes may name another number in another table: patients of an age, and those of them
  /// who have a condition.
  ///
  /// `cells` are codes with the number of cells that they name.
  func tables(of cells: [(codes: Set<String>, count: Int)]) -> [String] {
    var found: [String: Int] = [:]
    for cell in cells {
      for table in tablesByCell[cell.codes] ?? [] { found[table, default: 0] += cell.count }
    }
    guard let most = found.values.max() else { return [] }
    return found.filter { $0.value == most }.keys.sorted()
  }

  /// Whether a cell of a table is hidden in a column, or in that of the count when the table has no
  /// such column.
  func hides(_ table: String, _ cell: Set<String>, column: String?) -> Bool {
    hiddenCount(table, cell, columns: [column]) == 1
  }

  /// In how many of some columns a cell of a table is hidden.
  func hiddenCount(_ table: String, _ cell: Set<String>, columns: [String?]) -> Int {
    guard let hidden = self.columns[table]?[cell], !hidden.isEmpty, let header = headers[table]
    else { return 0 }
    let hidesCount = !hidden.isDisjoint(with: Self.counts)
    return columns.count { column in
      if let column, header.contains(column) { return hidden.contains(column) }
      return hidesCount
    }
  }

  /// The counts that any table shows of a cell.
  func shownCounts(of cell: Set<String>) -> Set<Int> { shownByCell[cell] ?? [] }

  /// The first table that hides the count of a cell, by its codes.
  func table(hiding cell: Set<String>) -> String? {
    columns.keys.sorted().first { hides($0, cell, column: nil) }
  }

  /// The first table that hides the count of a cell that has some of these codes, two at least.
  func table(hidingPartOf codes: Set<String>) -> String? {
    columns.keys.sorted().first { table in
      columns[table]?.keys.contains {
        $0.count > 1 && $0.isSubset(of: codes) && hides(table, $0, column: nil)
      } ?? false
    }
  }
}
