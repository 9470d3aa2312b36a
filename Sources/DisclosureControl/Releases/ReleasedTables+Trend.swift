import WijkModel

extension ReleasedTables {
  /// The release with the standardized rates of its released cells.
  ///
  /// - Parameter rates: Those of all cells of t216.
  /// - Returns: The same tables; a rate whose count is hidden is not kept.
  public func keeping(_ rates: [StandardizedRate]) -> ReleasedTables {
    guard let table = table("t216"), let kind = table.column("gebied_soort"),
      let area = table.column("gebied"), let group = table.column("groep"),
      let count = table.column("aantal")
    else { return with(rates: []) }
    let shown = Set(
      table.rows.filter { $0[count] != .suppressed }.map { [$0[kind], $0[area], $0[group]] })
    return with(
      rates: rates.filter {
        shown.contains([.text($0.area.kind.rawValue), .text($0.area.code), .text($0.group)])
      })
  }

  /// The release with a table that was computed from published figures only, such as the trend.
  ///
  /// It counts nobody, so that nothing in it needs protection.
  ///
  /// - Parameters:
  ///   - table: The table as it is shared; every column is a dimension or an attribute.
  ///   - unrounded: The same in full precision, for `intern/tabellen`.
  /// - Returns: The release with both; a table without rows is not added.
  public func adding(
    _ table: DraftTable<EnrolledPatients>, unrounded: DraftTable<EnrolledPatients>
  ) -> ReleasedTables {
    let isDerived = (table.columns + unrounded.columns).allSatisfy {
      $0.role == .dimension || $0.role == .attribute
    }
    precondition(isDerived, "a table of published figures counts nobody")
    let rules = TableProtection(threshold: 0, roundsToFive: false)
    var tables = tables.filter { $0.id != table.id }
    var structure = structure
    if !table.rows.isEmpty {
      let shared = rules.published(table)
      tables = (tables + [shared]).sorted { $0.id < $1.id }
      structure = structure.adding(shared, wijk: wijk)
    }
    let internals = internalTables.filter { $0.id != unrounded.id }
    return ReleasedTables(
      wijk: wijk, tables: tables, structure: structure, threshold: threshold, notes: notes,
      practiceCount: practiceCount,
      internalTables: unrounded.rows.isEmpty ? internals : internals + [rules.published(unrounded)],
      rates: rates)
  }

  private func with(rates: [StandardizedRate]) -> ReleasedTables {
    ReleasedTables(
      wijk: wijk, tables: tables, structure: structure, threshold: threshold, notes: notes,
      practiceCount: practiceCount, internalTables: internalTables, rates: rates)
  }
}
