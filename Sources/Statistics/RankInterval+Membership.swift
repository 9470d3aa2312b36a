/// Whether an item belongs to the first *k*, given the uncertainty of its rank.
public enum TopMembership: String, Hashable, Sendable {
  /// Also its worst rank is among the first *k* (zeker).
  case certain = "zeker"
  /// Its best rank is among the first *k*, its worst is not (mogelijk).
  case possible = "mogelijk"
  /// Also its best rank is beyond the first *k* (nee).
  case no = "nee"
}

extension RankInterval {
  /// Whether the item belongs to the first *k*.
  public func membership(ofTop k: Int = 3) -> TopMembership {
    worst <= k ? .certain : best <= k ? .possible : .no
  }

  /// The rank intervals of shares of one population, together valid at a level.
  ///
  /// Wilson intervals at level 1 − (1 − c)/*K* for *K* problems (Bonferroni, because problems share patients).
  ///
  /// - Parameters:
  ///   - counts: How many have each problem, 0...*n*.
  ///   - n: Out of how many, above 0.
  ///   - confidence: The joint level c, above 0 and below 1.
  /// - Returns: One interval per problem, in their order; nil when a number lies outside its range.
  public static func intervals(
    counts: [Double], of n: Double, confidence: Double = 0.95
  ) -> [RankInterval]? {
    let level = 1 - (1 - confidence) / Double(max(1, counts.count))
    let limits = counts.compactMap { wilsonInterval(of: $0, in: n, confidence: level) }
    return limits.count == counts.count ? intervals(of: limits) : nil
  }

  /// The ranks of values, 1 for the highest; equal values share the best rank of them.
  ///
  /// - Complexity: O(*m* log *m*).
  public static func points(_ values: [Double]) -> [Int] {
    let sorted = values.sorted(by: >)
    return values.map { value in 1 + Bisection.first(in: 0..<sorted.count) { sorted[$0] <= value } }
  }
}
