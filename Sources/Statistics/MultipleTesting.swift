/// Adjustments of *p* values for the number of comparisons, over a family fixed beforehand.
///
/// All keep the order of the input, give equal *p* values equal results and lie in 0...1; an adjusted
/// value of at most α is a verdict at α. As R's `p.adjust`.
public enum MultipleTesting {
  /// The *q* values of Benjamini and Hochberg, JRSS B 57 (1995): the false discovery rate.
  ///
  /// With *p* sorted upwards and *m* of them, *q*₍ᵢ₎ = min over *j* ≥ *i* of *m*·*p*₍ⱼ₎/*j*, at most 1.
  ///
  /// - Parameter p: The *p* values of the family, 0...1.
  /// - Returns: One value per *p*, in its order.
  public static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    stepUp(p) { Double(p.count) / Double($0) * $1 }
  }

  /// The *q* values of Benjamini and Yekutieli, Annals of Statistics 29 (2001).
  ///
  /// Those of Benjamini and Hochberg times Σ 1/*k* for *k* to *m*; they hold under any dependence.
  ///
  /// - Parameter p: The *p* values of the family, 0...1.
  /// - Returns: One value per *p*, in its order.
  public static func benjaminiYekutieli(_ p: [Double]) -> [Double] {
    let sum = orderedSum((0..<p.count).map { 1 / Double($0 + 1) })
    return stepUp(p) { sum * Double(p.count) / Double($0) * $1 }
  }

  /// The *p* values of Holm, Scandinavian Journal of Statistics 6 (1979): the family-wise error.
  ///
  /// The largest of (*m* − *j* + 1)·*p*₍ⱼ₎ for *j* ≤ *i*, at most 1.
  ///
  /// - Parameter p: The *p* values of the family, 0...1.
  /// - Returns: One value per *p*, in its order.
  public static func holm(_ p: [Double]) -> [Double] {
    var result = p
    var largest = 0.0
    for (rank, index) in order(p).enumerated() {
      largest = max(largest, min(1, Double(p.count - rank) * p[index]))
      result[index] = largest
    }
    return result
  }

  /// The *p* values of Bonferroni, *m*·*p*, at most 1.
  ///
  /// - Parameter p: The *p* values of the family, 0...1.
  /// - Returns: One value per *p*, in its order.
  public static func bonferroni(_ p: [Double]) -> [Double] {
    p.map { min(1, Double(p.count) * $0) }
  }

  private static func order(_ p: [Double]) -> [Int] {
    p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
  }

  private static func stepUp(_ p: [Double], _ scaled: (Int, Double) -> Double) -> [Double] {
    var result = p
    var smallest = 1.0
    for (rank, index) in order(p).enumerated().reversed() {
      smallest = min(smallest, scaled(rank + 1, p[index]))
      result[index] = smallest
    }
    return result
  }
}
