import Testing

@testable import Importers

@Suite("Texts")
struct TextCellTests {
  @Test(
    "Texts are composed, on one line and without hidden characters",
    arguments: [
      ("De Linde", Reading(.value, "De Linde", "")),
      (" De  Linde ", Reading(.value, "De  Linde", "")),
      ("a\u{D}\nb", Reading(.value, "a b", "")),
      ("a\tb", Reading(.value, "a b", "")),
      ("e\u{301}", Reading(.value, "\u{E9}", "")),
      ("a\u{202E}b", Reading(.value, "ab", "W373")),
      ("a\u{200B}b", Reading(.value, "ab", "W373")),
      ("\u{C3}\u{A9}", Reading(.value, "\u{C3}\u{A9}", "W104")),
      ("Ren\u{E9}", Reading(.value, "Ren\u{E9}", "")),
      ("=1+1", Reading(.value, "=1+1", "W371")),
      ("@x", Reading(.value, "@x", "W371")),
      ("-x", Reading(.value, "-x", "W371")),
      ("\u{C2}", Reading(.value, "\u{C2}", "")),
      ("", Reading(.missing, "onbekend", "")),
      ("\u{200B}", Reading(.missing, "onbekend", "W373")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.text(text) == reading)
  }
}
