import TestSupport
import Testing
import WijkModel

@testable import History

@Suite("The log of runs")
struct RunLogTests {
  private let folder: TemporaryFolder
  private let state: StateFile

  init() throws {
    folder = try TemporaryFolder()
    state = try StateFile.create(below: folder.path)
  }

  private func run(_ start: Int, exitCode: Int = 0, hash: String = "aa") throws -> RecordedRun {
    RecordedRun(
      startedAt: start, endedAt: start + 7, exitCode: exitCode, programVersion: "1",
      referenceDate: try #require(CalendarDate(iso: "2026-07-01")), definitionsHash: "dd",
      wijken: ["duinrand", "polderzicht"], warnings: ["W113", "W303"],
      inputs: [
        RecordedInput(
          file: "invoer/p 1.csv", kind: "praktijklijst", sha256: hash, size: 99, records: 12,
          counted: 11),
        RecordedInput(
          file: "invoer/p 1.csv", kind: "episoden", sha256: hash, size: 99, records: 12, counted: 5),
      ],
      deliveries: [
        RecordedDelivery(kind: "episoden", practice: 1_990_011, records: 12),
        RecordedDelivery(kind: "praktijklijst", practice: 1_990_011, records: 7),
        RecordedDelivery(kind: "praktijklijst", practice: 1_990_022, records: 5),
      ])
  }

  @Test("The last good run comes back whole; a bad one after it does not count")
  func lastGood() throws {
    #expect(try state.lastGoodRun() == nil)
    let first = try run(100)
    let second = try run(200, hash: "bb")
    let bad = try run(300, exitCode: 65, hash: "cc")
    for item in [first, second, bad] { try state.record(item) }
    #expect(try state.lastGoodRun() == second)
    #expect(try state.lastRun() == bad)
    try state.close()
    #expect(try StateFile.open(below: folder.path).lastGoodRun() == second)
  }

  @Test("Bytes were first read by the first good run that had them")
  func firstRead() throws {
    for (start, code, hash) in [(100, 65, "aa"), (200, 0, "aa"), (300, 0, "bb"), (400, 0, "aa")] {
      try state.record(try run(start, exitCode: code, hash: hash))
    }
    #expect(try state.firstRead(sha256: "aa", file: "invoer/p 1.csv") == 200)
    #expect(try state.firstRead(sha256: "bb", file: "invoer/p 1.csv") == 300)
    #expect(try state.firstRead(sha256: "aa", file: "ander.csv") == nil)
  }

  @Test("A state of before the rows of practices is read, and brought up to date by the next run")
  func older() throws {
    try state.record(try run(100))
    try state.database.write { database in
      try database.execute(
        sql: """
          DROP TABLE run_delivery;
          DELETE FROM grdb_migrations WHERE identifier = '2 rijen per praktijk'
          """)
    }
    try state.close()
    let readOnly = try StateFile.open(below: folder.path, isReadOnly: true)
    #expect(try readOnly.lastGoodRun()?.inputs.count == 2)
    #expect(try readOnly.lastGoodRun()?.deliveries == [])
    try readOnly.close()
    let newer = try StateFile.open(below: folder.path)
    try newer.record(try run(200))
    #expect(try newer.lastGoodRun() == run(200))
  }

  @Test("A state that is opened for reading cannot be written")
  func readOnly() throws {
    try state.close()
    let readOnly = try StateFile.open(below: folder.path, isReadOnly: true)
    #expect(throws: HistoryError.unusable(reason: "geen toegang")) { try readOnly.record(run(1)) }
  }
}
