import Definitions
import Testing

@testable import Importers

@Suite("Names of columns of figures")
struct FigureHeadingTests {
  private func indicator(_ id: String, _ name: String, _ aliases: [String] = []) -> Indicator {
    Indicator(
      id: id, name: name, kind: .monitor, aliases: aliases, unit: "%", isHighFavorable: nil,
      rankOrder: nil, theme: "", problemName: "", dimension: "", classification: "", source: "")
  }

  private var index: IndicatorIndex {
    IndicatorIndex(
      [
        indicator("ervaren-gezondheid", "Ervaren gezondheid (goed/zeer goed)"),
        indicator("ernstig-eenzaam", "Ernstig/zeer ernstig eenzaam"),
        indicator("langdurige-aandoeningen", "Een of meer langdurige aandoeningen"),
        indicator("roken", "Roker", ["Rokers"]),
        indicator("drinker", "Drinker"),
        indicator("zwaar-drinken", "Zware drinker"),
      ], kinds: [.monitor])
  }

  @Test(
    "Path, unit and ordinal suffix are no part of a name; spaces and accents do not count",
    arguments: [
      ("Ervaren gezondheid (goed/zeer goed) (%)", "ervaren-gezondheid"),
      ("ErvarenGezondheidGoedZeerGoed_4", "ervaren-gezondheid"),
      ("ErvarenGezondheidGoedZeerGoed", "ervaren-gezondheid"),
      ("ervaren-gezondheid", "ervaren-gezondheid"),
      ("Ervaren gezondheid\n(goed/zeer goed)", "ervaren-gezondheid"),
      ("Eenzaamheid/Ernstig/zeer ernstig eenzaam (%)", "ernstig-eenzaam"),
      (
        "Lichamelijke gezondheid/Eén of meer langdurige aandoeningen (%)", "langdurige-aandoeningen"
      ),
      ("EenOfMeerLangdurigeAandoeningen_5", "langdurige-aandoeningen"),
      ("Leefstijl|Rokers", "roken"),
      ("Alcoholgebruik/Drinker (%)", "drinker"),
      ("Alcoholgebruik/Zware drinker (%)", "zwaar-drinken"),
    ])
  func names(heading: String, id: String) {
    #expect(index.indicator(for: heading)?.id == id)
  }

  @Test("A name is matched whole, never by a part", arguments: ["Ex-roker (%)", "Rook", "_4", ""])
  func unknown(heading: String) {
    #expect(index.indicator(for: heading) == nil)
  }

  @Test("The unit is what stands in the last brackets, when it is a unit")
  func units() {
    #expect(FigureHeading("Particuliere huishoudens (Aantal)").unit == "aantal")
    #expect(FigureHeading("Ervaren gezondheid (goed/zeer goed)").unit == "")
    #expect(FigureHeading("Roker (%)").name == "Roker")
  }
}
