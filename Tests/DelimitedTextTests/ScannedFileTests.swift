import Foundation
import Testing

@testable import DelimitedText

@Suite("The first pass over a file")
struct ScannedFileTests {
  @Test("Size, hash, line end and mark are those of the bytes")
  func facts() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a;b\r\n1;é\r\n".utf8)
    try withFile(bytes) { file throws in
      #expect(file.size == bytes.count)
      #expect(file.sha256 == SHA256.hexDigest(bytes))
      #expect(file.encoding == .utf8)
      #expect(file.hasByteOrderMark)
      #expect(file.endsWithNewline)
      #expect(file.declaredDelimiter == nil)
      #expect(file.name == "a.csv")
    }
  }

  @Test("A file larger than a block is hashed and checked whole")
  func manyBlocks() throws {
    var bytes: [UInt8] = []
    while bytes.count < 200_000 { bytes += Array("1234;abcdé\n".utf8) }
    try withFile(bytes) { file throws in
      #expect(file.sha256 == SHA256.hexDigest(bytes))
      #expect(file.encoding == .utf8)
    }
    bytes.append(0xE9)
    #expect(try fault(bytes) == .encoding(file: "a.csv", line: bytes.count { $0 == 10 } + 1))
  }

  @Test("A file without bytes, or with a byte-order mark alone, is empty")
  func empty() throws {
    for bytes in [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      #expect(try fault(bytes) == .empty(file: "a.csv"))
    }
  }

  @Test("NUL is refused with its line and its offset")
  func nul() throws {
    #expect(try fault(Array("a;b\r\n1;\0\n".utf8)) == .nul(file: "a.csv", line: 2, offset: 7))
    #expect(try fault(Array("a;b\n1;2\n\0\0\0".utf8)) == .nul(file: "a.csv", line: 3, offset: 8))
  }

  @Test(
    "A sep= line names the delimiter, is no record and counts as a line",
    arguments: [
      ("sep=;\r\na;b\r\n1;2\r\n", 2), ("sep=;\na;b\n1;2\n", 2), ("SEP=;\ra;b\r1;2\r", 2),
      ("\"sep=;\"\na;b\n1;2\n", 2), ("sep=;\n\na;b\n1;2\n", 3),
    ])
  func declaration(text: String, line: Int) throws {
    try withFile(Array(text.utf8)) { file throws in
      #expect(file.declaredDelimiter == 0x3B)
      let read = try records(of: file)
      #expect(
        read
          == [TextRecord(line, ["a", "b"]), TextRecord(line + 1, ["1", "2"])])
    }
  }

  @Test("Other signs after sep= are delimiters, too; a header that starts with sep is none")
  func otherDeclarations() throws {
    for (text, delimiter) in [
      ("sep=,\na,b\n", 0x2C), ("sep=\t\na\tb\n", 9), ("sep=|\na|b\n", 0x7C),
      ("sep=;x\n1;2\n", nil), ("sep;b\n1;2\n", nil), ("sep=a\n1\n", nil), ("sep=\n1\n", nil),
    ] as [(String, UInt8?)] {
      try withFile(Array(text.utf8)) { #expect($0.declaredDelimiter == delimiter) }
    }
  }

  @Test("What cannot be opened says why, and nothing waits")
  func unreadable() throws {
    let folder = TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write([0x41])
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let loop = folder.path("loop")
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    func reason(_ path: String) -> DelimitedTextError? {
      do throws(DelimitedTextError) {
        _ = try ScannedFile.scan(path: path, name: "x")
        return nil
      } catch {
        return error
      }
    }
    #expect(reason(folder.path("none")) == .unreadable(file: "x", reason: .missing))
    #expect(reason(path + "/below") == .unreadable(file: "x", reason: .missing))
    #expect(reason(pipe) == .unreadable(file: "x", reason: .notRegular))
    #expect(reason("/dev/zero") == .unreadable(file: "x", reason: .notRegular))
    #expect(reason(folder.path(".")) == .unreadable(file: "x", reason: .notRegular))
    #expect(reason(loop) == .unreadable(file: "x", reason: .symbolicLink))
    #expect(reason(link) == nil)
  }

  @Test("A file that changed after the scan is not read")
  func changed() throws {
    let folder = TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write(Array("a;b\n1;2\n".utf8))
    let file = try ScannedFile.scan(path: path, name: "a.csv")
    #expect(try records(of: file).count == 2)
    _ = try folder.write(Array("a;b\n1;2\n3;4\n".utf8))
    #expect(throws: DelimitedTextError.changed(file: "a.csv")) { try records(of: file) }
  }

  @Test("A file that changes while it is read is refused at its end")
  func changesMeanwhile() throws {
    let folder = TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write(Array("a;b\n1;2\n".utf8))
    let file = try ScannedFile.scan(path: path, name: "a.csv")
    var reader = try RecordReader(file, delimiter: 0x3B, skippingRecords: 0, kept: nil)
    var batch = RecordBatch()
    #expect(try reader.next(&batch))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("3;4\n".utf8))
    try handle.close()
    var error: DelimitedTextError?
    do throws(DelimitedTextError) {
      while try reader.next(&batch) {}
    } catch let caught {
      error = caught
    }
    #expect(error == .changed(file: "a.csv"))
  }

  @Test("The head gives the first records, also of a file with a fault behind them")
  func head() throws {
    let text = "Titel\n\na;b\n1;2\n3;\"x\"y\n5;6\n"
    try withFile(Array(text.utf8)) { file throws in
      let head = try file.head(delimiter: 0x3B, maximumRecords: 2)
      #expect(head.count == 2)
      #expect(head.lines == [1, 3])
      #expect(head.text(1, in: 1) == "b")
      #expect(try file.head(delimiter: 0x3B, maximumRecords: 50).count == 3)
      #expect(try file.head(delimiter: 0x3B, maximumRecords: 0).isEmpty)
    }
    _ = try withFile(Array("1;\"x\"y\n".utf8)) { file throws in
      #expect(throws: DelimitedTextError.quote(file: "a.csv", line: 1)) {
        try file.head(delimiter: 0x3B, maximumRecords: 5)
      }
    }
  }
}
