import Definitions
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t207: strong differences between postcodes")
struct DifferenceTableTests {
  @Test("Ten percentage points or a ratio of 1.5 differ strongly, in postcodes of 200 and more")
  func rule() throws {
    var data = SourceData()
    data.inhabitants =
      Fixture.inhabitants(1901, [100, 100, 100, 100, 100])
      + Fixture.inhabitants(1902, [100, 100, 100, 100, 100])
      + Fixture.inhabitants(1903, [19, 20, 20, 20, 20])
    func add(_ indicator: String, _ unit: String, _ values: [Double]) {
      for (postcode, value) in zip([1901, 1902, 1903], values) {
        data.characteristics.append(
          Fixture.characteristic(Fixture.pc4(postcode), indicator, value, unit))
      }
    }
    add("koopwoning", "%", [60, 50, 5])
    add("huurwoning", "%", [40, 49.9, 95])
    add("woz", "x 1.000 euro", [300, 450, 900])
    add("huishoudensgrootte", "personen", [2, 2.9, 9])
    add("eenpersoonshuishoudens", "aantal", [10, 900, 5])
    let wijk = Fixture.wijk("Proef", [1901, 1902, 1903])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t207"))
    #expect(
      table.columns.map(\.name) == [
        "kenmerk", "laagste_gebied", "laagste", "hoogste_gebied", "hoogste", "verschil", "p",
        "toelichting",
      ])
    #expect(table.texts("kenmerk") == ["Koopwoningen", "Gemiddelde WOZ-waarde van woningen"])
    let own = ["kenmerk": "Koopwoningen"]
    #expect(table.cell(own, "laagste_gebied") == .text("1902"))
    #expect(table.number(own, "verschil") == 10)
    #expect(table.cell(own, "p") == .absent)
    #expect(table.cell(own, "toelichting") == .text("procentpunten"))
    #expect(table.number(["kenmerk": "Gemiddelde WOZ-waarde van woningen"], "hoogste") == 450)
    #expect(table.note("kleine-postcodes") == ["postcodes": "1903"])
  }

  @Test("Shares of complete counts have the p of a chi-square, other figures none")
  func heterogeneity() throws {
    var data = SourceData()
    // 65+: 30 and 50 of 200. p = 0.2, chi-square 2·(10²/(40·0.8)) = 6.25 on 1 degree: 2·(1 − Φ(2.5)).
    data.inhabitants =
      Fixture.inhabitants(1901, [25, 20, 20, 20, 15])
      + Fixture.inhabitants(1902, [15, 20, 20, 20, 25])
    for (postcode, single, owned) in [(1901, 30.0, 30.0), (1902, 50, 50)] {
      let area = Fixture.pc4(postcode)
      data.characteristics += [
        Fixture.characteristic(area, "huishoudens", 200, "aantal"),
        Fixture.characteristic(area, "eenpersoonshuishoudens", single, "aantal"),
        Fixture.characteristic(area, "koopwoning", owned, "%"),
      ]
    }
    let wijk = Fixture.wijk("Proef", [1901, 1902])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t207"))
    for name in ["Inwoners van 65 jaar en ouder", "Eenpersoonshuishoudens"] {
      let p = try #require(table.number(["kenmerk": name], "p"))
      #expect(abs(p - 0.012419330651552) < 1e-12, "\(name)")
    }
    #expect(table.cell(["kenmerk": "Koopwoningen"], "p") == .absent)
  }

  @Test("Where fewer than 5 are expected in a cell there is no p")
  func fewExpected() throws {
    var data = SourceData()
    data.inhabitants =
      Fixture.inhabitants(1901, [100, 100, 100, 100, 100])
      + Fixture.inhabitants(1902, [100, 100, 100, 100, 100])
    for (postcode, single) in [(1901, 1.0), (1902, 7)] {
      data.characteristics += [
        Fixture.characteristic(Fixture.pc4(postcode), "huishoudens", 30, "aantal"),
        Fixture.characteristic(Fixture.pc4(postcode), "eenpersoonshuishoudens", single, "aantal"),
      ]
    }
    let wijk = Fixture.wijk("Proef", [1901, 1902])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t207"))
    // Expected 4 and 4.
    #expect(table.cell(["kenmerk": "Eenpersoonshuishoudens"], "p") == .absent)
  }

  @Test("The strongest difference comes first")
  func order() throws {
    var data = SourceData()
    data.inhabitants =
      Fixture.inhabitants(1901, [200, 100, 100, 100, 100])
      + Fixture.inhabitants(1902, [100, 100, 100, 100, 400])
    data.characteristics = [
      Fixture.characteristic(Fixture.pc4(1901), "koopwoning", 30, "%"),
      Fixture.characteristic(Fixture.pc4(1902), "koopwoning", 80, "%"),
    ]
    let wijk = Fixture.wijk("Proef", [1901, 1902])
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t207"))
    // 50 points, then 65+ with 50 − 16.7 = 33.3, then 0–14 with 33.3 − 12.5 = 20.8.
    #expect(
      table.texts("kenmerk") == [
        "Koopwoningen", "Inwoners van 65 jaar en ouder", "Inwoners van 0–14 jaar",
      ])
  }

  @Test("One postcode has no differences")
  func single() throws {
    var data = SourceData()
    data.inhabitants = Fixture.inhabitants(1901, [100, 100, 100, 100, 100])
    let wijk = Fixture.wijk("Proef", [1901])
    #expect(try Fixture.tables(data, Fixture.plan([wijk])).table("t207") == nil)
  }
}
