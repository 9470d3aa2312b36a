/// The limits of a funnel plot: where areas of a size lie by chance around a common value.
///
/// The usual lines are 0.95 (warning) and 0.998 (action); D. J. Spiegelhalter, Statistics in Medicine 24
/// (2005); as in PHEindicatormethods.
public enum FunnelLimits {
  /// How far an area lies from the common value.
  public enum Position: String, Hashable, Sendable {
    /// Below the outer line (99.8 %).
    case lowOuter = "Low (0.001)"
    /// Below the inner line (95 %).
    case lowInner = "Low (0.025)"
    /// Inside.
    case inside = "Not significant"
    /// Above the inner line (95 %).
    case highInner = "High (0.025)"
    /// Above the outer line (99.8 %).
    case highOuter = "High (0.001)"
  }

  /// The limits of a share of *n* persons around a common share, *p* ∓ *z*·√(*p*(1 − *p*)/*n*).
  ///
  /// A share lies outside exactly when its Wilson interval leaves *p* out. Not cut to 0...1: a plot cuts them.
  ///
  /// - Parameters:
  ///   - average: The common share *p*, 0...1.
  ///   - n: The persons, above 0.
  ///   - confidence: The level, above 0 and below 1.
  /// - Returns: The limits of the share.
  public static func share(
    around average: Double, of n: Double, confidence: Double
  ) -> ConfidenceInterval {
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let margin = z * (average * (1 - average) / n).squareRoot()
    return ConfidenceInterval(low: average - margin, high: average + margin)
  }

  /// The numbers expected at which a count lies on the exact limits: χ² quantiles over 2.
  ///
  /// - Parameters:
  ///   - observed: The count, at least 0.
  ///   - confidence: The level, above 0 and below 1.
  /// - Returns: As `low` the expected number below which the count is high, as `high` the one above which it
  ///   is low.
  public static func expected(for observed: Int, confidence: Double) -> ConfidenceInterval {
    PoissonInterval.exact(Double(observed), confidence: confidence)
  }

  /// Where a share lies: the outermost level at which its Wilson interval leaves the average out.
  ///
  /// - Parameters:
  ///   - x: How many have the property, 0...*n*.
  ///   - n: Out of how many, above 0.
  ///   - average: The common share, 0...1.
  /// - Returns: The position, or nil for a number outside its range.
  public static func position(ofShare x: Double, of n: Double, around average: Double) -> Position?
  {
    guard let inner = wilsonInterval(of: x, in: n, confidence: 0.95),
      let outer = wilsonInterval(of: x, in: n, confidence: 0.998)
    else { return nil }
    return position(average, inner: inner, outer: outer)
  }

  /// Where observed over expected lies around 1, by exact limits below 10 cases and Byar's from 10 on.
  ///
  /// - Parameters:
  ///   - observed: The count, at least 0.
  ///   - expected: The number expected, above 0.
  /// - Returns: The position, or nil when nothing is expected.
  public static func position(observed: Int, expected: Double) -> Position? {
    guard
      let inner = PoissonInterval.ratio(observed: observed, expected: expected, confidence: 0.95),
      let outer = PoissonInterval.ratio(observed: observed, expected: expected, confidence: 0.998)
    else { return nil }
    return position(1, inner: inner, outer: outer)
  }

  private static func position(
    _ value: Double, inner: ConfidenceInterval, outer: ConfidenceInterval
  ) -> Position {
    if outer.low > value { return .highOuter }
    if outer.high < value { return .lowOuter }
    if inner.low > value { return .highInner }
    return inner.high < value ? .lowInner : .inside
  }
}
