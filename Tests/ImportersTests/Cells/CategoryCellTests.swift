import Testing

@testable import Importers

@Suite("Categories of patients")
struct CategoryCellTests {
  @Test(
    "Categories are V, T and P",
    arguments: [
      ("v", Reading(.value, "V", "")),
      ("Vast", Reading(.value, "V", "")),
      ("ion", Reading(.value, "V", "")),
      ("T", Reading(.value, "T", "")),
      ("tijdelijk", Reading(.value, "T", "")),
      ("p", Reading(.value, "P", "")),
      ("Passant", Reading(.value, "P", "")),
      ("", Reading(.value, "V", "W203")),
      ("VT", Reading(.rejected, "-", "E322")),
      ("vaste", Reading(.rejected, "-", "E322")),
      ("0", Reading(.rejected, "-", "E322")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.category(text) == reading)
  }
}
