/// Something that a reader of published tables can find out, or that is wrong in them.
public struct AuditFlag: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A hidden cell is computed exactly and is small, or is printed in another table.
    case exact = "EXACT"
    /// A hidden cell lies in an interval that is too narrow.
    case narrow = "NARROW"
    /// A small count is printed.
    case shown = "SHOWN"
    /// A cell that is not printed is computed exactly and is small.
    case derived = "DERIVED"
    /// A cell that is not printed is certainly small.
    case narrower = "NARROWDER"
    /// A rate, interval or ratio is printed in a row whose count is hidden.
    case dependent = "DEPENDENT"
    /// The same cell is known in two releases and differs by a small number.
    case difference = "DIFF"
    /// The printed values contradict each other.
    case inconsistent = "INCONSISTENT"
    /// A hidden cell is certainly small: a reader learns that it is one of the small ones.
    case proven = "PROVEN"
    /// The solver gave no answer, so nothing is proven safe.
    case unsolved = "UNSOLVED"
  }

  /// What is wrong.
  public let kind: Kind
  /// The cell, as `patienten[gebied=1901, groep=COPD]`; empty when there is none.
  public let cell: String
  /// The interval that a reader computes, or the table.
  public let detail: String
}

/// What a reader can compute about one hidden cell.
public struct AuditInterval: Hashable, Sendable {
  /// The cell.
  public let cell: String
  /// The smallest count that fits everything printed.
  public let lower: Int
  /// The largest count that fits, nil when there is no limit.
  public let upper: Int?
}

/// The result of an attack on published tables.
public struct AuditResult: Hashable, Sendable {
  /// Everything that leaks or is wrong, in the order in which it was found.
  public internal(set) var flags: [AuditFlag] = []
  /// The interval of every hidden cell.
  public internal(set) var intervals: [AuditInterval] = []
  /// The number of printed cells.
  public internal(set) var cellCount = 0
  /// The number of hidden cells.
  public internal(set) var hiddenCount = 0

  /// Whether nothing may stop the publication.
  ///
  /// `tools/audit` counts `.proven` as a note; our own rule forbids it (disclosure.md, rule 3).
  public var isClean: Bool { flags.isEmpty }
}
