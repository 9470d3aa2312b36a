import TestSupport
import Testing

@testable import DelimitedText

/// Random well-formed text against a slow, obvious parser of RFC 4180, under random block borders.
@Suite("Reading records, random input")
struct RecordReaderPropertyTests {
  @Test("Records that the writer wrote are read back equal", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...6, using: &generator)
    let rows = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      (0..<width).map { _ in randomText(&generator) }
    }
    for form in [DelimitedWriter.Form.machine, .dutch] {
      var writer = DelimitedWriter(form)
      for row in rows { writer.append(row.map(DelimitedWriter.Cell.text)) }
      let delimiter: UInt8 = form == .machine ? 0x2C : 0x3B
      try withFile(writer.bytes) { file throws in
        for _ in 0..<4 {
          let size = Int.random(in: 1...40, using: &generator)
          let read = try records(of: file, delimiter: delimiter, blockSize: size)
          #expect(read.map(\.cells) == rows.map { $0.map(guarded) })
        }
      }
    }
  }

  @Test("The reader agrees with the obvious one", arguments: 100..<160 as Range<UInt64>)
  func reference(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let end = ["\n", "\r\n", "\r", "\n\r"].randomElement(using: &generator) ?? "\n"
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      if Int.random(in: 0..<6, using: &generator) == 0 { text += end }
      let width = Int.random(in: 1...4, using: &generator)
      text += (0..<width).map { _ in randomField(&generator, end) }.joined(separator: ";") + end
    }
    let bytes = Array(text.utf8)
    let expected = ReferenceParser.records(bytes)
    try withFile(bytes) { file throws in
      for size in [1, 2, Int.random(in: 3...200, using: &generator), 1 << 16] {
        #expect(try records(of: file, blockSize: size) == expected, "block \(size)")
      }
    }
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let signs: [String] = [
      "a", "b", "Z", "0", "7", " ", "\t", ";", ",", "\"", "\n", "\r", "\r\n", "é", "€", "😀", "=",
      "-", "'", "|", ".",
    ]
    return (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      signs.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private func randomField(_ generator: inout SeededGenerator, _ end: String) -> String {
    let plain = ["", "a", "2312", " x ", "é", "a b", "-1", "'s", "\t"]
    if Bool.random(using: &generator) { return plain.randomElement(using: &generator) ?? "" }
    let quoted = ["", "a", ";", "\"\"", end, " ", "x\(end)\(end)y", "\"\";\"\""]
    let inner = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      quoted.randomElement(using: &generator) ?? ""
    }.joined()
    return ["", " "].randomElement(using: &generator).map { $0 + "\"\(inner)\"" + $0 } ?? ""
  }

  private func guarded(_ text: String) -> String {
    let first = text.unicodeScalars.first { !" \u{A0}\n".unicodeScalars.contains($0) }
    guard let first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }
}

/// RFC 4180 sign by sign, for well-formed input with one kind of line end and `;`.
enum ReferenceParser {
  static func records(_ bytes: [UInt8]) -> [TextRecord] {
    var result: [TextRecord] = []
    var place = 0
    while place < bytes.count {
      let line = breaks(bytes[..<place]) + 1
      var cells: [String] = []
      var isBlank = true
      while true {
        let (cell, wasQuoted) = field(bytes, &place)
        cells.append(cell)
        if wasQuoted || !cell.isEmpty { isBlank = false }
        guard place < bytes.count, bytes[place] == 0x3B else { break }
        isBlank = false
        place += 1
      }
      skipBreak(bytes, &place)
      if !isBlank { result.append(TextRecord(line, cells)) }
    }
    return result
  }

  private static func field(_ bytes: [UInt8], _ place: inout Int) -> (String, Bool) {
    var start = place
    while start < bytes.count, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    if start < bytes.count, bytes[start] == 0x22 {
      var cell: [UInt8] = []
      place = start + 1
      while place < bytes.count {
        if bytes[place] == 0x22 {
          place += 1
          guard place < bytes.count, bytes[place] == 0x22 else { break }
        }
        cell.append(bytes[place])
        place += 1
      }
      while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
      return (String(decoding: cell, as: UTF8.self), true)
    }
    var cell: [UInt8] = []
    while place < bytes.count, ![0x3B, 10, 13].contains(bytes[place]) {
      cell.append(bytes[place])
      place += 1
    }
    while let last = cell.last, last == 32 || last == 9 { cell.removeLast() }
    while let first = cell.first, first == 32 || first == 9 { cell.removeFirst() }
    return (String(decoding: cell, as: UTF8.self), false)
  }

  private static func skipBreak(_ bytes: [UInt8], _ place: inout Int) {
    guard place < bytes.count else { return }
    let first = bytes[place]
    place += 1
    if place < bytes.count, bytes[place] == 10 || bytes[place] == 13, bytes[place] != first {
      place += 1
    }
  }

  private static func breaks(_ bytes: ArraySlice<UInt8>) -> Int {
    let rest = Array(bytes)
    var count = 0
    var place = 0
    while place < rest.count {
      if rest[place] == 10 || rest[place] == 13 {
        skipBreak(rest, &place)
        count += 1
      } else {
        place += 1
      }
    }
    return count
  }
}
