import Testing

@testable import Importers

@Suite("Postcodes")
struct PostcodeCellTests {
  @Test(
    "Postcodes are four digits, whatever is around them",
    arguments: [
      ("1000", Reading(.value, "1000", "")),
      ("9999", Reading(.value, "9999", "")),
      (" 2312 ab ", Reading(.value, "2312", "")),
      ("2312\u{A0}AB", Reading(.value, "2312", "")),
      ("nl 2312 ab", Reading(.value, "2312", "W311")),
      ("NL2312", Reading(.value, "2312", "W311")),
      ("2312.0", Reading(.value, "2312", "W311")),
      ("2312,0", Reading(.value, "2312", "W311")),
      ("2312sa", Reading(.value, "2312", "W312")),
      ("2312 SD", Reading(.value, "2312", "W312")),
      ("NL-2312SS", Reading(.value, "2312", "W312")),
      ("2312SB", Reading(.value, "2312", "")),
      ("onbekend", Reading(.missing, "onbekend", "")),
      ("Onbekend", Reading(.missing, "onbekend", "")),
      ("?", Reading(.missing, "onbekend", "")),
      ("-", Reading(.missing, "onbekend", "")),
      ("   ", Reading(.missing, "onbekend", "")),
      ("BE-2000", Reading(.missing, "onbekend", "W313")),
      ("D-12345", Reading(.missing, "onbekend", "W313")),
      ("buitenland", Reading(.missing, "onbekend", "W313")),
      ("0999", Reading(.rejected, "-", "E311")),
      ("0999AB", Reading(.rejected, "-", "E311")),
      ("23120", Reading(.rejected, "-", "E311")),
      ("2312 ABC", Reading(.rejected, "-", "E311")),
      ("2312 1B", Reading(.rejected, "-", "E311")),
      ("AB2312", Reading(.rejected, "-", "E311")),
      ("2312.5", Reading(.rejected, "-", "E311")),
      ("0.312", Reading(.rejected, "-", "E311")),
      ("NL-", Reading(.rejected, "-", "E311")),
      ("NL-0000", Reading(.rejected, "-", "E311")),
      ("X-", Reading(.rejected, "-", "E311")),
      ("2312\u{E9}", Reading(.rejected, "-", "E311")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.postcode(text) == reading)
  }
}
