import Testing

@testable import DelimitedText

@Suite("Files without a layout")
struct PlainDelimiterTests {
  private func delimiter(_ text: String) throws -> UInt8? {
    try withFile(Array(text.utf8)) { try $0.plainDelimiter() }
  }

  private func fault(_ text: String) throws -> DelimitedTextError? {
    do {
      try withFile(Array(text.utf8)) { file throws in
        var hasRecord = false
        do {
          try file.forEachPlainRecord { _ in hasRecord = true }
        } catch {
          #expect(!hasRecord, "nothing is given of a refused file")
          throw error
        }
      }
      return nil
    } catch let error as DelimitedTextError {
      return error
    }
  }

  @Test(
    "The delimiter is the one under which all records have one width",
    arguments: [
      ("a;b\n1;2\n", 0x3B), ("a,b\n1,2\n", 0x2C), ("a\tb\n1\t2\n", 9), ("a|b\n1|2\n", 0x7C),
      ("a;b\n1,5;2\n", 0x3B), ("a,b,c\n\"x;y\",1,2\n", 0x2C), ("a;b;c\n1,5;2;3\n", 0x3B),
      ("sep=|\na|b,c\n1|2,3\n", 0x7C), ("1;2,5;3\n4;5,5;6\n", 0x3B), ("a,b;c\n1,5;2\n", 0x3B),
    ] as [(String, UInt8)])
  func found(text: String, sign: UInt8) throws { #expect(try delimiter(text) == sign) }

  @Test("A file of one column has none")
  func oneColumn() throws {
    #expect(try delimiter("postcode\n2312 AB\n2313 CD\n") == nil)
    #expect(try delimiter("naam\n\"a;b,c\"\n") == nil)
    #expect(try fault("postcode\n2312 AB\n") == nil)
  }

  @Test("A ragged file is not read as one column, nor under another delimiter")
  func ragged() throws {
    let ragged = DelimitedTextError.uneven(file: "a.csv", line: 3, expected: 3, found: 2)
    #expect(try fault("a;b;c\n1;2;3\n4;5\n6;7;8\n") == ragged)
    #expect(
      try fault("1;2,5;3\n4;5,5;6\n7;8,5\n9;1,5;2\n")
        == .uneven(
          file: "a.csv", line: 3, expected: 3, found: 2))
    #expect(
      try fault("Export\nPeiling: 1\n\na;b;c\n1;2;3\n4;5;6\n")
        == .uneven(file: "a.csv", line: 4, expected: 1, found: 3))
  }

  @Test("Faults of the file come through with their lines")
  func faults() throws {
    #expect(try fault("a;b\n1;\"x\" y\n2;z\n") == .quote(file: "a.csv", line: 2))
    #expect(try fault("a;b\n1;\"x\n2;z\n") == .quote(file: "a.csv", line: 2))
    #expect(try fault("a;b;c\n1;2;3\n4;5") == .truncated(file: "a.csv", line: 3))
    #expect(try fault("\n \n\r\n") == .empty(file: "a.csv"))
  }

  @Test("A blank line in a file of one column may be an empty cell: refused")
  func blankLines() throws {
    #expect(try fault("a\n1\n\n3\n") == .uneven(file: "a.csv", line: 3, expected: 1, found: 0))
    #expect(try fault("a\n1\n\n\n") == .uneven(file: "a.csv", line: 3, expected: 1, found: 0))
    #expect(try fault("\n\r\na\r\n1\r\n") == nil)
    #expect(try fault("a;b\n1;2\n\n3;4\n") == nil)
  }
}
