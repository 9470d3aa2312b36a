import GRDB
import WijkModel

extension StateFile {
  /// Adds a run to the log, good or bad.
  public func record(_ run: RecordedRun) throws(HistoryError) {
    do {
      try database.write { database in
        try database.execute(
          sql: """
            INSERT INTO run (started_at, ended_at, exit_code, program_version, reference_date,
              definitions_hash, wijken, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            run.startedAt, run.endedAt, run.exitCode, run.programVersion,
            run.referenceDate.description, run.definitionsHash,
            run.wijken.joined(separator: " "), run.warnings.joined(separator: " "),
          ])
        let id = database.lastInsertedRowID
        for (place, input) in run.inputs.enumerated() {
          try database.execute(
            sql: "INSERT INTO run_input VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
              id, place, input.file, input.kind, input.sha256, input.size, input.records,
              input.counted,
            ])
        }
        for delivery in run.deliveries {
          try database.execute(
            sql: "INSERT INTO run_delivery VALUES (?, ?, ?, ?)",
            arguments: [id, delivery.kind, delivery.practice, delivery.records])
        }
      }
    } catch {
      throw HistoryError(error)
    }
  }

  /// The last run with exit code 0, with its inputs; nil when there was none.
  public func lastGoodRun() throws(HistoryError) -> RecordedRun? {
    try run("SELECT * FROM run WHERE exit_code = 0 ORDER BY id DESC LIMIT 1")
  }

  /// The last run, good or bad; nil when there was none.
  public func lastRun() throws(HistoryError) -> RecordedRun? {
    try run("SELECT * FROM run ORDER BY id DESC LIMIT 1")
  }

  /// When a good run first read these bytes of a file, in seconds since 1970; nil when none did.
  public func firstRead(sha256: String, file: String) throws(HistoryError) -> Int? {
    do {
      return try database.read { database in
        try Int.fetchOne(
          database,
          sql: """
            SELECT MIN(run.started_at) FROM run_input JOIN run ON run.id = run_input.run_id
            WHERE run_input.sha256 = ? AND run_input.file = ? AND run.exit_code = 0
            """, arguments: [sha256, file])
      }
    } catch {
      throw HistoryError(error)
    }
  }

  private func run(_ sql: String) throws(HistoryError) -> RecordedRun? {
    do {
      return try database.read { database in
        guard let row = try Row.fetchOne(database, sql: sql) else { return nil }
        let id = row["id"] as Int
        let inputs = try Row.fetchAll(
          database, sql: "SELECT * FROM run_input WHERE run_id = ? ORDER BY place",
          arguments: [id])
        // A state that is opened for reading may be of before this table.
        let deliveries =
          try !database.tableExists("run_delivery")
          ? []
          : try Row.fetchAll(
            database, sql: "SELECT * FROM run_delivery WHERE run_id = ? ORDER BY kind, practice",
            arguments: [id])
        return try RecordedRun(row, inputs: inputs, deliveries: deliveries)
      }
    } catch {
      throw HistoryError(error)
    }
  }
}

extension RecordedRun {
  fileprivate init(_ row: Row, inputs: [Row], deliveries: [Row]) throws {
    guard let date = CalendarDate(iso: row["reference_date"]) else { throw HistoryError.damaged }
    self.init(
      startedAt: row["started_at"], endedAt: row["ended_at"], exitCode: row["exit_code"],
      programVersion: row["program_version"], referenceDate: date,
      definitionsHash: row["definitions_hash"], wijken: Self.words(row["wijken"]),
      warnings: Self.words(row["warnings"]), inputs: inputs.map(RecordedInput.init),
      deliveries: deliveries.map(RecordedDelivery.init))
  }

  /// Slugs and codes hold no blanks.
  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}

extension RecordedInput {
  fileprivate init(_ row: Row) {
    self.init(
      file: row["file"], kind: row["kind"], sha256: row["sha256"], size: row["size"],
      records: row["records"], counted: row["counted"])
  }
}

extension RecordedDelivery {
  fileprivate init(_ row: Row) {
    self.init(kind: row["kind"], practice: row["practice"], records: row["records"])
  }
}
