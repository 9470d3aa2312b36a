internal import CClp

/// A linear program that is solved again and again for other objectives (CLP, single-threaded).
///
/// A class, because it owns the model of a C library; used inside one function call only.
final class LinearProgram {
  /// How a solution ended.
  enum Outcome {
    case optimal
    case infeasible
    case unbounded
    /// Numerical trouble; nothing may be concluded.
    case failed
  }

  private let model: UnsafeMutableRawPointer
  private let columnCount: Int
  private var costs: [Double]
  private var isNew = true

  /// From how many rows on a good start is worth its time.
  private static let large = 500
  /// What the solver calls these ways to solve.
  private static let (presolved, primal): (Int32, Int32) = (0, 1)

  /// Makes a program over columns with bounds and sparse rows with bounds.
  ///
  /// - Parameters:
  ///   - columns: Lower and upper bound of each unknown; infinite where there is none.
  ///   - rows: Coefficients per column, with the bounds of their sum.
  init(columns: [(lower: Double, upper: Double)], rows: [SparseRow]) {
    model = Clp_newModel()
    columnCount = columns.count
    costs = [Double](repeating: 0, count: columns.count)
    Clp_setLogLevel(model, 0)
    let matrix = ColumnMajorMatrix(columnCount: columns.count, rows: rows)
    Clp_loadProblem(
      model, Int32(columns.count), Int32(rows.count), matrix.starts, matrix.rows, matrix.elements,
      columns.map { Self.bound($0.lower) }, columns.map { Self.bound($0.upper) }, costs,
      rows.map { Self.bound($0.lower) }, rows.map { Self.bound($0.upper) })
    Clp_setOptimizationDirection(model, 1)
    // Coefficients are 1 or shares; looking for a scale takes longer than a small program.
    Clp_scaling(model, 0)
  }

  deinit { Clp_deleteModel(model) }

  /// Minimizes the sum of cost × unknown; unknowns that are not named cost nothing.
  ///
  /// The basis of the last solution is kept, so a similar objective takes few steps.
  func minimize(_ objective: [(column: Int, cost: Double)]) -> Outcome {
    change(objective)
    if isNew, Clp_numberRows(model) > Self.large { _ = Clp_crash(model, 1000, -1) }
    isNew = false
    Clp_primal(model, 0)
    return outcome
  }

  /// Finds any values that fit; for a large program in a smaller form first.
  func fit() -> Outcome {
    guard isNew, Clp_numberRows(model) > Self.large else { return minimize([]) }
    isNew = false
    let options = ClpSolve_new()
    defer { ClpSolve_delete(options) }
    ClpSolve_setPresolveType(options, Self.presolved, -1)
    ClpSolve_setSolveType(options, Self.primal, -1)
    Clp_initialSolveWithOptions(model, options)
    return outcome
  }

  /// Minimizes after bounds and costs were changed, where every column has two finite bounds.
  func minimizeWithDual(_ objective: [(column: Int, cost: Double)]) -> Outcome {
    change(objective)
    Clp_dual(model, 0)
    return outcome
  }

  private func change(_ objective: [(column: Int, cost: Double)]) {
    for column in costs.indices where costs[column] != 0 { costs[column] = 0 }
    for (column, cost) in objective { costs[column] += cost }
    Clp_chgObjCoefficients(model, costs)
  }

  private var outcome: Outcome {
    switch Clp_status(model) {
    case 0: return .optimal
    case 1: return .infeasible
    case 2: return .unbounded
    default: return .failed
    }
  }

  /// The upper bound of a column.
  func upperBound(of column: Int) -> Double { Clp_columnUpper(model)[column] }

  /// Changes the lower bound of a column for the next solution.
  func setLowerBound(of column: Int, to bound: Double) {
    Clp_columnLower(model)[column] = Self.bound(bound)
  }

  /// Changes the upper bound of a column for the next solution.
  func setUpperBound(of column: Int, to bound: Double) {
    Clp_columnUpper(model)[column] = Self.bound(bound)
  }

  /// The objective at the last solution.
  var objectiveValue: Double { Clp_objectiveValue(model) }

  /// The unknowns at the last solution.
  var solution: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: Clp_primalColumnSolution(model), count: columnCount)
  }

  /// The dual value of each row at the last solution.
  var rowDuals: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: Clp_dualRowSolution(model), count: Int(Clp_numberRows(model)))
  }

  /// What a column would change the objective by, per unit, at the last solution.
  var reducedCosts: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: Clp_dualColumnSolution(model), count: columnCount)
  }

  private static func bound(_ value: Double) -> Double {
    max(-.greatestFiniteMagnitude, min(.greatestFiniteMagnitude, value))
  }
}

/// A sum of unknowns with bounds.
struct SparseRow {
  /// The unknowns, each once.
  var columns: [Int]
  /// One coefficient per unknown.
  var coefficients: [Double]
  /// The smallest sum, −∞ where there is none.
  var lower: Double
  /// The largest sum, ∞ where there is none.
  var upper: Double
}

/// A sparse matrix column by column, as the solvers want it.
struct ColumnMajorMatrix {
  private(set) var starts: [Int32]
  private(set) var rows: [Int32]
  private(set) var elements: [Double]

  /// Makes the matrix of rows.
  init(columnCount: Int, rows: [SparseRow]) {
    starts = [Int32](repeating: 0, count: columnCount + 1)
    for row in rows { for column in row.columns { starts[column + 1] += 1 } }
    for column in 0..<columnCount { starts[column + 1] += starts[column] }
    var next = starts
    let count = Int(starts[columnCount])
    self.rows = [Int32](repeating: 0, count: count)
    elements = [Double](repeating: 0, count: count)
    for (place, row) in rows.enumerated() {
      for (column, value) in zip(row.columns, row.coefficients) {
        let to = Int(next[column])
        next[column] += 1
        self.rows[to] = Int32(place)
        elements[to] = value
      }
    }
    // The solvers read the first element even of an empty matrix.
    if elements.isEmpty { (self.rows, elements) = ([0], [0]) }
  }
}
