import Testing
import WijkModel

@testable import Report

@Suite("2.3 Gezondheid en welzijn van de inwoners")
struct Section23Tests {
  private let names = SampleRelease.names

  private func sentences(_ lines: String) throws -> [String] {
    let draft: DraftTable<Inhabitants> = table(
      "t208-gezondheidsmonitor",
      dimensions("gebied_soort", "gebied", "indicator", "leeftijd")
        + attributes(
          "jaar", "basis", "waarde", "laag", "hoog", "n", "referentie", "referentie_waarde",
          "oordeel"), lines)
    let released = try #require(SampleRelease.released(draft))
    return Section23.sentences(MonitorTable(released, names), names)
  }

  @Test("The strongest differences, in the unfavourable direction of each indicator")
  func differences() throws {
    let monitor = MonitorTable(
      try #require(SampleRelease.released(SampleRelease.t208())), names)
    #expect(
      Section23.sentences(monitor, names) == [
        "Vergeleken met Voorbeeldregio is één van de vier cijfers naar schatting ongunstiger.",
        "Gunstiger is er één.", "De andere verschillen niet of nauwelijks.",
        "Het meest ongunstig is het verschil bij “eenzaam” (49\u{A0}% tegen 46\u{A0}%).",
        "Het meest gunstig is het verschil bij “psychische klachten” (18\u{A0}% tegen 21\u{A0}%).",
        "Deze cijfers zijn modelschattingen: zij zijn berekend uit kenmerken van de inwoners en niet in "
          + "de wijk gemeten.",
        "Ze kunnen een verschil aanwijzen, maar niet bewijzen.",
      ])
    #expect(monitor.otherAges == ["65+"])
  }

  @Test("Favourable indicators are worse when they are lower; measured ones are no estimates")
  func polarity() throws {
    let sentences = try sentences(
      """
      wijk;voorbeeldwijk;Voldoet aan beweegrichtlijn;18+;2024;gemeten;39;37;41;;de regio;50;lager
      wijk;voorbeeldwijk;Overgewicht;18+;2024;gemeten;60;58;62;;de regio;50;hoger
      """)
    #expect(sentences[0] == "Vergeleken met de regio zijn beide cijfers ongunstiger.")
    #expect(
      sentences[1]
        == "Het meest ongunstig zijn de verschillen bij “voldoet aan beweegrichtlijn” (39\u{A0}% tegen "
        + "50\u{A0}%) en “overgewicht” (60\u{A0}% tegen 50\u{A0}%).")
    #expect(sentences.count == 2)
  }

  @Test("A measured figure without a verdict that survives is not called different")
  func notProven() throws {
    #expect(
      try sentences(
        "wijk;voorbeeldwijk;Overgewicht;18+;2024;gemeten;56;49;63;;de regio;50;vergelijkbaar") == [
          "Het cijfer verschilt niet of nauwelijks van dat van de regio."
        ])
  }

  @Test("How a verdict on health came about stands in 2.10, only when there is one")
  func methods() throws {
    func methods(_ verdict: String) throws -> String {
      var draft = DraftRelease(wijk: SampleRelease.wijk)
      draft.inhabitants = [
        table(
          "t208-gezondheidsmonitor",
          dimensions("gebied_soort", "gebied", "indicator", "leeftijd")
            + attributes(
              "jaar", "basis", "waarde", "laag", "hoog", "n", "referentie", "referentie_waarde",
              "oordeel"),
          "wijk;voorbeeldwijk;Overgewicht;18+;2024;gemeten;60;58;62;;de regio;50;\(verdict)")
      ]
      return text(SampleRelease.report(draft))
    }
    #expect(try methods("hoger").contains("Oordeel over gezondheid"))
    #expect(try !methods("").contains("Oordeel over gezondheid"))
  }

  @Test("Estimates among measured figures are marked")
  func mixed() throws {
    let sentences = try sentences(
      """
      wijk;voorbeeldwijk;Eenzaam;18+;2024;model;56;;;;de regio;50;
      wijk;voorbeeldwijk;Overgewicht;18+;2024;gemeten;60;58;62;;de regio;50;hoger
      """)
    #expect(
      sentences == [
        "Vergeleken met de regio zijn beide cijfers ongunstiger.",
        "Het meest ongunstig zijn de verschillen bij “overgewicht” (60\u{A0}% tegen 50\u{A0}%) en "
          + "“eenzaam” (naar schatting 56\u{A0}% tegen 50\u{A0}%).",
      ])
  }

  @Test("Small differences are said to be small")
  func small() throws {
    #expect(
      try sentences("wijk;voorbeeldwijk;Overgewicht;18+;2024;gemeten;51;;;;de regio;50;") == [
        "Het cijfer verschilt niet of nauwelijks van dat van de regio."
      ])
  }

  @Test("Without figures of the wijk those of the gemeente are shown, and that is said")
  func surroundings() throws {
    #expect(
      try sentences("gemeente;Voorbeeldstad;Eenzaam;18+;2024;gemeten;44;;;;;;") == [
        "Er zijn geen cijfers voor Voorbeeldwijk zelf; deze cijfers gaan over Voorbeeldstad.",
        "Voor “eenzaam” is het cijfer van Voorbeeldstad 44\u{A0}%.",
      ])
    #expect(try sentences("wijk;voorbeeldwijk;Eenzaam;18+;2024;;?;;;;;;") == [])
  }

  @Test("Rows stand under their dimension, with the words of the page")
  func rows() {
    let table = SampleRelease.report(SampleRelease.all()).tables.first { $0.id.hasPrefix("t208") }
    #expect(table?.columns.map(\.header) == ["Indicator", "Voorbeeldwijk", "Voorbeeldregio"])
    #expect(table?.rows[0].cells == ["Kwaliteit van leven", "", ""])
    #expect(table?.rows[3].cells == ["Eenzaam", "49,2\u{A0}%", "46,1\u{A0}%"])
    #expect(
      table?.notes.contains(
        "Alle cijfers zijn modelschattingen. De cijfers zijn niet gecorrigeerd voor leeftijd.")
        == true)
    #expect(VerdictText.word("vergelijkbaar") == "geen aantoonbaar verschil")
    #expect(BasisText.word("herverdeeld") == "omgerekend")
  }
}
