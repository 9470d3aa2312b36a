import Definitions
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t221: expected cases among inhabitants")
struct ExpectedCasesTableTests {
  private func reference(_ sex: Sex, _ band: AgeBand, _ cases: Double) -> ReferenceCount {
    ReferenceCount(
      area: "Nederland", year: 2024, group: "DM2", sex: sex, band: band, persons: 1000,
      cases: cases,
      origin: 1)
  }

  private func data() -> SourceData {
    var data = SourceData()
    for sex in Sex.allCases {
      data.references += [
        reference(sex, AgeBand(0, 44), sex == .male ? 10 : 20),
        reference(sex, AgeBand(45, nil), sex == .male ? 100 : 80),
      ]
    }
    return data
  }

  private let wijk = Fixture.wijk("Proef", [1901, 1902])

  @Test("Inhabitants times rates: 60·0,01 + 60·0,02 + 90·0,1 + 90·0,08 = 18")
  func byHand() throws {
    var data = data()
    data.inhabitants =
      Fixture.inhabitants(1901, [10, 20, 30, 40, 50]) + Fixture.inhabitants(1902, [1, 2, 3, 4, 5])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t221"))
    #expect(
      table.columns.map(\.name) == [
        "gebied_soort", "gebied", "groep", "verwacht", "inwoners", "referentie", "jaar",
      ])
    #expect(abs(try #require(table.number(["gebied": "1901"], "verwacht")) - 18) < 1e-12)
    #expect(abs(try #require(table.number(["gebied": "proef"], "verwacht")) - 19.8) < 1e-12)
    #expect(table.number(["gebied": "proef"], "inwoners") == 330)
    #expect(table.cell(["gebied": "proef"], "groep") == .text("Diabetes"))
    #expect(table.cell(["gebied": "proef"], "referentie") == .text("Nederland"))
    #expect(table.cell(["gebied": "proef"], "jaar") == .count(2024))
    #expect(table.note("minstens") == nil)
  }

  @Test("An unknown class makes a postcode unknown and the wijk at least the rest")
  func unknown() throws {
    var data = data()
    data.inhabitants =
      Fixture.inhabitants(1901, [10, 20, 30, 40, 50])
      + Fixture.inhabitants(1902, [1, nil, 3, 4, 5])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t221"))
    #expect(table.cell(["gebied": "1902"], "verwacht") == .unknown)
    #expect(abs(try #require(table.number(["gebied": "proef"], "verwacht")) - 18) < 1e-12)
    #expect(table.note("minstens") == ["kenmerken": "Diabetes"])
  }

  @Test("Without ages by sex there is no table")
  func withoutSex() throws {
    var data = data()
    data.inhabitants = [Fixture.row(1901, nil, nil, 100, 2025)]
    #expect(try Fixture.tables(data, Fixture.plan([wijk])).table("t221") == nil)
  }
}
