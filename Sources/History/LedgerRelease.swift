import WijkModel

/// What must be equal for figures of two releases to be compared over time, as words by name.
///
/// The names are those of the report: `definities`, `praktijken`, `postcodes`, ….
public typealias ReleaseConditions = [String: String]

/// A file of a wijk whose bytes tell whether a release stands: its path and the hash it then has.
public struct ReleaseMark: Hashable, Sendable {
  /// The path below the folder of the wijk.
  public let path: String
  /// SHA-256 of the bytes, in hexadecimal digits.
  public let sha256: String

  /// Makes a mark.
  public init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

/// A release that is about to be published.
public struct NewRelease: Hashable, Sendable {
  /// The slug of the wijk.
  public let wijk: String
  /// The reference date of the counts.
  public let referenceDate: CalendarDate
  /// What must be equal for a comparison over time.
  public let conditions: ReleaseConditions
  /// The tables in the stable text form of disclosure control.
  public let tables: String
  /// Files that change when the release is put in place.
  public let marks: [ReleaseMark]
  /// Whether the officer starts a new series: earlier figures of this wijk were not shared.
  public let startsSeries: Bool

  /// Makes a release.
  public init(
    wijk: String, referenceDate: CalendarDate, conditions: ReleaseConditions, tables: String,
    marks: [ReleaseMark], startsSeries: Bool
  ) {
    self.wijk = wijk
    self.referenceDate = referenceDate
    self.conditions = conditions
    self.tables = tables
    self.marks = marks
    self.startsSeries = startsSeries
  }
}

/// A release of patient figures of one wijk in the ledger.
public struct LedgerRelease: Hashable, Sendable {
  /// How far it came.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Committed before the swap; until it is settled it counts as published.
    case pending
    /// It stood, or may have stood, where others can read it.
    case published
    /// It never stood.
    case withdrawn
  }

  /// Its number in the ledger; later releases have higher ones.
  public let id: Int
  /// The slug of the wijk.
  public let wijk: String
  /// The series, from 1; figures of one series may not give each other away.
  public let series: Int
  /// Whether the officer declared at its start that earlier figures were not shared.
  public let isDeclared: Bool
  /// The reference date of the counts.
  public let referenceDate: CalendarDate
  /// How far it came.
  public let state: State
  /// When it was committed, in seconds since 1970.
  public let begunAt: Int
  /// What must be equal for a comparison over time.
  public let conditions: ReleaseConditions
  /// Files that changed when it was put in place.
  public let marks: [ReleaseMark]
  /// The tables in the stable text form of disclosure control.
  public let tables: String
}
