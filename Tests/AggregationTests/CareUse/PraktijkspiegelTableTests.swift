import Definitions
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t219: Praktijkspiegel of the practices together")
struct PraktijkspiegelTableTests {
  private func figure(
    _ practice: Int, _ value: Double?, _ expected: Double?, _ denominator: Double?,
    year: Int = 2025, indicator: String = "VERWIJS"
  ) throws -> PraktijkspiegelFigure {
    PraktijkspiegelFigure(
      practice: try #require(AGBCode(practice)), year: year, indicator: indicator,
      text: "Verwijzingen", unit: "per 1.000", numerator: nil, denominator: denominator,
      value: value.map { .value($0) } ?? .missing(.unknown), expected: expected, region: 291,
      national: 288, origin: 0)
  }

  private func tables(
    _ figures: [PraktijkspiegelFigure], settings: RegionSettings = RegionSettings(),
    practices: [PracticeInfo] = []
  ) throws -> PublishedTables {
    var data = SourceData()
    data.praktijkspiegel = figures
    data.practices = practices
    let wijk = Fixture.wijk("Proef", [1901], practices: [1, 2, 3])
    return try Fixture.tables(data, Fixture.plan([wijk], settings: settings))
  }

  @Test("Weighted by denominator: (300·1000 + 240·2000 + 360·3000) / 6000 = 310, index 100·310/290")
  func pooled() throws {
    let tables = try tables([
      figure(1, 300, 290, 1000), figure(2, 240, 260, 2000), figure(3, 360, 310, 3000),
      figure(9, 999, 999, 9000), figure(1, 1, 1, 1, year: 2024),
    ])
    let table = try #require(tables.patients.first)
    #expect(table.id == "t219-praktijkspiegel")
    #expect(
      table.columns.map(\.name) == [
        "gebied_soort", "gebied", "jaar", "indicatorcode", "omschrijving", "eenheid", "waarde",
        "verwacht", "index", "regio", "landelijk", "noemer",
      ])
    #expect(table.rows.count == 1)
    let own = ["gebied": "proef"]
    #expect(table.number(own, "waarde") == 310)
    #expect(table.number(own, "verwacht") == 290)
    #expect(abs(try #require(table.number(own, "index")) - 31_000.0 / 290) < 1e-12)
    #expect(table.number(own, "regio") == 291)
    #expect(table.number(own, "noemer") == 6000)
    #expect(table.cell(own, "jaar") == .count(2025))
  }

  @Test("A practice without expected value or denominator makes the figure of all unknown, never 0")
  func missing() throws {
    let expected = try #require(
      tables([figure(1, 300, nil, 1000), figure(2, 240, 260, 2000), figure(3, 360, 310, 3000)])
        .patients.first)
    #expect(expected.number(["gebied": "proef"], "waarde") == 310)
    #expect(expected.cell(["gebied": "proef"], "verwacht") == .absent)
    #expect(expected.cell(["gebied": "proef"], "index") == .absent)
    let denominator = try #require(
      tables([figure(1, 300, 290, nil), figure(2, 240, 260, 2000), figure(3, 360, 310, 3000)])
        .patients.first)
    #expect(denominator.cell(["gebied": "proef"], "waarde") == .unknown)
    #expect(denominator.cell(["gebied": "proef"], "noemer") == .unknown)
  }

  @Test(
    "Fewer than three practices are not shown, unless practices may be; AGBs of one practice are one"
  )
  func few() throws {
    let two = [try figure(1, 300, 290, 1000), try figure(2, 240, 260, 2000)]
    let tables = try tables(two)
    #expect(tables.patients.isEmpty)
    #expect(tables.notes.contains { $0.code == "minder-dan-drie-praktijken" })
    var settings = RegionSettings()
    settings.showsPractices = true
    let shown = try #require(self.tables(two, settings: settings).patients.first)
    #expect(shown.texts("gebied") == ["proef", "00000001", "00000002"])
    #expect(shown.texts("gebied_soort") == ["wijk", "praktijk", "praktijk"])
    #expect(shown.number(["gebied": "proef"], "waarde") == 260)
    let main = try #require(AGBCode(1))
    let info = PracticeInfo(
      practice: try #require(AGBCode(3)), name: "", wijk: "", fte: nil, mainPractice: main)
    let three = two + [try figure(3, 360, 310, 3000)]
    #expect(try !self.tables(three).patients.isEmpty)
    #expect(try self.tables(three, practices: [info]).patients.isEmpty)
  }
}
