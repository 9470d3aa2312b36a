import Charts
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Drawing in SVG")
struct SVGCanvasTests {
  @Test(
    "A number has at most two decimals, a point and no exponent",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (0.5, "0.5"), (0.25, "0.25"), (0.126, "0.13"),
      (0.001, "0"), (-0.001, "0"), (-1.5, "-1.5"), (12.05, "12.05"), (99.999, "100"),
      (1e-7, "0"), (123_456.789, "123456.79"), (1e300, "1000000"), (.nan, "0"),
      (.infinity, "0"),
    ])
  func number(value: Double, text: String) {
    var canvas = SVGCanvas(size: Size(width: 10, height: 10))
    canvas.circle(center: Point(value, 0), radius: 1, fill: nil, stroke: nil)
    let document = canvas.document(id: "a", title: "", description: "").text
    #expect(document.contains("<circle cx=\"\(text)\" cy=\"0\" r=\"1\" fill=\"none\"/>"))
  }

  @Test("Every form is one element with plain attributes")
  func golden() {
    var canvas = SVGCanvas(size: Size(width: 100, height: 50.5))
    let stroke = Stroke(Color(0x00_0A0B), width: 1.5, dashes: [2, 3])
    canvas.line(from: Point(1, 2), to: Point(3.333, 4), stroke: stroke)
    canvas.polygon(
      [[Point(0, 0), Point(9, 0), Point(9, 9)], [Point(2, 2)], []], fill: Color(0xFF_FFFF),
      stroke: nil)
    canvas.text(
      "5–9 & <10", at: Point(5, 6),
      style: TextStyle(size: 12, weight: .bold, anchor: .end, color: Color(0x12_3456)))
    let document = canvas.document(id: "f1", title: "Titel \"x\"", description: "a < b")
    #expect(
      document.text == """
        <svg xmlns="http://www.w3.org/2000/svg" width="100" height="50.5" viewBox="0 0 100 50.5" \
        role="img" aria-labelledby="f1-title f1-desc" \
        font-family="Calibri, Carlito, Arial, sans-serif">
        <title id="f1-title">Titel &quot;x&quot;</title>
        <desc id="f1-desc">a &lt; b</desc>
        <rect x="0" y="0" width="100" height="50.5" fill="#ffffff"/>
        <line x1="1" y1="2" x2="3.33" y2="4" stroke="#000a0b" stroke-width="1.5" \
        stroke-dasharray="2 3"/>
        <path d="M0 0L9 0L9 9Z" fill-rule="evenodd" fill="#ffffff"/>
        <text x="5" y="6" font-size="12" font-weight="bold" text-anchor="end" \
        fill="#123456">5–9 &amp; &lt;10</text>
        </svg>

        """)
    #expect(document.inlineText.hasPrefix("<svg width="))
    #expect(!document.inlineText.contains("http"))
    #expect(document.size == Size(width: 100, height: 50.5))
  }

  @Test(
    "An id holds only signs that are safe in a page",
    arguments: [
      ("f202-piramide", "f202-piramide-title"), ("2.1 \"<a>", "x21a-title"), ("", "x-title"),
    ])
  func identifier(id: String, title: String) {
    let document = SVGCanvas(size: Size(width: 1, height: 1)).document(
      id: id, title: "t", description: "d")
    #expect(document.text.contains("<title id=\"\(title)\">"))
  }

  @Test("Text is escaped, and control and direction signs are dropped")
  func escaping() {
    #expect(XMLText.escaped("&<>\"'") == "&amp;&lt;&gt;&quot;&#39;")
    #expect(XMLText.escaped("a\u{0}b\u{8}c\u{202E}d\u{FFFE}e\u{2066}\tf\u{85}") == "abcde\tf")
    #expect(XMLText.escaped("é 👩‍⚕️ ‫") == "é 👩‍⚕️ ")
  }
}
