import Testing
import WijkModel

@testable import Importers

@Suite("Area links, SES-WOA and wijkprofiel")
struct AreaSourceTests {
  @Test("Shares of a postcode add up to 1; without a column of shares every postcode has one row")
  func areaLinks() throws {
    let reading = try PublishedReading(
      "gebiedskoppeling",
      """
      pc4;buurtcode;wijkcode;gemeentecode;gemeente;plaats;ggdregio;aandeel_pc4;jaar
      2313;BU99990002;WK999900;GM9999;Voorbeeldstad;Duinrand;GGD Voorbeeld;0,395;2024
      2312;bu99990001;WK999900;GM9999;Voorbeeldstad;Duinrand;GGD Voorbeeld;1;2024
      2313;BU99990001;WK999900;GM9999;Voorbeeldstad;Duinrand;GGD Voorbeeld;0,6;2024

      """)
    let links = reading.data.areaLinks
    #expect(links.map(\.postcode.number) == [2312, 2313, 2313])
    #expect(links.map(\.buurt) == ["BU99990001", "BU99990001", "BU99990002"])
    #expect(links.map(\.shareOfPostcode) == [1, 0.6, 0.395])
    #expect(links.allSatisfy { $0.healthRegion == "GGD Voorbeeld" && $0.year == 2024 })
    #expect(reading.codes.isEmpty)
  }

  @Test(
    "Shares that do not add up refuse the file (E308); a postcode twice without shares too (E305)")
  func shares() throws {
    func text(_ share: String) -> String {
      "pc4;wijkcode;aandeel_pc4\n2312;WK999900;0,6\n2312;WK999901;\(share)\n"
    }
    #expect(try refusal("gebiedskoppeling", text("0,38"), year: 2024).map(\.code) == ["E308"])
    #expect(try refusal("gebiedskoppeling", text("0,41"), year: 2024).isEmpty)
    let twice = "pc4;wijkcode\n2312;WK999900\n2312;WK999901\n"
    #expect(try refusal("gebiedskoppeling", twice, year: 2024).map(\.code) == ["E305"])
    #expect(
      try PublishedReading("gebiedskoppeling", text("0,395"), year: 2024).data.areaLinks
        .map(\.year) == [2024, 2024])
  }

  @Test("The list of postcodes and places: inhabitants are not read, higher areas left out (W301)")
  func places() throws {
    let reading = try PublishedReading(
      "gebiedskoppeling",
      "postcode,inwoners,inwoners_man,inwoners_vrouw,plaats,gemeente,provincie,nuts3,ggdregio\n"
        + "231,900,450,450,,,,,\n2312,900,450,450,Duinrand,Voorbeeldstad,P,N,GGD Voorbeeld\n",
      year: 2021)
    #expect(reading.data.areaLinks.map(\.place) == ["Duinrand"])
    #expect(reading.data.areaLinks.map(\.shareOfPostcode) == [1])
    #expect(reading.data.inhabitants.isEmpty)
    #expect(reading.codes == ["W301"])
  }

  @Test("Own SES-WOA: score, spread and households per postcode, wijk and country")
  func socioeconomic() throws {
    let reading = try PublishedReading(
      "ses",
      "gebied;jaar;score;spreiding;huishoudens\n1902;2023;-0,066;0,880;2.000\n"
        + "WK999900;2023;.;;100\nNL;2023;0,000;0,900;\n")
    let scores = reading.data.characteristics.filter { $0.indicator == "ses-woa" }
    #expect(
      scores.map(\.area) == [
        Area(.postcode4, "1902"), Area(.country, "NL"), Area(.cbsWijk, "WK999900"),
      ])
    #expect(scores.map(\.value) == [.value(-0.066), .value(0), .missing(.unknown)])
    #expect(scores.map(\.households) == [2000, nil, 100])
    #expect(reading.data.characteristics.count == 6)
    let twice = "gebied;jaar;score\n1902;2023;0,1\n1902;2023;0,2\n"
    #expect(try refusal("ses", twice).map(\.code) == ["E305"])
  }

  @Test("SES-WOA of the portal: padded cells, a point means missing")
  func portal() throws {
    let reading = try PublishedReading(
      "ses",
      """
      "Perioden";"Wijken en buurten";"Regiocode (gemeente, wijk, buurt) (code)";"Particuliere huishoudens (Aantal)";"SES-WOA/Totaalscore/Gemiddelde score (Getal)"
      "2019";"Duinrand";"WK999900  ";"    2900";"  -0.022"
      "2019";"Stationsplein e.o.";"BU99990001";"       0";"       ."

      """)
    #expect(reading.record.layout == "cbs-85163ned")
    #expect(reading.data.characteristics.map(\.value) == [.value(-0.022), .missing(.unknown)])
    #expect(reading.data.characteristics.map(\.households) == [2900, 0])
  }

  @Test("Own wijkprofiel: one row per figure, year of the row or the configuration")
  func ownProfile() throws {
    let reading = try PublishedReading(
      "wijkprofiel",
      "gebied;kenmerk;waarde;eenheid\nWK999900;koopwoning;61,5;%\nBU99990001;woz;310;x 1.000 euro\n",
      year: 2024)
    #expect(reading.data.characteristics.map(\.area.code) == ["WK999900", "BU99990001"])
    #expect(reading.data.characteristics.map(\.value) == [.value(61.5), .value(310)])
    #expect(reading.data.characteristics.map(\.year) == [2024, 2024])
  }

  @Test("Kerncijfers wijken en buurten from the portal: units behind the names, codes for areas")
  func portalProfile() throws {
    let reading = try PublishedReading(
      "wijkprofiel",
      """
      "Wijken en buurten";"Regioaanduiding/Gemeentenaam (naam)";"Regioaanduiding/Soort regio (omschrijving)";"Regioaanduiding/Codering (code)";"Bevolking/Aantal inwoners (aantal)";"Wonen/Koopwoningen (%)";"Sport/Zwembaden (aantal)"
      "Voorbeeldstad";"Voorbeeldstad   ";"Gemeente  ";"GM9999    ";"   12000";"      61";"       2"
      "Duinrand";"Voorbeeldstad   ";"Wijk      ";"WK999900  ";"    4000";"       .";"       1"

      """, year: 2023)
    #expect(reading.record.layout == "cbs-kwb")
    func value(_ area: Area, _ indicator: String) -> PublishedNumber? {
      reading.data.characteristics.first { $0.area == area && $0.indicator == indicator }?.value
    }
    #expect(value(Area(.municipality, "Voorbeeldstad"), "inwoners") == .value(12_000))
    #expect(value(Area(.cbsWijk, "WK999900"), "inwoners") == .value(4_000))
    #expect(value(Area(.cbsWijk, "WK999900"), "koopwoning") == .missing(.unknown))
    #expect(reading.found("W202").compactMap(\.column) == ["Sport/Zwembaden (aantal)"])
  }

  @Test("Tabelindeling: title with the year, paths and units in two records, footer, names only")
  func tabelindeling() throws {
    let text =
      "\u{FEFF}\"Kerncijfers wijken en buurten 2016\"\r\n\"\"\r\n\"\";\"Onderwerp\"\r\n"
      + "\"\";\"Wonen|Koopwoningen  \";\"Inkomen|Gemiddeld inkomen per inwoner \"\r\n"
      + "\"Wijken en buurten\";\"%\";\"x 1 000 euro\"\r\n"
      + "\"Voorbeeldstad\";\"61\";\"26,9\"\r\n\"Duinrand\";\".\";\"31,5\"\r\n\"Bron: CBS\"\r\n"
    let reading = try PublishedReading("wijkprofiel", text)
    #expect(reading.record.layout == "cbs-kwb-tabelindeling")
    #expect(reading.record.years == [2016])
    #expect(reading.record.records == 2)
    func value(_ area: String, _ indicator: String) -> PublishedNumber? {
      reading.data.characteristics.first {
        $0.area == Area(.unknown, area) && $0.indicator == indicator
      }?.value
    }
    #expect(value("Voorbeeldstad", "koopwoning") == .value(61))
    #expect(value("Duinrand", "koopwoning") == .missing(.unknown))
    #expect(value("Voorbeeldstad", "inkomen-per-inwoner") == .value(26.9))
    #expect(value("Duinrand", "inkomen-per-inwoner") == .value(31.5))
  }

  @Test("A name that is a count in one table and a percentage in another is read by its unit")
  func units() throws {
    let reading = try PublishedReading(
      "wijkprofiel",
      """
      WijkenEnBuurten;Codering_3;AantalInwoners_5;WestersTotaal_17;Bevolking/Westers totaal (aantal);PercentageMeergezinswoning_40;GemiddeldeWoningwaarde_35
      Duinrand  ;WK999900  ;   4000;   45;   180;   12;   310

      """, year: 2023)
    #expect(
      reading.data.characteristics.map { "\($0.indicator) \($0.unit) \($0.value.number ?? -1)" }
        == [
          "inwoners aantal 4000.0", "meergezinswoning % 12.0",
          "westerse-migratieachtergrond aantal 180.0", "woz x 1.000 euro 310.0",
        ])
    #expect(reading.found("W383").map(\.column) == ["WestersTotaal_17"])
  }

  @Test("One row per figure: the unit of the row counts, and both units may stand there")
  func longProfile() throws {
    let reading = try PublishedReading(
      "wijkprofiel",
      """
      Wijken en buurten;Codering (code);Perioden;Onderwerp;Waarde;Eenheid
      Duinrand;WK999900;2023;Eenpersoonshuishoudens;1200;aantal
      Duinrand;WK999900;2023;Eenpersoonshuishoudens;35.5;%
      Duinrand;WK999900;2023;WOZ-waarde;310;x 1 000 euro

      """)
    #expect(reading.record.layout == "cbs-kwb-lang")
    #expect(reading.data.characteristics.map(\.unit) == ["%", "aantal", "x 1.000 euro"])
    #expect(reading.data.characteristics.map(\.value) == [.value(35.5), .value(1200), .value(310)])
    #expect(reading.data.characteristics.allSatisfy { $0.year == 2023 })
  }
}
