import DelimitedText
import Testing

@Suite("Writing delimited text")
struct DelimitedWriterTests {
  private func written(_ form: DelimitedWriter.Form, _ records: [DelimitedWriter.Cell]...) -> String
  {
    var writer = DelimitedWriter(form)
    for record in records { writer.append(record) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("The machine form is UTF-8 without mark, with commas and LF")
  func machine() {
    #expect(
      written(.machine, [.text("pc4"), .text("é")], [.number("2312"), .empty]) == "pc4,é\n2312,\n")
  }

  @Test("The Dutch form has a mark, semicolons and CRLF")
  func dutch() {
    var writer = DelimitedWriter(.dutch)
    writer.append(texts: ["pc4", "aandeel"])
    writer.append([.number("2312"), .number("12,5")])
    #expect(
      writer.bytes == [0xEF, 0xBB, 0xBF] + Array("pc4;aandeel\r\n2312;12,5\r\n".utf8))
  }

  @Test(
    "Quotes are put where RFC 4180 needs them, and where blanks would be lost",
    arguments: [
      ("a", "a"), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), (" a", "\" a\""), ("a ", "\"a \""),
      ("a\t", "\"a\t\""), ("a b", "a b"), ("", ""), ("•", "•"), ("0–14", "0–14"),
    ])
  func quotes(text: String, cell: String) {
    #expect(written(.machine, [.number("1"), .text(text)]) == "1,\(cell)\n")
  }

  @Test(
    "A text that could be a formula gets an apostrophe and quotes",
    arguments: [
      ("=1+1", "\"'=1+1\""), ("+31", "\"'+31\""), ("-", "\"'-\""), ("@SUM(1)", "\"'@SUM(1)\""),
      ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("  =x", "\"'  =x\""),
      ("\u{A0}=x", "\"'\u{A0}=x\""),
      ("\n=x", "\"'\n=x\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("a=b", "a=b"), ("'t", "'t"),
    ])
  func formula(text: String, cell: String) {
    #expect(written(.machine, [.text(text)]) == "\(cell)\n")
  }

  @Test("A number is never guarded, but quoted where it holds the delimiter")
  func numbers() {
    #expect(
      written(.machine, [.number("-12.5"), .number("+3"), .number("1,5")]) == "-12.5,+3,\"1,5\"\n")
  }

  @Test("A record of one empty cell is no blank line; a record without cells is nothing")
  func emptyRecords() {
    #expect(written(.machine, [.empty], [.text("")], [], [.empty, .empty]) == "\"\"\n\"\"\n,\n")
  }
}
