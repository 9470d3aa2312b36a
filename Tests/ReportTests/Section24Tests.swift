import Testing
import WijkModel

@testable import Report

@Suite("2.4 De drie belangrijkste problemen and 2.5 Wat gebeurt er al")
struct Section24Tests {
  private let names = SampleRelease.names

  private func ranking(_ robust: [Int], notes: [TableNote] = []) throws -> [String] {
    let problems = ["psychische-klachten", "ernstig-eenzaam", "beweegrichtlijn"]
    let lines = zip(problems, robust).enumerated().map { place, row in
      "\(place + 1);\(row.0);\(row.1)"
    }
    let draft: DraftTable<Inhabitants> = table(
      "t209-top3-inwoners", dimensions("rang", "probleem") + attributes("robuust_van_19"),
      lines.joined(separator: "\n"), notes: notes)
    let top = try #require(SampleRelease.released(draft))
    return TopThree(whom: .inhabitants, top: top, all: nil, names: names).sentences
  }

  private let adults =
    "Deze ranglijst gaat over volwassenen; kinderen en jongeren tellen niet mee."

  @Test("A firm top 3")
  func firm() throws {
    #expect(
      try ranking([19, 16, 14]) == [
        "Voor de inwoners staan bovenaan: psychische klachten, ernstige eenzaamheid en te weinig "
          + "bewegen.",
        "Deze top 3 is stevig.",
        "Bij 19, 16 en 14 van de 19 manieren om te wegen horen zij bij de eerste drie problemen.",
        adults,
      ])
  }

  @Test("A weak third place, said in the fixed words only when the counting says so")
  func weak() throws {
    let sentences = try ranking([19, 16, 12], notes: [TableNote("geen-scherp-onderscheid")])
    #expect(
      sentences.dropFirst() == [
        "De plaats van psychische klachten en ernstige eenzaamheid is stevig.",
        "Bij 19 en 16 van de 19 manieren om te wegen horen zij bij de eerste drie problemen.",
        "Minder stevig is te weinig bewegen, met 12 van de 19 manieren.",
        "Tussen de problemen is geen scherp onderscheid: de uitkomst hangt af van de weging.",
        adults,
      ])
    let without = try ranking([19, 16, 12])
    #expect(!without.contains { $0.contains("scherp onderscheid") })
  }

  @Test("Equal counts are said once, and a close fourth place takes the firmness away")
  func equal() throws {
    #expect(
      try ranking([19, 19, 19], notes: [TableNote("geen-scherp-onderscheid")]).dropFirst() == [
        "Bij alle 19 manieren om te wegen horen zij bij de eerste drie problemen.",
        "Tussen de problemen is geen scherp onderscheid: de uitkomst hangt af van de weging.",
        adults,
      ])
  }

  @Test("Who stands close behind the third place is named")
  func close() throws {
    let notes = [TableNote("geen-scherp-onderscheid")]
    let columns = dimensions("rang", "probleem") + attributes("score", "zekerheid")
    let ranked = """
      1;psychische-klachten;78.7;onbekend
      2;ernstig-eenzaam;76.4;onbekend
      3;eenzaam;70.1;
      4;beweegrichtlijn;68.5;onbekend
      5;ervaren-gezondheid;68.2;mogelijk
      """
    let draft: DraftTable<Inhabitants> = table("t211-ranglijst-inwoners", columns, ranked)
    let first: DraftTable<Inhabitants> = table(
      "t209-top3-inwoners", columns,
      "1;psychische-klachten;78.7;\n2;ernstig-eenzaam;76.4;\n3;beweegrichtlijn;68.5;", notes: notes)
    let sentences = TopThree(
      whom: .inhabitants, top: try #require(SampleRelease.released(first)),
      all: SampleRelease.released(draft), names: names
    ).sentences
    #expect(
      sentences.contains(
        "Over de derde plaats is geen scherp onderscheid: te weinig bewegen en minder goed ervaren "
          + "gezondheid liggen dicht bij elkaar."))
  }

  @Test("One problem only, and nothing firm")
  func one() throws {
    #expect(
      try ranking([8]) == [
        "Voor de inwoners staat bovenaan: psychische klachten.",
        "De volgorde hangt af van de weging: bij 8 van de 19 manieren hoort het bij de eerste drie problemen.",
        adults,
      ])
    #expect(try ranking([]) == [])
  }

  @Test("A place among the first three says nothing when there are no others")
  func whole() throws {
    let columns = dimensions("rang", "probleem") + attributes("zekerheid", "robuust_van_19")
    func sentences(_ ranked: String) throws -> [String] {
      let top: DraftTable<EnrolledPatients> = table(
        "t210-top3-patienten", columns, "1;DM2;mogelijk;19\n2;COPD;mogelijk;19")
      let all: DraftTable<EnrolledPatients> = table("t222-ranglijst-patienten", columns, ranked)
      return TopThree(
        whom: .patients, top: try #require(SampleRelease.released(top)),
        all: SampleRelease.released(all), names: names
      ).sentences
    }
    let first = "Voor de patiënten staan bovenaan: diabetes en COPD."
    let two = "1;DM2;mogelijk;19\n2;COPD;mogelijk;19\n3;ASTMA;;0"
    #expect(
      try sentences(two) == [
        first, "Andere aandoeningen kwamen voor deze top 3 niet in aanmerking.",
      ])
    #expect(
      try sentences(two + "\n4;DEMENTIE;nee;0") == [
        first, "Deze top 3 is stevig.",
        "Bij alle 19 manieren om te wegen horen zij bij de eerste drie aandoeningen.",
      ])
  }

  @Test("What most people have, from the whole ranking")
  func mostCommon() throws {
    let top = try #require(SampleRelease.released(SampleRelease.t209()))
    let all = try #require(SampleRelease.released(SampleRelease.t211()))
    #expect(
      TopThree(whom: .inhabitants, top: top, all: all, names: names).mostCommon == [
        "Wie alleen naar aantallen kijkt, ziet te weinig bewegen (ongeveer 5.400 volwassenen), "
          + "overgewicht (ongeveer 5.200) en eenzaamheid (ongeveer 4.900) het vaakst."
      ])
  }

  @Test("The score is shown only when seriousness was scored")
  func score() {
    func headers(_ notes: [TableNote]) -> [String] {
      var draft = SampleRelease.inhabitantsOnly()
      draft.inhabitants = [SampleRelease.t209(notes: notes)]
      return SampleRelease.report(draft).tables.first { $0.id.hasPrefix("t209") }?.columns
        .map(\.header) ?? []
    }
    #expect(!headers([TableNote("ernst-niet-gescoord")]).contains("Score"))
    #expect(headers([]).contains("Score"))
  }

  @Test("Signals stand beside the ranking")
  func signals() {
    let blocks = Section24.signals(
      [
        Signal(problem: "eenzaam", reporter: "bewoner", note: "weinig ontmoeting", wijk: ""),
        Signal(problem: "eenzaam", reporter: "professional", note: "", wijk: ""),
        Signal(problem: "verkeer", reporter: "bewoner", note: "", wijk: ""),
      ], names)
    guard case .bullets(let items) = blocks.last else {
      Issue.record("no list")
      return
    }
    #expect(
      items == [
        "Eenzaamheid (genoemd door bewoners en professionals): weinig ontmoeting",
        "Verkeer (genoemd door bewoners)",
      ])
  }

  @Test("Activities per problem, overlap, and problems without any")
  func activities() throws {
    let released = try #require(SampleRelease.released(SampleRelease.t212()))
    #expect(
      Section25.sentences(
        released, names, top: ["ernstig-eenzaam", "beweegrichtlijn", "psychische-klachten"]) == [
          "Voor ernstige eenzaamheid lopen drie activiteiten; twee daarvan overlappen met andere.",
          "Voor te weinig bewegen loopt één activiteit.",
          "Bij overlap is overleg over taakverdeling zinvol.",
          "Voor psychische klachten staat geen activiteit in het overzicht.",
          "Dat betekent niet dat er in de wijk niets gebeurt.",
        ])
    #expect(Section25.sentences(released, names, top: []) == ["Er lopen vijf activiteiten."])
    let others = SampleRelease.report(SampleRelease.all()).tables.first { $0.id == "t212-overige" }
    #expect(others?.rows.map { $0.cells[0] } == ["Overgewicht, eenzaamheid"])
  }
}
