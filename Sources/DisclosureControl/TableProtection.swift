import WijkModel

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

  /// A table of patients with its true counts, as far as they are ever shown.
  ///
  /// Figures are as they are shared. A group to which everybody of some area belongs is hidden
  /// already, in all areas, so that the others do not give it back.
  func truth(_ table: DraftTable<EnrolledPatients>) -> ReleasableTable {
    let whole = wholeRows(of: table)
    let rows = table.rows.enumerated().map { place, row in
      table.columns.indices.map { index -> ReleasableCell in
        let isWhole = whole.contains(place) && table.columns[index].isCount
        if isWhole || isUnfitPercentage(row, of: table.columns, at: index) { return .suppressed }
        return released(row[index], rounding: table.columns[index].rounding)
      }
    }
    return releasable(table, rows: rows)
  }

  /// A table of patients with its small counts hidden, and with chosen cells per row.
  ///
  /// Rows of a ranking with a hidden count are left out, and the ranks of the others close up.
  func protected(
    _ table: DraftTable<EnrolledPatients>, hiding chosen: [Set<Int>]? = nil
  ) -> ReleasableTable {
    let careUse = CareUseProtection(threshold: threshold).hiddenColumns(of: table)
    var rows: [[ReleasableCell]] = []
    for (place, row) in table.rows.enumerated() {
      let own = (chosen?[place] ?? []).union(careUse?[place] ?? [])
      let hidden = hiddenColumns(row, of: table.columns, chosen: own)
      let hasHiddenCount = table.columns.indices.contains {
        table.columns[$0].isCount && hidden.contains($0)
      }
      if table.isRanking && hasHiddenCount { continue }
      rows.append(
        table.columns.indices.map { index in
          hidden.contains(index) ? .suppressed : released(row, at: index, of: table.columns)
        })
    }
    if table.isRanking, rows.count < table.rows.count { closeRanks(&rows, of: table) }
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

  /// A rank that is skipped would tell between which counts the hidden one lies.
  private func closeRanks(
    _ rows: inout [[ReleasableCell]], of table: DraftTable<EnrolledPatients>
  ) {
    guard let column = table.columns.firstIndex(where: { $0.name == "rang" }) else { return }
    let ranks = rows.map { row in if case .count(let rank) = row[column] { rank } else { 0 } }
    for place in rows.indices {
      rows[place][column] = .count(1 + ranks.count { $0 < ranks[place] })
    }
  }

  /// The rows of conditions that every patient of some area has: whoever lives there has it.
  private func wholeRows(of table: DraftTable<EnrolledPatients>) -> Set<Int> {
    func text(_ row: [DraftCell], _ column: Int) -> String {
      if case .text(let text) = row[column] { text } else { "" }
    }
    guard table.id.hasPrefix("t215"), let count = table.columns.firstIndex(where: \.isCount),
      let area = table.columns.firstIndex(where: { $0.name == "gebied" }),
      let group = table.columns.firstIndex(where: { $0.name == "groep" })
    else { return [] }
    var totals: [String: DraftCell] = [:]
    for row in table.rows where text(row, group) == AreaCode.total {
      totals[text(row, area)] = row[count]
    }
    let conditions = table.rows.filter { text($0, group) != AreaCode.total }
    let whole = Set(
      conditions.filter { $0[count] == totals[text($0, area)] && $0[count] != .count(0) }
        .map { text($0, group) })
    return Set(table.rows.indices.filter { whole.contains(text(table.rows[$0], group)) })
  }

  /// The places of the cells of a row that must be hidden.
  private func hiddenColumns(
    _ row: [DraftCell], of columns: [TableColumn], chosen: Set<Int>
  ) -> Set<Int> {
    var hidden = chosen.union(
      columns.indices.filter { row[$0] == .withheld || columns[$0].isPersons && isSmall(row[$0]) })
    let hasHiddenDenominator = columns.indices.contains {
      columns[$0].isDenominator && hidden.contains($0)
    }
    for index in columns.indices {
      guard case .derived(let source) = columns[index].role else { continue }
      let count = columns.firstIndex { $0.name == source }
      if hasHiddenDenominator || isTooFineForRounding(columns[index])
        || count.map(hidden.contains) ?? true
        || isUnfitPercentage(row, of: columns, at: index)
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
    _ row: [DraftCell], of columns: [TableColumn], at index: Int
  ) -> Bool {
    guard Self.percentageColumns.contains(columns[index].name),
      let denominator = denominator(of: row, columns, at: index),
      let percentage = row[index].figure
    else { return false }
    // Half a person covers the binary dust of the division.
    if denominator < Self.smallestDenominator - 0.5 { return true }
    let isTotal = row.contains(.text(AreaCode.total))
    return columns[index].name == "aandeel" && !isTotal && percentage > 100 - 1e-9
  }

  /// The number of persons that a percentage is of, or nil for a percentage of zero.
  ///
  /// The true count and its percentage give it, wherever it is printed.
  private func denominator(
    of row: [DraftCell], _ columns: [TableColumn], at index: Int
  ) -> Double? {
    guard case .derived(let source) = columns[index].role,
      let count = columns.firstIndex(where: { $0.name == source }),
      let percentage = row[index].figure, let persons = row[count].figure, percentage > 0
    else { return nil }
    return 100 * persons / percentage
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
    case (.number, .derived): return roundedShare(row, at: index, of: columns)
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

  /// Columns that are a count per so many, which rounded counts give as well.
  private static let shareScales = ["aandeel": 100.0, "dekkingsgraad": 100, "per_1000": 1000]

  /// Whether a figure would give back the true counts behind rounded ones.
  ///
  /// Limits and comparisons rest on true counts, and on the true ages of everybody.
  private func isTooFineForRounding(_ column: TableColumn) -> Bool {
    roundsToFive && Self.shareScales[column.name] == nil
  }

  /// A share of rounded counts; that of the true ones would give them back.
  private func roundedShare(
    _ row: [DraftCell], at index: Int, of columns: [TableColumn]
  ) -> ReleasableCell {
    let column = columns[index]
    guard case .derived(let source) = column.role, let scale = Self.shareScales[column.name],
      let place = columns.firstIndex(where: { $0.name == source }),
      case .count(let count) = row[place], case .number(let share) = row[index], share.isNormal
    else { return released(row[index], rounding: column.rounding) }
    let persons = scale * Double(count) / share
    // Inhabitants are published as they are.
    let isPublished = column.name == "dekkingsgraad"
    let base = isPublished ? persons : Double(roundedToFive(Int(persons.rounded())))
    guard base > 0 else { return .suppressed }
    return .number(column.rounding.applied(to: scale * Double(roundedToFive(count)) / base))
  }

  /// The nearest multiple of 5; steps of the waterfall are negative.
  private func roundedToFive(_ count: Int) -> Int {
    (count < 0 ? -1 : 1) * ((abs(count) + 2) / 5 * 5)
  }
}

extension DraftTable {
  /// Whether the table ranks patients' conditions: a row with a hidden count is left out.
  var isRanking: Bool { id.hasPrefix("t210") || id.hasPrefix("t222") }
}

extension DraftCell {
  /// The number in the cell, or nil.
  var figure: Double? {
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
