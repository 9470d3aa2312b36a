/// The numbers of the ranking of problems (top3.md): knots, weights and limits.
public struct RankingRules: Hashable, Sendable {
  /// A point of the curve from a share to the points for size (A).
  public struct Knot: Hashable, Sendable {
    /// The unfavourable share in percent; between two knots A is linear in its logarithm.
    public let share: Double
    /// A at that share, 0...10.
    public let points: Double

    /// Makes a knot.
    public init(share: Double, points: Double) {
      self.share = share
      self.points = points
    }
  }

  /// Weights of A, B1 and B2 in one of the variants.
  public struct Weights: Hashable, Sendable {
    /// The weight of A.
    public let size: Double
    /// The weight of B1.
    public let severity: Double
    /// The weight of B2.
    public let deviation: Double

    /// Makes weights.
    public init(size: Double, severity: Double, deviation: Double) {
      self.size = size
      self.severity = severity
      self.deviation = deviation
    }
  }

  /// The single numbers, by the words of `rangwaarden.csv`.
  public enum Value: String, Hashable, Sendable, CaseIterable {
    /// B1 of a problem that nobody scored (5).
    case unscoredSeverity = "b1_niet_gescoord"
    /// C of a problem that nobody scored (10).
    case unscoredInfluence = "c_niet_gescoord"
    /// The gate for figures that are not measured opens from this z on (1).
    case gate = "poort_z"
    /// Points of B2 per unit of z (5).
    case deviationPerZ = "b2_per_z"
    /// The highest B2 (10).
    case maximumDeviation = "b2_hoogstens"
    /// Share of the wijk's inhabitants, in percent, whose postcodes need a figure (80).
    case minimumCoverage = "dekking_minstens"
    /// The fewest areas that may serve as comparison (5).
    case minimumAreas = "gebieden_minstens"
    /// Finalists 3 and 4 differ by less than this: no sharp distinction (1).
    case sharpDifference = "scherp_verschil"
    /// Fewer variants than this for one of the top 3: no sharp distinction (14).
    case robustVariants = "robuust_minstens"
    /// Decimals on which scores are compared (9).
    case comparedDecimals = "vergeleken_decimalen"
    /// The length of the list (3).
    case length = "lengte_top"
  }

  /// The knots, from small to large shares; below the first A is 0, above the last it stays.
  public let knots: [Knot]
  /// The 19 variants of weights, in the order of top3.md.
  public let weights: [Weights]
  /// The single numbers.
  public let values: [Value: Double]

  /// Makes rules.
  public init(knots: [Knot], weights: [Weights], values: [Value: Double]) {
    self.knots = knots
    self.weights = weights
    self.values = values
  }

  /// A single number; ``DefinitionSet/load(from:additional:)`` has checked that all are there.
  public subscript(value: Value) -> Double { values[value] ?? 0 }
}
