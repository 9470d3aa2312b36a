/// The limits of an interval.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower limit.
  public let low: Double
  /// The upper limit.
  public let high: Double

  /// Makes an interval.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
