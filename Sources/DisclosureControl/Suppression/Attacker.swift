/// Computes how far a reader can push a count, for one choice of hidden cells.
///
/// Everything is a deviation from the truth: shown cells do not move, hidden cells fall at most to
/// zero. A class, because it keeps programs with their last solutions.
final class Attacker {
  /// A push as far as it goes.
  struct Push {
    /// How far the count moved.
    let reached: Double
    /// What each unit would contribute at most to the push, if it were hidden (linear duality).
    let multipliers: [(unit: Int, weight: Double)]
    /// What is possible whatever is hidden.
    let constant: Double
    /// The quantities that moved, with their deviation: units first, then derived counts.
    let moved: [(quantity: Int, deviation: Double)]
    /// Whether a rule that ties components together stopped it, so that it may go farther when counts
    /// of other components move too.
    let isStoppedByRule: Bool
    /// Whether it only bounds how far the count can move.
    let isLoose: Bool
  }

  /// The weight of a unit that would set a push free.
  static let unlimited = 1e9

  let problem: SuppressionProblem
  /// The unknowns of all units and derived counts.
  let quantities: [[Int]]
  /// The component of each quantity: no equation ties the unknowns of two components.
  let componentOf: [Int]
  private let reach: Double
  private let ownUnit: [Int]
  private let quantitiesOf: [[Int32]]
  private let widest: [(lower: Double, upper: Double)]
  private let narrow: AttackScope
  private let loose: AttackScope
  /// Everything that a rule can tie together; seldom needed.
  private var wide: AttackScope?
  private var hidden: [Bool] = []
  private var sums: [Double]
  private var multipliers: [Double]

  init(_ problem: SuppressionProblem) {
    self.problem = problem
    quantities = problem.units.map(\.unknowns) + problem.derived.map(\.unknowns)
    let reach = 4 * problem.threshold
    self.reach = reach
    let count = problem.system.unknownCount
    var own = [Int](repeating: -1, count: count)
    for (place, unit) in problem.units.enumerated() where unit.unknowns.count == 1 {
      own[unit.unknowns[0]] = place
    }
    ownUnit = own
    var lists = [[Int32]](repeating: [], count: count)
    for (place, unknowns) in quantities.enumerated() {
      for unknown in unknowns { lists[unknown].append(Int32(place)) }
    }
    quantitiesOf = lists
    sums = [Double](repeating: 0, count: quantities.count)
    multipliers = [Double](repeating: 0, count: count)
    let isUnlimited = Self.unlimitedUnknowns(problem, lists)
    widest = (0..<count).map { unknown in
      isUnlimited[unknown] ? (reach, reach) : (-problem.point[unknown], reach)
    }
    let scope = AttackScope(
      problem, quantities: quantities, ownUnit: own, widest: widest, kind: .narrow)
    narrow = scope
    loose = AttackScope(
      problem, quantities: quantities, ownUnit: own, widest: widest, kind: .loose)
    componentOf = quantities.map { $0.first.map { scope.componentOfUnknown[$0] } ?? -1 }
  }

  /// The unknowns that are part of no quantity and whose rise breaks no rule.
  private static func unlimitedUnknowns(
    _ problem: SuppressionProblem, _ quantitiesOf: [[Int32]]
  ) -> [Bool] {
    var result = quantitiesOf.map(\.isEmpty)
    for rule in problem.rules {
      for (column, coefficient) in zip(rule.row.columns, rule.row.coefficients) {
        let bound = coefficient > 0 ? rule.row.upper : -rule.row.lower
        if bound < .infinity { result[column] = false }
      }
    }
    return result
  }

  /// The number of components.
  var componentCount: Int { narrow.count }

  /// The unknowns of a component.
  func unknowns(of component: Int) -> [Int] { narrow.unknowns(of: component) }

  /// The component of an unknown.
  func component(of unknown: Int) -> Int { narrow.componentOfUnknown[unknown] }

  /// The unit that prints an unknown itself, or nil.
  func ownUnit(of unknown: Int) -> Int? { ownUnit[unknown] < 0 ? nil : ownUnit[unknown] }

  /// A program that finds cheap cells to hide in one component.
  func deviationProgram(of component: Int) -> DeviationProgram {
    let unknowns = narrow.unknowns(of: component)
    return DeviationProgram(
      problem,
      units: problem.units.indices.filter { componentOf[$0] == component },
      unknowns: unknowns, bounds: unknowns.map { narrow.widest[$0] },
      rules: narrow.rules(of: component), reach: reach)
  }

  /// Sets which units are hidden.
  func hide(_ choice: [Bool]) {
    hidden = choice
    narrow.hide(choice)
    loose.hide(choice)
    wide?.hide(choice)
  }

  /// Pushes a count up (1) or down (−1) as far as it goes; nil when the solver fails.
  ///
  /// Only counts of its own component move. Where no rule stops the push, that is as far as it goes in
  /// any case: the rules that tie components together are not needed to prove it.
  func push(_ quantity: Int, _ direction: Double) -> Push? {
    push(quantity, direction, narrow)
  }

  /// Pushes a count as if there were no rules between components; nothing goes farther.
  func loosePush(_ quantity: Int, _ direction: Double) -> Push? {
    push(quantity, direction, loose)
  }

  /// Pushes a count while the counts of other components move with it.
  func widePush(_ quantity: Int, _ direction: Double) -> Push? {
    let scope =
      wide
      ?? AttackScope(
        problem, quantities: quantities, ownUnit: ownUnit, widest: widest, kind: .wide)
    if wide == nil {
      scope.hide(hidden)
      wide = scope
    }
    return push(quantity, direction, scope)
  }

  private func push(_ quantity: Int, _ direction: Double, _ scope: AttackScope) -> Push? {
    let unknowns = quantities[quantity]
    guard let first = unknowns.first else { return nil }
    // Farther than this nobody asks; a cap spares the solver most of its steps.
    let cap = problem.threshold + problem.minimumWidth
    guard let value = scope.extreme(of: unknowns, sense: -direction, cap: cap) else { return nil }
    let component = scope.componentOfUnknown[first]
    let moved = movedQuantities(scope, component)
    let (weights, constant, usesRule) = weights(of: quantity, direction, scope, component)
    return Push(
      reached: direction * value, multipliers: weights, constant: constant, moved: moved,
      isStoppedByRule: usesRule && scope === narrow, isLoose: scope === loose)
  }

  private func movedQuantities(
    _ scope: AttackScope, _ component: Int
  ) -> [(quantity: Int, deviation: Double)] {
    var touched: [Int32] = []
    scope.forEachMoved(component) { unknown, value in
      for quantity in quantitiesOf[unknown] {
        if sums[Int(quantity)] == 0 { touched.append(quantity) }
        // A sum that returns to zero on the way must not be listed twice.
        sums[Int(quantity)] += value
        if sums[Int(quantity)] == 0 { sums[Int(quantity)] = 1e-300 }
      }
    }
    var moved: [(quantity: Int, deviation: Double)] = []
    for quantity in touched {
      let sum = sums[Int(quantity)]
      if abs(sum) > 1e-6 { moved.append((Int(quantity), sum)) }
      sums[Int(quantity)] = 0
    }
    return moved
  }

  /// The dual solution as weights of units.
  private func weights(
    of quantity: Int, _ direction: Double, _ scope: AttackScope, _ component: Int
  ) -> (weights: [(unit: Int, weight: Double)], constant: Double, usesRule: Bool) {
    var weights: [(unit: Int, weight: Double)] = []
    var constant = 0.0
    var usesRule = false
    var touched: [Int] = []
    func add(_ unknown: Int, _ value: Double) {
      if multipliers[unknown] == 0 { touched.append(unknown) }
      multipliers[unknown] += value
      if multipliers[unknown] == 0 { multipliers[unknown] = 1e-300 }
    }
    for unknown in quantities[quantity] { add(unknown, direction) }
    scope.forEachDual(component) { owner, value in
      // The program minimizes the opposite of the push.
      let dual = -value
      switch owner {
      case .unit(let unit):
        for unknown in problem.units[unit].unknowns { add(unknown, -dual) }
        weights.append((unit, dual > 0 ? Self.unlimited : -dual * problem.units[unit].value))
      case .rule(let row, let unit):
        for (column, coefficient) in zip(row.columns, row.coefficients) {
          add(column, -dual * coefficient)
        }
        constant += dual > 0 ? dual * row.upper : dual * row.lower
        if let unit {
          weights.append((unit, Self.unlimited))
        } else if row.lower < row.upper {
          usesRule = true
        }
      }
    }
    for unknown in touched {
      let value = multipliers[unknown]
      multipliers[unknown] = 0
      guard abs(value) > 1e-7 else { continue }
      let unit = ownUnit[unknown]
      if unit < 0 || hidden[unit] {
        let isLimited =
          value > 0
          ? scope.widest[unknown].upper < widest[unknown].upper
          : scope.widest[unknown].lower > widest[unknown].lower
        usesRule = usesRule || isLimited
      }
      if unit >= 0 {
        weights.append((unit, value > 0 ? Self.unlimited : -value * problem.point[unknown]))
      } else {
        constant += value * (value > 0 ? scope.widest[unknown].upper : scope.widest[unknown].lower)
      }
    }
    return (weights, constant, usesRule)
  }
}
