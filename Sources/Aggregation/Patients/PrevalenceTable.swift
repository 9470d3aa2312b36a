import Statistics
import WijkModel

/// t216: conditions per 1,000 patients by area, beside what age and sex lead one to expect.
struct PrevalenceTable {
  /// The areas within the wijk, then the wijk.
  let areas: [Area]
  /// The groups in the order of the definitions.
  let groups: [PrevalenceComparison]
  /// What must be said beside it.
  let notes: [TableNote]
  /// The smallest number of patients of which a rate is given.
  var smallestDenominator = 0

  /// The table that is shared, rounded by its columns.
  func shared() -> DraftTable<EnrolledPatients> { table(isInternal: false) }

  /// The table of `intern/tabellen`: full precision, with *q* and smoothed O/E.
  func unrounded() -> DraftTable<EnrolledPatients> { table(isInternal: true) }

  private func table(isInternal: Bool) -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t216-prevalentie", columns: Self.columns(isInternal: isInternal), notes: notes)
    let q = PrevalenceComparison.familyQ(groups)
    let smoothed = isInternal ? groups.map { $0.smoothed() } : []
    for (place, area) in areas.enumerated() {
      for (index, group) in groups.enumerated() {
        var row = PatientTables.cells(area) + [.text(group.name)]
        row += observed(group.cells[place])
        row += Self.compared(group, at: place, q: q[index][place])
        if isInternal {
          row += [.optional(q[index][place]), .optional(smoothed[index][place])]
        }
        table.append(row)
      }
    }
    return table
  }

  /// The columns; every figure is a function of the count and hides with it.
  private static func columns(isInternal: Bool) -> [TableColumn] {
    let dimensions = ["gebied_soort", "gebied", "groep"].map { TableColumn($0, .dimension) }
    let counts = [
      TableColumn("aantal", .count(measure: "patienten")),
      TableColumn("noemer", .denominator(measure: "patienten")),
    ]
    let figures: [(String, Rounding)] = [
      ("per_1000", .decimals(1)), ("per_1000_laag", .decimals(1)), ("per_1000_hoog", .decimals(1)),
      ("verwacht", .decimals(0)), ("oe100", .decimals(0)), ("oe100_laag", .decimals(0)),
      ("oe100_hoog", .decimals(0)), ("oe_methode", .exact), ("p", .significant(2)),
      ("oordeel95", .exact), ("oordeel_bh", .exact),
    ]
    let own = isInternal ? [("q_bh", Rounding.exact), ("oe100_eb", Rounding.exact)] : []
    return dimensions + counts
      + (figures + own).map { name, rounding in
        TableColumn(name, .derived(from: "aantal"), rounding: isInternal ? .exact : rounding)
      }
  }

  /// Count, denominator, and patients per 1,000 with Wilson limits; few patients have no rate.
  private func observed(_ cell: PrevalenceCell) -> [DraftCell] {
    let (cases, patients) = (Double(cell.cases), Double(cell.patients))
    let hasRate = cell.patients > 0 && cell.patients >= smallestDenominator
    let limits = hasRate ? wilsonInterval(of: cases, in: patients) : nil
    return [
      .count(cell.cases), .count(cell.patients),
      .optional(hasRate ? 1000 * cases / patients : nil),
      .optional(limits.map { 1000 * $0.low }), .optional(limits.map { 1000 * $0.high }),
    ]
  }

  /// Expected, O/E with limits, *p* and both verdicts.
  ///
  /// The limits and *p* are widened by the dispersion; `oordeel95` is of the limits without it.
  private static func compared(
    _ group: PrevalenceComparison, at place: Int, q: Double?
  ) -> [DraftCell] {
    let cell = group.cells[place]
    guard let comparison = cell.comparison else {
      return [.optional(cell.expected)] + [DraftCell](repeating: .absent, count: 7)
    }
    let limits = comparison.limits(dispersion: group.dispersion)
    let plain = group.isJudged ? comparison.limits().map { Verdict($0) } : nil
    let controlled = q.map {
      Verdict(q: $0, observed: cell.cases, expected: comparison.expected)
    }
    return [
      .number(comparison.expected), .optional(comparison.ratio.map { 100 * $0 }),
      .optional(limits.map { 100 * $0.low }), .optional(limits.map { 100 * $0.high }),
      .text(comparison.method.rawValue),
      .optional(comparison.twoSidedP(dispersion: group.dispersion)),
      .optional(plain?.rawValue ?? ""), .optional(controlled?.rawValue ?? ""),
    ]
  }
}
