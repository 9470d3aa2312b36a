import Testing

@testable import DelimitedText

@Suite("Physical lines")
struct LineCounterTests {
  @Test(
    "CR, LF, CRLF and LFCR each end one line",
    arguments: [
      ("", 0), ("a", 0), ("a\nb", 1), ("a\rb", 1), ("a\r\nb", 1), ("a\n\rb", 1),
      ("\n\n", 2), ("\r\r", 2), ("\r\n\r\n", 2), ("\n\r\n\r", 2), ("\n\r\n", 2), ("\r\n\r", 2),
      ("a\r \nb", 2), ("a\r\n\nb", 2), ("\r\n\r\n\r\n", 3),
    ])
  func breaks(text: String, count: Int) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      #expect(LineCounter.breaks(in: start, count: buffer.count) == count)
    }
    var counter = LineCounter()
    for byte in bytes { counter.consume(UInt16(byte)) }
    #expect(counter.line == count + 1)
  }
}
