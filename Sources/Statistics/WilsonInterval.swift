/// The Wilson score interval of a share *x*/*n*, limits in 0...1.
///
/// (2*x* + *z*² ∓ *z*·√(*z*² + 4*x*(1 − *x*/*n*))) / (2(*n* + *z*²)); E. B. Wilson, JASA 22 (1927), as in
/// PHEindicatormethods. The lower limit is taken from the product of the roots, so that it keeps all
/// its digits when *x* is small. It is exactly 0 at *x* = 0, the upper one exactly 1 at *x* = *n*.
///
/// - Parameters:
///   - x: How many have the property, 0...*n*.
///   - n: Out of how many, above 0.
///   - confidence: The level, above 0 and below 1.
/// - Returns: The limits, or nil when *x* or *n* lies outside its range.
public func wilsonInterval(
  of x: Double, in n: Double, confidence: Double = 0.95
) -> ConfidenceInterval? {
  guard n > 0, x >= 0, x <= n else { return nil }
  let z = NormalDistribution.criticalValue(confidence: confidence)
  let root = z * (z * z + 4 * x * (1 - x / n)).squareRoot()
  let sum = 2 * x + z * z + root
  return ConfidenceInterval(
    low: x == 0 ? 0 : 2 * x * x / (n * sum), high: x == n ? 1 : sum / (2 * (n + z * z)))
}
