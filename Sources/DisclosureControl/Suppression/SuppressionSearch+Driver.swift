extension SuppressionSearch {
  /// Parts of the problem whose cells share finest cells.
  struct Component {
    /// The units that may be hidden or shown.
    var free: [Int]
    /// The quantities that must be safe.
    var quantities: [Int]
  }

  /// The most units that are chosen in one search over a whole component.
  static let wholeLimit = 300
  /// How many programs may be solved to improve a component: for each, and for each small count in it.
  static let improvingPushes = (each: 200, perCount: 40)
  /// How many programs may be solved to improve a component at most.
  static let mostPushes = 1500
  /// From how many small counts on a solver is worth its preparation.
  static let solverLimit = 8

  /// Chooses what is hidden; nothing is left to improve within the limits.
  ///
  /// - Returns: false when the tables cannot be made safe.
  func run() -> Bool {
    for component in components() where !optimize(component) { return false }
    // Components are tied by rules such as "a group is part of the total"; those seldom matter.
    guard completeGreedily(), !hasFailed else { return false }
    if problem.system.model.releaseNames.names.count > 1 { improveTogether() }
    return !hasFailed
  }

  /// Chooses anew over all releases: what is hidden in one may have to be hidden in the next.
  private func improveTogether() {
    let free = problem.units.indices.filter { !problem.units[$0].isForced }
    guard free.count <= Self.wholeLimit else { return }
    let effort = Effort(
      rounds: 60, nodes: 2000, solverNodes: 2000, lastPush: pushCount + Self.mostPushes)
    _ = choose(free, scope: Array(attacker.quantities.indices), effort: effort)
  }

  /// Makes one component safe, cheaply.
  func optimize(_ component: Component) -> Bool {
    let units = problem.units
    let needsWork = component.quantities.contains { $0 >= units.count || units[$0].isForced }
    guard needsWork else { return true }
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

  /// Chooses anew: a small component as a whole, a large one block after block until a whole pass gains
  /// nothing.
  private func improve(_ component: Component) {
    let count = component.quantities.count {
      $0 >= problem.units.count || problem.units[$0].isForced
    }
    let pushes = Self.improvingPushes.each + Self.improvingPushes.perCount * count
    var effort = Effort(
      rounds: 60, nodes: 2000, solverNodes: count < Self.solverLimit ? 0 : 2000,
      lastPush: pushCount + min(Self.mostPushes, pushes))
    guard component.free.count > Self.wholeLimit else {
      _ = choose(component.free, scope: component.quantities, effort: effort)
      return
    }
    effort.rounds = 8
    effort.solverNodes = 100
    let regions = regions(of: component.free).sorted { $0.count < $1.count }
    for _ in 0..<3 {
      var hasImproved = false
      for region in regions where pushCount < effort.lastPush && cost(of: region, hidden) > 0 {
        if choose(region, scope: component.quantities, effort: effort) { hasImproved = true }
      }
      if !hasImproved { return }
    }
  }

  /// The components, in the order of their first unknown.
  func components() -> [Component] {
    var components = [Component](
      repeating: Component(free: [], quantities: []), count: attacker.componentCount)
    for (quantity, component) in attacker.componentOf.enumerated() where component >= 0 {
      components[component].quantities.append(quantity)
      if quantity < problem.units.count, !problem.units[quantity].isForced {
        components[component].free.append(quantity)
      }
    }
    for rule in problem.rules {
      guard let unit = rule.unit, let first = rule.row.columns.first else { continue }
      let component = attacker.component(of: first)
      if !components[component].free.contains(unit) { components[component].free.append(unit) }
    }
    return components.filter { !$0.quantities.isEmpty }
  }
}
