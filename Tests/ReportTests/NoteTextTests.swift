import Testing
import WijkModel

@testable import Report

@Suite("Sentences under a table and for missing sources")
struct NoteTextTests {
  private func sentences(_ notes: [TableNote]) -> [String] {
    NoteText.sentences(notes, names: SampleRelease.names)
  }

  @Test("Notes become sentences in their order, each once")
  func order() {
    #expect(
      sentences([
        TableNote("geen-marge"), TableNote("indeling", ["naam": "herkomst 2022"]),
        TableNote("geen-marge"), TableNote("onbekende-code"),
      ]) == [
        "Voor deze cijfers is geen marge beschikbaar.", "Indeling: herkomst 2022.",
      ])
  }

  @Test("Left-out candidates are named by their problem")
  func candidates() {
    #expect(
      sentences([TableNote("weggelaten", ["kandidaten": "eenzaam, beweegrichtlijn"])]) == [
        "Niet meegewogen, omdat er geen cijfer voor de wijk is: eenzaamheid en te weinig bewegen."
      ])
    #expect(
      sentences([TableNote("onvoldoende-dekking", ["kandidaten": "eenzaam|roken|x"])]) == [
        "Niet meegewogen, omdat het cijfer minder dan 80\u{A0}% van de wijk dekt: eenzaamheid, "
          + "roken en x."
      ])
    #expect(sentences([TableNote("weggelaten", ["kandidaten": ""])]) == [])
  }

  @Test("Coverage by age class is one sentence per meaning; that of the wijk stands in the text")
  func coverage() {
    #expect(
      sentences([
        TableNote("dekking-beperkt"), TableNote("dekking-zegt-weinig", ["leeftijd": "15–24"]),
        TableNote("dekking-zegt-weinig", ["leeftijd": "25–44"]),
      ]) == [
        "Dekkingsgraad van 15–24 en 25–44 jaar: lager dan 50\u{A0}%, dus de cijfers zeggen weinig "
          + "over deze leeftijd."
      ])
  }

  @Test("Facts that are missing leave the sentence out")
  func incomplete() {
    for code in ["ketenzorg-praktijken", "referentie", "samenstelling", "andere-definitie"] {
      #expect(sentences([TableNote(code)]) == [])
    }
  }

  @Test("The note of the release names the source, whatever the usual one is")
  func missingSource() {
    let notes = [TableNote("bron-ontbreekt", ["tabel": "t221", "bron": "referentie,inwoners"])]
    #expect(
      MissingSource.notice("t221", notes: notes)
        == "Over verwachte aandoeningen onder inwoners zijn nog geen cijfers. Voeg daarvoor in "
        + "wijkbeeld.yaml, onder “bronnen”, bestanden toe bij “referentie” en “inwoners”.")
    #expect(
      MissingSource.notice("t212", notes: []).hasPrefix(
        "Over lopende activiteiten zijn nog geen gegevens."))
  }
}
