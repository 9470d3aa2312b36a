import Testing

@testable import Importers

@Suite("Years")
struct YearCellTests {
  @Test(
    "Years have four digits",
    arguments: [
      ("2022", Reading(.value, "2022", "")), ("2022JJ00", Reading(.value, "2022", "")),
      ("2022*", Reading(.value, "2022", "W358")), ("", Reading(.missing, "onbekend", "")),
      ("22", Reading(.rejected, "-", "E386")), ("2022/2023", Reading(.rejected, "-", "E386")),
      ("1899", Reading(.rejected, "-", "E386")), ("2022KW01", Reading(.rejected, "-", "E386")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(Reading(cell(text, YearCell.parse), \.description) == reading)
  }
}
