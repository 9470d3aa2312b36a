/// Searches a cheap and safe choice of hidden cells.
///
/// Small problems are solved exactly with cutting planes; large ones start from a greedy choice that is
/// improved block by block, each block exactly. Every choice is checked with linear programs. A class,
/// because it gathers cuts and solutions that stay true for all later choices.
final class SuppressionSearch {
  /// A solution of a push: it stays possible while everything that it moves is hidden.
  private struct Witness {
    let moved: [(quantity: Int, deviation: Double)]
  }

  private static let maximumWitnesses = 6000
  /// What a solver may leave or take of a whole number.
  private static let dust = 1e-5

  let problem: SuppressionProblem
  let attacker: Attacker
  /// Whether each unit is hidden.
  var hidden: [Bool]
  /// Conditions that every safe choice meets.
  private(set) var cuts: [SuppressionCut] = []
  private var knownCuts: Set<SuppressionCut> = []
  /// The solutions found so far, per component.
  private var witnesses: [[Witness]]
  private var nextWitness: [Int]
  private let quantitiesOf: [[Int]]
  /// What keeps each count from falling, as far as it was found.
  private var falls: [[FallBound]]
  /// Whether such bounds are kept of a component.
  ///
  /// Where many counts are small, the solutions of the programs that a bound spares are worth more:
  /// they show other counts to be safe.
  private let keepsBounds: [Bool]
  private var lowest: [Double]
  private var highest: [Double]
  /// Whether a push failed, so that safety is not proven.
  private(set) var hasFailed = false
  private(set) var pushCount = 0
  /// The quantities of which the last look found a condition that is not met.
  private(set) var violated: [Int] = []

  init(_ problem: SuppressionProblem) {
    self.problem = problem
    attacker = Attacker(problem)
    hidden = problem.units.map(\.isForced)
    witnesses = [[Witness]](repeating: [], count: attacker.componentCount)
    nextWitness = [Int](repeating: 0, count: attacker.componentCount)
    var lists = [[Int]](repeating: [], count: attacker.componentCount)
    for (quantity, component) in attacker.componentOf.enumerated() where component >= 0 {
      lists[component].append(quantity)
    }
    quantitiesOf = lists
    keepsBounds = lists.map { quantities in
      quantities.count { $0 < problem.units.count && problem.units[$0].isForced }
        < Self.solverLimit
    }
    falls = [[FallBound]](repeating: [], count: attacker.quantities.count)
    lowest = [Double](repeating: 0, count: attacker.quantities.count)
    highest = lowest
  }

  /// What hiding some units costs.
  func cost(of units: [Int], _ hidden: [Bool]) -> Double {
    units.reduce(0) { $0 + (hidden[$1] ? problem.units[$1].cost : 0) }
  }

  /// Finds conditions that a choice does not meet; none means that it is safe.
  ///
  /// Only quantities of `scope` are looked at, all when nil; one condition is enough with
  /// `stopsAtFirst`.
  func separate(
    _ choice: [Bool], scope: [Int]? = nil, stopsAtFirst: Bool = false
  ) -> [SuppressionCut] {
    let quantities = (scope ?? Array(attacker.quantities.indices)).filter {
      $0 >= choice.count || choice[$0] && !problem.units[$0].unknowns.isEmpty
    }
    attacker.hide(choice)
    readWitnesses(choice, of: quantities)
    var found: [SuppressionCut] = []
    violated = []
    for quantity in quantities {
      guard let cut = violatedCut(quantity, choice) else { continue }
      if knownCuts.insert(cut).inserted { cuts.append(cut) }
      found.append(cut)
      violated.append(quantity)
      if stopsAtFirst { return found }
    }
    return found
  }

  /// The ranges that solutions of earlier choices prove for this one.
  private func readWitnesses(_ choice: [Bool], of quantities: [Int]) {
    for component in Set(quantities.map { attacker.componentOf[$0] }).sorted() {
      for place in quantitiesOf[component] { (lowest[place], highest[place]) = (0, 0) }
      for witness in witnesses[component] {
        let holds = witness.moved.allSatisfy { $0.quantity >= choice.count || choice[$0.quantity] }
        if holds { widen(witness.moved) }
      }
    }
  }

  private func widen(_ moved: [(quantity: Int, deviation: Double)]) {
    for (quantity, deviation) in moved {
      lowest[quantity] = min(lowest[quantity], deviation)
      highest[quantity] = max(highest[quantity], deviation)
    }
  }

  /// Pushes a count; all counts of the release move only where fewer do not decide.
  private func push(
    _ quantity: Int, _ direction: Double, until isEnough: () -> Bool
  ) -> Attacker.Push? {
    guard let push = witnessed(quantity, attacker.push(quantity, direction)) else { return nil }
    if isEnough() || !push.isStoppedByRule { return push }
    if let loose = attacker.loosePush(quantity, direction) {
      let range = (lowest[quantity], highest[quantity])
      widen([(quantity, direction * loose.reached)])
      let mayBeEnough = isEnough()
      (lowest[quantity], highest[quantity]) = range
      if !mayBeEnough { return loose }
    }
    return witnessed(quantity, attacker.widePush(quantity, direction))
  }

  private func witnessed(_ quantity: Int, _ push: Attacker.Push?) -> Attacker.Push? {
    pushCount += 1
    guard let push else {
      hasFailed = true
      return nil
    }
    widen(push.moved)
    let component = attacker.componentOf[quantity]
    let witness = Witness(moved: push.moved)
    if witnesses[component].count < Self.maximumWitnesses {
      witnesses[component].append(witness)
    } else {
      witnesses[component][nextWitness[component]] = witness
      nextWitness[component] = (nextWitness[component] + 1) % Self.maximumWitnesses
    }
    return push
  }

  /// The condition that the interval of a quantity misses, or nil when it is wide enough.
  private func violatedCut(_ quantity: Int, _ choice: [Bool]) -> SuppressionCut? {
    let units = problem.units
    let isUnit = quantity < units.count
    let value = isUnit ? units[quantity].value : problem.derived[quantity - units.count].value
    let condition = isUnit && !units[quantity].isForced ? quantity : nil
    if (!isUnit || problem.isSmall(value)) && !hidesSize(quantity, value) {
      guard let up = push(quantity, 1, until: { hidesSize(quantity, value) }) else { return nil }
      if !hidesSize(quantity, value) {
        return sizeCut(quantity, value, up, condition)
      }
    }
    if isWide(quantity, value) || staysLarge(quantity, value, choice) { return nil }
    let isEnough = { self.isWide(quantity, value) }
    guard var up = push(quantity, 1, until: isEnough), !isEnough(),
      var down = push(quantity, -1, until: isEnough), !isEnough()
    else { return nil }
    if up.isLoose || down.isLoose, isWide(value - down.reached, value + up.reached) {
      // Each bound alone misses the width, both together say nothing.
      guard let wideUp = witnessed(quantity, attacker.widePush(quantity, 1)), !isEnough(),
        let wideDown = witnessed(quantity, attacker.widePush(quantity, -1)), !isEnough()
      else { return nil }
      (up, down) = (wideUp, wideDown)
    }
    if isLarge(value - down.reached) {
      remember(down, of: quantity)
      return nil
    }
    return SuppressionCut(
      [up, down], required: problem.minimumWidth, condition: condition, units: units)
  }

  /// Whether a count is no small one; a reader who learns that learns nothing about anybody.
  private func isLarge(_ value: Double) -> Bool { value > problem.threshold - 1 + Self.dust }

  /// Whether an earlier push proves that a count cannot fall so far that it may be small.
  private func staysLarge(_ quantity: Int, _ value: Double, _ choice: [Bool]) -> Bool {
    guard isLarge(value) else { return false }
    return falls[quantity].contains { isLarge(value - $0.most(choice) - FallBound.dust) }
  }

  private func remember(_ push: Attacker.Push, of quantity: Int) {
    guard keepsBounds[attacker.componentOf[quantity]] else { return }
    if falls[quantity].count == FallBound.limit { falls[quantity].removeFirst() }
    falls[quantity].append(FallBound(push))
  }

  /// The condition that a small count misses of which a reader learns that it is small.
  private func sizeCut(
    _ quantity: Int, _ value: Double, _ up: Attacker.Push, _ condition: Int?
  ) -> SuppressionCut? {
    let high = SuppressionCut(
      [up], required: problem.threshold - value, condition: condition, units: problem.units)
    guard problem.rule == .mayBeZero else { return high }
    guard let down = push(quantity, -1, until: { hidesSize(quantity, value) }),
      !hidesSize(quantity, value), let high,
      let low = SuppressionCut(
        [down], required: value, condition: condition, units: problem.units)
    else { return nil }
    return SuppressionCut(either: high, or: low)
  }

  /// Whether a reader does not learn that a count is small.
  private func hidesSize(_ quantity: Int, _ value: Double) -> Bool {
    reachesThreshold(quantity, value)
      || problem.rule == .mayBeZero && value + lowest[quantity] < Self.dust
  }

  private func reachesThreshold(_ quantity: Int, _ value: Double) -> Bool {
    (value + highest[quantity] + Self.dust).rounded(.down) >= problem.threshold
  }

  private func isWide(_ quantity: Int, _ value: Double) -> Bool {
    isWide(value + lowest[quantity], value + highest[quantity])
  }

  private func isWide(_ lower: Double, _ upper: Double) -> Bool {
    (upper + Self.dust).rounded(.down) - (lower - Self.dust).rounded(.up) >= problem.minimumWidth
  }
}
