import Testing

@testable import DelimitedText

@Suite("Files that are no text")
struct FileKindTests {
  @Test(
    "A signature tells the kind",
    arguments: [
      ("PK\u{3}\u{4}....[Content_Types].xml", "xlsx"), ("PK\u{3}\u{4}....xl/workbook.xml", "xlsx"),
      ("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
      ("PK\u{3}\u{4}....word/document.xml", "docx"), ("PK\u{3}\u{4}a.csv", "zip"),
      ("PK\u{5}\u{6}", "zip"), ("%PDF-1.7", "pdf"), ("{\\rtf1", "rtf"),
      ("<!DOCTYPE html>\n<p>fout", "html"), ("\n  <HTML lang=nl>", "html"),
      ("\u{FEFF}<html>", "html"), ("<?xml version=\"1.0\"?>", "xml"),
      ("SQLite format 3\0", "sqlite"),
    ])
  func signature(text: String, kind: String) throws {
    #expect(try fault(Array(text.utf8)) == .notText(file: "a.csv", kind: kind))
  }

  @Test(
    "Bytes above ASCII tell the kind, too",
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gzip"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "xls"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "jpeg"),
    ] as [([UInt8], String)])
  func binarySignature(bytes: [UInt8], kind: String) throws {
    #expect(try fault(bytes) == .notText(file: "a.csv", kind: kind))
  }

  @Test("Random bytes are binary, whatever they start with")
  func random() throws {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: ($0 * $0 * 31 + $0 * 7) >> 3) }
    #expect(try fault([0x41] + bytes) == .notText(file: "a.csv", kind: "binary"))
  }

  @Test(
    "Text that resembles a signature is text",
    arguments: [
      "PK;naam\n1;x\n", "[a];b\n1;2\n", "<5;b\n1;2\n", "Par;b\n1;2\n", "a\tb\u{C}\n1\t2\n",
    ])
  func text(text: String) throws { #expect(try fault(Array(text.utf8)) == nil) }
}
