import Testing

@testable import Importers

@Suite("AGB codes")
struct AGBCellTests {
  @Test(
    "AGB codes have eight digits",
    arguments: [
      ("01057814", Reading(.value, "01057814", "")),
      ("01-057814", Reading(.value, "01057814", "")),
      (" 01057814 ", Reading(.value, "01057814", "")),
      ("1057814", Reading(.value, "01057814", "W372")),
      ("", Reading(.missing, "onbekend", "")),
      ("00000000", Reading(.rejected, "-", "E371")),
      ("010578141", Reading(.rejected, "-", "E371")),
      ("01-05781", Reading(.rejected, "-", "E371")),
      ("1-0578142", Reading(.rejected, "-", "E371")),
      ("0105781a", Reading(.rejected, "-", "E371")),
      ("0", Reading(.rejected, "-", "E371")),
      ("1057814.0", Reading(.rejected, "-", "E371")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.agb(text) == reading)
  }
}
