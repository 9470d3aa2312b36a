import WijkModel

/// The tables in full precision of which nothing is hidden in what is shared.
///
/// A row stays when the shared table of the same id has a row with the same dimensions in which every
/// count and denominator is shown; so whatever is hidden there, and for whatever reason, is not here.
///
/// - Parameters:
///   - draft: The true figures, ``WijkModel/DraftRelease/internalPatients``.
///   - released: What is shared.
/// - Returns: The tables in the order of the draft, with figures as they are.
func internalTables(of draft: DraftRelease, released: [ReleasableTable]) -> [ReleasableTable] {
  let exact = TableProtection(threshold: 0, roundsToFive: false)
  return draft.internalPatients.map { table in
    let all = exact.protected(table)
    let shown = released.first { $0.id == table.id }?.shownDimensions ?? []
    return ReleasableTable(
      id: all.id, population: all.population, columns: all.columns,
      rows: all.rows.filter { shown.contains(all.dimensions(of: $0)) }, notes: all.notes,
      origins: all.origins, years: all.years)
  }
}

extension ReleasableTable {
  /// The dimensions of the rows in which no number of patients is hidden.
  fileprivate var shownDimensions: Set<[ReleasableCell]> {
    let persons = columns.indices.filter { columns[$0].isPersons }
    let shown = rows.filter { row in persons.allSatisfy { row[$0] != .suppressed } }
    return Set(shown.map(dimensions))
  }

  /// The cells of a row that say what it is about.
  func dimensions(of row: [ReleasableCell]) -> [ReleasableCell] {
    columns.indices.filter { columns[$0].role == .dimension }.map { row[$0] }
  }
}
