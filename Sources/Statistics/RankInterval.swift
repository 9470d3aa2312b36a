/// The best and the worst rank that intervals leave open; 1 is the highest value.
///
/// Item *i* ranks at best behind all whose lower limit lies above its upper limit, and at worst before
/// all whose upper limit lies below its lower limit. With intervals of level 1 − α/*M* for *M* items,
/// all rank intervals hold together with probability 1 − α.
public struct RankInterval: Hashable, Sendable {
  /// The best possible rank, from 1.
  public let best: Int
  /// The worst possible rank, at most the number of items.
  public let worst: Int

  /// Makes an interval of ranks.
  public init(best: Int, worst: Int) {
    self.best = best
    self.worst = worst
  }

  /// The rank intervals of items, in their order.
  ///
  /// - Parameter limits: The limits of each item; equal limits make it a point.
  /// - Returns: One interval per item; nothing for no items.
  /// - Complexity: O(*m*²).
  public static func intervals(of limits: [ConfidenceInterval]) -> [RankInterval] {
    limits.map { own in
      RankInterval(
        best: 1 + limits.count { $0.low > own.high },
        worst: limits.count - limits.count { $0.high < own.low })
    }
  }

  /// The factor by which a 95 % interval is widened so that *M* of them hold together.
  ///
  /// Φ⁻¹(1 − 0.025/*M*) / Φ⁻¹(0.975) (Bonferroni, normal limits); 1 for one item.
  public static func widening(items: Int) -> Double {
    guard items > 1 else { return 1 }
    return NormalDistribution.quantile(1 - 0.025 / Double(items))
      / NormalDistribution.quantile(0.975)
  }
}
