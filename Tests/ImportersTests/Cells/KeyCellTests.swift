import Testing
import WijkModel

@testable import Importers

@Suite("Keys of persons")
struct KeyCellTests {
  @Test("Keys are compared exactly after trimming; leading zeros count")
  func keys() {
    #expect(cell(" 0012 ", KeyCell.parse) == cell("0012", KeyCell.parse))
    #expect(cell("0012", KeyCell.parse) != cell("12", KeyCell.parse))
    #expect(cell("AB", KeyCell.parse) != cell("ab", KeyCell.parse))
  }

  @Test("A blank key is refused", arguments: ["", "  ", "\u{A0}"])
  func blank(text: String) {
    #expect(cell(text, KeyCell.parse) == .rejected("E304"))
  }
}
