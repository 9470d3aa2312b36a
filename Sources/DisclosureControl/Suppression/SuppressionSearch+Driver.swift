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
  /// How many programs may be solved to improve a large component.
  static let improvingPushes = 1500

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
    hideBySpan(component)
    hideDeviations(component)
    guard completeGreedily(scope: component.quantities) else { return false }
    prune(component)
    improve(component)
    return true
  }

  /// What can be computed from shown cells of a component; nothing of it is shown at first.
  private func emptySpan(
    of component: Component
  ) -> (span: LinearSpan, coordinates: (Int) -> [Int]) {
    let units = problem.units
    var coordinate: [Int: Int] = [:]
    for unknown in attacker.unknowns(of: attacker.componentOf[component.quantities[0]])
    where !isShownZero(unknown) {
      coordinate[unknown] = coordinate.count
    }
    let places = coordinate
    func coordinates(_ quantity: Int) -> [Int] {
      attacker.quantities[quantity].compactMap { places[$0] }
    }
    let protected = component.quantities.filter { $0 >= units.count || units[$0].isForced }
    let span = LinearSpan(size: places.count, protected: protected.map(coordinates))
    return (span, coordinates)
  }

  /// Hides what keeps small counts from being computed by adding and subtracting: the largest counts
  /// are shown first, and a count that would give a small one away is hidden.
  private func hideBySpan(_ component: Component) {
    let units = problem.units
    var (span, coordinates) = emptySpan(of: component)
    let candidates = component.free.filter { units[$0].value > 0 && !units[$0].unknowns.isEmpty }
      .sorted {
        units[$0].value != units[$1].value ? units[$0].value > units[$1].value : $0 < $1
      }
    for unit in candidates where !span.add(coordinates(unit)) { hidden[unit] = true }
  }

  private func isShownZero(_ unknown: Int) -> Bool {
    guard let unit = attacker.ownUnit(of: unknown) else { return false }
    return problem.units[unit].value == 0 && !hidden[unit]
  }

  /// Hides, for every small count that can still be bounded too well, the cheapest cells with which it
  /// can rise.
  private func hideDeviations(_ component: Component) {
    let units = problem.units
    let small = component.quantities.filter { $0 < units.count && units[$0].isForced }
    guard let first = small.first else { return }
    let sizes = units.map { 1 + SuppressionProblem.magnitude($0.value + 1) }
    var program: DeviationProgram?
    for _ in 0..<3 {
      _ = separate(hidden, scope: component.quantities)
      let exposed = violated.filter { $0 < units.count && units[$0].isForced }
      if exposed.isEmpty { return }
      let made = program ?? attacker.deviationProgram(of: attacker.componentOf[first])
      program = made
      for unit in exposed {
        let amount = max(problem.minimumWidth, problem.threshold - units[unit].value)
        let moved = made.movedUnits(raising: unit, by: amount) { other in
          hidden[other] ? 0.001 : sizes[other]
        }
        for unit in moved ?? [] { hidden[unit] = true }
      }
    }
  }

  /// Shows hidden cells again that protect nothing, the largest first.
  private func prune(_ component: Component) {
    let units = problem.units
    var (span, coordinates) = emptySpan(of: component)
    for unit in component.free where !hidden[unit] && !units[unit].unknowns.isEmpty {
      _ = span.add(coordinates(unit))
    }
    let candidates = component.free.filter { hidden[$0] && !units[$0].unknowns.isEmpty }.sorted {
      units[$0].cost != units[$1].cost ? units[$0].cost > units[$1].cost : $0 < $1
    }
    for unit in candidates where !span.exposes(coordinates(unit)) {
      var choice = hidden
      choice[unit] = false
      let isNeeded = cuts.contains { !$0.isMet(choice) }
      if isNeeded { continue }
      if separate(choice, scope: component.quantities, stopsAtFirst: true).isEmpty {
        hidden = choice
        _ = span.add(coordinates(unit))
      }
    }
  }

  /// Chooses block after block anew, small blocks first, until a whole pass gains nothing.
  ///
  /// It ends when the pushes are used up; they are counted and not timed, so that the same input gives
  /// the same choice.
  private func improve(_ component: Component) {
    let regions = regions(of: component.free).sorted { $0.count < $1.count }
    let lastPush = pushCount + Self.improvingPushes
    for _ in 0..<3 {
      var hasImproved = false
      for region in regions where pushCount < lastPush {
        let current = cost(of: region, hidden)
        guard current > 0 else { continue }
        let outcome = choose(
          region, below: current, scope: component.quantities, rounds: 8, nodes: 100,
          lastPush: lastPush)
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
