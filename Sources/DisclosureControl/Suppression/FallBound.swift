/// How far a count falls at most, whatever is hidden.
///
/// The dual solution of one push down bounds the pushes of all other choices of hidden cells (linear
/// duality): most large counts that hide a small one need no program of their own.
struct FallBound {
  /// The most bounds that are kept of one count.
  static let limit = 4
  /// What is left out of a dual solution as dust, and more.
  static let dust = 0.01

  private let multipliers: [(unit: Int, weight: Double)]
  private let constant: Double

  /// Keeps what a push down proved.
  init(_ push: Attacker.Push) {
    multipliers = push.multipliers
    constant = push.constant
  }

  /// The farthest fall for a choice of hidden units; too far rather than too short.
  func most(_ hidden: [Bool]) -> Double {
    var most = constant
    for (unit, weight) in multipliers where hidden[unit] { most += weight }
    return most
  }
}
