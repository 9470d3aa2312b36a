import Glibc

/// A scale that is linear in the logarithm of a value between knots.
///
/// Below the first knot it is 0, from the last knot on it is the score of the last.
public struct LogarithmicScale: Sendable, Hashable {
  /// A value, above 0, and its score.
  public struct Knot: Sendable, Hashable {
    /// The value.
    public let value: Double
    /// The score at that value.
    public let score: Double

    /// Makes a knot.
    public init(value: Double, score: Double) {
      self.value = value
      self.score = score
    }
  }

  /// The knots by ascending value.
  public let knots: [Knot]

  /// Makes a scale; knots that are not above 0 are left out.
  public init(_ knots: [Knot]) {
    self.knots = knots.filter { $0.value > 0 }.sorted { $0.value < $1.value }
  }

  /// The score of a value; 0 without knots.
  public func score(_ value: Double) -> Double {
    guard let first = knots.first, let last = knots.last, value >= first.value else { return 0 }
    if value >= last.value { return last.score }
    for (left, right) in zip(knots, knots.dropFirst()) where value < right.value {
      let place =
        (log10(value) - log10(left.value)) / (log10(right.value) - log10(left.value))
      return left.score + (right.score - left.score) * place
    }
    return last.score
  }
}
