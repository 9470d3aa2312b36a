import WijkModel

/// What the chapter says of earlier releases of the same wijk.
public struct ChapterHistory: Hashable, Sendable {
  /// The reference date of the release whose figures of patients are printed again; nil when the
  /// figures are new.
  public var reprintedDate: CalendarDate?
  /// Whether the officer started this series of figures of patients: earlier ones were not shared.
  public var isDeclaredSeries = false
  /// The last published reference date of an earlier year; nil at the first measurement.
  public var previousDate: CalendarDate?
  /// What changed since then and breaks a comparison, as names of conditions; see ``ChangeText``.
  public var changes: [String] = []
  /// Postcodes that came and went, practices that came and went since then.
  public var postcodes = Change()
  /// Practices that came and went since then, as AGB codes.
  public var practices = Change()

  /// What came and what went.
  public struct Change: Hashable, Sendable {
    /// What came, in order.
    public var added: [String]
    /// What went, in order.
    public var removed: [String]

    /// Makes a change.
    public init(added: [String] = [], removed: [String] = []) {
      self.added = added
      self.removed = removed
    }
  }

  /// Makes the history of a first measurement.
  public init() {}
}
