/// Where an interval lies beside a reference value that is known.
public enum BenchmarkPosition: String, Hashable, Sendable {
  /// The whole interval lies below the reference.
  case lower
  /// The interval holds the reference.
  case similar
  /// The whole interval lies above the reference.
  case higher

  /// Compares an interval with a known value; a limit that equals the value is not a difference.
  public init(_ interval: ConfidenceInterval, against reference: Double) {
    self = interval.low > reference ? .higher : interval.high < reference ? .lower : .similar
  }

  /// The judgement where higher or lower has a meaning.
  public func judged(by polarity: Polarity) -> Judgement {
    switch (self, polarity) {
    case (.similar, _): .similar
    case (.higher, .highIsGood), (.lower, .lowIsGood): .better
    case (.lower, .highIsGood), (.higher, .lowIsGood): .worse
    }
  }

  /// Which end is the good one.
  public enum Polarity: Hashable, Sendable {
    /// A high value is good.
    case highIsGood
    /// A low value is good.
    case lowIsGood
  }

  /// A judgement by polarity.
  public enum Judgement: String, Hashable, Sendable {
    /// Better than the reference.
    case better
    /// Not different from the reference.
    case similar
    /// Worse than the reference.
    case worse
  }
}

/// Where a figure lies beside a reference at two levels (Fingertips, five categories).
public struct BenchmarkLabel: Hashable, Sendable {
  /// The position of the interval of the lower level (95 %).
  public let position: BenchmarkPosition
  /// Whether the interval of the higher level (99.8 %) lies on the same side.
  public let isStrong: Bool

  /// Compares two intervals of one figure with a known value.
  ///
  /// - Parameters:
  ///   - inner: The interval of the lower level.
  ///   - outer: The interval of the higher level.
  ///   - reference: The value.
  public init(inner: ConfidenceInterval, outer: ConfidenceInterval, against reference: Double) {
    position = BenchmarkPosition(inner, against: reference)
    let outerPosition = BenchmarkPosition(outer, against: reference)
    isStrong = position != .similar && outerPosition == position
  }
}
