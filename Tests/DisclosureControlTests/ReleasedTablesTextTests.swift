import DisclosureControl
import Testing
import WijkModel

@Suite("The tables as a reader has them")
struct ReleasedTablesTextTests {
  @Test(
    "Every kind of cell has its text",
    arguments: [
      (.text("1901"), "1901"), (.count(-12), "-12"), (.number(6.25), "6.25"),
      (.number(1e-7), "0.0000001"), (.number(.infinity), "onbekend"), (.suppressed, "•"),
      (.absent, ""), (.unknown, "onbekend"),
    ] as [(ReleasableCell, String)])
  func cells(cell: ReleasableCell, text: String) { #expect(cell.text == text) }
}
