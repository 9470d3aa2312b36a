/// Which cells of tables must be hidden so that nobody can compute a small count.
public struct SuppressionResult: Hashable, Sendable {
  /// A printed cell.
  public struct Place: Hashable, Sendable {
    /// The table, as its place among the tables of its release.
    public let table: Int
    /// The record.
    public let row: Int
    /// The column.
    public let column: Int
  }

  /// The hidden places per release, in order: counts, and figures that hide with a count.
  public let hidden: [[Place]]
  /// The number of cells that are small themselves.
  public let primaryCount: Int
  /// The number of cells that are hidden to protect others.
  public let secondaryCount: Int
  /// The sum of the true counts that are hidden, those of the input not included.
  public let hiddenValue: Int
}

/// Chooses the cells of true tables that must be hidden, all tables of all releases as one system.
///
/// Every count of 1 up to the threshold is hidden, and so many other cells that a reader who adds,
/// subtracts and solves linear programs finds for each of them an interval of at least the minimum
/// width of the structure (3) that reaches the threshold; the same for cells that nobody prints. Zeros
/// may be hidden to protect others. The fewest cells are hidden where the problem is small, nearly the
/// fewest where it is large. The same input gives the same choice.
///
/// - Parameters:
///   - releases: True tables of successive releases, the oldest first. Cells that are hidden already
///     stay hidden.
///   - threshold: The smallest count that may be shown; that of the structure when nil.
///   - rule: What a reader may learn about the size of a small count.
/// - Returns: The hidden places per release, with counts.
/// - Throws: `DisclosureError` when the tables contradict each other or cannot be protected.
public func suppress(
  _ releases: [TextRelease], threshold: Int? = nil, rule: SizeRule = .mayBeZero
) throws(DisclosureError) -> SuppressionResult {
  let model = try CellModel(releases)
  let problem = try SuppressionProblem(
    model, threshold: threshold ?? model.structure.threshold, rule: rule)
  let search = SuppressionSearch(problem)
  guard search.run() else { throw .unprotectable }
  return try SuppressionPlaces(problem, search.hidden).result()
}

/// Turns hidden units into hidden places of the tables.
struct SuppressionPlaces {
  private let problem: SuppressionProblem
  private let hidden: [Bool]
  private var places: [[[Set<Int>]]]

  init(_ problem: SuppressionProblem, _ hidden: [Bool]) {
    self.problem = problem
    self.hidden = hidden
    places = problem.system.model.releases.map { release in
      release.tables.map { [Set<Int>](repeating: [], count: $0.rows.count) }
    }
  }

  /// The places and what they hide.
  func result() throws(DisclosureError) -> SuppressionResult {
    var copy = self
    var counts = (primary: 0, secondary: 0, value: 0.0)
    let model = problem.system.model
    var hiddenCells = Set<Int>()
    for (place, unit) in problem.units.enumerated() where hidden[place] {
      if let ratio = unit.ratio { copy.add(model.ratios[ratio].occurrence) }
      for index in unit.cells {
        let cell = model.cells[index]
        hiddenCells.insert(index)
        for occurrence in cell.occurrences { copy.add(occurrence) }
        guard cell.isShown else { continue }
        if problem.isSmall(unit.value) { counts.primary += 1 } else { counts.secondary += 1 }
        counts.value += unit.value
      }
    }
    copy.addRatios(hiddenCells)
    try copy.addDependents()
    return SuppressionResult(
      hidden: copy.sortedPlaces(), primaryCount: counts.primary, secondaryCount: counts.secondary,
      hiddenValue: Int(counts.value.rounded()))
  }

  private mutating func add(_ occurrence: CellModel.Occurrence) {
    places[occurrence.release][occurrence.table][occurrence.row].insert(occurrence.column)
  }

  /// A ratio hides with its numerator and with its denominator.
  private mutating func addRatios(_ hiddenCells: Set<Int>) {
    let model = problem.system.model
    for ratio in model.ratios {
      let counts = [ratio.numerator, ratio.denominator].compactMap(model.place)
      if counts.contains(where: hiddenCells.contains) { add(ratio.occurrence) }
    }
  }

  /// Columns that hide with a count hide in every record in which one is hidden.
  private mutating func addDependents() throws(DisclosureError) {
    let structure = problem.system.model.structure
    for (place, release) in problem.system.model.releases.enumerated() {
      let own = AuditStructure(release.structure)
      for (index, table) in release.tables.enumerated() {
        let values = own.values(of: table.name, in: structure)
        let (dependents, counts) = try DependentColumns.of(table, values, structure)
        for (row, cells) in table.rows.enumerated() {
          let isHidden = counts.contains { column in
            places[place][index][row].contains(column)
              || !structure.missing.contains(cells[column].trimmed)
                && PrintedValue(cells[column], structure).shown == nil
          }
          guard isHidden else { continue }
          for column in dependents where !structure.missing.contains(cells[column].trimmed) {
            places[place][index][row].insert(column)
          }
        }
      }
    }
  }

  private func sortedPlaces() -> [[SuppressionResult.Place]] {
    places.map { tables in
      tables.enumerated().flatMap { table, rows in
        rows.enumerated().flatMap { row, columns in
          columns.sorted().map { SuppressionResult.Place(table: table, row: row, column: $0) }
        }
      }
    }
  }
}

/// The tables with the chosen cells hidden, ready to be published.
///
/// The engine of `bescherm`: any tidy tables of counts with their structure.
///
/// - Parameters:
///   - releases: True tables of successive releases, the oldest first.
///   - threshold: The smallest count that may be shown; that of the structure when nil.
///   - rule: What a reader may learn about the size of a small count.
///   - symbol: What stands in a hidden cell.
/// - Returns: The same tables with hidden cells, and what was hidden.
/// - Throws: `DisclosureError` when the tables contradict each other or cannot be protected.
public func protectTables(
  _ releases: [TextRelease], threshold: Int? = nil, rule: SizeRule = .mayBeZero,
  symbol: String = "•"
) throws(DisclosureError) -> (releases: [TextRelease], result: SuppressionResult) {
  let result = try suppress(releases, threshold: threshold, rule: rule)
  var protected: [TextRelease] = []
  for (release, places) in zip(releases, result.hidden) {
    var rows = release.tables.map(\.rows)
    for place in places { rows[place.table][place.row][place.column] = symbol }
    let tables = zip(release.tables, rows).map { table, rows in
      TextTable(name: table.name, header: table.header, rows: rows)
    }
    protected.append(TextRelease(tables: tables, structure: release.structure))
  }
  return (protected, result)
}
