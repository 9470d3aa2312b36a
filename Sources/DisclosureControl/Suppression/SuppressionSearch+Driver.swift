extension SuppressionSearch {
  /// Parts of the problem whose cells share finest cells.
  struct Component {
    /// The units that may be hidden or shown.
    var free: [Int]
    /// The quantities that must be safe.
    var quantities: [Int]
  }

  /// The most units that are chosen in one exact search.
  static let exactLimit = 300
  /// The most units of which blocks are chosen anew.
  static let blockLimit = 1000

  /// Chooses what is hidden; nothing is left to improve within the limits.
  ///
  /// - Returns: false when the tables cannot be made safe.
  func run() -> Bool {
    for component in components() where !optimize(component) { return false }
    // Components are tied by rules such as "a group is part of the total"; those seldom matter.
    return completeGreedily() && !hasFailed
  }

  /// Makes one component safe, cheaply.
  func optimize(_ component: Component) -> Bool {
    let units = problem.units
    let needsWork = component.quantities.contains { $0 >= units.count || units[$0].isForced }
    guard needsWork else { return true }
    if component.free.count <= Self.exactLimit {
      let outcome = choose(
        component.free, below: .infinity, scope: component.quantities, rounds: 60, nodes: 5000)
      if outcome != .failed { return true }
    }
    hideDeviations(component)
    guard completeGreedily(scope: component.quantities) else { return false }
    guard component.free.count <= Self.blockLimit else { return true }
    prune(component)
    improve(component)
    return true
  }

  /// Hides, for every small count, the cheapest cells with which it can rise, in several passes: what
  /// others need anyway costs next to nothing, and what nobody needs any more is shown again.
  private func hideDeviations(_ component: Component) {
    let units = problem.units
    let small = component.quantities.filter { $0 < units.count && units[$0].isForced }.sorted {
      units[$0].value != units[$1].value ? units[$0].value > units[$1].value : $0 < $1
    }
    guard let first = small.first else { return }
    let program = attacker.deviationProgram(of: attacker.componentOf[first])
    var uses = [Int](repeating: 0, count: units.count)
    var moves: [Int: [Int]] = [:]
    let sizes = units.map { 1 + SuppressionProblem.magnitude($0.value + 1) }
    for pass in 0..<5 {
      for unit in pass.isMultiple(of: 2) ? small : small.reversed() {
        let old = moves[unit] ?? []
        for moved in old { uses[moved] -= 1 }
        let amount = max(problem.minimumWidth, problem.threshold - units[unit].value)
        let new = program.movedUnits(raising: unit, by: amount) { other in
          units[other].isForced ? 0.001 : uses[other] > 0 ? 0.02 * sizes[other] : sizes[other]
        }
        func newCost(_ moves: [Int]) -> Double {
          moves.reduce(0) { $0 + (units[$1].isForced || uses[$1] > 0 ? 0 : units[$1].cost) }
        }
        let isBetter = new.map { old.isEmpty || newCost($0) <= newCost(old) } ?? false
        let chosen = isBetter ? new ?? old : old
        moves[unit] = chosen
        for moved in chosen { uses[moved] += 1 }
      }
    }
    for unit in component.free where uses[unit] > 0 { hidden[unit] = true }
  }

  /// Shows hidden cells again that protect nothing, the largest first.
  private func prune(_ component: Component) {
    let candidates = component.free.filter { hidden[$0] }.sorted {
      let (one, other) = (problem.units[$0], problem.units[$1])
      return one.cost != other.cost ? one.cost > other.cost : $0 < $1
    }
    for unit in candidates {
      var choice = hidden
      choice[unit] = false
      let isNeeded = cuts.contains { !$0.isMet(choice) }
      if isNeeded { continue }
      if separate(choice, scope: component.quantities, stopsAtFirst: true).isEmpty {
        hidden = choice
      }
    }
  }

  /// Chooses block after block anew until a whole pass gains nothing.
  private func improve(_ component: Component) {
    let regions = regions(of: component.free)
    for _ in 0..<3 {
      var hasImproved = false
      for region in regions {
        let current = cost(of: region, hidden)
        guard current > 0 else { continue }
        let outcome = choose(
          region, below: current, scope: component.quantities, rounds: 30, nodes: 300)
        if outcome == .improved { hasImproved = true }
      }
      if !hasImproved { return }
    }
  }

  /// The components, in the order of their first unknown.
  func components() -> [Component] {
    let problem = problem
    var sets = DisjointSets(count: problem.system.unknownCount)
    for unknowns in attacker.quantities { sets.join(unknowns) }
    for rule in problem.rules where rule.row.lower == rule.row.upper || rule.unit != nil {
      sets.join(rule.row.columns)
    }
    var places: [Int: Int] = [:]
    var components: [Component] = []
    func component(_ unknown: Int) -> Int {
      let top = sets.root(unknown)
      if let place = places[top] { return place }
      places[top] = components.count
      components.append(Component(free: [], quantities: []))
      return components.count - 1
    }
    for (quantity, unknowns) in attacker.quantities.enumerated() {
      guard let first = unknowns.first else { continue }
      let place = component(first)
      components[place].quantities.append(quantity)
      if quantity < problem.units.count, !problem.units[quantity].isForced {
        components[place].free.append(quantity)
      }
    }
    for rule in problem.rules {
      guard let unit = rule.unit, let first = rule.row.columns.first else { continue }
      let place = component(first)
      if !components[place].free.contains(unit) { components[place].free.append(unit) }
    }
    return components
  }
}
