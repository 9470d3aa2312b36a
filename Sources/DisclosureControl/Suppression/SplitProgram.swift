/// A linear program that falls apart into independent parts, each solved on its own.
///
/// Known unknowns are filled in, equal rows are kept once, and parts are made only when somebody asks
/// for a sum that touches them. A class, because its parts keep the basis of their last solution.
final class SplitProgram {
  /// A part with its own unknowns and rows.
  private struct Part {
    var columns: [Int] = []
    var rows: [Int] = []
    var program: LinearProgram?
  }

  /// A row over the unknowns that are not known.
  private struct Row {
    let origin: Int
    let row: SparseRow
  }

  private struct RowKey: Hashable {
    let columns: [Int]
    let coefficients: [Double]
    let lower: Double
    let upper: Double

    // The ends tell nearly all rows apart; every place of a long one takes longer than a comparison.
    func hash(into hasher: inout Hasher) {
      hasher.combine(columns.count)
      hasher.combine(columns[0])
      hasher.combine(columns[columns.count / 2])
      hasher.combine(columns[columns.count - 1])
      hasher.combine(lower)
      hasher.combine(upper)
    }
  }

  /// The bounds, narrowed by rows over one unknown.
  private let bounds: NarrowedBounds
  private let rows: [Row]
  private var parts: [Part] = []
  /// The part of each unknown; −1 when its value is known.
  private var partOf: [Int]
  /// The place of each unknown in its part.
  private var placeInPart: [Int]
  /// The parts of the last solution.
  private(set) var touched: [Int] = []

  /// Makes the program.
  ///
  /// - Parameters:
  ///   - bounds: Bounds per unknown; equal bounds mean that it is known.
  ///   - rows: The rows; a row without unknown unknowns is left out.
  init(bounds: [(lower: Double, upper: Double)], rows: [SparseRow]) {
    var narrowed = NarrowedBounds(bounds)
    var open: [Row] = []
    for (origin, row) in rows.enumerated() {
      let reduced = Self.reduced(row, bounds)
      guard !reduced.columns.isEmpty, Self.canBind(reduced, bounds) else { continue }
      if !narrowed.take(reduced, origin) { open.append(Row(origin: origin, row: reduced)) }
    }
    self.bounds = narrowed
    var kept: [Row] = []
    var known: Set<RowKey> = []
    for row in open {
      let reduced = row.row
      guard Self.canBind(reduced, narrowed.bounds) else { continue }
      let key = RowKey(
        columns: reduced.columns, coefficients: reduced.coefficients, lower: reduced.lower,
        upper: reduced.upper)
      if known.insert(key).inserted { kept.append(row) }
    }
    self.rows = kept
    partOf = [Int](repeating: -1, count: bounds.count)
    placeInPart = partOf
    split()
  }

  /// Whether the value of an unknown is known.
  func isKnown(_ unknown: Int) -> Bool { partOf[unknown] < 0 }

  /// The smallest (sense 1) or largest (sense −1) value of a sum of unknowns.
  ///
  /// - Returns: The value, ±∞ when there is no limit, nil when nothing fits or the solver fails.
  func extreme(of unknowns: [Int], sense: Double) -> Double? {
    var value = 0.0
    var objectives: [Int: [(column: Int, cost: Double)]] = [:]
    touched = []
    for unknown in unknowns {
      let part = partOf[unknown]
      if part < 0 {
        value += bounds.bounds[unknown].lower
      } else {
        if objectives[part] == nil { touched.append(part) }
        objectives[part, default: []].append((placeInPart[unknown], sense))
      }
    }
    for part in touched {
      let program = program(of: part)
      switch program.minimize(objectives[part] ?? []) {
      case .optimal: value += sense * program.objectiveValue
      case .unbounded: return sense < 0 ? .infinity : -.infinity
      case .infeasible, .failed: return nil
      }
    }
    return value
  }

  /// Changes the upper bound of an unknown, or sets it back.
  func setUpperBound(of unknown: Int, to bound: Double?) {
    guard partOf[unknown] >= 0 else { return }
    program(of: partOf[unknown]).setUpperBound(
      of: placeInPart[unknown],
      to: min(bound ?? .infinity, bounds.bounds[unknown].upper))
  }

  /// Values of all unknowns that fit, or nil when none do.
  func anyPoint() -> [Double]? {
    var point = bounds.bounds.map(\.lower)
    for part in parts.indices {
      let program = program(of: part)
      guard program.fit() == .optimal else { return nil }
      for (place, unknown) in parts[part].columns.enumerated() {
        point[unknown] = program.solution[place]
      }
    }
    return point
  }

  /// Whether the last solution leans on a limit of an unknown or on a row of some kind.
  func usesLimit(_ isLimited: [Bool], orRow isRule: [Bool]) -> Bool {
    touched.contains { part in
      guard let program = parts[part].program else { return false }
      let (costs, duals) = (program.reducedCosts, program.rowDuals)
      return parts[part].columns.enumerated().contains {
        let cost = costs[$0.offset]
        guard abs(cost) > 1e-9 else { return false }
        return isLimited[$0.element]
          || bounds.row(at: $0.element, cost).map { isRule[$0.row] } ?? false
      }
        || parts[part].rows.enumerated().contains {
          isRule[rows[$0.element].origin] && abs(duals[$0.offset]) > 1e-9
        }
    }
  }

  /// Calls `body` with every unknown of the parts of the last solution and its value.
  func forEachSolvedUnknown(_ body: (_ unknown: Int, _ value: Double) -> Void) {
    for part in touched {
      guard let solution = parts[part].program?.solution else { continue }
      for (place, unknown) in parts[part].columns.enumerated() { body(unknown, solution[place]) }
    }
  }

  /// Calls `body` with every row of the parts of the last solution and its dual value.
  func forEachDual(_ body: (_ row: Int, _ dual: Double) -> Void) {
    for part in touched {
      guard let program = parts[part].program else { continue }
      let (duals, costs, solution) = (program.rowDuals, program.reducedCosts, program.solution)
      for (place, row) in parts[part].rows.enumerated() where duals[place] != 0 {
        body(rows[row].origin, duals[place])
      }
      for (place, unknown) in parts[part].columns.enumerated() where costs[place] != 0 {
        guard let found = bounds.row(at: unknown, costs[place]),
          abs(solution[place] - found.bound) < 1e-7
        else { continue }
        body(found.row, costs[place] / found.coefficient)
      }
    }
  }

  private static func reduced(
    _ row: SparseRow, _ bounds: [(lower: Double, upper: Double)]
  ) -> SparseRow {
    if row.columns.allSatisfy({ bounds[$0].lower != bounds[$0].upper }) { return row }
    var columns: [Int] = []
    var coefficients: [Double] = []
    var known = 0.0
    for (column, coefficient) in zip(row.columns, row.coefficients) {
      if bounds[column].lower == bounds[column].upper {
        known += coefficient * bounds[column].lower
      } else {
        columns.append(column)
        coefficients.append(coefficient)
      }
    }
    return SparseRow(
      columns: columns, coefficients: coefficients, lower: row.lower - known,
      upper: row.upper - known)
  }

  /// Whether the bounds of its unknowns leave a row anything to say.
  static func canBind(
    _ row: SparseRow, _ bounds: [(lower: Double, upper: Double)]
  ) -> Bool {
    guard row.lower < row.upper else { return true }
    var least = 0.0
    var most = 0.0
    for (column, coefficient) in zip(row.columns, row.coefficients) {
      let ends = (coefficient * bounds[column].lower, coefficient * bounds[column].upper)
      least += min(ends.0, ends.1)
      most += max(ends.0, ends.1)
    }
    return least < row.lower || most > row.upper
  }

  private func split() {
    let bounds = bounds.bounds
    var sets = DisjointSets(count: bounds.count)
    for row in rows { sets.join(row.row.columns) }
    var partOfRoot: [Int: Int] = [:]
    for unknown in bounds.indices where bounds[unknown].lower != bounds[unknown].upper {
      let top = sets.root(unknown)
      let part = partOfRoot[top] ?? parts.count
      if part == parts.count {
        partOfRoot[top] = part
        parts.append(Part())
      }
      partOf[unknown] = part
      placeInPart[unknown] = parts[part].columns.count
      parts[part].columns.append(unknown)
    }
    for (index, row) in rows.enumerated() { parts[partOf[row.row.columns[0]]].rows.append(index) }
  }

  private func program(of part: Int) -> LinearProgram {
    if let program = parts[part].program { return program }
    let made = LinearProgram(
      columns: parts[part].columns.map { bounds.bounds[$0] },
      rows: parts[part].rows.map { index in
        let row = rows[index].row
        return SparseRow(
          columns: row.columns.map { placeInPart[$0] }, coefficients: row.coefficients,
          lower: row.lower, upper: row.upper)
      })
    parts[part].program = made
    return made
  }
}
