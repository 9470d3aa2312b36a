import Definitions
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t203: inhabitants by age and sex")
struct AgeTableTests {
  private let wijk = Fixture.wijk("Proef", [1901, 1902])

  @Test("A wijk is the sum of its postcodes, by class and sex, and in total")
  func sums() throws {
    var data = SourceData()
    data.inhabitants =
      Fixture.inhabitants(1901, [10, 20, 30, 40, 50]) + Fixture.inhabitants(1902, [1, 2, 3, 4, 5])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t203"))
    #expect(
      table.columns.map(\.name) == ["gebied_soort", "gebied", "leeftijd", "geslacht", "aantal"])
    func number(_ area: String, _ age: String, _ sex: String) -> Double? {
      table.number(["gebied": area, "leeftijd": age, "geslacht": sex], "aantal")
    }
    #expect(number("1901", "15–24", "M") == 20)
    #expect(number("proef", "15–24", "V") == 22)
    #expect(number("proef", "65+", "Totaal") == 110)
    #expect(number("proef", "Totaal", "Totaal") == 330)
    #expect(number("proef", "Totaal", "M") == 165)
    #expect(table.note("minstens") == nil)
    // 6 ages x 3 sexes x 3 areas.
    #expect(table.rows.count == 54)
    #expect(table.texts("gebied").first == "1901")
    #expect(table.texts("gebied").last == "proef")
    #expect(table.years == [2025])
  }

  @Test("A secret class is unknown, never 0; the wijk is then at least the rest, and says so")
  func secret() throws {
    var data = SourceData()
    data.inhabitants =
      Fixture.inhabitants(1901, [10, 20, 30, 40, 50])
      + Fixture.inhabitants(1902, [nil, 2, 3, 4, 5], total: 30)
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t203"))
    let young = ["leeftijd": "0–14", "geslacht": "M"]
    #expect(table.cell(young.merging(["gebied": "1902"]) { $1 }, "aantal") == .unknown)
    #expect(table.cell(young.merging(["gebied": "proef"]) { $1 }, "aantal") == .number(10))
    #expect(try #require(table.note("minstens")?["rijen"]).contains("0–14 M"))
    #expect(
      table.number(["gebied": "proef", "leeftijd": "Totaal", "geslacht": "Totaal"], "aantal") == 330
    )
  }

  @Test("Nobody knows a wijk of which no postcode is known")
  func unknown() throws {
    var data = SourceData()
    data.inhabitants = Fixture.inhabitants(1999, [10, 20, 30, 40, 50])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t203"))
    #expect(
      table.cell(["gebied": "proef", "leeftijd": "Totaal", "geslacht": "Totaal"], "aantal")
        == .unknown)
    #expect(table.note("minstens") == nil)
  }

  @Test("Five-year classes are given for the wijk and the reference, not per postcode")
  func fiveYears() throws {
    var data = SourceData()
    let bands = (0..<19).map { AgeBand(5 * $0, 5 * $0 + 4) } + [AgeBand(95, nil)]
    for postcode in [1901, 1902] {
      for band in bands {
        for sex in Sex.allCases {
          data.inhabitants.append(Fixture.row(postcode, band, sex, 10, 2025))
        }
      }
    }
    for band in bands {
      for sex in Sex.allCases {
        data.references.append(
          ReferenceCount(
            area: "Nederland", year: 2025, group: "bevolking", sex: sex, band: band, persons: 1000,
            cases: nil, origin: 0))
      }
    }
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t203"))
    func number(_ area: String, _ age: String, _ sex: String) -> Double? {
      table.number(["gebied": area, "leeftijd": age, "geslacht": sex], "aantal")
    }
    #expect(number("proef", "90–94", "V") == 20)
    #expect(number("1901", "90–94", "V") == nil)
    #expect(number("1901", "45–64", "Totaal") == 80)
    #expect(number("Nederland", "65+", "M") == 7000)
    #expect(number("Nederland", "Totaal", "Totaal") == 40_000)
    #expect(table.rows(["gebied_soort": "land", "leeftijd": "10–14"]).count == 3)
    #expect(table.note("referentie") == ["naam": "Nederland", "jaar": "2025"])
  }

  @Test("Without a source there is no table but a note")
  func absent() throws {
    let tables = try Fixture.tables(SourceData(), Fixture.plan([wijk]))
    #expect(tables.inhabitants.isEmpty)
    #expect(tables.others.isEmpty)
    #expect(tables.insured.isEmpty)
    let missing = tables.notes.filter { $0.code == "bron-ontbreekt" }.compactMap {
      $0.facts["tabel"]
    }
    #expect(
      missing == ["t203", "t204", "t205", "t206", "t208", "t209", "t221", "t212", "t219", "t220"])
  }
}
