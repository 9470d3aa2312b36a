import TestSupport
import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Primary protection")
struct TableProtectionTests {
  private let wijk = Wijk(
    name: "Voorbeeldwijk", slug: "voorbeeldwijk",
    postcodes: [1901, 1902].compactMap(Postcode4.init),
    practices: [])

  private func released(
    _ table: DraftTable<EnrolledPatients>, settings: RegionSettings = RegionSettings()
  ) throws -> ReleasableTable {
    var draft = DraftRelease(wijk: wijk)
    draft.patients = [table]
    let tables = primaryRelease(draft, settings).tables
    return try #require(tables.first)
  }

  private func counts(_ values: [DraftCell], id: String = "t214-test") -> DraftTable<
    EnrolledPatients
  > {
    var table = DraftTable<EnrolledPatients>(
      id: id,
      columns: [
        TableColumn("gebied", .dimension), TableColumn("aantal", .count(measure: "patienten")),
      ])
    for (place, value) in values.enumerated() { table.append([.text("\(place)"), value]) }
    return table
  }

  @Test(
    "A count below the threshold is hidden and a zero is shown",
    arguments: [
      (0, 10, ReleasableCell.count(0)), (1, 10, .suppressed), (9, 10, .suppressed),
      (10, 10, .count(10)), (4, 5, .suppressed), (5, 5, .count(5)), (4, 2, .suppressed),
      (-3, 10, .suppressed), (-51, 10, .count(-51)),
    ])
  func threshold(count: Int, threshold: Int, expected: ReleasableCell) throws {
    var settings = RegionSettings()
    settings.threshold = threshold
    let table = try released(counts([.count(count)]), settings: settings)
    #expect(table.rows == [[.text("0"), expected]])
  }

  @Test("What is withheld, absent or unknown keeps its own sign")
  func signs() throws {
    let table = try released(counts([.withheld, .absent, .unknown]))
    #expect(table.rows.map { $0[1] } == [.suppressed, .absent, .unknown])
    #expect(table.suppressedCounts == 1)
  }

  @Test("A figure hides with its count, its denominator and below a denominator of 100")
  func derived() throws {
    var table = DraftTable<EnrolledPatients>(
      id: "t216-prevalentie",
      columns: [
        TableColumn("groep", .dimension), TableColumn("aantal", .count(measure: "patienten")),
        TableColumn("noemer", .denominator(measure: "patienten")),
        TableColumn("aandeel", .derived(from: "aantal"), rounding: .decimals(1)),
        TableColumn("oe100", .derived(from: "aantal"), rounding: .decimals(0)),
      ])
    table.append([.text("a"), .count(30), .count(120), .number(25), .number(112.5)])
    table.append([.text("b"), .count(9), .count(120), .number(7.5), .number(90)])
    table.append([.text("c"), .count(0), .count(7), .number(0), .number(0)])
    table.append([.text("d"), .count(33), .count(99), .number(100.0 / 3), .number(104)])
    table.append([.text("e"), .count(120), .count(120), .number(100), .absent])
    table.append([.text("f"), .count(20), .count(160), .number(12.5), .number(99.4)])
    let rows = try released(table).rows
    #expect(rows[0] == [.text("a"), .count(30), .count(120), .number(25), .number(113)])
    #expect(rows[1] == [.text("b"), .suppressed, .count(120), .suppressed, .suppressed])
    #expect(rows[2] == [.text("c"), .count(0), .suppressed, .suppressed, .suppressed])
    #expect(rows[3] == [.text("d"), .count(33), .count(99), .suppressed, .number(104)])
    #expect(rows[4] == [.text("e"), .count(120), .count(120), .suppressed, .absent])
    #expect(rows[5] == [.text("f"), .count(20), .count(160), .number(12.5), .number(99)])
  }

  @Test("Coverage may exceed 100, and the share of the total is 100")
  func wholes() throws {
    var coverage = DraftTable<EnrolledPatients>(
      id: "t201-postcodes",
      columns: [
        TableColumn("gebied", .dimension), TableColumn("inwoners", .attribute),
        TableColumn("patienten", .count(measure: "patienten")),
        TableColumn("dekkingsgraad", .derived(from: "patienten"), rounding: .decimals(1)),
      ])
    coverage.append([.text("1901"), .number(1000), .count(1100), .number(110)])
    coverage.append([.text("1902"), .number(90), .count(45), .number(50)])
    coverage.append([.text("1903"), .number(500), .withheld, .withheld])
    let rows = try released(coverage).rows
    #expect(rows[0] == [.text("1901"), .number(1000), .count(1100), .number(110)])
    #expect(rows[1] == [.text("1902"), .number(90), .count(45), .suppressed])
    #expect(rows[2] == [.text("1903"), .number(500), .suppressed, .suppressed])
    var shares = DraftTable<EnrolledPatients>(
      id: "t202-herkomst-patienten",
      columns: [
        TableColumn("gebied", .dimension), TableColumn("aantal", .count(measure: "patienten")),
        TableColumn("aandeel", .derived(from: "aantal")),
      ])
    shares.append([.text("Totaal"), .count(400), .number(100)])
    #expect(try released(shares).rows == [[.text("Totaal"), .count(400), .number(100)]])
  }

  @Test("A hidden group has no row in the ranking of patients")
  func rankings() throws {
    for id in ["t210-top3-patienten", "t222-ranglijst-patienten"] {
      #expect(try released(counts([.count(30), .count(3), .count(12)], id: id)).rows.count == 2)
    }
    #expect(
      try released(counts([.count(30), .count(3)], id: "t215-chronisch-pc4")).rows.count == 2)
  }

  @Test("Published figures pass unchanged, but not the reach of an activity")
  func published() throws {
    var inhabitants = DraftTable<Inhabitants>(
      id: "t203-leeftijd-geslacht", columns: [TableColumn("aantal", .attribute)])
    inhabitants.append([.count(3)])
    inhabitants.append([.number(0.1 + 0.2)])
    var activities = DraftTable<NoPopulation>(
      id: "t212-activiteiten",
      columns: [TableColumn("activiteit", .attribute), TableColumn("bereik", .attribute)])
    activities.append([.text("Beweeggroep"), .count(8)])
    activities.append([.text("Rookvrij"), .count(45)])
    var draft = DraftRelease(wijk: wijk)
    draft.others = [activities]
    draft.inhabitants = [inhabitants]
    let tables = primaryRelease(draft, RegionSettings()).tables
    #expect(tables.map(\.id) == ["t203-leeftijd-geslacht", "t212-activiteiten"])
    #expect(tables[0].rows == [[.count(3)], [.number(0.1 + 0.2)]])
    #expect(tables[1].rows[0] == [.text("Beweeggroep"), .suppressed])
    #expect(tables[1].rows[1] == [.text("Rookvrij"), .count(45)])
  }

  @Test("With rounding to 5 counts and their shares are rounded")
  func roundedToFive() throws {
    var settings = RegionSettings()
    settings.roundsToFive = true
    let table = try released(
      counts([.count(12), .count(13), .count(0), .count(-52)]), settings: settings)
    #expect(table.rows.map { $0[1] } == [.count(10), .count(15), .count(0), .count(-50)])
  }

  @Test("With rounding to 5 rates are of rounded counts, and what rests on true ones is hidden")
  func roundedRates() throws {
    var settings = RegionSettings()
    settings.roundsToFive = true
    var draft = DraftRelease(
      wijk: Wijk(name: "Wijk", slug: "wijk", postcodes: [], practices: []))
    var table = DraftTable<EnrolledPatients>(
      id: "t216-prevalentie",
      columns: [
        TableColumn("gebied", .dimension), TableColumn("aantal", .count(measure: "patienten")),
        TableColumn("noemer", .denominator(measure: "patienten")),
        TableColumn("per_1000", .derived(from: "aantal"), rounding: .decimals(1)),
        TableColumn("per_1000_laag", .derived(from: "aantal"), rounding: .decimals(1)),
        TableColumn("verwacht", .derived(from: "aantal"), rounding: .decimals(0)),
        TableColumn("p", .derived(from: "aantal"), rounding: .significant(2)),
      ])
    table.append([
      .text("wijk"), .count(52), .count(1003), .number(52_000.0 / 1003), .number(39.1),
      .number(47.6), .number(0.56),
    ])
    draft.patients = [table]
    let row = try #require(primaryRelease(draft, settings).tables.first?.rows.first)
    // 50 of 1,005, not 52 of 1,003.
    let expected: [ReleasableCell] = [
      .text("wijk"), .count(50), .count(1005), .number(49.8), .suppressed, .suppressed, .suppressed,
    ]
    #expect(row == expected)
  }

  @Test("Nothing small is released from random tables", arguments: [1, 2, 3] as [UInt64])
  func randomTables(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var settings = RegionSettings()
    settings.threshold = Int.random(in: 5...15, using: &generator)
    let values = (0..<200).map { _ in Int.random(in: 0...40, using: &generator) }
    let table = try released(counts(values.map { .count($0) }), settings: settings)
    for (value, row) in zip(values, table.rows) {
      let isSmall = (1..<settings.threshold).contains(value)
      #expect(row[1] == (isSmall ? .suppressed : .count(value)), "seed \(seed)")
    }
  }
}
