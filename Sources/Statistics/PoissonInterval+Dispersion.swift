import Glibc

extension PoissonInterval {
  /// The method that a pair of limits was computed by.
  public enum Method: String, Hashable, Sendable {
    /// Exact limits (Garwood), below 10 events.
    case exact = "exact"
    /// Byar's limits, from 10 events on.
    case byar = "byar"
  }

  /// The method that ``limits(of:confidence:)`` uses for a count.
  public static func method(for count: Int) -> Method { count < 10 ? .exact : .byar }

  /// The limits of a rate *x*/*n* per *multiplier*: exact below 10 events, Byar's from 10 on.
  ///
  /// - Parameters:
  ///   - count: The events, at least 0.
  ///   - exposure: The persons or person-years, a known number.
  ///   - multiplier: Per how many, such as 1000.
  ///   - confidence: The level, above 0 and below 1.
  /// - Returns: The limits per multiplier, or nil when the exposure is not above 0.
  public static func rate(
    _ count: Int, per exposure: Double, multiplier: Double = 1000, confidence: Double = 0.95
  ) -> ConfidenceInterval? {
    guard exposure > 0 else { return nil }
    let limits = limits(of: count, confidence: confidence)
    return ConfidenceInterval(
      low: limits.low / exposure * multiplier, high: limits.high / exposure * multiplier)
  }

  /// The limits of a count whose variance is φ times that of a Poisson count.
  ///
  /// The rule of ``limits(of:confidence:)`` at the level at which *z* is √φ times as large.
  ///
  /// - Parameters:
  ///   - count: The events, at least 0.
  ///   - dispersion: φ, at least 1; at 1 the limits are those of a Poisson count.
  ///   - confidence: The level before widening, above 0 and below 1.
  /// - Returns: Limits of the count, at least 0.
  public static func limits(
    of count: Int, dispersion: Double, confidence: Double = 0.95
  ) -> ConfidenceInterval {
    guard dispersion > 1 else { return limits(of: count, confidence: confidence) }
    let z = NormalDistribution.criticalValue(confidence: confidence) * dispersion.squareRoot()
    let events = Double(count)
    guard count < 10 else { return byar(events, z: z) }
    let tail = NormalDistribution.cumulative(-z)
    return ConfidenceInterval(
      low: count > 0 ? GammaDistribution.quantile(tail, shape: events) : 0,
      high: GammaDistribution.quantile(tail, shape: events + 1, isUpperTail: true))
  }
}

/// The variance between units beyond that of chance.
public enum Overdispersion {
  /// The quasi-Poisson factor φ of counts around a common ratio to what is expected.
  ///
  /// With *R* = ΣO/ΣE: φ = Σ (Oⱼ − *R*Eⱼ)²/(*R*Eⱼ) / (*K* − 1), at least 1 (P. McCullagh and J. A. Nelder,
  /// Generalized Linear Models, 1989, section 6.2; D. J. Spiegelhalter, Statistics in Medicine 24 (2005)).
  ///
  /// - Parameter units: Observed and expected of each unit; units that expect nothing are left out.
  /// - Returns: At least 1; 1 for fewer than two units and when nothing is observed.
  public static func factor(_ units: [(observed: Double, expected: Double)]) -> Double {
    let units = units.filter { $0.expected > 0 }
    let ratio = orderedSum(units.map(\.observed)) / orderedSum(units.map(\.expected))
    guard units.count >= 2, ratio > 0 else { return 1 }
    let parts = units.map { unit in
      let mean = ratio * unit.expected
      return (unit.observed - mean) * (unit.observed - mean) / mean
    }
    return max(1, orderedSum(parts) / Double(units.count - 1))
  }

  /// A two-sided *p* after widening: 2Φ(−*z*/√φ) where *p* = 2Φ(−*z*).
  ///
  /// - Parameters:
  ///   - p: The *p* without overdispersion, 0...1.
  ///   - dispersion: φ, at least 1.
  /// - Returns: 0...1, unchanged at a φ of 1, and 0 and 1 at any.
  public static func widened(p: Double, dispersion: Double) -> Double {
    guard dispersion > 1, p > 0, p < 1 else { return p }
    let z = NormalDistribution.quantile(p / 2) / dispersion.squareRoot()
    return min(1, 2 * NormalDistribution.cumulative(z))
  }
}
