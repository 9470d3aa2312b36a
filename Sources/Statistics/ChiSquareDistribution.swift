import Glibc

/// The chi-square distribution: twice a gamma distribution with half the degrees of freedom.
public enum ChiSquareDistribution {
  /// The probabilities of a value of at most *x* and of a larger one.
  ///
  /// - Parameters:
  ///   - x: At least 0.
  ///   - degrees: Degrees of freedom, above 0.
  /// - Returns: Both probabilities, 0...1, the smaller with full relative precision.
  public static func tails(_ x: Double, degrees: Double) -> (lower: Double, upper: Double) {
    if degrees == 1, x > 0, x.isFinite {
      let root = (x / 2).squareRoot()
      return (erf(root), erfc(root))
    }
    return GammaDistribution.tails(shape: degrees / 2, x: x / 2)
  }

  /// The value below which a share *p* lies (or above which, for the upper tail).
  ///
  /// - Parameters:
  ///   - p: The probability in that tail, 0...1.
  ///   - degrees: Degrees of freedom, above 0.
  ///   - isUpperTail: Whether *p* is the probability above the value.
  /// - Returns: At least 0; +∞ when nothing lies beyond the value.
  public static func quantile(_ p: Double, degrees: Double, isUpperTail: Bool = false) -> Double {
    2 * GammaDistribution.quantile(p, shape: degrees / 2, isUpperTail: isUpperTail)
  }
}
