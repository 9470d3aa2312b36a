import Testing

@testable import Importers

@Suite("Ages")
struct AgeCellTests {
  @Test(
    "Ages are whole years",
    arguments: [
      ("0", Reading(.value, "0", "")),
      ("120", Reading(.value, "120", "")),
      ("007", Reading(.value, "7", "")),
      ("65.00", Reading(.value, "65", "")),
      ("65 jaar", Reading(.value, "65", "")),
      ("11 maanden", Reading(.value, "0", "W343")),
      ("14 mnd", Reading(.value, "1", "W343")),
      ("60 wkn", Reading(.value, "1", "W343")),
      ("10 dagen", Reading(.value, "0", "W343")),
      ("", Reading(.missing, "onbekend", "")),
      ("121", Reading(.rejected, "-", "E342")),
      ("65,5", Reading(.rejected, "-", "E342")),
      ("65,", Reading(.rejected, "-", "E342")),
      ("3 x", Reading(.rejected, "-", "E342")),
      ("mnd", Reading(.rejected, "-", "E342")),
      ("9999999", Reading(.rejected, "-", "E342")),
      ("6 5", Reading(.rejected, "-", "E342")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.age(text) == reading)
  }
}
