import Charts
import Testing

@Suite("Widths of texts")
struct TextMetricsTests {
  let style = TextStyle(size: 10)

  // Carlito: a digit is 0.507 em, a blank 0.226, "i" 0.229 (bold 0.246), the en dash 0.498.
  @Test(
    "A width is the sum of the widths of the signs",
    arguments: [("", 0.0), ("0", 5.07), ("10", 10.14), ("5–9", 15.12), ("i i", 6.84)])
  func width(text: String, expected: Double) {
    #expect(abs(TextMetrics.width(of: text, size: 10) - expected) < 1e-9)
  }

  @Test("Bold letters are wider")
  func bold() {
    #expect(abs(TextMetrics.width(of: "i", size: 100, weight: .bold) - 24.6) < 1e-9)
  }

  @Test("A text that is too wide ends with an ellipsis, without a blank before it")
  func shortened() {
    #expect(TextMetrics.shortened("0000", to: 20.28, style: style) == "0000")
    // Three digits (15.21) and the ellipsis (6.9) need 22.11; two need 17.04.
    #expect(TextMetrics.shortened("0000", to: 20, style: style) == "00…")
    #expect(TextMetrics.shortened("00 000", to: 21, style: style) == "00…")
    #expect(TextMetrics.shortened("0000", to: 1, style: style) == "…")
  }

  @Test("Texts break at blanks, and the last line takes what is left")
  func wrapped() {
    func lines(_ text: String, _ limit: Double, _ count: Int) -> [String] {
      TextMetrics.wrapped(text, to: limit, lines: count, style: style)
    }
    #expect(lines("00 00 00", 100, 2) == ["00 00 00"])
    #expect(lines("00 00 00", 24, 2) == ["00 00", "00"])
    #expect(lines("00 00 00", 11.9, 2) == ["00", "…"])
    #expect(lines("0000000000 00", 30, 2) == ["0000…", "00"])
    #expect(lines("", 30, 2) == [""])
    #expect(lines("   ", 30, 2) == [""])
  }
}
