/// A small set of known results, computed again at start.
///
/// A program that gets one of them wrong (another processor, another C library, a broken build) must not
/// write a report. The expected values are those of R 4.2.2, PHEindicatormethods 2.1.0, statsmodels 0.15.0 and
/// spdep 1.2-7, checked with 40-digit arithmetic.
public enum SelfCheck {
  /// One known result.
  public struct Case: Sendable {
    /// What is computed, for the message.
    public let name: String
    /// The known result.
    public let expected: Double
    /// The largest relative difference that passes.
    public let tolerance: Double
    /// Computes it; nil when there is no result.
    public let compute: @Sendable () -> Double?

    /// Makes a case.
    public init(
      _ name: String, _ expected: Double, tolerance: Double = 1e-10,
      compute: @escaping @Sendable () -> Double?
    ) {
      self.name = name
      self.expected = expected
      self.tolerance = tolerance
      self.compute = compute
    }

    /// Whether the result comes out.
    public var passes: Bool {
      guard let result = compute() else { return false }
      if expected == 0 { return abs(result) <= tolerance }
      return abs(result - expected) <= tolerance * abs(expected)
    }
  }

  /// The names of the cases that fail, in their order; empty when all is well.
  ///
  /// - Parameter cases: The cases, those of the program unless given.
  /// - Returns: Names such as `wilson 3/15 low`.
  public static func failures(of cases: [Case] = SelfCheck.cases) -> [String] {
    cases.filter { !$0.passes }.map(\.name)
  }

  /// The cases of the program, one or more for every method.
  public static var cases: [Case] {
    distributions + intervals + standardization + comparisons + areas + trends
  }
}
