import Glibc

/// The ratio of two standardized rates, of a later and an earlier year.
///
/// *r* = *R*₁/*R*₀ with limits exp(ln *r* ∓ *z*·√(*V*₀/*R*₀² + *V*₁/*R*₁²)) (log-normal; Breslow and Day, IARC 82, 1987). The
/// rates are taken as independent. Yearly counts of chronic patients are largely the same persons, so
/// that the interval is approximate and too wide.
public struct StandardizedRateRatio: Hashable, Sendable {
  /// The later rate over the earlier one, above 0; 1 = unchanged.
  public let value: Double
  /// The standard error of its logarithm.
  public let logStandardError: Double

  /// Makes a ratio; a common unit of rates and root variances drops out.
  ///
  /// Nil when a rate is not above 0 or both variances are 0.
  ///
  /// - Parameters:
  ///   - rate: The later rate.
  ///   - variance: Its variance, at least 0.
  ///   - earlierRate: The earlier rate.
  ///   - earlierVariance: Its variance, at least 0.
  public init?(
    rate: Double, variance: Double, toEarlier earlierRate: Double, variance earlierVariance: Double
  ) {
    guard rate > 0, earlierRate > 0, variance >= 0, earlierVariance >= 0 else { return nil }
    let error =
      (earlierVariance / (earlierRate * earlierRate) + variance / (rate * rate)).squareRoot()
    guard error > 0, error.isFinite else { return nil }
    value = rate / earlierRate
    logStandardError = error
  }

  /// The *z* of no change, ln *r* over its standard error.
  public var statistic: Double { log(value) / logStandardError }
  /// The two-sided *p* of no change, 0...1.
  public var twoSidedP: Double { erfc(abs(statistic) / 2.0.squareRoot()) }

  /// The limits of the ratio, above 0.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let margin = exp(z * logStandardError)
    return ConfidenceInterval(low: value / margin, high: value * margin)
  }
}
