import Glibc

/// The beta distribution: regularized incomplete beta function and its inverse.
///
/// I*x*(*a*, *b*) by its power series for small *b*·*x* and else by the continued fraction of A. R.
/// DiDonato and A. H. Morris, "Algorithm 708", ACM TOMS 18 (1992), whose terms take *a*(1 − *x*) − *bx*
/// as a whole, so that parameters of 10⁹ keep their digits. The leading factor is that of
/// ``SaddlePoint``.
public enum BetaDistribution {
  /// The probabilities of a value of at most *x*, I*x*(*a*, *b*), and of a larger one.
  ///
  /// The smaller of the two has full relative precision.
  ///
  /// - Parameters:
  ///   - a: The first shape, above 0.
  ///   - b: The second shape, above 0.
  ///   - x: The value, 0...1; beyond its range the nearest end.
  /// - Returns: Both probabilities, 0...1.
  public static func tails(a: Double, b: Double, x: Double) -> (lower: Double, upper: Double) {
    tails(a: a, b: b, x: x, y: 1 - x)
  }

  /// The value below which a share *p* lies (or above which, for the upper tail).
  ///
  /// - Parameters:
  ///   - p: The probability in that tail, 0...1.
  ///   - a: The first shape, above 0.
  ///   - b: The second shape, above 0.
  ///   - isUpperTail: Whether *p* is the probability above the value.
  /// - Returns: 0...1.
  public static func quantile(
    _ p: Double, a: Double, b: Double, isUpperTail: Bool = false
  ) -> Double {
    quantilePair(p, a: a, b: b, isUpperTail: isUpperTail).x
  }

  /// The tails where 1 − *x* is known to more digits than *x* has.
  static func tails(
    a: Double, b: Double, x: Double, y: Double
  ) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    if x <= (a + 1) / (a + b + 2) {
      let lower = min(1, lowerTail(a, b, x, y))
      return (lower, 1 - lower)
    }
    let upper = min(1, lowerTail(b, a, y, x))
    return (1 - upper, upper)
  }

  /// The quantile *x* and 1 − *x*, each with its own digits.
  static func quantilePair(
    _ p: Double, a: Double, b: Double, isUpperTail: Bool
  ) -> (x: Double, y: Double) {
    if p <= 0 { return isUpperTail ? (1, 0) : (0, 1) }
    if p >= 1 { return isUpperTail ? (0, 1) : (1, 0) }
    let half = tails(a: a, b: b, x: 0.5, y: 0.5)
    let isBelowHalf = isUpperTail ? half.upper <= p : half.lower >= p
    if isBelowHalf {
      let x = smallQuantile(p, a, b, isUpperTail)
      return (x, 1 - x)
    }
    let y = smallQuantile(p, b, a, !isUpperTail)
    return (1 - y, y)
  }

  /// The quantile where it is known to be at most ½.
  private static func smallQuantile(
    _ p: Double, _ a: Double, _ b: Double, _ isUpperTail: Bool
  ) -> Double {
    let start = max(1e-300, min(0.499, startValue(p, a, b, isUpperTail)))
    return RootFinder.root(start: start, low: 0, high: 0.5) { x in
      let y = 1 - x
      let tails = tails(a: a, b: b, x: x, y: y)
      let mass = exp(SaddlePoint.logBinomialMass(a, b, x, y))
      return RootFinder.Evaluation(
        error: isUpperTail ? p - tails.upper : tails.lower - p,
        slope: mass * a * b / ((a + b) * x * y), curvature: (a - 1) / x - (b - 1) / y)
    }
  }

  /// Abramowitz and Stegun 26.5.22, or the first term of the series for small values.
  private static func startValue(
    _ p: Double, _ a: Double, _ b: Double, _ isUpperTail: Bool
  ) -> Double {
    let lower = isUpperTail ? 1 - p : p
    if a > 1, b > 1 {
      let z = isUpperTail ? NormalDistribution.quantile(p) : -NormalDistribution.quantile(p)
      let (r, s) = (1 / (2 * a - 1), 1 / (2 * b - 1))
      let l = (z * z - 3) / 6
      let h = 2 / (r + s)
      let w = z * (h + l).squareRoot() / h - (s - r) * (l + 5.0 / 6 - 2 / (3 * h))
      let guess = a / (a + b * exp(2 * w))
      if guess > 0, guess.isFinite, h + l > 0 { return guess }
    }
    let logBeta = lgamma(a) + lgamma(b) - lgamma(a + b)
    return exp((log(max(lower, 1e-300) * a) + logBeta) / a)
  }

  /// I*x*(*a*, *b*) for *x* not far above the mean.
  private static func lowerTail(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let mass = exp(SaddlePoint.logBinomialMass(a, b, x, y))
    if b * x <= 0.7, x <= 0.7 { return mass * exp(-b * log1p(-x)) * b / (a + b) * series(a, b, x) }
    return mass * a * b / (a + b) / fraction(a, b, x, y)
  }

  /// 1 + *a*·Σ (1−*b*)(2−*b*)…(*n*−*b*)/*n*! · *x*^*n*/(*a*+*n*).
  private static func series(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var (sum, coefficient, n) = (1.0, 1.0, 0.0)
    while n < 10_000 {
      n += 1
      coefficient *= (n - b) / n * x
      let term = a * coefficient / (a + n)
      sum += term
      if abs(term) <= 1e-17 * sum { break }
    }
    return sum
  }

  /// The continued fraction BFRAC by Lentz's method, as modified by Thompson and Barnett.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let tiny = 1e-300
    let difference = a * y - b * x
    func denominator(_ m: Double) -> Double {
      let first = m == 0 ? 0 : m * (b - m) * x / (a + 2 * m - 1)
      return m + first + (a + m) * (difference + 1 + m * (1 + y)) / (a + 2 * m + 1)
    }
    var value = denominator(0)
    if value == 0 { value = tiny }
    var (c, d) = (value, 0.0)
    for step in 1...10_000_000 {
      let m = Double(step)
      let root = x / (a + 2 * m - 1)
      let numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * root * root
      let next = denominator(m)
      d = next + numerator * d
      if d == 0 { d = tiny }
      c = next + numerator / c
      if c == 0 { c = tiny }
      d = 1 / d
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 2e-16 { break }
    }
    return value
  }
}
