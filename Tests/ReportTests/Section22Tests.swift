import Testing
import WijkModel

@testable import Report

@Suite("2.2 Kenmerken van de wijkpopulatie")
struct Section22Tests {
  private let names = SampleRelease.names

  @Test("Age against the reference, and the postcodes that differ")
  func age() throws {
    let released = try #require(SampleRelease.released(SampleRelease.t203()))
    #expect(
      Section22.age(released, names) == [
        "In Voorbeeldwijk wonen naar verhouding meer ouderen dan in Nederland: 26\u{A0}% is 65 jaar "
          + "of ouder (Nederland: 20\u{A0}%).",
        "Jonger dan 15 jaar is 16\u{A0}% (Nederland: 15\u{A0}%).",
        "De postcodes verschillen sterk.",
        "In postcode 1901 is 33\u{A0}% 65 jaar of ouder, in postcode 1903 is dat 14\u{A0}%.",
      ])
  }

  @Test("Without a reference there is no comparison")
  func noReference() throws {
    let released = try #require(SampleRelease.released(SampleRelease.t203(hasReference: false)))
    #expect(
      Section22.age(released, names).first
        == "In Voorbeeldwijk is 26\u{A0}% van de inwoners 65 jaar of ouder.")
  }

  @Test("A small difference is no difference")
  func similar() throws {
    let draft: DraftTable<Inhabitants> = table(
      "t203-leeftijd-geslacht",
      dimensions("gebied_soort", "gebied", "leeftijd", "geslacht") + attributes("aantal"),
      """
      wijk;voorbeeldwijk;65+;Totaal;210
      wijk;voorbeeldwijk;Totaal;Totaal;1000
      land;Nederland;65+;Totaal;200
      land;Nederland;Totaal;Totaal;1000
      """)
    #expect(
      Section22.age(try #require(SampleRelease.released(draft)), names) == [
        "In Voorbeeldwijk is 21\u{A0}% van de inwoners 65 jaar of ouder, ongeveer evenveel als in "
          + "Nederland (20\u{A0}%)."
      ])
  }

  @Test("A sum with unknown parts gives no share")
  func partial() throws {
    var draft = SampleRelease.t203()
    draft.notes = [TableNote("minstens", ["rijen": "65+ Totaal|15–24 M"])]
    #expect(Section22.age(try #require(SampleRelease.released(draft)), names) == [])
  }

  @Test("Characteristics in sentences")
  func characteristics() throws {
    let origin = try #require(SampleRelease.released(SampleRelease.t204()))
    #expect(
      Characteristics.origin(origin, names) == [
        "Van de inwoners van Voorbeeldwijk heeft 76\u{A0}% een Nederlandse herkomst."
      ])
    let households = try #require(SampleRelease.released(SampleRelease.t205()))
    #expect(
      Characteristics.households(households, names) == [
        "Van de huishoudens bestaat 41\u{A0}% uit één persoon.",
        "In 7,0\u{A0}% van de huishoudens voedt één ouder de kinderen op.",
        "Van de woningen is 57\u{A0}% een koopwoning.",
      ])
    let ses = try #require(SampleRelease.released(SampleRelease.t206()))
    #expect(
      Characteristics.socioeconomic(ses, names) == [
        "De sociaaleconomische status (SES-WOA) van Voorbeeldwijk is 0,01.",
        "De score is het laagst in postcode 1902 (−0,21) en het hoogst in postcode 1901 (0,12).",
      ])
  }

  @Test("With many characteristics these are the rows, with few the areas")
  func orientation() {
    let tables = SampleRelease.report(SampleRelease.all()).tables
    let households = tables.first { $0.id.hasPrefix("t205") }
    #expect(households?.columns.map(\.header) == ["Kenmerk", "Voorbeeldwijk"])
    #expect(households?.rows.first?.cells == ["Huishoudens (aantal)", "9.000"])
    #expect(households?.rows.last?.cells == ["Gemiddelde WOZ-waarde (x 1.000 euro)", "312"])
    let ses = tables.first { $0.id.hasPrefix("t206") }
    #expect(ses?.columns.map(\.header) == ["Gebied", "SES-WOA-score"])
    #expect(ses?.rows[1].cells == ["1902", "−0,21"])
  }

  @Test("The three strongest differences are named, shares as shares")
  func strongest() throws {
    func sentence(_ lines: String) throws -> [String] {
      let draft: DraftTable<Inhabitants> = table(
        "t207-verschillen", dimensions("kenmerk") + attributes("verschil", "toelichting"), lines)
      return Section22.differences(try #require(SampleRelease.released(draft)), names)
    }
    #expect(
      try sentence(
        """
        Koopwoningen;30.5;procentpunten
        Nederlandse herkomst;20.5;procentpunten
        Inwoners van 65 jaar en ouder;18.5;procentpunten
        Eenpersoonshuishoudens;12.5;procentpunten
        """) == [
          "Het sterkst verschillen de postcodes in het aandeel koopwoningen, Nederlandse herkomst en "
            + "inwoners van 65 jaar en ouder."
        ])
    #expect(
      try sentence("Gemiddelde WOZ-waarde;120.5;x 1.000 euro") == [
        "Het sterkst verschillen de postcodes in gemiddelde WOZ-waarde."
      ])
  }

  @Test("Strong differences stand with their places in one cell")
  func differences() {
    let table = SampleRelease.report(SampleRelease.all()).tables.first { $0.id.hasPrefix("t207") }
    #expect(table?.columns.map(\.header) == ["Kenmerk", "Laagst", "Hoogst", "Verschil"])
    #expect(
      table?.rows.map(\.cells) == [
        [
          "Eenpersoonshuishoudens", "24,5\u{A0}% in 1903", "48,0\u{A0}% in 1901",
          "23,5 procentpunt",
        ]
      ])
  }

  @Test("The pyramid holds shares of the whole population")
  func pyramid() {
    let figure = SampleRelease.report(SampleRelease.all()).figures.first {
      $0.id == "f202-piramide"
    }
    guard case .pyramid(let bands, let reference) = figure?.content else {
      Issue.record("no pyramid")
      return
    }
    #expect(bands.map(\.label) == ["0–14", "15–24", "25–44", "45–64", "65+"])
    #expect(bands[0].men == 100 * 1450.0 / 18_450)
    #expect(bands[0].menReference == 7.5)
    #expect(reference == "Nederland")
    #expect(
      figure?.alternative
        == "Bevolkingspiramide van de inwoners van Voorbeeldwijk. De grootste groep is 65 jaar en "
        + "ouder. Van hen is 26\u{A0}% 65 jaar of ouder.")
  }
}
