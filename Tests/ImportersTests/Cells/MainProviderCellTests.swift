import Testing

@testable import Importers

@Suite("Main providers")
struct MainProviderCellTests {
  @Test(
    "The main provider is the general practitioner, a specialist or unknown",
    arguments: [
      ("Huisarts", Reading(.value, "generalPractitioner", "")),
      ("HA", Reading(.value, "generalPractitioner", "")),
      ("SPEC", Reading(.value, "specialist", "")), ("2e lijn", Reading(.value, "specialist", "")),
      ("", Reading(.missing, "onbekend", "")), ("?", Reading(.missing, "onbekend", "")),
      ("POH", Reading(.rejected, "-", "E383")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(Reading(cell(text, MainProviderCell.parse)) { "\($0)" } == reading)
  }
}
