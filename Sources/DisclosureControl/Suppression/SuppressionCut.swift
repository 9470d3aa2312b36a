/// A condition that every safe choice of hidden cells meets: weights of hidden units reach a number.
///
/// Fischetti and Salazar, "Solving the cell suppression problem on tabular data with linear
/// constraints", Management Science 47(7), 2001: capacity constraints, with weights cut down to what
/// is missing.
struct SuppressionCut: Hashable {
  /// The units that are not hidden in any case, in order.
  let units: [Int]
  /// A positive weight per unit.
  let weights: [Double]
  /// What the weights of the hidden units must reach.
  let atLeast: Double
  /// The unit that must be hidden for the condition to hold; nil when it always holds.
  let condition: Int?

  /// Makes a cut from pushes that together stay below what is required.
  ///
  /// With a condition (a unit that need not be hidden) the cut asks for nothing while that is shown. nil
  /// when the pushes do not miss the requirement, which only the dust of the solver can cause.
  init?(
    _ pushes: [Attacker.Push], required: Double, condition: Int?,
    units: [SuppressionProblem.Unit]
  ) {
    let reached = pushes.reduce(0) { $0 + $1.reached }
    // Whole counts fit less than the interval says: ask for more than was reached.
    var missing = max(required, reached + 0.5)
    var sums: [Int: Double] = [:]
    for push in pushes {
      missing -= push.constant
      for (unit, weight) in push.multipliers { sums[unit, default: 0] += weight }
    }
    let order = sums.keys.sorted()
    for unit in order where units[unit].isForced || unit == condition {
      missing -= sums[unit] ?? 0
    }
    guard missing > 1e-6 else { return nil }
    var kept: [Int] = []
    var weights: [Double] = []
    for unit in order where !units[unit].isForced && unit != condition {
      let weight = min(sums[unit] ?? 0, missing)
      guard weight > 1e-6 * missing else { continue }
      kept.append(unit)
      weights.append(weight)
    }
    // Equal weights that each suffice are the common case; whole numbers keep the solver exact.
    self.units = kept
    self.weights = weights.map { ($0 / missing * 1e6).rounded() / 1e6 }
    self.atLeast = 1
    self.condition = condition.flatMap { units[$0].isForced ? nil : $0 }
  }

  /// Makes a cut that asks for one of two.
  init(either first: SuppressionCut, or second: SuppressionCut) {
    var largest: [Int: Double] = [:]
    for cut in [first, second] {
      for (unit, weight) in zip(cut.units, cut.weights) {
        largest[unit] = max(largest[unit] ?? 0, weight)
      }
    }
    units = largest.keys.sorted()
    weights = units.map { largest[$0] ?? 0 }
    atLeast = 1
    condition = first.condition
  }

  /// What the hidden units reach.
  func reached(_ hidden: [Bool]) -> Double {
    var sum = 0.0
    for (unit, weight) in zip(units, weights) where hidden[unit] { sum += weight }
    return sum
  }

  /// Whether a choice meets the condition.
  func isMet(_ hidden: [Bool]) -> Bool {
    if let condition, !hidden[condition] { return true }
    return reached(hidden) >= atLeast - 1e-5
  }
}
