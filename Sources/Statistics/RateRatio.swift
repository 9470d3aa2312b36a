import Glibc

/// The ratio of two rates of independent events, (*x*₁/*n*₁)/(*x*₂/*n*₂).
public struct RateRatio: Hashable, Sendable {
  /// The events of the first group, at least 0.
  public let x1: Int
  /// The exposure (persons, person-years) of the first group, above 0.
  public let n1: Double
  /// The events of the second group, at least 0.
  public let x2: Int
  /// The exposure of the second group, above 0.
  public let n2: Double

  /// Makes a ratio, or nil when a number lies outside its range.
  public init?(_ x1: Int, per n1: Double, to x2: Int, per n2: Double) {
    guard x1 >= 0, x2 >= 0, n1 > 0, n2 > 0, n1.isFinite, n2.isFinite else { return nil }
    (self.x1, self.n1, self.x2, self.n2) = (x1, n1, x2, n2)
  }

  /// The ratio, 1 = equal; nil when the second group has no events.
  public var value: Double? {
    x2 > 0 ? Double(x1) / n1 / (Double(x2) / n2) : nil
  }

  /// The interval on the logarithmic scale, ratio·exp(∓*z*·√(1/*x*₁ + 1/*x*₂)).
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: Nil when a group has no events.
  public func logWald(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard let value, x1 > 0 else { return nil }
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let margin = z * (1 / Double(x1) + 1 / Double(x2)).squareRoot()
    return ConfidenceInterval(low: value * exp(-margin), high: value * exp(margin))
  }

  /// The interval by inverting the score test, good with few events.
  ///
  /// The ratios ρ with (*x*₁ − *x*₂ρ)² ≤ *z*²(*x*₁ + *x*₂)ρ, times *n*₂/*n*₁: Wilson's limits of *x*₁/(*x*₁ + *x*₂) as odds.
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: Nil without any event; the upper limit is infinite when the second group has none.
  public func score(confidence: Double = 0.95) -> ConfidenceInterval? {
    odds { wilsonInterval(of: $0, in: $0 + $1, confidence: confidence) }
  }

  /// The exact interval, given the number of events: Clopper-Pearson's limits of *x*₁/(*x*₁ + *x*₂) as odds.
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: Nil without any event; the upper limit is infinite when the second group has none.
  public func exact(confidence: Double = 0.95) -> ConfidenceInterval? {
    odds { ProportionInterval.clopperPearson($0, of: $0 + $1, confidence: confidence) }
  }

  /// The exact two-sided *p* of equal rates, given the number of events.
  ///
  /// *x*₁ out of *x*₁ + *x*₂ is binomial with probability *n*₁/(*n*₁ + *n*₂); J. Przyborowski and H. Wilenski, Biometrika
  /// 31 (1940), two-sided by minimum likelihood. 1 without any event.
  public var exactP: Double {
    BinomialDistribution.twoSidedP(x1, of: x1 + x2, share: n1 / (n1 + n2))
  }

  /// Limits of odds from those of a share, the upper one by the share of the other group for its digits.
  private func odds(
    _ interval: (Double, Double) -> ConfidenceInterval?
  ) -> ConfidenceInterval? {
    let (a, b) = (Double(x1), Double(x2))
    guard let first = interval(a, b), let second = interval(b, a) else { return nil }
    return ConfidenceInterval(
      low: first.low / second.high * n2 / n1, high: first.high / second.low * n2 / n1)
  }
}
