import Definitions
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t204 to t206: characteristics of the inhabitants")
struct CharacteristicTablesTests {
  private let wijk = Fixture.wijk("Proef", [1901, 1902, 1903])

  private func data() -> SourceData {
    var data = SourceData()
    data.inhabitants =
      Fixture.inhabitants(1901, [100, 100, 100, 100, 100])
      + Fixture.inhabitants(1902, [50, 50, 50, 50, 50])
      + Fixture.inhabitants(1903, [150, 150, 150, 150, 150])
    return data
  }

  @Test("A share of the wijk is weighted by inhabitants: (1000·90 + 500·60 + 1500·80) / 3000 = 80")
  func weighted() throws {
    var data = data()
    for (postcode, value) in [(1901, 90.0), (1902, 60), (1903, 80)] {
      data.characteristics.append(
        Fixture.characteristic(
          Fixture.pc4(postcode), "herkomst-nederland", value, "%", classification: "herkomst 2022"))
    }
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t204"))
    #expect(table.number(["gebied": "proef"], "waarde") == 80)
    #expect(table.cell(["gebied": "1902"], "kenmerk") == .text("Nederlandse herkomst"))
    #expect(table.cell(["gebied": "1902"], "jaar") == .count(2025))
    #expect(table.note("indeling") == ["naam": "herkomst 2022"])
    #expect(table.note("niet-vergelijkbaar-2022") == nil)
  }

  @Test("Of two classifications only the newest is shown, and that they cannot be compared")
  func classifications() throws {
    var data = data()
    for postcode in [1901, 1902, 1903] {
      data.characteristics += [
        Fixture.characteristic(
          Fixture.pc4(postcode), "herkomst-nederland", 80, "%", classification: "herkomst 2022"),
        Fixture.characteristic(
          Fixture.pc4(postcode), "nederlandse-achtergrond", 70, "%",
          classification: "migratieachtergrond", year: 2020),
      ]
    }
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t204"))
    #expect(Set(table.texts("indeling")) == ["herkomst 2022"])
    #expect(table.note("niet-vergelijkbaar-2022") != nil)
  }

  @Test("Counts are added; a count with a known whole is given in percent too")
  func counts() throws {
    var data = data()
    for (postcode, single, all) in [(1901, 100.0, 400.0), (1902, 50, 100), (1903, 150, 500)] {
      data.characteristics += [
        Fixture.characteristic(Fixture.pc4(postcode), "eenpersoonshuishoudens", single, "aantal"),
        Fixture.characteristic(Fixture.pc4(postcode), "huishoudens", all, "aantal"),
      ]
    }
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t205"))
    func number(_ area: String, _ unit: String) -> Double? {
      table.number(
        ["gebied": area, "kenmerk": "Eenpersoonshuishoudens", "eenheid": unit], "waarde")
    }
    #expect(number("proef", "aantal") == 300)
    #expect(number("1902", "%") == 50)
    #expect(number("proef", "%") == 30)
    #expect(table.note("minstens") == nil)
  }

  @Test("A part above its whole has no percentage")
  func partAboveWhole() throws {
    var data = data()
    data.characteristics = [
      Fixture.characteristic(Fixture.pc4(1901), "eenpersoonshuishoudens", 15, "aantal"),
      Fixture.characteristic(Fixture.pc4(1901), "huishoudens", 10, "aantal"),
      Fixture.characteristic(Fixture.pc4(1902), "eenpersoonshuishoudens", 5, "aantal"),
      Fixture.characteristic(Fixture.pc4(1902), "huishoudens", 90, "aantal"),
    ]
    let wijk = Fixture.wijk("Proef", [1901, 1902])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t205"))
    let share = ["kenmerk": "Eenpersoonshuishoudens", "eenheid": "%"]
    #expect(table.cell(share.merging(["gebied": "1901"]) { $1 }, "waarde") == .unknown)
    #expect(table.note("onvolledig") == ["kenmerken": "Eenpersoonshuishoudens"])
  }

  @Test("A missing part is never 0: a sum is at least the rest, a mean needs 80 % of the weight")
  func missing() throws {
    var data = data()
    for (postcode, single, woz) in [(1901, 100.0, 300.0), (1902, nil, nil), (1903, 150, 500)]
      as [(Int, Double?, Double?)]
    {
      data.characteristics += [
        Fixture.characteristic(Fixture.pc4(postcode), "eenpersoonshuishoudens", single, "aantal"),
        Fixture.characteristic(Fixture.pc4(postcode), "woz", woz, "x 1.000 euro"),
        Fixture.characteristic(
          Fixture.pc4(postcode), "woningen", postcode == 1903 ? 500 : 300, "aantal"),
      ]
    }
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t205"))
    let single = ["kenmerk": "Eenpersoonshuishoudens", "eenheid": "aantal"]
    #expect(table.cell(single.merging(["gebied": "1902"]) { $1 }, "waarde") == .unknown)
    #expect(table.number(single.merging(["gebied": "proef"]) { $1 }, "waarde") == 250)
    #expect(table.note("minstens") == ["kenmerken": "Eenpersoonshuishoudens"])
    // 800 of 1,100 dwellings is 73 %: too little for a mean.
    let woz = ["kenmerk": "Gemiddelde WOZ-waarde van woningen", "gebied": "proef"]
    #expect(table.cell(woz, "waarde") == .unknown)
  }

  @Test("SES-WOA of a wijk is weighted by the source's households: (0,2·1000 − 0,1·3000) / 4000")
  func socioeconomic() throws {
    var data = data()
    data.characteristics = [
      Fixture.characteristic(
        Fixture.pc4(1901), "ses-woa", 0.2, "score", year: 2023, households: 1000),
      Fixture.characteristic(
        Fixture.pc4(1902), "ses-woa", -0.1, "score", year: 2023, households: 3000),
      Fixture.characteristic(Area(.country, "NL"), "ses-woa", 0.01, "score", year: 2023),
      Fixture.characteristic(Area(.cbsBuurt, "BU00000001"), "ses-woa", 0.3, "score", year: 2023),
    ]
    let wijk = Fixture.wijk("Proef", [1901, 1902], buurten: ["BU00000001"])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t206"))
    let mean = try #require(table.number(["gebied": "proef"], "waarde"))
    #expect(abs(mean - -0.025) < 1e-15)
    #expect(table.texts("gebied") == ["1901", "1902", "BU00000001", "proef", "Nederland"])
    #expect(table.number(["gebied": "BU00000001"], "waarde") == 0.3)
  }

  @Test("The newest year with a number for the wijk counts")
  func newest() throws {
    var data = data()
    let wijk = Fixture.wijk("Proef", [1901])
    data.characteristics = [
      Fixture.characteristic(Fixture.pc4(1901), "woz", 300, "x 1.000 euro", year: 2023),
      Fixture.characteristic(Fixture.pc4(1901), "woz", nil, "x 1.000 euro", year: 2025),
      Fixture.characteristic(Fixture.pc4(1902), "woz", 400, "x 1.000 euro", year: 2025),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t205"))
    #expect(table.number(["gebied": "proef"], "waarde") == 300)
    #expect(table.cell(["gebied": "proef"], "jaar") == .count(2023))
  }

  @Test("A share of CBS wijken is moved to postcodes by shares: 0,25·20 + 0,75·40 = 35")
  func redistributed() throws {
    var data = data()
    let wijk = Fixture.wijk("Proef", [1901])
    data.areaLinks = [
      AreaLink(postcode: Fixture.postcode(1901), wijk: "WK000001", shareOfPostcode: 0.25),
      AreaLink(postcode: Fixture.postcode(1901), wijk: "WK000002", shareOfPostcode: 0.75),
    ]
    data.characteristics = [
      Fixture.characteristic(Area(.cbsWijk, "WK000001"), "laag-inkomen", 20, "%"),
      Fixture.characteristic(Area(.cbsWijk, "WK000002"), "laag-inkomen", 40, "%"),
      Fixture.characteristic(Area(.cbsWijk, "WK000001"), "huishoudens", 999, "aantal"),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t205"))
    #expect(table.number(["gebied": "1901"], "waarde") == 35)
    #expect(table.number(["gebied": "proef"], "waarde") == 35)
    #expect(table.note("herverdeeld") == ["kenmerken": "Huishoudens met een laag inkomen"])
    #expect(!table.texts("kenmerk").contains("Huishoudens"))
  }

  @Test("75+ and 80+ are given when ages are fine enough")
  func oldAge() throws {
    var data = SourceData()
    let bands = (0..<19).map { AgeBand(5 * $0, 5 * $0 + 4) } + [AgeBand(95, nil)]
    for postcode in [1901, 1902, 1903] {
      for band in bands {
        for sex in Sex.allCases {
          data.inhabitants.append(Fixture.row(postcode, band, sex, 10, 2025))
        }
      }
    }
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t205"))
    let old = ["gebied": "proef", "kenmerk": "Inwoners van 80 jaar en ouder"]
    #expect(table.number(old.merging(["eenheid": "aantal"]) { $1 }, "waarde") == 240)
    #expect(table.number(old.merging(["eenheid": "%"]) { $1 }, "waarde") == 20)
    #expect(try Fixture.tables(self.data(), Fixture.plan([wijk])).table("t205") == nil)
  }
}
