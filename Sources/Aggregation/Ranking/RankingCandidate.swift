import Statistics
import WijkModel

/// A problem or condition that may be one of the most important ones of a wijk.
///
/// All percentages count the unfavourable direction (top3.md, sections 1 and 2).
struct RankingCandidate: Hashable, Sendable {
  /// The id, the column `probleem`.
  let id: String
  /// The theme; of each theme one candidate can be a finalist.
  let theme: String
  /// The place in the list of candidates, which breaks the last ties.
  let order: Int
  /// *p*: the percentage, 0...100.
  let percentage: Double
  /// The 95 % limits of *p* in percent; nil when it has none.
  var limits: ConfidenceInterval?
  /// *r*: the percentage to compare with; nil when there is none.
  var reference: Double?
  /// What one unit of *z* is in percentage points, above 0; nil when there is none.
  var spread: Double?
  /// Whether *z* is a test of the figure instead of a place among areas.
  var isTest = false
  /// The gate where the limits decide it; nil when *z* does.
  var gate: Bool?
  /// How the figure came about.
  let basis: Basis
  /// The year of *p* and *r*.
  let year: Int
  /// B1, 0...10; nil when nobody scored it.
  var severity: Double?
  /// C, 0...10; nil when nobody scored it.
  var influence: Double?
  /// How many persons it concerns, unrounded; nil when unknown.
  var people: Double?

  /// *z* = (*p* − *r*) / spread; nil without a reference or a spread.
  func z(at percentage: Double) -> Double? {
    guard let reference, let spread, spread > 0 else { return nil }
    return (percentage - reference) / spread
  }
}
