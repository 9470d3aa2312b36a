internal import CCbc

/// The cheapest choice of cells that meets a list of demands, exactly (CBC, single-threaded).
struct CoverProgram {
  /// The cost of choosing each cell, positive.
  let costs: [Double]
  /// Sums over the chosen cells that must reach their lower bound.
  let demands: [SparseRow]

  /// The cheapest choice, or nil when no choice meets the demands.
  ///
  /// At most `maximumNodes` nodes of the search tree are visited, and the search may stop at a fraction
  /// `allowedGap` from the optimum: counts and not times, so that the same input gives the same choice.
  func solve(maximumNodes: Int, allowedGap: Double) -> [Bool]? {
    guard !costs.isEmpty else { return demands.isEmpty ? [] : nil }
    CCbc_lock()
    defer { CCbc_unlock() }
    let model = Cbc_newModel()
    defer { Cbc_deleteModel(model) }
    let count = costs.count
    let matrix = ColumnMajorMatrix(columnCount: count, rows: demands)
    Cbc_loadProblem(
      model, Int32(count), Int32(demands.count), matrix.starts, matrix.rows,
      matrix.elements,
      [Double](repeating: 0, count: count), [Double](repeating: 1, count: count), costs,
      demands.map(\.lower), [Double](repeating: .greatestFiniteMagnitude, count: demands.count))
    for column in 0..<count { Cbc_setInteger(model, Int32(column)) }
    Cbc_setObjSense(model, 1)
    Cbc_setLogLevel(model, 0)
    Cbc_setParameter(model, "log", "0")
    Cbc_setParameter(model, "slog", "0")
    Cbc_setParameter(model, "maxN", String(maximumNodes))
    if allowedGap > 0 { Cbc_setParameter(model, "ratio", String(allowedGap)) }
    Cbc_solve(model)
    guard Cbc_isProvenInfeasible(model) == 0, let best = Cbc_bestSolution(model) else { return nil }
    return (0..<count).map { best[$0] > 0.5 }
  }
}
