import TestSupport
import Testing

@testable import DelimitedText

@Suite("Searching in a block")
struct BlockTextTests {
  @Test(
    "Only blanks between a CR and a LF are found",
    arguments: [
      ("", false), ("\r\n", false), ("a\r\nb\n\rc", false), ("a\r \nb", true), ("a\n\t \rb", true),
      (" \r\n \r\n", true), ("a\r b\n", false), ("a\n \nb", false), ("a\r\r \r", false),
      ("\r ", false), ("0123456789012345678901234567890\r\t\n", true),
    ])
  func blanks(text: String, isFound: Bool) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let block = BlockText(start: start, count: buffer.count)
      #expect(block.hasBlanksBetweenUnlikeBreaks == isFound)
    }
  }

  @Test("Quotes and breaks are found where they are")
  func places() {
    let bytes = Array("ab\"c\rd\n\"e".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let block = BlockText(start: start, count: buffer.count)
      #expect([0, 2, 3, 8].map { block.quote(from: $0) } == [2, 2, 7, 9])
      #expect(block.lineBreak(from: 0, to: 9) == 4)
      #expect(block.lineBreak(from: 5, to: 9) == 6)
      #expect(block.lineBreak(from: 0, to: 4) == 4)
      #expect(block.lineBreak(from: 7, to: 9) == 9)
    }
  }
}
