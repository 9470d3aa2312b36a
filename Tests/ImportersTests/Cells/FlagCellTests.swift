import Testing

@testable import Importers

@Suite("Flags")
struct FlagCellTests {
  @Test(
    "Yes and no are read from codes and words",
    arguments: [
      ("j", Reading(.value, "true", "")),
      ("JA", Reading(.value, "true", "")),
      ("y", Reading(.value, "true", "")),
      ("Yes", Reading(.value, "true", "")),
      ("waar", Reading(.value, "true", "")),
      ("x", Reading(.value, "true", "")),
      ("nee", Reading(.value, "false", "")),
      ("No", Reading(.value, "false", "")),
      ("onwaar", Reading(.value, "false", "")),
      ("FALSE", Reading(.value, "false", "")),
      (" ", Reading(.value, "false", "")),
      ("?", Reading(.missing, "onbekend", "")),
      ("2", Reading(.rejected, "-", "E382")),
      ("ja!", Reading(.rejected, "-", "E382")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.flag(text) == reading)
  }
}
