/// Whether shares of areas differ more than chance explains: chi-square for a 2 × *K* table.
///
/// With *p* = Σ*x*/Σ*n*: χ² = Σ (*xᵢ* − *nᵢp*)²/(*nᵢp*(1 − *p*)), *K* − 1 degrees of freedom (K. Pearson, 1900). Good when every
/// expected count is about 5 or more.
public struct Heterogeneity: Hashable, Sendable {
  /// The chi-square, at least 0.
  public let chiSquare: Double
  /// The degrees of freedom, the number of areas minus 1.
  public let degrees: Int
  /// The smallest number expected in a cell of the table; below 5 the *p* is approximate.
  public let smallestExpected: Double
  /// The largest minus the smallest share.
  public let range: Double
  /// The interval of the largest minus the smallest share; see ``TwoProportions/newcombe(confidence:)``.
  ///
  /// The areas are chosen for their extremes, so that the interval lies too far from 0.
  public let rangeInterval: ConfidenceInterval
  /// The largest over the smallest share; nil when the smallest is 0.
  public let ratio: Double?
  /// The interval of the largest over the smallest share on the logarithmic scale; nil at a share of 0.
  ///
  /// ratio·exp(∓*z*·√(1/*x*₁ − 1/*n*₁ + 1/*x*₂ − 1/*n*₂)) (D. Katz and others, Biometrics 34 (1978)).
  public let ratioInterval: ConfidenceInterval?

  /// Tests areas; their order changes no digit.
  ///
  /// Nil for fewer than two areas, a number outside its range, or when nobody or everybody has it.
  ///
  /// - Parameters:
  ///   - areas: How many have the property, 0...*n*, and out of how many, above 0.
  ///   - confidence: The level of the intervals, above 0 and below 1.
  public init?(_ areas: [(x: Int, n: Int)], confidence: Double = 0.95) {
    guard areas.count >= 2, areas.allSatisfy({ $0.n > 0 && (0...$0.n).contains($0.x) }) else {
      return nil
    }
    let sorted = areas.sorted {
      (Double($0.x) / Double($0.n), $0.n) < (Double($1.x) / Double($1.n), $1.n)
    }
    let (cases, total) = (areas.reduce(0) { $0 + $1.x }, areas.reduce(0) { $0 + $1.n })
    let share = Double(cases) / Double(total)
    guard cases > 0, cases < total, let low = sorted.first, let high = sorted.last,
      let extremes = TwoProportions(high.x, of: high.n, and: low.x, of: low.n)
    else { return nil }
    chiSquare = orderedSum(
      areas.map { area in
        let n = Double(area.n)
        let difference = Double(area.x) - n * share
        return difference * difference / (n * share * (1 - share))
      })
    degrees = areas.count - 1
    let smallest = Double(areas.map(\.n).min() ?? 0)
    smallestExpected = smallest * min(share, 1 - share)
    range = extremes.difference
    rangeInterval = extremes.newcombe(confidence: confidence)
    ratio = extremes.shareRatio
    ratioInterval = extremes.katz(confidence: confidence)
  }

  /// The *p* of equal shares, 0...1.
  public var p: Double {
    ChiSquareDistribution.tails(chiSquare, degrees: Double(degrees)).upper
  }
}
