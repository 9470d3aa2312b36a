/// The mean of a sample with its interval by Student's *t*.
///
/// Mean ∓ *t*·*s*/√*n* with *n* − 1 degrees of freedom (Student, Biometrika 6 (1908)), for values that are
/// roughly normal or many. Unit and range are those of the values.
public struct SampleMean: Hashable, Sendable {
  /// How many values there are, at least 1.
  public let count: Int
  /// The sum of the values.
  public let sum: Double
  /// The sample standard deviation; nil for one value.
  public let standardDeviation: Double?

  /// Makes a mean, or nil without values; the order of the values changes no digit.
  public init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    count = values.count
    sum = orderedSum(values)
    standardDeviation = sampleStandardDeviation(values)
  }

  /// The mean.
  public var value: Double { sum / Double(count) }

  /// The interval of the mean; a point when all values are equal.
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: The limits, or nil for one value.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard let standardDeviation else { return nil }
    let t = StudentDistribution.quantile(
      confidence + (1 - confidence) / 2, degrees: Double(count - 1))
    let margin = t * standardDeviation / Double(count).squareRoot()
    return ConfidenceInterval(low: value - margin, high: value + margin)
  }
}
