import Testing

@testable import Importers

@Suite("Counts")
struct CountCellTests {
  @Test(
    "Counts are whole numbers, with groups of three",
    arguments: [
      ("0", Reading(.value, "0", "")),
      ("007", Reading(.value, "7", "")),
      ("1.234.567", Reading(.value, "1234567", "")),
      ("310,0", Reading(.value, "310", "")),
      ("1.234,00", Reading(.value, "1234", "")),
      ("1\u{A0}234", Reading(.value, "1234", "W352")),
      ("1\u{202F}234", Reading(.value, "1234", "W352")),
      ("12\u{B9}", Reading(.value, "12", "W358")),
      ("12 **", Reading(.value, "12", "W358")),
      ("-0", Reading(.value, "0", "")),
      ("+1.234", Reading(.value, "1234", "")),
      ("-99997.0", Reading(.missing, "geheim", "")),
      ("-99997,0", Reading(.missing, "geheim", "")),
      ("geheim", Reading(.missing, "geheim", "")),
      (">95", Reading(.missing, "onderdrukt", "")),
      ("< 5", Reading(.missing, "onderdrukt", "")),
      ("n.b.", Reading(.missing, "niet bekend", "")),
      ("na", Reading(.missing, "niet bekend", "")),
      ("onbekend", Reading(.missing, "onbekend", "")),
      (" ", Reading(.missing, "onbekend", "")),
      ("X", Reading(.missing, "geheim", "")),
      ("12.34", Reading(.rejected, "-", "E351")),
      ("1.2345", Reading(.rejected, "-", "E351")),
      ("1234.567", Reading(.rejected, "-", "E351")),
      ("12 34", Reading(.rejected, "-", "E351")),
      ("1.234 567", Reading(.rejected, "-", "E351")),
      ("310,5", Reading(.rejected, "-", "E351")),
      ("12,", Reading(.rejected, "-", "E351")),
      ("..", Reading(.rejected, "-", "E351")),
      ("--", Reading(.rejected, "-", "E351")),
      ("<", Reading(.rejected, "-", "E351")),
      ("inf", Reading(.rejected, "-", "E351")),
      ("12a", Reading(.rejected, "-", "E351")),
      ("-12", Reading(.rejected, "-", "E356")),
      ("-1.234", Reading(.rejected, "-", "E356")),
      ("#DIV/0!", Reading(.rejected, "-", "E357")),
      ("1e6", Reading(.rejected, "-", "E359")),
      ("1,2E+03", Reading(.rejected, "-", "E359")),
      ("12345678901234567890", Reading(.rejected, "-", "E351")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.count(text) == reading)
  }

  @Test(
    "In a file with decimal points the comma groups",
    arguments: [
      ("1,234", Reading(.value, "1234", "")),
      ("310.0", Reading(.value, "310", "")),
      ("1.234", Reading(.rejected, "-", "E351")),
      ("310.5", Reading(.rejected, "-", "E351")),
      ("-99997.0", Reading(.missing, "geheim", "")),
    ])
  func points(text: String, reading: Reading) {
    #expect(CellReading.count(text, point: true) == reading)
  }
}
