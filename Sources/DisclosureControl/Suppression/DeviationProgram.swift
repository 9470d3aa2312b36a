/// Finds the cheapest cells to hide so that one count can move, with one linear program.
///
/// Kelly, Golden and Assad, "Cell suppression: disclosure protection for sensitive tabular data",
/// Networks 22(4), 1992: every cell that must move is hidden, cells that are hidden already move for
/// free. A class, because it keeps the program with its last solution.
final class DeviationProgram {
  private let problem: SuppressionProblem
  private let program: LinearProgram
  /// Of each unit the columns that say how far it rises and falls.
  private var columns: [Int: (up: Int, down: Int)] = [:]
  private var order: [Int] = []
  private var costs: [(column: Int, cost: Double)] = []

  /// Makes the program over some units; no other unit moves.
  init(
    _ problem: SuppressionProblem, units: [Int], unknowns: [Int],
    bounds widest: [(lower: Double, upper: Double)], rules: [SparseRow], reach: Double
  ) {
    self.problem = problem
    var bounds: [(lower: Double, upper: Double)] = []
    var columnsOf: [Int: (up: Int, down: Int)] = [:]
    for (unknown, bound) in zip(unknowns, widest) {
      columnsOf[unknown] = (bounds.count, bounds.count + 1)
      bounds += [(0, bound.upper), (0, max(0, -bound.lower))]
    }
    var rows: [SparseRow] = []
    func row(_ sum: SparseRow) -> SparseRow {
      var row = SparseRow(columns: [], coefficients: [], lower: sum.lower, upper: sum.upper)
      for (unknown, coefficient) in zip(sum.columns, sum.coefficients) {
        guard let pair = columnsOf[unknown] else { continue }
        row.columns += [pair.up, pair.down]
        row.coefficients += [coefficient, -coefficient]
      }
      return row
    }
    for unit in units where !problem.units[unit].unknowns.isEmpty {
      let sum = problem.units[unit].unknowns
      order.append(unit)
      if sum.count == 1, let pair = columnsOf[sum[0]] {
        columns[unit] = pair
        continue
      }
      columns[unit] = (bounds.count, bounds.count + 1)
      var balance = row(CellSystem.sum(sum, 0, 0))
      balance.columns += [bounds.count, bounds.count + 1]
      balance.coefficients += [-1, 1]
      rows.append(balance)
      bounds += [(0, reach), (0, problem.units[unit].value)]
    }
    for rule in rules { rows.append(row(rule)) }
    program = LinearProgram(columns: bounds, rows: rows)
  }

  /// The units that move when one rises by an amount as cheaply as possible, or nil when it cannot.
  ///
  /// The amount is in persons; `cost` is what a move of one person costs in each unit.
  func movedUnits(raising unit: Int, by amount: Double, cost: (Int) -> Double) -> [Int]? {
    guard let target = columns[unit] else { return nil }
    var costs: [(column: Int, cost: Double)] = []
    costs.reserveCapacity(2 * order.count)
    for other in order {
      guard let pair = columns[other] else { continue }
      let cost = cost(other)
      costs.append((pair.up, cost))
      costs.append((pair.down, cost))
    }
    let old = program.upperBound(of: target.down)
    program.setLowerBound(of: target.up, to: amount)
    program.setUpperBound(of: target.down, to: 0)
    defer {
      program.setLowerBound(of: target.up, to: 0)
      program.setUpperBound(of: target.down, to: old)
    }
    guard program.minimizeWithDual(costs) == .optimal else { return nil }
    let solution = program.solution
    return order.filter { other in
      guard let pair = columns[other] else { return false }
      return abs(solution[pair.up] - solution[pair.down]) > 1e-6
    }
  }
}
