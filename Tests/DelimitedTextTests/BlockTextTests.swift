import TestSupport
import Testing

@testable import DelimitedText

@Suite("Searching in a block")
struct BlockTextTests {
  @Test(
    "A CR beside a LF, in either order, is one break",
    arguments: [("\r\n", true), ("\n\r", true), ("\n\n", false), ("\r", false), ("\n;", false)])
  func pairs(text: String, isPair: Bool) {
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      #expect(BlockText(start: start, count: buffer.count).isPair(at: 0) == isPair)
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
