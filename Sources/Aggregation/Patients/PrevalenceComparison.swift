import Statistics
import WijkModel

/// A verdict on a difference with a reference; the raw values are the words of the tables.
enum Verdict: String, Hashable, Sendable {
  /// More than expected.
  case higher = "hoger"
  /// Fewer than expected.
  case lower = "lager"
  /// No difference that can be shown.
  case similar = "vergelijkbaar"

  /// Where 95 % limits of O/E lie beside 1.
  init(_ limits: ConfidenceInterval) {
    switch BenchmarkPosition(limits, against: 1) {
    case .higher: self = .higher
    case .lower: self = .lower
    case .similar: self = .similar
    }
  }

  /// What is left of a difference after Benjamini-Hochberg at 5 %.
  init(q: Double, observed: Int, expected: Double) {
    self = q > 0.05 ? .similar : Double(observed) > expected ? .higher : .lower
  }
}

/// A disease group in an area: what is counted, and what the reference leads one to expect.
struct PrevalenceCell: Hashable, Sendable {
  /// Patients in the group.
  let cases: Int
  /// Counted patients of the area.
  let patients: Int
  /// Expected patients in the group; nil without a reference that knows every age.
  let expected: Double?

  /// Observed and expected, when something is expected.
  var comparison: IndirectStandardization? {
    expected.flatMap { $0 > 0 ? IndirectStandardization(observed: cases, expected: $0) : nil }
  }
}

/// The comparison of one disease group in all areas of a wijk with its reference.
///
/// Cells follow the areas of the table; the wijk is the last one and takes no part in the family of
/// tests nor in the smoothing.
struct PrevalenceComparison: Sendable {
  /// The name in the column `groep`.
  let name: String
  /// Whether it is one of the chain-care programmes, whose postcodes are the family of tests.
  let isProgram: Bool
  /// Whether the reference allows a verdict.
  let isJudged: Bool
  /// The factor φ of the overdispersion between practices, at least 1.
  let dispersion: Double
  /// One per area, the wijk last.
  let cells: [PrevalenceCell]

  /// The exact two-sided *p* of a cell, widened by the dispersion; nil when nothing is expected.
  func p(_ place: Int) -> Double? {
    cells[place].comparison?.twoSidedP(dispersion: dispersion)
  }

  /// O/E × 100 drawn towards the common ratio of the areas within the wijk (Marshall), per area.
  func smoothed() -> [Double?] {
    let areas = cells.dropLast().indices.filter { cells[$0].comparison != nil }
    let counts = areas.map {
      AreaCount(cases: Double(cells[$0].cases), size: cells[$0].expected ?? 0)
    }
    var result = [Double?](repeating: nil, count: cells.count)
    guard let rates = try? EmpiricalBayes(counts).rates else { return result }
    for (place, rate) in zip(areas, rates) { result[place] = 100 * rate }
    return result
  }

  /// The *q* values of Benjamini and Hochberg over all programmes × areas within the wijk, per group and
  /// area; nil for what is not in the family.
  ///
  /// The family is fixed before anything is hidden. Groups without a verdict are no tests of it.
  static func familyQ(_ groups: [PrevalenceComparison]) -> [[Double?]] {
    var result = groups.map { [Double?](repeating: nil, count: $0.cells.count) }
    var family: [(group: Int, place: Int, p: Double)] = []
    for (index, group) in groups.enumerated() where group.isProgram && group.isJudged {
      for place in group.cells.dropLast().indices {
        if let p = group.p(place) { family.append((index, place, p)) }
      }
    }
    for (test, q) in zip(family, MultipleTesting.benjaminiHochberg(family.map(\.p))) {
      result[test.group][test.place] = q
    }
    return result
  }
}
