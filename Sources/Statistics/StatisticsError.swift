/// Why a figure cannot be computed from what was given.
///
/// Positions count from 0 in the order of the call. Nothing here holds a value of a person. The sentence
/// of a code is in `data/definities/meldingen.csv`.
public enum StatisticsError: Error, Hashable, Sendable {
  /// `E801`: there is nothing to compute from.
  case noData
  /// `E802`: a number lies outside the range that its doc comment gives.
  case outOfRange(index: Int)
  /// `E803`: a stratum has no reference rate; it is never dropped.
  case missingReference(index: Int)
  /// `E804`: a stratum with a standard weight has no persons.
  case emptyStratum(index: Int)
  /// `E805`: all weights are 0.
  case noWeight
  /// `E806`: more cases than persons, or a part that is larger than the whole.
  case partExceedsWhole(index: Int)
  /// `E807`: fewer values than the method needs.
  case tooFew(count: Int, needed: Int)
  /// `E808`: an iterative method found no solution.
  case noConvergence

  /// The stable code.
  public var code: String {
    switch self {
    case .noData: "E801"
    case .outOfRange: "E802"
    case .missingReference: "E803"
    case .emptyStratum: "E804"
    case .noWeight: "E805"
    case .partExceedsWhole: "E806"
    case .tooFew: "E807"
    case .noConvergence: "E808"
    }
  }
}
