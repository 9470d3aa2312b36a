import TestSupport
import Testing

@testable import DelimitedText

@Suite("Reading a file in parts")
struct FilePartTests {
  /// The records of all parts, and whether every cut was one between records.
  private func read(_ file: ScannedFile, _ parts: [FilePart]) throws -> (
    records: [[String]], areCutsSound: Bool
  ) {
    var all: [[String]] = []
    var areSound = true
    for part in parts {
      var reader = try RecordReader(
        file, delimiter: 0x3B, skippingRecords: 1, kept: nil, part: part, blockSize: 100)
      var batch = RecordBatch()
      do {
        while try reader.next(&batch) {
          for record in 0..<batch.count {
            all.append((0..<batch.width(of: record)).map { batch.text($0, in: record) })
          }
        }
      } catch { return (all, false) }
      if part != parts.last { areSound = areSound && reader.isBetweenRecords }
    }
    return (all, areSound)
  }

  @Test("Parts together are the file", arguments: [1, 2, 3, 7])
  func together(count: Int) throws {
    let text = "a;b\r\n" + (0..<500).map { "\($0);x\($0)\r\n" }.joined()
    try withFile(Array(text.utf8)) { file throws in
      let parts = try file.parts(count, minimumSize: 1)
      #expect(parts.count == count)
      #expect(parts.first?.offset == 0 && parts.last?.end == file.size)
      for (left, right) in zip(parts, parts.dropFirst()) { #expect(left.end == right.offset) }
      let result = try read(file, parts)
      #expect(result.areCutsSound)
      #expect(result.records == (0..<500).map { ["\($0)", "x\($0)"] })
    }
  }

  @Test("A cut between the rows of a quoted text is told by the parser")
  func trap() throws {
    // Thousands of breaks inside quotes around the middle, each followed by what looks like a row.
    let fake = (0..<3000).map { "\r\n\($0);T90" }.joined()
    let text = "a;b\r\n1;x\r\n2;\"" + fake + "\"\r\n3;y\r\n"
    try withFile(Array(text.utf8)) { file throws in
      let parts = try file.parts(2, minimumSize: 1)
      #expect(parts.count == 2)
      #expect(try read(file, parts).areCutsSound == false)
      #expect(try read(file, file.parts(1)).records.count == 3)
    }
  }

  @Test("Small files, UTF-16 and files without a line feed are one part")
  func whole() throws {
    let text = "a;b\n" + (0..<200).map { "\($0);x\n" }.joined()
    try withFile(Array(text.utf8)) { file throws in #expect(try file.parts(2).count == 1) }
    let units: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try withFile(units) { file throws in
      #expect(try file.parts(2, minimumSize: 1).count == 1)
    }
    let returns = Array(text.utf8).map { $0 == 10 ? 13 : $0 }
    try withFile(returns) { file throws in
      #expect(try file.parts(2, minimumSize: 1).count == 1)
    }
  }

  @Test("Random files: sound cuts give the same records", arguments: 0..<60 as Range<UInt64>)
  func random(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    var text = "kop;kop\r\n"
    for row in 0..<Int.random(in: 1...80, using: &generator) {
      let isQuoted = Int.random(in: 0..<4, using: &generator) == 0
      text += isQuoted ? "\(row);\"a\r\n7;b \"\"c\"\"\r\n\"\r\n" : "\(row);x\r\n"
    }
    try withFile(Array(text.utf8)) { file throws in
      let expected = try read(file, file.parts(1)).records
      let result = try read(
        file, file.parts(Int.random(in: 2...5, using: &generator), minimumSize: 1))
      if result.areCutsSound { #expect(result.records == expected) }
    }
  }
}
