import Testing

@testable import Importers

@Suite("JSON of a map")
struct JSONValueTests {
  private func value(_ text: String) -> JSONValue? {
    Array(text.utf8).withUnsafeBufferPointer { JSONValue($0) }
  }

  @Test(
    "Values of RFC 8259",
    arguments: [
      (" null ", JSONValue.null), ("true", .bool(true)), ("false", .bool(false)), ("0", .number(0)),
      ("-12.5e-1", .number(-1.25)), ("1E+2", .number(100)), ("\"\"", .string("")),
      (#""a\"\\\/\b\f\n\r\té""#, .string("a\"\\/\u{8}\u{C}\n\r\té")),
      (#""\ud83d\ude00""#, .string("😀")), ("[]", .array([])), ("{}", .object([:])),
      (
        "[1, [2]\n,{\"a\":null}]",
        .array([.number(1), .array([.number(2)]), .object(["a": .null])])
      ),
      ("{\"a\":1,\"a\":2}", .object(["a": .number(2)])), ("\u{FEFF}1", .number(1)),
    ])
  func accepted(text: String, expected: JSONValue) {
    #expect(value(text) == expected)
  }

  @Test(
    "What is no JSON is refused",
    arguments: [
      "", " ", "nul", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "'a'", "01", "-", "1.",
      ".5",
      "1e", "+1", "\"a", "\"\n\"", #""\x""#, #""\u12g4""#, #""\ud83d""#, #""\ude00""#, "1 2",
      "[1]]",
      "NaN", "1e999",
    ])
  func refused(text: String) {
    #expect(value(text) == nil)
  }

  @Test("Bytes that are no UTF-8, and endless nesting, are refused without a crash")
  func hostile() {
    let bytes: [UInt8] = [0x22, 0xFF, 0x22]
    #expect(bytes.withUnsafeBufferPointer { JSONValue($0) } == nil)
    #expect(value(String(repeating: "[", count: 100_000)) == nil)
    #expect(value(String(repeating: "[", count: 50) + String(repeating: "]", count: 50)) != nil)
  }
}
