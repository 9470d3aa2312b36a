import DelimitedText
import Testing

@Suite("Errors of delimited text")
struct DelimitedTextErrorTests {
  @Test(
    "Each error has its stable code, its file and, where there is one, its line",
    arguments: [
      (.unreadable(file: "a", reason: .missing), "E100", nil), (.empty(file: "a"), "E101", nil),
      (.notText(file: "a", kind: "pdf"), "E102", nil), (.encoding(file: "a", line: 2), "E103", 2),
      (.quote(file: "a", line: 3), "E104", 3), (.truncated(file: "a", line: 4), "E105", 4),
      (.nul(file: "a", line: 5, offset: 9), "E106", 5),
      (.uneven(file: "a", line: 6, expected: 3, found: 2), "E108", 6),
      (.fieldTooLong(file: "a", line: 7, limit: 9), "E109", 7), (.changed(file: "a"), "E110", nil),
    ] as [(DelimitedTextError, String, Int?)])
  func codes(error: DelimitedTextError, code: String, line: Int?) {
    #expect(error.code == code)
    #expect(error.line == line)
    #expect(error.file == "a")
  }
}
