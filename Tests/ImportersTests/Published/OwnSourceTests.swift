import Testing
import WijkModel

@testable import Importers

@Suite("Praktijkspiegel, reference, scores, activities, signals and map")
struct OwnSourceTests {
  @Test("Praktijkspiegel: the unit says how numbers are written")
  func praktijkspiegel() throws {
    let reading = try PublishedReading(
      "praktijkspiegel",
      """
      praktijk_agb;jaar;indicatorcode;omschrijving;eenheid;teller;noemer;waarde;verwacht;regio;landelijk
      01001234;2025;HA_KOSTEN;Kosten;euro;;3.150;€ 1.198,40;205,10;;x
      01001234;2025;POH;Consulten;per 1.000;180;3150;57,1;62;62;61
      01001234;2025;ROOK;Rokers;%;;3150;12,5%;101;;

      """)
    let figures = reading.data.praktijkspiegel
    #expect(figures.map(\.indicator) == ["HA_KOSTEN", "POH", "ROOK"])
    #expect(figures.map(\.value) == [.value(1198.4), .value(57.1), .value(12.5)])
    #expect(figures.map(\.unit) == ["euro", "per 1.000", "%"])
    #expect(figures.map(\.denominator) == [3150, 3150, 3150])
    #expect(figures.map(\.expected) == [205.1, 62, nil])
    #expect(figures.map(\.region) == [nil, 62, nil])
    #expect(figures[1].numerator == 180)
    #expect(figures.allSatisfy { $0.practice.description == "01001234" && $0.year == 2025 })
    #expect(reading.codes == ["E356"])
    #expect(reading.column("verwacht") == [2, 0, 1])
  }

  @Test(
    "Praktijkspiegel: a practice that is no AGB code gives no figure; the same figure twice refuses"
  )
  func praktijkspiegelRefusals() throws {
    let header = "praktijk_agb;jaar;indicatorcode;eenheid;waarde\n"
    let reading = try PublishedReading(
      "praktijkspiegel", header + "12;2025;A;aantal;3\n01001234;2025;A;aantal;4\n")
    #expect(reading.data.praktijkspiegel.map(\.value) == [.value(4)])
    #expect(reading.codes == ["E371"])
    #expect((reading.record.records, reading.record.counted) == (2, 1))
    let twice = header + "01001234;2025;A;aantal;3\n1001234;2025;A;aantal;4\n"
    #expect(try refusal("praktijkspiegel", twice).contains { $0.code == "E305" })
  }

  @Test("Reference: groups by id or name, standard population without cases, totals left out")
  func reference() throws {
    let reading = try PublishedReading(
      "referentie",
      """
      gebied;jaar;groep;geslacht;leeftijd;personen;gevallen;bron;definitie;prevalentie
      Nederland;2025;bevolking;M;0-4;503.000;;CBS;;
      Nederland;2025;DM2;V;75+;1000;180;Nivel;;Punt
      Nederland;2025;COPD;Totaal;75+;2000;150;Nivel;andere lijst;jaar
      Nederland;2025;COPD;V;Totaal;9000;250;Nivel;andere lijst;jaar
      Nederland;2025;Vliegangst;V;75+;1000;10;Nivel;;

      """)
    let counts = reading.data.references
    #expect(counts.map(\.group) == ["COPD", "DM2", "bevolking"])
    #expect(counts.map(\.sex) == [nil, .female, .male])
    #expect(counts.map(\.band) == [AgeBand(75, nil), AgeBand(75, nil), AgeBand(0, 4)])
    #expect(counts.map(\.persons) == [2000, 1000, 503_000])
    #expect(counts.map(\.cases) == [150, 180, nil])
    #expect(counts.map(\.definition) == ["andere lijst", "", ""])
    #expect(counts.map(\.prevalence) == ["jaar", "punt", ""])
    #expect(reading.codes == ["W301", "W381"])
    #expect(reading.data.origins.map(\.name) == ["CBS; Nivel"])
  }

  @Test("Reference: more cases than persons, or a stratum twice, refuses the file")
  func referenceRefusals() throws {
    let header = "gebied;jaar;groep;geslacht;leeftijd;personen;gevallen\n"
    let cases = header + "Nederland;2025;DM2;V;75+;100;101\n"
    #expect(try refusal("referentie", cases).map(\.code) == ["E356"])
    let twice = header + "Nederland;2025;DM2;V;75+;100;1\nNederland;2025;DM2;V;75+;100;2\n"
    #expect(try refusal("referentie", twice).map(\.code) == ["E305"])
  }

  @Test("Scores: blank is not scored, names become ids, out of range refuses the file (E356)")
  func severity() throws {
    let header = "probleem;ernst;beinvloedbaar;wijk;bron\n"
    let reading = try PublishedReading(
      "ernst",
      header + "te weinig bewegen;6,5;;Havenkwartier;Wijktafel\neenzaam;;10;;Wijktafel\n")
    let scores = reading.data.severities
    #expect(scores.map(\.problem) == ["eenzaam", "beweegrichtlijn"])
    #expect(scores.map(\.severity) == [nil, 6.5])
    #expect(scores.map(\.influence) == [10, nil])
    #expect(scores.map(\.wijk) == ["", "Havenkwartier"])
    for row in ["eenzaam;10,5;;;Wijktafel", "eenzaam;5;-1;;Wijktafel"] {
      #expect(try refusal("ernst", header + row + "\n").map(\.code) == ["E356"])
    }
    let twice = header + "eenzaam;5;;;Wijktafel\nEenzaam;6;;;Wijktafel\n"
    #expect(try refusal("ernst", twice).map(\.code) == ["E305"])
  }

  @Test("Activities: lists with , or |, target groups by alias, other text kept")
  func activities() throws {
    let reading = try PublishedReading(
      "activiteiten",
      """
      activiteit;organisatie;uitvoerder;domein;doelgroep;problemen;postcodes;start;eind;bereik;jaarplan
      Wandelgroep;WSV Duinrand;WSV;sport;studenten, imkers;beweegrichtlijn|Eenzaam|vrije tekst;1901,1904 AB|x;01-04-2025;;8;2025, 2026
      Spreekuur;Gemeente;;;ouderen;roken;;2024-01-01;31-12-2025;;

      """)
    let activities = reading.data.activities
    #expect(activities.map(\.name) == ["Spreekuur", "Wandelgroep"])
    #expect(activities.map(\.performer) == ["overig", "wsv"])
    #expect(activities[1].planYears == [2025, 2026])
    #expect(activities[1].targetGroups == ["jongvolwassenen", "imkers"])
    #expect(activities[1].problems == ["beweegrichtlijn", "eenzaam", "vrije tekst"])
    #expect(activities[1].postcodes.map(\.number) == [1901, 1904])
    #expect(activities[1].start == CalendarDate(iso: "2025-04-01"))
    #expect((activities[1].end, activities[1].reach) == (nil, 8))
    #expect(activities[0].end == CalendarDate(iso: "2025-12-31"))
    #expect(activities[0].postcodes.isEmpty)
    #expect(activities[0].reach == nil)
    #expect(reading.codes == ["E311", "W382"])
  }

  @Test("Signals keep their text; the problem may be free")
  func signals() throws {
    let reading = try PublishedReading(
      "signalen",
      "probleem;melder_soort;toelichting;wijk\neenzaam;Bewoners;Minder ontmoeting.;Duinrand\n"
        + "hard rijden;patiënt;;\n")
    #expect(
      reading.data.signals == [
        Signal(problem: "hard rijden", reporter: "patiënt", note: "", wijk: ""),
        Signal(
          problem: "eenzaam", reporter: "bewoner", note: "Minder ontmoeting.", wijk: "Duinrand"),
      ])
    #expect(reading.codes.isEmpty)
  }

  @Test("Map: features without a postcode are told (E311); what is no map is refused")
  func map() throws {
    let square =
      #"{"type":"Polygon","coordinates":[[[93000,463000],[94000,463000],[94000,464000]]]}"#
    let reading = try PublishedReading(
      "kaart",
      #"{"type":"FeatureCollection","features":[{"properties":{"pc4":"2312"},"geometry":\#(square)},"#
        + #"{"properties":{"naam":"x"},"geometry":\#(square)}]}"#, name: "kaart.geojson")
    #expect(reading.data.shapes.map(\.postcode.number) == [2312])
    #expect(reading.found("E311").map(\.count) == [1])
    #expect((reading.record.records, reading.record.counted, reading.record.rejected) == (2, 1, 1))
    #expect(reading.record.layout == "geojson")
    #expect(try refusal("kaart", "pc4;aantal\n2312;5\n").map(\.code) == ["E102"])
    #expect(
      try refusal("kaart", #"{"type":"FeatureCollection","features":[]}"#).map(\.code) == ["E201"])
    #expect(try refusal("kaart", "").map(\.code) == ["E101"])
  }
}
