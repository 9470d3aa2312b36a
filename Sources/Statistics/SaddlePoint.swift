import Glibc

/// The parts of Loader, "Fast and accurate computation of binomial probabilities" (2000).
///
/// They replace differences of large logarithms of factorials, which lose their digits.
enum SaddlePoint {
  /// ln Γ(*a* + 1) minus Stirling's approximation, for *a* above 0.
  static func stirlingError(_ a: Double) -> Double {
    if a < 16 { return lgamma(a + 1) - (a + 0.5) * log(a) + a - 0.5 * log(2 * Double.pi) }
    let square = a * a
    let terms = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360]
    return terms.reversed().reduce(0) { $0 / square + $1 } / a
  }

  /// *a*·ln(*a*/*x*) + *x* − *a*, by a series when *a* and *x* are close.
  static func deviance(_ a: Double, _ x: Double) -> Double {
    deviance(a, x, difference: a - x)
  }

  /// The same with *a* − *x* given, for callers that know it with more digits.
  static func deviance(_ a: Double, _ x: Double, difference: Double) -> Double {
    guard abs(difference) < 0.1 * (a + x) else { return a * log(a / x) - difference }
    let v = difference / (a + x)
    var sum = difference * v
    var term = 2 * a * v
    for j in 1..<1000 {
      term *= v * v
      let next = sum + term / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// The logarithm of the binomial probability of *a* out of *a* + *b*, for real *a*, *b* above 0.
  ///
  /// ln( Γ(*a*+*b*+1) / (Γ(*a*+1)Γ(*b*+1)) · *x*^*a* · *y*^*b* ) where *y* = 1 − *x*.
  static func logBinomialMass(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let n = a + b
    let difference = a * y - b * x
    return stirlingError(n) - stirlingError(a) - stirlingError(b)
      - deviance(a, n * x, difference: difference) - deviance(b, n * y, difference: -difference)
      + 0.5 * log(n / (2 * Double.pi * a * b))
  }
}
