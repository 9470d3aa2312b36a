import Glibc

/// The difference of two sample figures whose standard errors are known.
///
/// *T* = (*v*₁ − *v*₂)/√(*s*₁² + *s*₂²), normal for large samples; the practice of CBS and VZinfo.
public struct SampleDifference: Hashable, Sendable {
  /// The difference of the values, in their unit.
  public let difference: Double
  /// The standard error of the difference, above 0.
  public let standardError: Double

  /// Makes a difference, or nil when both standard errors are 0 or one is negative.
  public init?(
    value1: Double, standardError1: Double, value2: Double, standardError2: Double
  ) {
    guard standardError1 >= 0, standardError2 >= 0 else { return nil }
    let error = hypot(standardError1, standardError2)
    guard error > 0, error.isFinite else { return nil }
    difference = value1 - value2
    standardError = error
  }

  /// The statistic *T*.
  public var statistic: Double { difference / standardError }
  /// The two-sided *p* of ``statistic``, 0...1.
  public var twoSidedP: Double { erfc(abs(statistic) / 2.0.squareRoot()) }

  /// The interval of the difference.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let margin = NormalDistribution.criticalValue(confidence: confidence) * standardError
    return ConfidenceInterval(low: difference - margin, high: difference + margin)
  }

  /// The standard error behind the limits that a publisher gives, (high − low)/(2*z*).
  ///
  /// - Parameters:
  ///   - limits: The published limits.
  ///   - confidence: Their level; *z* = 1.96 for 0.95.
  /// - Returns: The standard error in the unit of the limits.
  public static func standardError(
    of limits: ConfidenceInterval, confidence: Double = 0.95
  ) -> Double {
    (limits.high - limits.low) / (2 * NormalDistribution.criticalValue(confidence: confidence))
  }
}
