import Glibc

/// The gamma distribution with scale 1: regularized incomplete gamma function and its inverse.
///
/// P(*a*, *x*) by its series below *x* = *a* + 1 and by a continued fraction above it (Press et al.,
/// Numerical Recipes, section 6.2). The leading factor follows C. Loader, "Fast and accurate
/// computation of binomial probabilities" (2000), which keeps its digits for shapes of millions.
public enum GammaDistribution {
  /// The probabilities of a value of at most *x*, P(*a*, *x*), and of a larger one, Q = 1 − P.
  ///
  /// The smaller of the two has full relative precision where *x* is on its side of *a*.
  ///
  /// - Parameters:
  ///   - shape: *a*, above 0.
  ///   - x: At least 0.
  /// - Returns: Both probabilities, 0...1.
  public static func tails(shape: Double, x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard x.isFinite else { return (1, 0) }
    if x < shape + 1 {
      let lower = min(1, series(shape, x))
      return (lower, 1 - lower)
    }
    let upper = min(1, continuedFraction(shape, x))
    return (1 - upper, upper)
  }

  /// The value below which a share *p* lies (or above which, for the upper tail).
  ///
  /// Halley's method from the Wilson-Hilferty approximation, kept inside a shrinking bracket.
  ///
  /// - Parameters:
  ///   - p: The probability in that tail, 0...1.
  ///   - shape: *a*, above 0.
  ///   - isUpperTail: Whether *p* is the probability above the value.
  /// - Returns: At least 0; +∞ when nothing lies beyond the value.
  public static func quantile(_ p: Double, shape: Double, isUpperTail: Bool = false) -> Double {
    if p <= 0 { return isUpperTail ? .infinity : 0 }
    if p >= 1 { return isUpperTail ? 0 : .infinity }
    var (low, high) = (0.0, Double.infinity)
    var x = start(p, shape, isUpperTail)
    for _ in 0..<200 {
      let tails = tails(shape: shape, x: x)
      let error = isUpperTail ? p - tails.upper : tails.lower - p
      if error == 0 { return x }
      if error > 0 { high = x } else { low = x }
      let density = shape / x * poissonMass(shape, x)
      let newton = density > 0 ? error / density : .infinity
      let curvature = (shape - 1) / x - 1
      var next = x - newton / max(0.5, min(1.5, 1 - 0.5 * min(1, newton * curvature)))
      if !(next > low && next < high) {
        next = high.isFinite ? (low > 0 ? (low * high).squareRoot() : high / 16) : x * 2
      }
      if abs(next - x) <= 4e-16 * x || next == low || next == high { return next }
      x = next
    }
    return x
  }

  /// Where to begin: Wilson and Hilferty (1931), or the first term of the series for small values.
  private static func start(_ p: Double, _ shape: Double, _ isUpperTail: Bool) -> Double {
    let z = isUpperTail ? -NormalDistribution.quantile(p) : NormalDistribution.quantile(p)
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    let guess = shape * root * root * root
    if root > 0.1 { return guess }
    let logP = isUpperTail ? log1p(-p) : log(p)
    return max(exp((logP + lgamma(shape + 1)) / shape), 1e-300)
  }

  private static func series(_ shape: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = shape
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum * poissonMass(shape, x)
  }

  /// Lentz's method, as modified by Thompson and Barnett.
  private static func continuedFraction(_ shape: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var fraction = d
    for step in 1...10_000_000 {
      let i = Double(step)
      let numerator = -i * (i - shape)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = d * c
      fraction *= factor
      if abs(factor - 1) < 2e-16 { break }
    }
    return fraction * shape * poissonMass(shape, x)
  }

  /// *x*^*a*·e^−*x* / Γ(*a* + 1), without the cancellation of its logarithms.
  static func poissonMass(_ a: Double, _ x: Double) -> Double {
    exp(-SaddlePoint.stirlingError(a) - SaddlePoint.deviance(a, x))
      / (2 * Double.pi * a).squareRoot()
  }
}
