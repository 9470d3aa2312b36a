import Foundation
import GRDB
import WijkModel

extension StateFile {
  /// Writes releases to the ledger as pending, all or none, before anything is put in place.
  ///
  /// - Parameters:
  ///   - releases: One per wijk at most.
  ///   - time: Now, in seconds since 1970.
  /// - Returns: Their numbers in the ledger, in the same order.
  /// - Throws: `unusable` when the system refuses.
  public func begin(_ releases: [NewRelease], at time: Int) throws(HistoryError) -> [Int] {
    do {
      return try database.write { database in
        try releases.map { try Self.insert($0, at: time, into: database) }
      }
    } catch {
      throw HistoryError(error)
    }
  }

  /// Says of pending releases how they ended; others stay as they are.
  ///
  /// - Parameters:
  ///   - ids: Their numbers in the ledger.
  ///   - state: `published` or `withdrawn`.
  ///   - time: Now, in seconds since 1970.
  /// - Throws: `unusable` when the system refuses.
  public func settle(
    _ ids: [Int], as state: LedgerRelease.State, at time: Int
  ) throws(HistoryError) {
    do {
      try database.write { database in
        for id in ids {
          try database.execute(
            sql: "UPDATE release SET state = ?, settled_at = ? WHERE id = ? AND state = 'pending'",
            arguments: [state.rawValue, time, id])
        }
      }
    } catch {
      throw HistoryError(error)
    }
  }

  /// The releases of a wijk that stood or may have stood, the oldest first, of all series.
  public func releases(of wijk: String) throws(HistoryError) -> [LedgerRelease] {
    try releases("WHERE wijk = ? AND state <> 'withdrawn' ORDER BY id", [wijk])
  }

  /// The releases that a run left pending, the oldest first.
  public func pendingReleases() throws(HistoryError) -> [LedgerRelease] {
    try releases("WHERE state = 'pending' ORDER BY id", [])
  }

  private func releases(
    _ condition: String, _ arguments: StatementArguments
  ) throws(HistoryError) -> [LedgerRelease] {
    do {
      return try database.read { database in
        try Row.fetchAll(
          database, sql: "SELECT * FROM release " + condition, arguments: arguments
        ).map(LedgerRelease.init)
      }
    } catch {
      throw HistoryError(error)
    }
  }

  private static func insert(
    _ release: NewRelease, at time: Int, into database: Database
  ) throws -> Int {
    let last = try Row.fetchOne(
      database,
      sql: """
        SELECT series, is_declared FROM release WHERE wijk = ? AND state <> 'withdrawn'
        ORDER BY id DESC LIMIT 1
        """, arguments: [release.wijk])
    let series = last.map { $0["series"] as Int }
    let isDeclared = release.startsSeries || last.map { $0["is_declared"] as Bool } ?? false
    try database.execute(
      sql: """
        INSERT INTO release (wijk, series, is_declared, reference_date, state, begun_at, conditions,
          marks, tables) VALUES (?, ?, ?, ?, 'pending', ?, ?, ?, ?)
        """,
      arguments: [
        release.wijk, series.map { release.startsSeries ? $0 + 1 : $0 } ?? 1, isDeclared,
        release.referenceDate.description, time, Lines.text(release.conditions),
        Lines.text(release.marks), release.tables,
      ])
    return Int(database.lastInsertedRowID)
  }
}

extension LedgerRelease {
  fileprivate init(_ row: Row) throws {
    guard let date = CalendarDate(iso: row["reference_date"]),
      let state = State(rawValue: row["state"])
    else { throw HistoryError.damaged }
    self.init(
      id: row["id"], wijk: row["wijk"], series: row["series"], isDeclared: row["is_declared"],
      referenceDate: date, state: state, begunAt: row["begun_at"],
      conditions: try Lines.conditions(row["conditions"]), marks: try Lines.marks(row["marks"]),
      tables: row["tables"])
  }
}

/// Small lists as lines of a name, a tab and a value.
private enum Lines {
  static func text(_ conditions: ReleaseConditions) -> String {
    conditions.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)" }.joined(separator: "\n")
  }

  static func text(_ marks: [ReleaseMark]) -> String {
    marks.map { "\($0.sha256)\t\($0.path)" }.joined(separator: "\n")
  }

  static func conditions(_ text: String) throws -> ReleaseConditions {
    Dictionary(try pairs(text)) { first, _ in first }
  }

  static func marks(_ text: String) throws -> [ReleaseMark] {
    try pairs(text).map { ReleaseMark(path: $0.1, sha256: $0.0) }
  }

  private static func pairs(_ text: String) throws -> [(String, String)] {
    try text.split(separator: "\n").map { line in
      guard let tab = line.firstIndex(of: "\t") else { throw HistoryError.damaged }
      return (String(line[..<tab]), String(line[line.index(after: tab)...]))
    }
  }
}
