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
