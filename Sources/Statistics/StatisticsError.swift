/// Why a figure cannot be computed from what was given.
///
/// Positions count from 0 in the order of the call. Nothing here holds a value of a person. The caller
/// knows which figure it is and turns this into a finding; there is no code of its own.
public enum StatisticsError: Error, Hashable, Sendable {
  /// There is nothing to compute from.
  case noData
  /// A number lies outside the range that its doc comment gives.
  case outOfRange(index: Int)
  /// A stratum has no reference rate; it is never dropped.
  case missingReference(index: Int)
  /// A stratum with a standard weight has no persons.
  case emptyStratum(index: Int)
  /// All weights are 0.
  case noWeight
  /// More cases than persons, or a part that is larger than the whole.
  case partExceedsWhole(index: Int)
  /// Fewer values than the method needs.
  case tooFew(count: Int, needed: Int)
  /// An iterative method found no solution.
  case noConvergence
}
