extension SuppressionSearch {
  /// How thoroughly a region is searched; everything is counted and nothing timed, so that the same
  /// input gives the same choice.
  struct Effort {
    /// How many times conditions are added.
    var rounds: Int
    /// The nodes of each search over whole choices.
    var nodes: Int
    /// The nodes of the solver where that search is not finished; 0 never asks it.
    var solverNodes: Int
    /// No conditions are added after this push.
    var lastPush: Int
  }

  /// Chooses anew which units of a region are hidden, as cheaply as possible, the others staying.
  ///
  /// The choice makes all quantities of `scope` safe and costs less than the present one.
  ///
  /// - Returns: Whether a cheaper choice was found.
  func choose(_ region: [Int], scope: [Int], effort: Effort) -> Bool {
    let before = hidden
    var best: [Bool]?
    var ceiling = cost(of: region, hidden)
    for _ in 0..<effort.rounds where pushCount < effort.lastPush {
      hidden = before
      guard let candidate = cheapest(region, below: ceiling, effort) else { break }
      // Completing the choice gives many conditions for one search, and a safe choice besides.
      hidden = candidate
      guard completeGreedily(within: region, scope: scope) else { continue }
      let found = cost(of: region, hidden)
      if found < ceiling - 1e-6 { (best, ceiling) = (hidden, found) }
    }
    hidden = best ?? before
    return best != nil
  }

  /// The cheapest choice in a region that meets all conditions found so far, nil when none below the
  /// ceiling was found.
  private func cheapest(_ region: [Int], below ceiling: Double, _ effort: Effort) -> [Bool]? {
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
    let isForced = region.filter { problem.units[$0].isForced }
    let room = ceiling - cost(of: isForced, hidden)
    let costs = columns.map { problem.units[$0].cost }
    guard let choice = cheapest(costs, demands, below: room, effort) else { return nil }
    var candidate = hidden
    for unit in region where !problem.units[unit].isForced { candidate[unit] = false }
    for (column, unit) in columns.enumerated() { candidate[unit] = choice[column] }
    return candidate
  }

  private func cheapest(
    _ costs: [Double], _ demands: [SparseRow], below ceiling: Double, _ effort: Effort
  ) -> [Bool]? {
    var search = CoverSearch(
      costs: costs, demands: demands, ceiling: ceiling, maximumNodes: effort.nodes)
    switch search.run() {
    case .cheapest(let choice): return choice
    case .none: return nil
    case .unfinished(let choice):
      guard effort.solverNodes > 0 else { return choice }
      let program = CoverProgram(costs: costs, demands: demands)
      guard let best = program.solve(maximumNodes: effort.solverNodes, allowedGap: 0) else {
        return choice
      }
      let cost = zip(costs, best).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      return cost < ceiling - 1e-6 ? best : choice
    }
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
