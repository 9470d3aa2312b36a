import Definitions
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t208: Gezondheidsmonitor")
struct MonitorTableTests {
  private let wijk = Fixture.wijk("Proef", [1901, 1902])
  private let lonely = "eenzaam"

  /// 18+ per postcode: 2·(0,7·a + b + c + d) for the classes from 15–24 on.
  private func data() -> SourceData {
    var data = SourceData()
    data.inhabitants =
      Fixture.inhabitants(1901, [100, 100, 100, 100, 80])
      + Fixture.inhabitants(1902, [100, 0, 40, 40, 40])
    return data
  }

  @Test("18+ takes 7/10 of 15–24; (700·50 + 240·40) / 940 for the wijk, basis the weakest")
  func weighted() throws {
    var data = data()
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), lonely, 50, basis: .measured),
      Fixture.monitor(Fixture.pc4(1902), lonely, 40, basis: .modelled),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    #expect(
      table.columns.map(\.name) == [
        "gebied_soort", "gebied", "indicator", "leeftijd", "jaar", "basis", "waarde", "laag",
        "hoog",
        "n", "referentie", "referentie_waarde", "oordeel",
      ])
    let value = try #require(table.number(["gebied": "proef"], "waarde"))
    #expect(abs(value - (700 * 50 + 240 * 40) / 940) < 1e-12)
    #expect(table.cell(["gebied": "proef"], "basis") == .text("model"))
    #expect(table.cell(["gebied": "proef"], "laag") == .absent)
    #expect(table.cell(["gebied": "proef"], "oordeel") == .absent)
    #expect(table.cell(["gebied": "1901"], "indicator") == .text("Eenzaam"))
    #expect(table.cell(["gebied": "1901"], "leeftijd") == .text("18+"))
  }

  @Test("Measured postcodes give the wijk limits by their standard errors, and a verdict")
  func limits() throws {
    var data = data()
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), lonely, 50, limits: (46, 54), basis: .measured),
      Fixture.monitor(Fixture.pc4(1902), lonely, 40, limits: (36, 46), basis: .measured),
      Fixture.monitor(Area(.region, "Proefregio"), lonely, 40, basis: .measured),
      Fixture.monitor(Area(.country, "NL"), lonely, 41, basis: .measured),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    // Half widths 4 and 5 by hand: √((700/940·4)² + (240/940·5)²) = 3.241151...
    let half = (pow2(700.0 / 940 * 4) + pow2(240.0 / 940 * 5)).squareRoot()
    let mean = (700.0 * 50 + 240 * 40) / 940
    let low = try #require(table.number(["gebied": "proef"], "laag"))
    let high = try #require(table.number(["gebied": "proef"], "hoog"))
    #expect(abs(low - (mean - half)) < 1e-9)
    #expect(abs(high - (mean + half)) < 1e-9)
    #expect(table.cell(["gebied": "proef"], "referentie") == .text("Proefregio"))
    #expect(table.number(["gebied": "proef"], "referentie_waarde") == 40)
    #expect(table.cell(["gebied": "proef"], "oordeel") == .text("hoger"))
    #expect(table.texts("gebied") == ["1901", "1902", "proef", "Proefregio", "Nederland"])
  }

  private func pow2(_ value: Double) -> Double { value * value }

  @Test(
    "A verdict says on which side of the limits the reference lies",
    arguments: [(39.9, "hoger"), (40, "vergelijkbaar"), (60, "vergelijkbaar"), (60.1, "lager")])
  func verdict(reference: Double, word: String) throws {
    var data = data()
    let wijk = Fixture.wijk("Proef", [1901])
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), lonely, 50, limits: (40, 60), basis: .measured),
      Fixture.monitor(Area(.country, "NL"), lonely, reference, basis: .measured),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    #expect(table.cell(["gebied": "proef"], "oordeel") == .text(word))
  }

  /// Lonely people 50 % (46–54) against `reference`, and so many figures equal to theirs.
  private func verdict(
    others: Int, reference: (Double, Double)? = nil, ages: AgeBand = AgeBand(18, nil)
  ) throws -> DraftCell? {
    var data = data()
    func add(_ indicator: String, _ value: Double, _ limits: (Double, Double)?, _ ages: AgeBand) {
      data.monitor += [
        Fixture.monitor(
          Fixture.pc4(1901), indicator, 50, limits: (46, 54), basis: .measured, ages: ages),
        Fixture.monitor(
          Area(.country, "NL"), indicator, value, limits: limits, basis: .measured, ages: ages),
      ]
    }
    add(lonely, 45, reference, AgeBand(18, nil))
    for other in ["roken", "overgewicht", "stress"].prefix(others) { add(other, 50, nil, ages) }
    let table = try #require(
      Fixture.tables(data, Fixture.plan([Fixture.wijk("Proef", [1901])])).table("t208"))
    return table.cell(["gebied": "proef", "indicator": "Eenzaam"], "oordeel")
  }

  @Test("A verdict survives Benjamini-Hochberg over the measured figures of one year and age base")
  func family() throws {
    // se = 8/3.92 = 2.04, T = 2.45, p = 0.0143: q is 0.043 among three, 0.057 among four.
    #expect(try verdict(others: 2) == .text("hoger"))
    #expect(try verdict(others: 3) == .text("vergelijkbaar"))
    #expect(try verdict(others: 3, ages: AgeBand(65, nil)) == .text("hoger"))
  }

  @Test("A measured reference brings its own error")
  func sampledReference() throws {
    // Both errors 2.04: T = 5/2.89 = 1.73, p = 0.083.
    #expect(try verdict(others: 0, reference: (41, 49)) == .text("vergelijkbaar"))
    #expect(try verdict(others: 0) == .text("hoger"))
  }

  @Test("Too little coverage gives no figure of the wijk, and says of which indicator")
  func coverage() throws {
    var data = data()
    data.monitor = [Fixture.monitor(Fixture.pc4(1901), lonely, 50)]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    // 700 of 940 is 74 %.
    #expect(table.cell(["gebied": "proef"], "waarde") == .unknown)
    #expect(table.cell(["gebied": "1902"], "waarde") == .unknown)
    #expect(table.note("onvoldoende-dekking") == ["kandidaten": "eenzaam"])
  }

  @Test("The newest year with a figure for the wijk counts, not a newer one for a part of it")
  func newest() throws {
    var data = data()
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), lonely, 60, year: 2024),
      Fixture.monitor(Fixture.pc4(1901), lonely, 50, year: 2022),
      Fixture.monitor(Fixture.pc4(1902), lonely, 50, year: 2022),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    #expect(table.number(["gebied": "proef"], "waarde") == 50)
    #expect(table.number(["gebied": "proef"], "jaar") == 2022)
  }

  @Test("Of an indicator only one year is shown, with all its age bases")
  func oneYear() throws {
    var data = data()
    let wijk = Fixture.wijk("Proef", [1901])
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), lonely, 60, ages: AgeBand(19, nil), year: 2016),
      Fixture.monitor(Fixture.pc4(1901), lonely, 50, year: 2022),
      Fixture.monitor(Fixture.pc4(1901), lonely, 55, ages: AgeBand(65, nil), year: 2022),
      // Newer rounds without a figure for the base that is ranked.
      Fixture.monitor(Fixture.pc4(1901), lonely, 55, ages: AgeBand(75, nil), year: 2024),
      Fixture.monitor(Area(.country, "NL"), lonely, 40, ages: AgeBand(12, nil), year: 2024),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    #expect(table.texts("leeftijd") == ["18+", "65+", "18+", "65+"])
    #expect(table.years == [2022])
  }

  @Test("Figures of buurten are moved to the postcode by shares and called herverdeeld")
  func redistributed() throws {
    var data = data()
    let wijk = Fixture.wijk("Proef", [1901])
    data.areaLinks = [
      AreaLink(postcode: Fixture.postcode(1901), buurt: "BU00000001", shareOfPostcode: 0.6),
      AreaLink(postcode: Fixture.postcode(1901), buurt: "BU00000002", shareOfPostcode: 0.4),
    ]
    data.monitor = [
      Fixture.monitor(Area(.cbsBuurt, "BU00000001"), lonely, 50, limits: (40, 60)),
      Fixture.monitor(Area(.cbsBuurt, "BU00000002"), lonely, 30),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    #expect(table.number(["gebied": "1901"], "waarde") == 42)
    #expect(table.cell(["gebied": "1901"], "basis") == .text("herverdeeld"))
    #expect(table.cell(["gebied": "1901"], "laag") == .absent)
    #expect(table.note("herverdeeld") != nil)
  }

  @Test("Without figures of postcodes the gemeente is shown, compared with its GGD region")
  func municipality() throws {
    var data = data()
    data.areaLinks = [
      AreaLink(
        postcode: Fixture.postcode(1901), municipalityCode: "GM0001", municipality: "Proefstad",
        healthRegion: "Hollands-Midden")
    ]
    data.monitor = [
      Fixture.monitor(
        Area(.municipality, "Proefstad"), lonely, 50, limits: (48, 52), basis: .measured),
      Fixture.monitor(Area(.region, "Hollands Midden"), lonely, 45, basis: .measured),
      Fixture.monitor(Area(.municipality, "Elders"), lonely, 10, basis: .measured),
    ]
    let table = try #require(Fixture.tables(data, Fixture.plan([wijk])).table("t208"))
    #expect(table.texts("gebied") == ["Proefstad", "Hollands-Midden"])
    #expect(table.cell(["gebied": "Proefstad"], "oordeel") == .text("hoger"))
    #expect(table.number(["gebied": "Proefstad"], "referentie_waarde") == 45)
  }
}
