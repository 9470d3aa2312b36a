import WijkModel

/// The tables of a wijk that may be published: counts of patients below the threshold are hidden.
///
/// Primary protection only: a count of 1 up to the threshold is `•`, and so is every figure of the
/// same row that is computed from it. A zero is shown. Tables of inhabitants, insured persons and
/// activities are published figures and pass unchanged, but for the reach of an activity, which is a
/// count of persons too. Rows of the rankings of patients whose count is hidden are left out, because
/// their place alone would tell their size.
///
/// - Parameters:
///   - draft: The true figures of one wijk.
///   - settings: The threshold, never below 5, and whether shown counts are rounded to 5.
///   - release: The name of the release in `audit.json`, the reference date.
/// - Returns: The tables in the order of their ids, with the structure of the release.
public func protect(
  _ draft: DraftRelease, settings: RegionSettings, release: String
) -> ReleasedTables {
  let threshold = max(5, settings.threshold)
  let protection = TableProtection(threshold: threshold, roundsToFive: settings.roundsToFive)
  var tables = draft.patients.map { protection.protected($0) }
  tables += draft.inhabitants.map { protection.published($0) }
  tables += draft.insured.map { protection.published($0) }
  tables += draft.others.map { protection.published($0) }
  // Ids carry the number of the table, so their order is the order of the chapter's list.
  tables.sort { $0.id < $1.id }
  let structure = ReleaseStructure.of(
    tables, wijk: draft.wijk, merged: draft.mergedPostcodes, threshold: threshold,
    roundsToFive: settings.roundsToFive, release: release)
  return ReleasedTables(
    wijk: draft.wijk, tables: tables, structure: structure, threshold: threshold,
    notes: draft.notes, practiceCount: draft.practiceCount,
    internalTables: internalTables(of: draft, released: tables))
}

/// Protects one table at a time.
struct TableProtection {
  /// The smallest count that may be shown.
  let threshold: Int
  /// Whether shown counts are rounded to 5.
  let roundsToFive: Bool

  /// The smallest denominator of a percentage (disclosure.md, rule 4).
  static let smallestDenominator = 100.0
  /// Columns with percentages of patients.
  static let percentageColumns: Set<String> = ["aandeel", "dekkingsgraad"]
  /// Columns that are proportional to the count of their row, or nearly so (limits).
  static let proportionalColumns: Set<String> = percentageColumns.union([
    "per_1000", "per_1000_laag", "per_1000_hoog", "oe100", "oe100_laag", "oe100_hoog",
  ])
  /// Rankings of patients: a row with a hidden count is left out.
  static let rankings = ["t210", "t222"]

  /// A table of patients with its small counts hidden.
  func protected(_ table: DraftTable<EnrolledPatients>) -> ReleasableTable {
    var rows: [[ReleasableCell]] = []
    let isRanking = Self.rankings.contains { table.id.hasPrefix($0) }
    for row in table.rows {
      let hidden = hiddenColumns(row, of: table.columns)
      let hasHiddenCount = table.columns.indices.contains {
        table.columns[$0].isCount && hidden.contains($0)
      }
      if isRanking && hasHiddenCount { continue }
      rows.append(
        table.columns.indices.map { index in
          hidden.contains(index) ? .suppressed : released(row, at: index, of: table.columns)
        })
    }
    return releasable(table, rows: rows)
  }

  /// A table of published figures; only the reach of an activity is looked at.
  func published<Of: Population>(_ table: DraftTable<Of>) -> ReleasableTable {
    let reach = table.id.hasPrefix("t212") ? table.columns.firstIndex { $0.name == "bereik" } : nil
    let rows = table.rows.map { row in
      table.columns.indices.map { index in
        if index == reach, isSmall(row[index]) { return ReleasableCell.suppressed }
        return released(row[index], rounding: table.columns[index].rounding)
      }
    }
    return releasable(table, rows: rows)
  }

  private func releasable<Of: Population>(
    _ table: DraftTable<Of>, rows: [[ReleasableCell]]
  ) -> ReleasableTable {
    ReleasableTable(
      id: table.id, population: Of.kind, columns: table.columns, rows: rows, notes: table.notes,
      origins: table.origins, years: table.years)
  }

  /// The places of the cells of a row that must be hidden.
  private func hiddenColumns(_ row: [DraftCell], of columns: [TableColumn]) -> Set<Int> {
    var hidden = Set(
      columns.indices.filter { row[$0] == .withheld || columns[$0].isPersons && isSmall(row[$0]) })
    let hasHiddenDenominator = columns.indices.contains {
      columns[$0].isDenominator && hidden.contains($0)
    }
    for index in columns.indices {
      guard case .derived(let source) = columns[index].role else { continue }
      let count = columns.firstIndex { $0.name == source }
      if hasHiddenDenominator || count.map(hidden.contains) ?? true
        || isUnfitPercentage(row, of: columns, at: index, count: count)
      {
        hidden.insert(index)
      }
    }
    // A value that does not exist stays empty; the symbol would say that there is one.
    return hidden.filter { row[$0] != .absent }
  }

  /// Whether a percentage has a denominator below 100 or says "everybody".
  ///
  /// Coverage is exempt from the second rule: its denominator is another population. So is the total
  /// itself.
  private func isUnfitPercentage(
    _ row: [DraftCell], of columns: [TableColumn], at index: Int, count: Int?
  ) -> Bool {
    guard Self.percentageColumns.contains(columns[index].name), let count,
      let percentage = row[index].figure, let persons = row[count].figure, percentage > 0
    else { return false }
    // The true count and its percentage give the denominator, wherever that is printed. Half a
    // person covers the binary dust of the division.
    if 100 * persons / percentage < Self.smallestDenominator - 0.5 { return true }
    let isTotal = row.contains(.text("Totaal"))
    return columns[index].name == "aandeel" && !isTotal && percentage > 100 - 1e-9
  }

  /// Whether a cell holds 1 up to the threshold; steps of the waterfall are negative.
  private func isSmall(_ cell: DraftCell) -> Bool {
    guard let figure = cell.figure else { return false }
    return figure.magnitude > 0 && figure.magnitude < Double(threshold)
  }

  /// A cell of a table of patients that is not hidden.
  private func released(
    _ row: [DraftCell], at index: Int, of columns: [TableColumn]
  ) -> ReleasableCell {
    let column = columns[index]
    guard roundsToFive else { return released(row[index], rounding: column.rounding) }
    switch (row[index], column.role) {
    case (.count(let count), .count), (.count(let count), .denominator):
      return .count(roundedToFive(count))
    case (.number(let number), .derived(let source)):
      // A percentage or rate of the true count would give the true count back.
      guard Self.proportionalColumns.contains(column.name),
        let place = columns.firstIndex(where: { $0.name == source }),
        case .count(let count) = row[place], count != 0
      else { return released(row[index], rounding: column.rounding) }
      let scaled = number * Double(roundedToFive(count)) / Double(count)
      return .number(column.rounding.applied(to: scaled))
    default: return released(row[index], rounding: column.rounding)
    }
  }

  private func released(_ cell: DraftCell, rounding: Rounding) -> ReleasableCell {
    switch cell {
    case .text(let text): .text(text)
    case .count(let count): .count(count)
    case .number(let number): .number(rounding.applied(to: number))
    case .absent: .absent
    case .unknown: .unknown
    case .withheld: .suppressed
    }
  }

  /// The nearest multiple of 5; steps of the waterfall are negative.
  private func roundedToFive(_ count: Int) -> Int {
    (count < 0 ? -1 : 1) * ((abs(count) + 2) / 5 * 5)
  }
}

extension DraftCell {
  /// The number in the cell, or nil.
  fileprivate var figure: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number): number
    default: nil
    }
  }
}

extension TableColumn {
  /// Whether the column counts patients.
  var isCount: Bool { if case .count = role { true } else { false } }
  /// Whether the column is a denominator of patients.
  var isDenominator: Bool { if case .denominator = role { true } else { false } }
  /// Whether the column holds numbers of patients of either kind.
  var isPersons: Bool { isCount || isDenominator }
}
