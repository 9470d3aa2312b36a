/// Whether a share rises or falls steadily over years: the chi-square test for trend in proportions.
///
/// With scores *sₜ* = 1, 2, … and *p* = Σ*x*/Σ*n*: χ² = (Σ *nₜ*(*xₜ*/*nₜ* − *p*)(*sₜ* − *s̄*))²/(*p*(1 − *p*)Σ *nₜ*(*sₜ* − *s̄*)²), one degree of
/// freedom (P. Armitage, Biometrics 11 (1955); R, `prop.trend.test`).
public struct ProportionTrend: Hashable, Sendable {
  /// The chi-square, at least 0.
  public let chiSquare: Double

  /// Tests for a trend over the order given.
  ///
  /// Nil for fewer than two years, when nobody or everybody has the property in all years and for a number
  /// outside its range.
  ///
  /// - Parameter years: How many have the property, 0...*n*, and out of how many, above 0.
  public init?(_ years: [(x: Double, n: Double)]) {
    guard years.count >= 2, years.allSatisfy({ $0.n > 0 && $0.x >= 0 && $0.x <= $0.n }) else {
      return nil
    }
    let total = orderedSum(years.map(\.n))
    let share = orderedSum(years.map(\.x)) / total
    guard share > 0, share < 1 else { return nil }
    let scores = years.indices.map { Double($0 + 1) }
    let mean = orderedSum(zip(years, scores).map { $0.n * $1 }) / total
    let covariance = orderedSum(
      zip(years, scores).map { ($0.x - $0.n * share) * ($1 - mean) })
    let spread = orderedSum(zip(years, scores).map { $0.n * ($1 - mean) * ($1 - mean) })
    chiSquare = covariance * covariance / (share * (1 - share) * spread)
  }

  /// The *p* of no trend, 0...1.
  public var p: Double { ChiSquareDistribution.tails(chiSquare, degrees: 1).upper }
}
