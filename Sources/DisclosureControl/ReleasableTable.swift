import WijkModel

/// A cell that may be shown.
public enum ReleasableCell: Hashable, Sendable {
  /// Text.
  case text(String)
  /// A number of persons, records or years.
  case count(Int)
  /// A figure, rounded as its column says.
  case number(Double)
  /// `•`: hidden, primary or secondary; nobody can see which.
  case suppressed
  /// A value that does not exist; written empty.
  case absent
  /// A value that is unknown in the source; written `onbekend`.
  case unknown
}

/// A tidy table that may be published; only this module makes one.
public struct ReleasableTable: Hashable, Sendable {
  /// The id, such as `t214-patienten-pc4-leeftijd-geslacht`; also the file name.
  public let id: String
  /// Whom the table is about.
  public let population: PopulationKind
  /// The columns.
  public let columns: [TableColumn]
  /// The rows; each has one cell per column.
  public let rows: [[ReleasableCell]]
  /// What must be said beside it.
  public let notes: [TableNote]
  /// The sources of the figures.
  public let origins: [SourceOrigin]
  /// The years of the figures; empty for figures of the reference date.
  public let years: [Int]

  init(
    id: String, population: PopulationKind, columns: [TableColumn], rows: [[ReleasableCell]],
    notes: [TableNote], origins: [SourceOrigin], years: [Int]
  ) {
    self.id = id
    self.population = population
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.origins = origins
    self.years = years
  }

  /// The place of a column by its machine name.
  public func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The number of suppressed cells in count columns.
  public var suppressedCounts: Int {
    let counts = columns.indices.filter {
      if case .count = columns[$0].role { true } else { false }
    }
    return rows.reduce(0) { sum, row in sum + counts.count { row[$0] == .suppressed } }
  }
}

/// All tables of one wijk that may be published, in the order of the chapter.
public struct ReleasedTables: Sendable {
  /// The wijk.
  public let wijk: Wijk
  /// The tables.
  public let tables: [ReleasableTable]
  /// The structure of the release, for `tabellen/audit.json`.
  public let structure: ReleaseStructure
  /// The smallest count of patients that may be shown.
  public let threshold: Int
  /// Notes that belong to no table.
  public let notes: [TableNote]
  /// Practices whose rows were counted.
  public let practiceCount: Int
  /// Tables in full precision for `intern/tabellen`, which is not shared; only rows whose count is
  /// shown in ``tables``.
  public let internalTables: [ReleasableTable]
  /// Standardized rates of released cells, for later comparisons; not shared.
  public let rates: [StandardizedRate]

  init(
    wijk: Wijk, tables: [ReleasableTable], structure: ReleaseStructure, threshold: Int,
    notes: [TableNote], practiceCount: Int, internalTables: [ReleasableTable] = [],
    rates: [StandardizedRate] = []
  ) {
    self.wijk = wijk
    self.tables = tables
    self.structure = structure
    self.threshold = threshold
    self.notes = notes
    self.practiceCount = practiceCount
    self.internalTables = internalTables
    self.rates = rates
  }

  /// The table whose id starts with `t2xx`, or nil.
  public func table(_ prefix: String) -> ReleasableTable? {
    tables.first { $0.id == prefix || $0.id.hasPrefix(prefix + "-") }
  }
}
