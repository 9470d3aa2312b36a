import Glibc

/// The hypergeometric distribution: how many marked ones a draw without replacement holds.
///
/// Out of *m* marked and *n* unmarked ones, *k* are drawn.
public struct HypergeometricDistribution: Hashable, Sendable {
  /// The marked ones, at least 0.
  public let marked: Int
  /// The unmarked ones, at least 0.
  public let unmarked: Int
  /// How many are drawn, 0...*m* + *n*.
  public let drawn: Int

  /// Makes a distribution, or nil when a number lies outside its range.
  public init?(marked: Int, unmarked: Int, drawn: Int) {
    guard marked >= 0, unmarked >= 0, drawn >= 0, drawn <= marked + unmarked else { return nil }
    self.marked = marked
    self.unmarked = unmarked
    self.drawn = drawn
  }

  /// The counts that can happen.
  public var range: ClosedRange<Int> { max(0, drawn - unmarked)...min(marked, drawn) }

  /// The logarithm of the probability of exactly *x* marked ones; −∞ for what cannot happen.
  ///
  /// A product of binomial probabilities, so that no large factorials are subtracted (R, `dhyper`).
  public func logMass(_ x: Int) -> Double {
    guard range.contains(x) else { return -.infinity }
    let total = marked + unmarked
    if drawn == 0 || drawn == total { return 0 }
    let share = Double(drawn) / Double(total)
    let rest = Double(total - drawn) / Double(total)
    func mass(_ k: Int, _ n: Int) -> Double {
      BinomialDistribution.logMass(k, of: n, share: share, rest: rest)
    }
    return mass(x, marked) + mass(drawn - x, unmarked) - mass(drawn, total)
  }

  /// The logarithm of the probability of at most *x* marked ones.
  public func logLowerTail(_ x: Int) -> Double {
    if x < range.lowerBound { return -.infinity }
    if x >= range.upperBound { return 0 }
    if Double(x) > mode { return log1p(-exp(sum(from: x + 1, step: 1))) }
    return min(0, sum(from: x, step: -1))
  }

  /// The logarithm of the probability of at least *x* marked ones.
  public func logUpperTail(_ x: Int) -> Double {
    if x > range.upperBound { return -.infinity }
    if x <= range.lowerBound { return 0 }
    if Double(x) < mode { return log1p(-exp(sum(from: x - 1, step: -1))) }
    return min(0, sum(from: x, step: 1))
  }

  /// The exact two-sided *p*: all counts at most as probable as the one seen.
  ///
  /// Fisher's exact test of a 2 × 2 table, minimum likelihood with R's tolerance of 10⁻⁷.
  ///
  /// - Returns: 0...1; 0 for a count that cannot happen.
  public func twoSidedP(_ x: Int) -> Double {
    guard range.contains(x) else { return 0 }
    let limit = logMass(x) + log1p(1e-7)
    let top = min(range.upperBound, max(range.lowerBound, Int(mode)))
    let bottom = Bisection.first(in: range.lowerBound..<(top + 1)) { logMass($0) > limit }
    let first = Bisection.first(in: top..<(range.upperBound + 1)) { logMass($0) <= limit }
    if bottom >= first { return 1 }
    return min(1, exp(logLowerTail(bottom - 1)) + exp(logUpperTail(first)))
  }

  /// The most probable count.
  private var mode: Double {
    let both = (Double(marked) + 1) * (Double(drawn) + 1)
    return (both / (Double(marked) + Double(unmarked) + 2)).rounded(.down)
  }

  /// ln Σ of probabilities from *x* outwards, each from the one before it.
  private func sum(from x: Int, step: Int) -> Double {
    var (sum, term, k) = (1.0, 1.0, x)
    while term > 1e-18 * sum {
      let (a, b) = (Double(marked - k), Double(drawn - k))
      let c = Double(unmarked - drawn + k)
      term *=
        step > 0
        ? a * b / ((Double(k) + 1) * (c + 1))
        : Double(k) * c / ((a + 1) * (b + 1))
      k += step
      sum += term
    }
    return logMass(x) + log(sum)
  }
}
