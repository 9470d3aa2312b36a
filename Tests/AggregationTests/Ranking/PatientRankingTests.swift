import Definitions
import Statistics
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t210 and t222: conditions among patients")
struct PatientRankingTests {
  private func wijk(
    _ name: String, _ patients: Int, _ counts: [(String, Int, Double?)],
    suppressed: Set<String> = []
  ) -> WijkGroupCounts {
    WijkGroupCounts(
      wijk: name, patients: patients,
      counts: counts.map { GroupCount(group: $0.0, cases: $0.1, expected: $0.2) },
      suppressed: suppressed)
  }

  private func tables(_ region: [WijkGroupCounts]) throws -> [DraftTable<EnrolledPatients>] {
    let wijk = Fixture.wijk("een", [1901])
    return patientRanking(
      for: wijk, among: region, data: SourceData(), plan: Fixture.plan([wijk]),
      definitions: try Fixture.definitions())
  }

  @Test("p = 100·O/N, r = 100·E/N, z = (O − E)/√E while there are fewer than five wijken")
  func test() throws {
    let tables = try tables([
      wijk("een", 5000, [("DM2", 400, 256), ("COPD", 100, 100), ("ASTMA", 300, nil)])
    ])
    #expect(tables.map(\.id) == ["t210-top3-patienten", "t222-ranglijst-patienten"])
    let table = tables[1]
    let diabetes = ["probleem": "DM2"]
    #expect(table.number(diabetes, "aandeel") == 8)
    #expect(table.number(diabetes, "referentie") == 5.12)
    #expect(abs(try #require(table.number(diabetes, "z")) - 9) < 1e-9)
    #expect(table.number(diabetes, "b2_afwijking") == 10)
    #expect(table.cell(diabetes, "personen") == .count(400))
    #expect(table.cell(diabetes, "populatie") == .text("patienten"))
    #expect(table.cell(diabetes, "basis") == .text("geteld"))
    #expect(table.cell(diabetes, "jaar") == .count(2026))
    // As expected: the interval of O/E holds 1, so the gate is closed.
    #expect(table.number(["probleem": "COPD"], "b2_afwijking") == 0)
    #expect(table.cell(["probleem": "ASTMA"], "z") == .absent)
    #expect(table.note("alleen-omvang") == ["kandidaten": "ASTMA"])
    #expect(try #require(table.note("toets")?["kandidaten"]).contains("DM2"))
    // Astma and COPD share a theme; only the better one is a finalist.
    #expect(tables[0].rows.count == 2)
  }

  @Test("With five wijken the spread of 100·(O − E)/N is the unit of z")
  func spread() throws {
    // Differences 1, 2, 3, 4, 5 %: standard deviation √2.5.
    let region = (1...5).map { place in
      wijk(place == 5 ? "een" : "w\(place)", 1000, [("DM2", 50 + 10 * place, 50)])
    }
    let table = try tables(region)[1]
    let z = try #require(table.number(["probleem": "DM2"], "z"))
    #expect(abs(z - 5 / 2.5.squareRoot()) < 1e-9)
    #expect(table.note("toets") == nil)
    #expect(table.note("vergelijkingsgebieden") == ["soort": "wijken", "aantal": "5"])
    #expect(try tables(Array(region.reversed()))[1].rows == table.rows)
  }

  @Test("A suppressed group takes no place, no part in the spread, and is not named")
  func suppressed() throws {
    let counts = [("DM2", 400, 256.0), ("COPD", 7, 20.0), ("DEMENTIE", 60, 50.0)]
    let with = try tables([wijk("een", 5000, counts, suppressed: ["COPD"])])
    let without = try tables([wijk("een", 5000, [counts[0], counts[2]])])
    #expect(with.map(\.rows) == without.map(\.rows))
    #expect(with.map(\.notes) == without.map(\.notes))
    #expect(with[1].texts("probleem").sorted() == ["DEMENTIE", "DM2"])
    #expect(Set(with[1].rows.map { $0[1] }) == [.count(1), .count(2)])
    let region = (1...5).map { place in
      wijk(
        place == 5 ? "een" : "w\(place)", 1000, [("DM2", 50 + 10 * place, 50)],
        suppressed: place == 1 ? ["DM2"] : [])
    }
    #expect(try tables(region)[1].note("toets") != nil)
  }

  @Test("Certainty follows from the Wilson limits widened for all finalists")
  func certainty() throws {
    let tables = try tables([
      wijk(
        "een", 20_000,
        [
          ("DM2", 2400, 1200), ("COPD", 1500, 700), ("ARTROSE", 1400, 700), ("DEMENTIE", 40, 300),
          ("KANKER", 30, 500),
        ])
    ])
    let table = tables[1]
    #expect(table.cell(["probleem": "DM2"], "zekerheid") == .text("zeker"))
    #expect(table.cell(["probleem": "DEMENTIE"], "zekerheid") == .text("nee"))
    #expect(tables[0].texts("probleem").contains("DM2"))
    #expect(!tables[0].texts("probleem").contains("KANKER"))
  }

  @Test("Every figure hides with the count it comes from, and is rounded")
  func roles() throws {
    let table = try tables([wijk("een", 5000, [("DM2", 400, 256)])])[0]
    let columns = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, $0) })
    #expect(columns["personen"]?.role == .count(measure: "patienten"))
    for name in ["score", "a_omvang", "b2_afwijking", "aandeel", "referentie", "z"] {
      #expect(columns[name]?.role == .derived(from: "personen"))
      #expect(columns[name]?.rounding == .decimals(1))
    }
  }

  @Test("A group that nobody belongs to is no problem, however far below the expectation")
  func nobody() throws {
    let counts = [("DM1", 0, 9.0), ("DM2", 20, 18.0), ("COPD", 3, 10.0)]
    let tables = try tables([wijk("een", 400, counts, suppressed: ["COPD"])])
    #expect(tables.map { $0.texts("probleem") } == [["DM2"], ["DM2"]])
    #expect(
      try self.tables([wijk("een", 400, [counts[0], counts[2]], suppressed: ["COPD"])]).isEmpty)
  }

  @Test("No patients, no ranking")
  func empty() throws {
    #expect(try tables([wijk("een", 0, [("DM2", 0, 0)])]).isEmpty)
    #expect(try tables([]).isEmpty)
    #expect(try tables([wijk("een", 100, [])]).isEmpty)
  }
}
