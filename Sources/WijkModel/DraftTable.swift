/// What a column of a table means to disclosure control.
public enum ColumnRole: Hashable, Sendable {
  /// Identifies the row.
  case dimension
  /// Text or a published number that tells nothing of a patient's presence.
  case attribute
  /// A count of patients of a measure (`patienten`, `programma`, `multimorbiditeit`, `waterval`).
  case count(measure: String)
  /// A figure computed from the count in the named column of the same row; hidden with it.
  case derived(from: String)
  /// A denominator: a count of the same measure that is another cell of the release.
  case denominator(measure: String)
}

/// How a figure is rounded in what is shared.
public enum Rounding: Hashable, Sendable {
  /// Full precision: the shortest decimal that reads back to the same double.
  case exact
  /// A number of decimals, half away from zero.
  case decimals(Int)
  /// A number of significant digits.
  case significant(Int)
}

/// One column of a tidy table.
public struct TableColumn: Hashable, Sendable {
  /// The machine name of product.md, section 8.
  public let name: String
  /// Its meaning to disclosure control.
  public let role: ColumnRole
  /// How its figures are rounded in what is shared.
  public let rounding: Rounding

  /// Makes a column.
  public init(_ name: String, _ role: ColumnRole, rounding: Rounding = .exact) {
    self.name = name
    self.role = role
    self.rounding = rounding
  }
}

/// A cell of a table that is not yet protected.
public enum DraftCell: Hashable, Sendable {
  /// Text: a code, a label, a name.
  case text(String)
  /// A number of persons, records or years.
  case count(Int)
  /// A figure.
  case number(Double)
  /// A value that does not exist.
  case absent
  /// A value that is unknown in the source.
  case unknown
  /// A value that is never shown, such as the patients of a merged postcode.
  case withheld
}

/// Something that must be said beside a table: a stable code and its facts.
///
/// Facts never hold a count of patients or a share of one.
public struct TableNote: Hashable, Sendable {
  /// A stable code such as `alleen-omvang`; `Report` has the sentence.
  public let code: String
  /// Facts by the name of their slot.
  public let facts: [String: String]

  /// Makes a note.
  public init(_ code: String, _ facts: [String: String] = [:]) {
    self.code = code
    self.facts = facts
  }
}

/// A tidy table of one population with true figures, not yet protected.
///
/// It cannot be exported: exporters take a `ReleasableTable`, which only disclosure control makes.
public struct DraftTable<Of: Population>: Sendable {
  /// The id, such as `t214-patienten-pc4-leeftijd-geslacht`; also the file name.
  public let id: String
  /// The columns in the order of product.md, section 8.
  public let columns: [TableColumn]
  /// The rows; each has one cell per column.
  public private(set) var rows: [[DraftCell]]
  /// What must be said beside it.
  public var notes: [TableNote]
  /// The sources of the figures, for the caption.
  public var origins: [SourceOrigin]
  /// The years of the figures, for the caption; empty for figures of the reference date.
  public var years: [Int]

  /// Makes an empty table.
  public init(
    id: String, columns: [TableColumn], notes: [TableNote] = [], origins: [SourceOrigin] = [],
    years: [Int] = []
  ) {
    self.id = id
    self.columns = columns
    self.rows = []
    self.notes = notes
    self.origins = origins
    self.years = years
  }

  /// Adds a row; it must have one cell per column.
  public mutating func append(_ row: [DraftCell]) {
    precondition(row.count == columns.count, "a row has one cell per column of \(id)")
    rows.append(row)
  }
}

/// A disease group under both its names.
public struct GroupFacts: Hashable, Sendable {
  /// The id of the column `probleem`, such as `DM2`.
  public let id: String
  /// The name of the column `groep`, such as `Diabetes`.
  public let name: String

  /// Makes the facts of a group.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// The tables of one wijk, before protection.
public struct DraftRelease: Sendable {
  /// The wijk.
  public let wijk: Wijk
  /// Tables of enrolled patients, to be protected.
  public var patients: [DraftTable<EnrolledPatients>] = []
  /// Tables of enrolled patients in full precision, for `intern/tabellen` only.
  ///
  /// Each has the id and the dimensions of a table in ``patients``; rows whose count is hidden there
  /// are left out.
  public var internalPatients: [DraftTable<EnrolledPatients>] = []
  /// Standardized rates of the cells of t216, for the trend; only those of released cells are kept.
  public var rates: [StandardizedRate] = []
  /// Tables of inhabitants.
  public var inhabitants: [DraftTable<Inhabitants>] = []
  /// Tables of insured persons.
  public var insured: [DraftTable<InsuredPersons>] = []
  /// Tables that do not count persons.
  public var others: [DraftTable<NoPopulation>] = []
  /// Postcodes that are published together as "overige postcodes".
  public var mergedPostcodes: [Postcode4] = []
  /// Practices whose rows were counted.
  public var practiceCount = 0
  /// The disease groups of the tables, with what everybody can know of them.
  public var groups: [GroupFacts] = []
  /// Notes that belong to no table, such as sections without a source.
  public var notes: [TableNote] = []

  /// Makes an empty release of a wijk.
  public init(wijk: Wijk) { self.wijk = wijk }
}
