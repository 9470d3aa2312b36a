import Testing

@testable import Importers

@Suite("Sexes")
struct SexCellTests {
  @Test(
    "Sexes are read from codes and words",
    arguments: [
      ("m", Reading(.value, "M", "")),
      ("MANNEN", Reading(.value, "M", "")),
      ("Mannelijk", Reading(.value, "M", "")),
      ("vrouw", Reading(.value, "V", "")),
      ("Vrouwen", Reading(.value, "V", "")),
      ("vrouwelijk", Reading(.value, "V", "")),
      ("2", Reading(.value, "V", "")),
      ("f", Reading(.value, "V", "W321")),
      ("Female", Reading(.value, "V", "W321")),
      ("male", Reading(.value, "M", "W321")),
      ("o", Reading(.value, "O", "")),
      ("Anders", Reading(.value, "O", "")),
      ("9", Reading(.missing, "onbekend", "")),
      ("U", Reading(.missing, "onbekend", "")),
      ("onbekend", Reading(.missing, "onbekend", "")),
      (" ", Reading(.missing, "onbekend", "")),
      ("3", Reading(.rejected, "-", "E321")),
      ("Dhr.", Reading(.rejected, "-", "E321")),
      ("manvrouw", Reading(.rejected, "-", "E321")),
      ("MV", Reading(.rejected, "-", "E321")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.sex(text) == reading)
  }
}
