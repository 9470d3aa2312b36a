import WijkModel

/// Which age classes are sums of others.
enum AgeHierarchy {
  /// Every class with the classes that it is the sum of, for the classes that have some.
  ///
  /// A class is split into the largest other classes inside it, when these follow each other without
  /// a gap: with 0–4, 5–14, 0–14 and 0–44 the class 0–44 gets no children, because 15–44 is missing.
  static func members(of labels: [String]) -> [ReleaseStructure.Member] {
    let bands = Set(labels.compactMap(AgeBand.init(label:))).sorted()
    return bands.compactMap { band in
      children(of: band, among: bands).map {
        ReleaseStructure.Member(band.label, .texts($0.map(\.label)))
      }
    }
  }

  private static func children(of band: AgeBand, among bands: [AgeBand]) -> [AgeBand]? {
    let inside = bands.filter { $0 != band && band.contains($0) }
    let largest = inside.filter { candidate in
      !inside.contains { $0 != candidate && $0.contains(candidate) }
    }
    guard let first = largest.first, let last = largest.last, first.lower == band.lower,
      last.upper == band.upper
    else { return nil }
    let isTiling = zip(largest, largest.dropFirst()).allSatisfy { left, right in
      left.upper.map { $0 + 1 == right.lower } ?? false
    }
    return isTiling ? largest : nil
  }
}
