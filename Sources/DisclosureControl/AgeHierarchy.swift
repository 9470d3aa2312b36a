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

extension AgeBand {
  /// Reads `0–14`, `75+` or `3`; nil for anything else, `Totaal` included.
  init?(label: String) {
    if label.hasSuffix("+") {
      guard let lower = Int(label.dropLast()), lower >= 0 else { return nil }
      self.init(lower, nil)
      return
    }
    let parts = label.split(separator: "–", omittingEmptySubsequences: false).map { Int($0) }
    switch parts.count {
    case 1:
      guard let age = parts[0], age >= 0 else { return nil }
      self.init(age, age)
    case 2:
      guard let lower = parts[0], let upper = parts[1], lower >= 0, upper >= lower
      else { return nil }
      self.init(lower, upper)
    default: return nil
    }
  }
}
