import TestSupport
import Testing

@testable import DelimitedText

/// What libcsv alone gives is the measure: the same records, lines, faults and place between records.
@Suite("Records in the usual form")
struct PlainRecordsTests {
  @Test(
    "Any text gives what libcsv alone gives, wherever the blocks are cut",
    arguments: 0..<60 as Range<UInt64>)
  func likeLibcsv(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let delimiter = Array(";,\t|".utf8).randomElement(using: &generator) ?? 0x3B
      let text = randomText(&generator, delimiter)
      let size = Int.random(in: 1...240, using: &generator)
      let skipped = Int.random(in: 0...2, using: &generator)
      let kept = [nil, nil, [true, false, true], [false]].randomElement(using: &generator) ?? nil
      func seen(_ takesPlainRecords: Bool, _ size: Int) -> Seen {
        Seen(
          text, blockSize: size,
          RecordParser(
            delimiter: delimiter, firstLine: 1, skippingRecords: skipped, kept: kept,
            takesPlainRecords: takesPlainRecords))
      }
      let measure = seen(false, size)
      #expect(seen(true, size) == measure)
      #expect(seen(true, text.count) == measure)
    }
  }

  @Test("Records in the usual form are taken, all of them up to the end of the block")
  func taken() {
    let lines = "a;b\r\n1; x \r\n;\r\n\"q;r\";\"\"\r\n3;\u{E9}\n"
    let end = taken(lines)
    #expect(end.place == lines.utf8.count)
    #expect(end.records == 5)
  }

  @Test(
    "A record in another form is left to libcsv, with all of its fields",
    arguments: [
      "x;\"a\"\"b\"\n", "x;\"a\nb\"\n", "x;a\"b\n", "x;\"a\" \n", "x; \"a\"\n", "x;\"a\"b\n",
      "\n", "  \n", "x;\u{B}\n", "x;\ty\u{8}z\n", "x;\"open",
    ])
  func left(record: String) {
    let end = taken("1;2\n" + record)
    #expect(end.place == 4)
    #expect(end.records == 1)
    #expect(end.fields == 2)
    #expect(end.bytes == 2)
  }

  @Test("A record whose end is not in the block is left")
  func unfinished() {
    let text = Array("1;2\n3;4567890123456789012345678901234567890".utf8)
    let end = taken(text)
    #expect(end.place == 4)
    #expect(end.fields == 2)
  }

  private func taken(_ text: String) -> Taken {
    // Behind the records lies what is never taken: words are read whole.
    taken(Array(text.utf8) + Array(repeating: 0x78, count: 40))
  }

  private func taken(_ bytes: [UInt8]) -> Taken {
    var state = RecordState(firstLine: 1, skippingRecords: 0, kept: nil)
    defer { state.deallocate() }
    state.reserve(bytes.count)
    let place = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map {
        PlainRecords(BlockText(start: $0, count: buffer.count), delimiter: 0x3B)
          .take(from: 0, into: &state)
      }
    }
    return Taken(
      place: place ?? -1, records: state.recordCount, fields: state.fieldEnds.count,
      bytes: state.bytes.count)
  }

  /// Mostly lines in the usual form, with everything odd among them.
  private func randomText(_ generator: inout SeededGenerator, _ delimiter: UInt8) -> [UInt8] {
    let cells = [
      "", "a", "2312", "100000002", "23-11-2018", " x ", "\u{E9}", "a b", "\"q\"", "\"\"",
      "\"a b;c,d|e\"", "\t", "een langere tekst van vrij veel woorden", "\u{20AC}\u{1F600}",
    ]
    let odd = [
      "\"a\"\"b\"", "\"a\nb\"", "\"a\r\n\r\nb\"", " \"x\" ", "\u{B}", "\u{8}", " ", "\"x\"y",
      "x\"y",
      "\"",
    ]
    let end = ["\n", "\r\n", "\r", "\n\r"].randomElement(using: &generator) ?? "\n"
    let oddity = Int.random(in: 0...12, using: &generator)
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...30, using: &generator) {
      for field in 0..<Int.random(in: 1...5, using: &generator) {
        if field > 0 { text.append(delimiter) }
        let isOdd = Int.random(in: 0..<100, using: &generator) < oddity
        text += Array(((isOdd ? odd : cells).randomElement(using: &generator) ?? "").utf8)
      }
      text += Array(end.utf8)
      if Int.random(in: 0..<100, using: &generator) < 2 * oddity {
        text += Array(
          (["\n", "\r", " ", "\n\n", "\r \n"].randomElement(using: &generator) ?? "").utf8)
      }
    }
    return text
  }
}

private struct Taken {
  let place, records, fields, bytes: Int
}

/// All that a parser gives of a text.
private struct Seen: Equatable {
  var records: [TextRecord] = []
  var skipped: [Bool] = []
  var failure = ""
  var blankLine: Int?
  var isBetweenRecords = false

  init(_ text: [UInt8], blockSize: Int, _ parser: RecordParser) {
    var batch = RecordBatch()
    var start = 0
    text.withUnsafeBytes { bytes in
      while start < bytes.count && parser.failure == nil {
        let end = min(start + blockSize, bytes.count)
        parser.parse(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
        take(parser, &batch)
      }
    }
    isBetweenRecords = parser.isBetweenRecords
    if parser.failure == nil { parser.finish(footers: ["a"]) }
    take(parser, &batch)
    failure = parser.failure.map { "\($0)" } ?? ""
    blankLine = parser.firstBlankLine
  }

  private mutating func take(_ parser: RecordParser, _ batch: inout RecordBatch) {
    parser.move(into: &batch)
    for record in 0..<batch.count {
      let cells = (0..<batch.width(of: record)).map { batch.text($0, in: record) }
      records.append(TextRecord(Int(batch.lines[record]), cells))
    }
    skipped += batch.hasSkippedContent
  }
}
