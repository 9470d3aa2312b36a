import Definitions
import Testing

@Suite("Indicators")
struct IndicatorTests {
  @Test(
    "An indicator is known by its names and keys in all tables",
    arguments: [
      ("Ervaren gezondheid (goed/zeer goed) (%)", "ervaren-gezondheid"),
      ("ErvarenGezondheidGoedZeerGoed_4", "ervaren-gezondheid"),
      ("Bewegen/Voldoet aan beweegrichtlijn (%)", "beweegrichtlijn"),
      ("Onder- en overgewicht/Mate van overgewicht/Ernstig overgewicht (%)", "ernstig-overgewicht"),
      ("ErnstigOvergewichtObesitas", "ernstig-overgewicht"), ("Roker (%)", "roken"),
      ("Rokers", "roken"),
      ("Alcoholgebruik/Voldoet aan alcohol richtlijn (%)", "alcoholrichtlijn"),
      ("VoldoetAanRichtlijnAlcoholgebruik", "alcoholrichtlijn"),
      ("VoldoetAanAlcoholRichtlijn_12", "alcoholrichtlijn"),
      ("Alcoholgebruik/Overmatige drinker (%)", "overmatig-drinken"),
      ("OvermatigDrinker", "overmatig-drinken"), ("Alcoholgebruik/Drinker (%)", "drinker"),
      (
        "Lichamelijke gezondheid/E\u{E9}n of meer langdurige aandoeningen (%)",
        "langdurige-aandoeningen"
      ),
      ("Veerkracht/(Zeer) lage veerkracht (%)", "lage-veerkracht"),
      ("Hoog risico op angst of depressie (%)", "angst-of-depressie"),
      ("Eenzaamheid/Ernstig/zeer ernstig eenzaam (%)", "ernstig-eenzaam"),
      ("ErnstigZeerErnstigEenzaam_31", "ernstig-eenzaam"), ("Eenzaam", "eenzaam"),
      ("BeperktVanwegeProblemenMetGezondheid", "beperkt-vanwege-gezondheid"),
      ("WekelijksSporter", "sporten"), ("HeelVeelStressInAfgelopen4Weken_27", "stress"),
      ("Wekelijkse\nsporters", "sporten"), ("roken", "roken"),
      ("WOZ-waarde\nwoning", "woz"), ("Eenouder", "eenouderhuishoudens"),
      ("Inkomen|Inkomen van huishoudens|Huish. onder of rond sociaal minimum", "sociaal-minimum"),
      ("SES-WOA/Totaalscore/Gemiddelde score (Getal)", "ses-woa"),
    ])
  func named(name: String, id: String) throws {
    #expect(try Shipped.definitions().indicator(named: name)?.id == id)
  }

  @Test(
    "An unknown name has no indicator", arguments: ["", "Lievelingskleur", "_4", "Totaal", "/"])
  func unknown(name: String) throws {
    #expect(try Shipped.definitions().indicator(named: name) == nil)
  }

  @Test("The candidates of the top 3 stand in their order, with theme and direction")
  func candidates() throws {
    let ranked = try Shipped.definitions().indicators.filter { $0.rankOrder != nil }
      .sorted { ($0.rankOrder ?? 0) < ($1.rankOrder ?? 0) }
    #expect(
      ranked.map(\.id) == [
        "ervaren-gezondheid", "langdurige-aandoeningen", "beperkt-vanwege-gezondheid",
        "psychische-klachten", "angst-of-depressie", "stress", "lage-veerkracht", "eenzaam",
        "ernstig-eenzaam", "overgewicht", "ernstig-overgewicht", "beweegrichtlijn", "sporten",
        "roken", "alcoholrichtlijn", "zwaar-drinken", "overmatig-drinken", "moeite-met-rondkomen",
        "geluidhinder-buren",
      ])
    #expect(
      ranked.filter { $0.isHighFavorable == true }.map(\.id) == [
        "ervaren-gezondheid", "beweegrichtlijn", "sporten", "alcoholrichtlijn",
      ])
    #expect(
      ranked.map(\.theme) == [
        "ervaren gezondheid", "langdurige aandoeningen", "beperkingen", "psychische gezondheid",
        "psychische gezondheid", "psychische gezondheid", "psychische gezondheid", "eenzaamheid",
        "eenzaamheid", "gewicht", "gewicht", "bewegen", "bewegen", "roken", "alcohol", "alcohol",
        "alcohol", "bestaanszekerheid", "leefomgeving",
      ])
  }

  @Test("Indicators that are only shown are never ranked")
  func shownOnly() throws {
    let definitions = try Shipped.definitions()
    for id in [
      "drinker", "normaal-gewicht", "ondergewicht", "mantelzorger", "vrijwilligerswerk",
      "hoge-veerkracht", "suicidegedachten",
    ] {
      let indicator = try #require(definitions.indicator(named: id))
      #expect(indicator.rankOrder == nil && indicator.kind == .monitor)
    }
  }

  @Test("Monitor indicators have one of the six dimensions of Positieve Gezondheid")
  func dimensions() throws {
    let monitor = try Shipped.definitions().indicators.filter { $0.kind == .monitor }
    #expect(
      Set(monitor.map(\.dimension)).isSubset(of: [
        "lichaamsfuncties", "mentaal welbevinden", "zingeving", "kwaliteit van leven", "meedoen",
        "dagelijks functioneren",
      ]))
  }

  @Test("The two classifications of origin stay apart")
  func origins() throws {
    let origins = try Shipped.definitions().indicators.filter { $0.kind == .origin }
    #expect(Set(origins.map(\.classification)) == ["herkomst 2022", "migratieachtergrond"])
  }
}
