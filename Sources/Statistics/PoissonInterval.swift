/// Limits of a count of independent events.
public enum PoissonInterval {
  /// Byar's limits of a count *x*.
  ///
  /// Lower *x*(1 − 1/(9*x*) − *z*/(3√*x*))³, upper (*x*+1)(1 − 1/(9(*x*+1)) + *z*/(3√(*x*+1)))³; N. E.
  /// Breslow and N. E. Day, IARC 82 (1987), as in PHEindicatormethods. Good from 10 events on; the
  /// lower limit is 0 at *x* = 0 and where the formula turns negative.
  ///
  /// - Parameters:
  ///   - count: The events, at least 0.
  ///   - confidence: The level, above 0 and below 1.
  /// - Returns: Limits of the count, at least 0.
  public static func byar(_ count: Double, confidence: Double = 0.95) -> ConfidenceInterval {
    byar(count, z: NormalDistribution.criticalValue(confidence: confidence))
  }

  /// Byar's limits with the factor *z* of the interval.
  static func byar(_ count: Double, z: Double) -> ConfidenceInterval {
    func cube(_ value: Double) -> Double { value * value * value }
    func limit(_ x: Double, _ z: Double) -> Double {
      x * cube(1 - 1 / (9 * x) + z / (3 * x.squareRoot()))
    }
    return ConfidenceInterval(
      low: count > 0 ? max(0, limit(count, -z)) : 0, high: limit(count + 1, z))
  }

  /// The exact limits of a count *x*.
  ///
  /// F. Garwood, Biometrika 28 (1936). The lower limit is the mean at which *x* or more events have probability (1 − c)/2, the upper one
  /// that of *x* or fewer; quantiles of gamma distributions. The lower limit of 0 events is 0.
  ///
  /// - Parameters:
  ///   - count: The events, at least 0.
  ///   - confidence: The level c, above 0 and below 1.
  /// - Returns: Limits of the count, at least 0.
  public static func exact(_ count: Double, confidence: Double = 0.95) -> ConfidenceInterval {
    let tail = (1 - confidence) / 2
    return ConfidenceInterval(
      low: count > 0 ? GammaDistribution.quantile(tail, shape: count) : 0,
      high: GammaDistribution.quantile(tail, shape: count + 1, isUpperTail: true))
  }

  /// Exact limits below 10 events, Byar's from 10 on (the rule of the English method set).
  public static func limits(of count: Int, confidence: Double = 0.95) -> ConfidenceInterval {
    let events = Double(count)
    return count < 10
      ? exact(events, confidence: confidence) : byar(events, confidence: confidence)
  }

  /// The limits of observed over expected, as a ratio (1 = as expected).
  ///
  /// - Parameters:
  ///   - observed: The events, at least 0.
  ///   - expected: The events expected, a known number.
  ///   - confidence: The level, above 0 and below 1.
  /// - Returns: The limits, or nil when nothing is expected.
  public static func ratio(
    observed: Int, expected: Double, confidence: Double = 0.95
  ) -> ConfidenceInterval? {
    guard expected > 0 else { return nil }
    let limits = limits(of: observed, confidence: confidence)
    return ConfidenceInterval(low: limits.low / expected, high: limits.high / expected)
  }
}
