/// Divides areas into groups of about equal number by a value.
public enum QuantileGroups {
  /// The group of each value, 1...*k*.
  ///
  /// With *N* values and rank *r* (equal values share the lowest): group = ⌊*k* + 1 − ⌈(*N* + 1 − *r*)/(*N*/*k*)⌉⌋, at least
  /// 1 (PHEindicatormethods). Group 1 holds the lowest values, or the highest when inverted.
  ///
  /// - Parameters:
  ///   - values: The values; nil has no group and is not counted.
  ///   - groups: *k*, at least 1.
  ///   - isInverted: Whether group 1 holds the highest values.
  /// - Returns: A group per value; nil for all when there are fewer values than groups.
  public static func groups(
    _ values: [Double?], count groups: Int, isInverted: Bool = false
  ) -> [Int?] {
    let sorted = values.compactMap { $0 }.map { isInverted ? -$0 : $0 }.sorted()
    guard groups >= 1, sorted.count >= groups else { return values.map { _ in nil } }
    return values.map { value in
      guard let value else { return nil }
      let key = isInverted ? -value : value
      let rank = 1 + Bisection.first(in: 0..<sorted.count) { sorted[$0] >= key }
      let size = Double(sorted.count) / Double(groups)
      let place = (Double(sorted.count + 1 - rank) / size).rounded(.up)
      return max(1, Int(Double(groups + 1) - place))
    }
  }
}
