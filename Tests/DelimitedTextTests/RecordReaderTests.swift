import Foundation
import Testing

@testable import DelimitedText

@Suite("Reading records")
struct RecordReaderTests {
  private func read(
    _ text: String, skipping: Int = 0, kept: [Bool]? = nil, footers: [String] = [],
    blockSize: Int = RecordReader.blockSize
  ) throws -> [TextRecord] {
    try withFile(Array(text.utf8)) {
      try records(
        of: $0, skipping: skipping, kept: kept, footers: footers, blockSize: blockSize)
    }
  }

  private func fault(_ text: String, footers: [String] = []) throws -> DelimitedTextError? {
    try DelimitedTextTests.fault(Array(text.utf8), footers: footers)
  }

  @Test("Blanks around unquoted cells are gone, those in quotes stay")
  func blanks() throws {
    #expect(
      try read(" a ;\t\" b \" ; c  d\n") == [TextRecord(1, ["a", " b ", "c  d"])])
  }

  @Test(
    "A record has the physical line on which it starts, for every kind of line end",
    arguments: ["\n", "\r", "\r\n", "\n\r"])
  func lines(end: String) throws {
    let text =
      ["a;b", "1;x", "", "2;\"y", "z\"", "3;w", "", "", "4;v"].joined(separator: end) + end
    let expected = [
      TextRecord(1, ["a", "b"]), TextRecord(2, ["1", "x"]), TextRecord(4, ["2", "y\(end)z"]),
      TextRecord(6, ["3", "w"]), TextRecord(9, ["4", "v"]),
    ]
    for size in [1, 2, 3, 5, 64, RecordReader.blockSize] {
      #expect(try read(text, blockSize: size) == expected)
    }
  }

  @Test(
    "Lines are right where kinds of line ends and blank lines mix",
    arguments: [
      ("a\r\n \r\nb\n", 3), ("a\r \nb\n", 3), ("a\n \rb\n", 3), ("a\r\t \n\nb\n", 4),
      ("a\n\r\nb\n", 3), ("a\r\n\nb\n", 3), ("a\n\n\rb\n", 3), ("\r\n\r\na\r\rb\n", 5),
      ("a\n \r\nb\n", 3),
    ])
  func mixedLines(text: String, line: Int) throws {
    for size in [1, 2, 3, 4, 64] {
      #expect(try read(text, blockSize: size).last == TextRecord(line, ["b"]), "block \(size)")
    }
  }

  @Test("Line breaks in a header and in fields that are not kept count")
  func linesInSkippedFields() throws {
    let text = "a;\"b\n\nc\"\n1;\"x\ny\"\n2;z\n"
    #expect(
      try read(text, skipping: 1, kept: [true, false])
        == [TextRecord(4, ["1", ""]), TextRecord(6, ["2", ""])])
  }

  @Test("Fields that are not kept are empty, and so are those behind the list")
  func kept() throws {
    try withFile(Array("1;geheim;3;x\n4;geheim;6;geheim\n".utf8)) { file throws in
      var reader = try RecordReader(
        file, delimiter: 0x3B, skippingRecords: 0, kept: [true, false, true])
      var batch = RecordBatch()
      #expect(try reader.next(&batch))
      #expect(batch.bytes == Array("1346".utf8))
      #expect(batch.width(of: 0) == 4)
      #expect(batch.fields(of: 1) == 4..<8)
      #expect(Array(batch.field(2, in: 1)) == Array("6".utf8))
      #expect(try !reader.next(&batch))
      #expect(batch.isEmpty)
    }
  }

  @Test("A record tells whether a field that is not kept held something")
  func skippedContent() throws {
    try withFile(Array("1;;3\n;x;\n;;;y\n;;\n".utf8)) { file throws in
      for size in [1, 3, 64] {
        var reader = try RecordReader(
          file, delimiter: 0x3B, skippingRecords: 0, kept: [true, false, true], blockSize: size)
        var batch = RecordBatch()
        var told: [Bool] = []
        while try reader.next(&batch) { told += batch.hasSkippedContent }
        #expect(told == [false, true, true, false], "block \(size)")
      }
    }
  }

  @Test("Title lines, header and units are skipped as records; blank lines do not count")
  func skipping() throws {
    #expect(try read("Titel\n\na;b\nx;y\n1;2\n", skipping: 3) == [TextRecord(5, ["1", "2"])])
    #expect(try read("a;b\n", skipping: 1) == [])
    #expect(try read("a;b\n", skipping: 5) == [])
  }

  @Test(
    "Bad quoting is refused with the line where the quote opened, or of the bad record",
    arguments: [
      ("a;b\n1;\"x\n2;y\n3;z\n", 2), ("a;b\n1;\"x\n2;\"y\"\n3;z\n", 2), ("a;b\n1;x\"y\"\n", 2),
      ("a;b\n1;\"x\"y\n2;z\n", 2), ("a;b\r\n\r\n1;\"x\\\"y\"\r\n", 3), ("a;b\n\"x\ny\";\"z\n", 3),
      ("a;b\n1;\"x\" \"\n", 2), ("\"", 1),
    ])
  func quote(text: String, line: Int) throws {
    #expect(try fault(text) == .quote(file: "a.csv", line: line))
  }

  @Test("The records before a fault are given first, whatever the size of the blocks")
  func recordsBeforeFault() throws {
    try withFile(Array("a;b\n1;x\n2;\"y\"z\n3;w\n".utf8)) { file throws in
      for size in [1, 7, 64] {
        var reader = try RecordReader(
          file, delimiter: 0x3B, skippingRecords: 0, kept: nil, blockSize: size)
        var batch = RecordBatch()
        var lines: [UInt32] = []
        var faults = 0
        for _ in 0..<10 {
          do throws(DelimitedTextError) {
            if try reader.next(&batch) { lines += batch.lines }
          } catch {
            #expect(error == .quote(file: "a.csv", line: 3))
            faults += 1
          }
        }
        #expect(lines == [1, 2])
        #expect(faults >= 7)
      }
    }
  }

  @Test("A last record without line end is cut off when it is shorter than the one before")
  func truncated() throws {
    #expect(try fault("a;b;c\n1;2;3\n4;5") == .truncated(file: "a.csv", line: 3))
    #expect(try fault("a;b;c\n1;2;3\n4") == .truncated(file: "a.csv", line: 3))
    #expect(try fault("a;b;c\n1;2;3\n4;5;6") == nil)
    #expect(try fault("a;b;c\n1;2;3\n4;5;") == nil)
    #expect(try fault("a;b;c") == nil)
    // With its line end a short record is only an odd one.
    #expect(try fault("a;b;c\n1;2;3\n4;5\n") == nil)
  }

  @Test("A known footer without line end is no cut-off record")
  func footer() throws {
    let text = "a;b\n1;2\n\"Bron: CBS\""
    #expect(try fault(text) == .truncated(file: "a.csv", line: 3))
    #expect(try read(text, footers: ["Bron:"]).last == TextRecord(3, ["Bron: CBS"]))
    #expect(try fault("a;b\n1;2\nBro", footers: ["Bron:"]) == .truncated(file: "a.csv", line: 3))
    #expect(
      try fault("a;b;c\n1;2;3\nBron: x;y", footers: ["Bron:"])
        == .truncated(file: "a.csv", line: 3))
  }

  @Test("A field of 1 MiB is read, one of a byte more is refused with its line")
  func fieldLimit() throws {
    let limit = 1 << 20
    let field = String(repeating: "x", count: limit)
    #expect(try read("a;b\n1;\(field)\n").last == TextRecord(2, ["1", field]))
    let tooLong = DelimitedTextError.fieldTooLong(file: "a.csv", line: 2, limit: limit)
    #expect(try fault("a;b\n1;\(field)x\n2;y\n") == tooLong)
    #expect(try fault("a;b\n1;\"\(field)x\"\n2;y\n") == tooLong)
    #expect(try fault("a;b\n1;\"\(field)") == .quote(file: "a.csv", line: 2))
  }

  @Test("A quote that is never closed in a file of 40 MB is refused early, in bounded memory")
  func unclosedQuote() throws {
    let folder = TemporaryFolder()
    defer { folder.remove() }
    let line = Array("1234;abcdefghijklmnopqrstuvwxyz;2312 AB;01-01-1970\r\n".utf8)
    var block: [UInt8] = []
    while block.count < 1 << 20 { block += line }
    let path = try folder.write(Array("a;b;c;d\r\n1;\"x;y;z\r\n".utf8) + block)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seekToEnd()
    for _ in 1..<40 { try handle.write(contentsOf: Data(block)) }
    try handle.close()
    let file = try ScannedFile.scan(path: path, name: "a.csv")
    #expect(file.size > 40 << 20)
    var reader = try RecordReader(file, delimiter: 0x3B, skippingRecords: 1, kept: nil)
    var batch = RecordBatch()
    var error: DelimitedTextError?
    do throws(DelimitedTextError) {
      while try reader.next(&batch) {}
    } catch let caught {
      error = caught
    }
    #expect(error == .quote(file: "a.csv", line: 2))
    // What is read is what can be in memory: the limit and a block, not 40 MB.
    #expect(reader.bytesRead <= 1 << 20 + 2 * RecordReader.blockSize)
  }

  @Test("A record without end is refused")
  func endlessRecord() throws {
    let text = "a;b\n" + String(repeating: ";", count: 200_000)
    guard case .fieldTooLong(_, let line, _) = try fault(text) else {
      Issue.record("not refused")
      return
    }
    #expect(line == 2)
  }
}
