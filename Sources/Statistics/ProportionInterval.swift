/// Intervals of a share *x*/*n* out of a complete count; all limits lie in 0...1.
///
/// The Wilson interval is the one that tables show; the others are there for comparison and for
/// statements that must hold with at least the level (Clopper-Pearson).
public enum ProportionInterval {
  /// The Wilson score interval; see ``wilsonInterval(of:in:confidence:)``.
  public static func wilson(
    _ x: Double, of n: Double, confidence: Double = 0.95
  ) -> ConfidenceInterval? {
    wilsonInterval(of: x, in: n, confidence: confidence)
  }

  /// The exact interval of Clopper and Pearson, Biometrika 26 (1934).
  ///
  /// Lower limit: the (1 − c)/2 quantile of Beta(*x*, *n* − *x* + 1), 0 at *x* = 0; upper limit: the
  /// same upper quantile of Beta(*x* + 1, *n* − *x*), 1 at *x* = *n*. Covers at least the level.
  ///
  /// - Parameters:
  ///   - x: How many have the property, 0...*n*.
  ///   - n: Out of how many, above 0.
  ///   - confidence: The level c, above 0 and below 1.
  /// - Returns: The limits, or nil when *x* or *n* lies outside its range.
  public static func clopperPearson(
    _ x: Double, of n: Double, confidence: Double = 0.95
  ) -> ConfidenceInterval? {
    guard n > 0, x >= 0, x <= n else { return nil }
    let tail = (1 - confidence) / 2
    return ConfidenceInterval(
      low: x == 0 ? 0 : BetaDistribution.quantile(tail, a: x, b: n - x + 1),
      high: x == n ? 1 : BetaDistribution.quantile(tail, a: x + 1, b: n - x, isUpperTail: true))
  }

  /// Jeffreys' interval, from both tails of Beta(*x* + ½, *n* − *x* + ½).
  ///
  /// L. D. Brown, T. T. Cai and A. DasGupta, Statistical Science 16 (2001), without their change at the
  /// ends: at *x* = 0 the lower limit is above 0, as in statsmodels.
  ///
  /// - Parameters:
  ///   - x: How many have the property, 0...*n*.
  ///   - n: Out of how many, above 0.
  ///   - confidence: The level, above 0 and below 1.
  /// - Returns: The limits, or nil when *x* or *n* lies outside its range.
  public static func jeffreys(
    _ x: Double, of n: Double, confidence: Double = 0.95
  ) -> ConfidenceInterval? {
    guard n > 0, x >= 0, x <= n else { return nil }
    let tail = (1 - confidence) / 2
    let (a, b) = (x + 0.5, n - x + 0.5)
    return ConfidenceInterval(
      low: BetaDistribution.quantile(tail, a: a, b: b),
      high: BetaDistribution.quantile(tail, a: a, b: b, isUpperTail: true))
  }

  /// The interval of Agresti and Coull, The American Statistician 52 (1998).
  ///
  /// With *ñ* = *n* + *z*² and *p̃* = (*x* + *z*²/2)/*ñ*: *p̃* ∓ *z*·√(*p̃*(1 − *p̃*)/*ñ*), cut to 0...1.
  ///
  /// - Parameters:
  ///   - x: How many have the property, 0...*n*.
  ///   - n: Out of how many, above 0.
  ///   - confidence: The level, above 0 and below 1.
  /// - Returns: The limits, or nil when *x* or *n* lies outside its range.
  public static func agrestiCoull(
    _ x: Double, of n: Double, confidence: Double = 0.95
  ) -> ConfidenceInterval? {
    guard n > 0, x >= 0, x <= n else { return nil }
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let size = n + z * z
    let center = (x + z * z / 2) / size
    let margin = z * (center * (1 - center) / size).squareRoot()
    return ConfidenceInterval(low: max(0, center - margin), high: min(1, center + margin))
  }
}
