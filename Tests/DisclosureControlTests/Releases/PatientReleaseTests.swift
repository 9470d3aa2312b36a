import Testing
import WijkModel

@testable import DisclosureControl

/// A release of one postcode table and one table of inhabitants, made by hand.
enum HandRelease {
  static let wijk = Wijk(
    name: "Kust & \"Duin\"", slug: "kust-duin",
    postcodes: [1901, 1902].compactMap(Postcode4.init),
    practices: [1_001_234].compactMap(AGBCode.init))

  static func released(
    _ first: ReleasableCell, _ second: ReleasableCell, _ total: ReleasableCell,
    inhabitants: Int = 500, rounds: Bool = false
  ) -> ReleasedTables {
    let areas = ["gebied_soort", "gebied"].map { TableColumn($0, .dimension) }
    func table(
      _ id: String, _ population: PopulationKind, _ column: TableColumn, _ cells: [ReleasableCell]
    ) -> ReleasableTable {
      let codes = [("pc4", "1901"), ("pc4", "1902"), ("wijk", "kust-duin")]
      return ReleasableTable(
        id: id, population: population, columns: areas + [column],
        rows: zip(codes, cells).map { [.text($0.0), .text($0.1), $1] },
        notes: [TableNote("let-op", ["a": "b\t\"c\"\n", "d": "é\u{1}\\"])],
        origins: [SourceOrigin(file: "a b.csv", layout: "eigen", name: "bron")], years: [2025])
    }
    let tables = [
      table(
        "t203-inwoners", .inhabitants, TableColumn("aantal", .attribute), [.count(inhabitants)]),
      table(
        "t214-patienten", .enrolledPatients,
        TableColumn("aantal", .count(measure: "patienten"), rounding: .decimals(1)),
        [first, second, total]),
    ]
    return ReleasedTables(
      wijk: wijk, tables: tables,
      structure: ReleaseStructure.of(
        tables, draft: DraftRelease(wijk: wijk),
        rules: TableProtection(threshold: 5, roundsToFive: rounds), release: "2026-07-01",
        isTruth: false),
      threshold: 5, notes: [TableNote("bron-ontbreekt", ["tabel": "t215"])], practiceCount: 2,
      internalTables: [
        ReleasableTable(
          id: "t216", population: .enrolledPatients,
          columns: [
            TableColumn("q", .derived(from: "aantal"), rounding: .significant(2)),
            TableColumn("n", .denominator(measure: "patienten")), TableColumn("x", .attribute),
          ],
          rows: [[.number(0.1 + 0.2), .count(-3), .unknown], [.absent, .suppressed, .text("")]],
          notes: [], origins: [], years: [])
      ],
      rates: [
        StandardizedRate(
          area: Area(.wijk, "kust-duin"), group: "COPD", standard: "ab", rate: 0.012345678901234567,
          variance: 1e-9)
      ])
  }

  static func patients(
    _ first: ReleasableCell, _ second: ReleasableCell, _ total: ReleasableCell
  ) throws -> PatientRelease {
    try #require(released(first, second, total).patientRelease)
  }
}

@Suite("A release that is kept")
struct PatientReleaseTests {
  @Test("The text form gives every cell, note and figure back, bit for bit")
  func roundTrip() throws {
    let release = try HandRelease.patients(.count(30), .suppressed, .suppressed)
    let text = release.storedText
    let read = try PatientRelease(storedText: text)
    #expect(read == release)
    #expect(read.storedText == text)
    #expect(read.rates.first?.rate == 0.012345678901234567)
    #expect(!text.contains("\n"))
    #expect(read.tables.map(\.id) == ["t214-patienten"])
  }

  @Test("A text that was cut or changed is refused and never crashes")
  func unreadable() throws {
    let text = try HandRelease.patients(.count(30), .count(20), .count(50)).storedText
    let bytes = Array(text.utf8)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      let cut = String(decoding: bytes[..<length], as: UTF8.self)
      #expect(throws: UnreadableRelease.self) { try PatientRelease(storedText: cut) }
    }
    for (old, new) in [
      ("\"uitgave\":1", "\"uitgave\":2"), ("c30", "c3x"), ("pc4", "\\u00"), ("[", "{"),
      ("\"dimensie\"", "\"dim\""),
    ] {
      guard let range = text.firstRange(of: old) else {
        Issue.record("no \(old) in the text")
        continue
      }
      let changed = text.replacingCharacters(in: range, with: new)
      #expect(throws: UnreadableRelease.self) { try PatientRelease(storedText: changed) }
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: UnreadableRelease.self) { try PatientRelease(storedText: deep) }
  }

  @Test("A reprint holds all figures of patients of the earlier release and the new other tables")
  func reprint() throws {
    let earlier = try HandRelease.patients(.count(30), .count(20), .count(50))
    let new = HandRelease.released(.count(28), .count(22), .count(50), inhabitants: 600)
    let reprinted = new.reprinting(earlier)
    #expect(reprinted.tables.map(\.id) == ["t203-inwoners", "t214-patienten"])
    #expect(reprinted.tables[0] == new.tables[0])
    #expect(reprinted.tables[1] == earlier.tables[0])
    #expect(reprinted.internalTables == earlier.internalTables)
    let patients = try #require(reprinted.patientRelease)
    #expect(patients.hasSameFigures(as: earlier))
    let named = reprinted.structure.members.first { $0.name == "tables" }?.value.members ?? []
    #expect(named.map(\.name) == ["t203-inwoners.csv", "t214-patienten.csv"])
    #expect(try audit([textRelease(of: reprinted)]).isClean)
  }

  @Test("A release without patients is no release")
  func withoutPatients() {
    let tables = HandRelease.released(.count(1), .count(2), .count(3))
    let empty = ReleasedTables(
      wijk: tables.wijk, tables: [tables.tables[0]], structure: tables.structure, threshold: 5,
      notes: [], practiceCount: 0)
    #expect(empty.patientRelease == nil)
  }

  @Test(
    "A rate is kept only with a released cell; the trend is added as a table that counts nobody")
  func trend() throws {
    let release = HandRelease.released(.count(30), .count(20), .count(50))
    #expect(release.keeping(release.rates).rates.isEmpty, "without t216 nothing is released")
    var table = DraftTable<EnrolledPatients>(
      id: "t218-trend",
      columns: [
        TableColumn("groep", .dimension), TableColumn("waarde", .attribute, rounding: .decimals(2)),
      ])
    table.append([.text("COPD"), .number(1.2345)])
    let added = release.adding(table, unrounded: table)
    #expect(added.tables.map(\.id) == ["t203-inwoners", "t214-patienten", "t218-trend"])
    #expect(added.table("t218")?.rows == [[.text("COPD"), .number(1.23)]])
    #expect(added.internalTables.last?.id == "t218-trend")
    #expect(added.patientRelease?.tables == release.patientRelease?.tables)
    #expect(try audit([textRelease(of: added)]).isClean)
    #expect(
      release.adding(DraftTable(id: "t218-trend", columns: []), unrounded: table).tables.count == 2)
  }
}
