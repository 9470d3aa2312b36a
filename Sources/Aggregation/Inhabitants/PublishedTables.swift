import WijkModel

/// The tables of one wijk that come from published figures, not from patients' records.
public struct PublishedTables: Sendable {
  /// Tables of inhabitants: t203 to t209, t211, t221.
  public var inhabitants: [DraftTable<Inhabitants>] = []
  /// Tables of enrolled patients that publishers counted: t219 (Praktijkspiegel).
  public var patients: [DraftTable<EnrolledPatients>] = []
  /// Tables of insured persons: t220.
  public var insured: [DraftTable<InsuredPersons>] = []
  /// Tables that count no persons: t212.
  public var others: [DraftTable<NoPopulation>] = []
  /// Notes that belong to no table, such as `bron-ontbreekt`.
  public var notes: [TableNote] = []

  /// Makes an empty set of tables.
  public init() {}
}
