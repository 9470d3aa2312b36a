extension SuppressionSearch {
  /// How a region was left.
  enum RegionOutcome {
    case improved
    case unchanged
    /// No safe choice was found within the limits.
    case failed
  }

  /// Chooses anew which units of a region are hidden, as cheaply as possible, the others staying.
  ///
  /// The choice costs less than `ceiling` (∞ when there is no safe choice yet) and makes all quantities
  /// of `scope` safe; at most `rounds` times conditions are added, and none after `lastPush`. Each search visits at most `nodes`
  /// nodes and may stop at a fraction `gap` from the optimum.
  func choose(
    _ region: [Int], below ceiling: Double, scope: [Int], rounds: Int, nodes: Int,
    gap: Double = 0, lastPush: Int = .max
  ) -> RegionOutcome {
    let before = hidden
    var best: [Bool]?
    var ceiling = ceiling
    for _ in 0..<rounds where pushCount < lastPush {
      hidden = before
      guard let candidate = cheapest(region, nodes: nodes, gap: gap) else { break }
      if cost(of: region, candidate) >= ceiling - 1e-6 {
        hidden = best ?? before
        return best == nil ? .unchanged : .improved
      }
      // Completing the choice gives many conditions for one search, and a safe choice besides.
      hidden = candidate
      guard completeGreedily(within: region, scope: scope) else { continue }
      let found = cost(of: region, hidden)
      if found < ceiling - 1e-6 { (best, ceiling) = (hidden, found) }
    }
    hidden = best ?? before
    return best == nil ? .failed : .improved
  }

  /// The cheapest choice in a region that meets all conditions found so far.
  private func cheapest(_ region: [Int], nodes: Int, gap: Double) -> [Bool]? {
    var isFree = [Bool](repeating: false, count: hidden.count)
    for unit in region { isFree[unit] = true }
    var columnOf = [Int](repeating: -1, count: hidden.count)
    var columns: [Int] = []
    func column(_ unit: Int) -> Int {
      if columnOf[unit] < 0 {
        columnOf[unit] = columns.count
        columns.append(unit)
      }
      return columnOf[unit]
    }
    var demands: [SparseRow] = []
    for cut in cuts {
      guard let demand = demand(of: cut, isFree, column) else { continue }
      if demand.columns.isEmpty { return nil }
      demands.append(demand)
    }
    var candidate = hidden
    for unit in region where !problem.units[unit].isForced { candidate[unit] = false }
    guard !demands.isEmpty else { return candidate }
    let program = CoverProgram(costs: columns.map { problem.units[$0].cost }, demands: demands)
    guard let choice = program.solve(maximumNodes: nodes, allowedGap: gap) else { return nil }
    for (column, unit) in columns.enumerated() { candidate[unit] = choice[column] }
    return candidate
  }

  /// What a cut still asks of a region, or nil when it is met whatever is chosen there.
  private func demand(
    of cut: SuppressionCut, _ isFree: [Bool], _ column: (Int) -> Int
  ) -> SparseRow? {
    let condition = cut.condition
    let isConditional = condition.map { isFree[$0] } ?? false
    if let condition, !isConditional, !hidden[condition] { return nil }
    var missing = cut.atLeast
    var touchesRegion = isConditional
    for (unit, weight) in zip(cut.units, cut.weights) {
      if isFree[unit] {
        touchesRegion = true
      } else if hidden[unit] {
        missing -= weight
      }
    }
    guard touchesRegion, missing > 1e-5 else { return nil }
    var row = SparseRow(columns: [], coefficients: [], lower: missing, upper: .infinity)
    for (unit, weight) in zip(cut.units, cut.weights) where isFree[unit] {
      row.columns.append(column(unit))
      row.coefficients.append(min(weight, missing))
    }
    if isConditional, let condition {
      row.columns.append(column(condition))
      row.coefficients.append(-missing)
      row.lower = 0
    }
    return row
  }

  /// Hides units until all conditions are met, those that help most per cost first.
  ///
  /// Only units of `region` are hidden, and only quantities of `scope` made safe; all when nil. False
  /// when hiding all of them is not enough.
  func completeGreedily(within region: [Int]? = nil, scope: [Int]? = nil) -> Bool {
    var isFree = [Bool](repeating: region == nil, count: hidden.count)
    for unit in region ?? [] { isFree[unit] = true }
    while true {
      let violated = separate(hidden, scope: scope)
      if violated.isEmpty { return true }
      guard cover(violated, isFree) else { return false }
    }
  }

  private func cover(_ violated: [SuppressionCut], _ isFree: [Bool]) -> Bool {
    var open = violated.filter { !$0.isMet(hidden) }
    while !open.isEmpty {
      var gains: [Int: Double] = [:]
      for cut in open {
        let missing = cut.atLeast - cut.reached(hidden)
        for (unit, weight) in zip(cut.units, cut.weights) where !hidden[unit] && isFree[unit] {
          gains[unit, default: 0] += min(1, weight / missing)
        }
      }
      var best: (unit: Int, gain: Double)?
      for unit in gains.keys.sorted() {
        let gain = (gains[unit] ?? 0) / problem.units[unit].cost
        if best.map({ gain > $0.gain + 1e-9 }) ?? true { best = (unit, gain) }
      }
      guard let best else { return false }
      hidden[best.unit] = true
      open.removeAll { $0.isMet(hidden) }
    }
    return true
  }
}
