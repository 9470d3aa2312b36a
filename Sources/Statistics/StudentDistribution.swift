/// Student's *t* distribution.
///
/// *t*² / (ν + *t*²) has the beta distribution with shapes ½ and ν/2 (Abramowitz and Stegun 26.7.1).
public enum StudentDistribution {
  /// The probabilities of a value of at most *t* and of a larger one.
  ///
  /// - Parameters:
  ///   - t: Any number.
  ///   - degrees: Degrees of freedom ν, above 0.
  /// - Returns: Both probabilities, 0...1, the smaller with full relative precision.
  public static func tails(_ t: Double, degrees: Double) -> (lower: Double, upper: Double) {
    guard t.isFinite else { return t > 0 ? (1, 0) : (0, 1) }
    let sum = degrees + t * t
    let outer = BetaDistribution.tails(
      a: 0.5, b: degrees / 2, x: t * t / sum, y: degrees / sum
    ).upper
    return t > 0 ? (1 - outer / 2, outer / 2) : (outer / 2, 1 - outer / 2)
  }

  /// The value below which a share *p* lies.
  ///
  /// - Parameters:
  ///   - p: A probability, 0...1.
  ///   - degrees: Degrees of freedom ν, above 0.
  /// - Returns: −∞ at 0, 0 at ½, +∞ at 1, not a number outside 0...1.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0.5 { return 0 }
    let outer = 2 * min(p, 1 - p)
    let square = BetaDistribution.quantilePair(
      outer, a: 0.5, b: degrees / 2, isUpperTail: true)
    let t = (degrees * square.x / square.y).squareRoot()
    return p < 0.5 ? -t : t
  }
}
