internal import CLibcsv
import Glibc

/// libcsv in strict mode: blocks of UTF-8 in, records in a ``RecordState`` out.
///
/// One parser reads one file. After a failure it is not fed again, because libcsv would go on.
final class RecordParser {
  private let csv: UnsafeMutablePointer<csv_parser>
  private let state: UnsafeMutablePointer<RecordState>

  init(delimiter: UInt8, firstLine: Int, skippingRecords: Int, kept: [Bool]?) {
    csv = .allocate(capacity: 1)
    csv.initialize(to: csv_parser())
    // Fails for a null pointer only. All newlines are reported, so that lines can be counted.
    csv_init(csv, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    csv_set_delim(csv, delimiter)
    // Greater than the 16 bytes that are copied of a short field.
    csv_set_blk_size(csv, 1 << 14)
    state = .allocate(capacity: 1)
    state.initialize(
      to: RecordState(firstLine: firstLine, skippingRecords: skippingRecords, kept: kept))
  }

  deinit {
    csv_free(csv)
    csv.deallocate()
    state.pointee.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// The number of complete records that wait.
  var recordCount: Int { state.pointee.recordCount }

  /// Why the parser stopped, or nil.
  var failure: RecordFailure? { state.pointee.failure }

  /// The first blank line behind a record, or nil.
  var firstBlankLine: Int? { state.pointee.firstBlankLine }

  /// Whether the last byte ended a record.
  var isBetweenRecords: Bool {
    csv.pointee.pstate == Self.beforeRecord && state.pointee.fieldsInRecord == 0
      && state.pointee.failure == nil
  }

  /// Hands over the complete records.
  func move(into batch: inout RecordBatch) { state.pointee.move(into: &batch) }

  /// Parses a block.
  func parse(_ block: UnsafeRawBufferPointer) {
    guard let start = block.baseAddress?.assumingMemoryBound(to: UInt8.self), !block.isEmpty
    else { return }
    state.pointee.reserve(csv.pointee.entry_pos + block.count)
    let text = BlockText(start: start, count: block.count)
    if text.hasBlanksBetweenUnlikeBreaks {
      state.pointee.scansBreaks = csv.pointee.quoted != 0 || text.quote(from: 0) < text.count
      parseLineByLine(text)
    } else {
      parseQuotedBreaksApart(text)
    }
    if csv.pointee.entry_pos > RecordState.fieldLimit {
      state.pointee.fail(longField: csv.pointee.entry_buf)
    }
    state.pointee.checkRecordLimit()
  }

  /// Ends the last record.
  ///
  /// - Parameter footers: How a record of one field may start that is no cut-off record.
  func finish(footers: [String]) {
    guard state.pointee.failure == nil else { return }
    state.pointee.reserve(csv.pointee.entry_pos + 1)
    state.pointee.scansBreaks = csv.pointee.quoted != 0
    let text = UnsafeBufferPointer(start: csv.pointee.entry_buf, count: csv.pointee.entry_pos)
    state.pointee.allowsShortLastRecord =
      state.pointee.fieldsInRecord == 0 && footers.contains { text.starts(with: $0.utf8) }
    if csv_fini(csv, Self.endField, Self.endRecord, state) != 0 {
      state.pointee.fail(.quote(line: state.pointee.line))
    }
  }

  private func parse(_ start: UnsafePointer<UInt8>, _ count: Int) {
    state.pointee.beginPiece(
      startsWithBreak: isBreak(start[0]), endsWithBreak: isBreak(start[count - 1]))
    guard csv_parse(csv, start, count, Self.endField, Self.endRecord, state) < count else { return }
    let line = state.pointee.line
    state.pointee.fail(csv_error(csv) == CSV_EPARSE ? .quote(line: line) : .tooLong(line: line))
  }

  /// Parses a block so that only fields that may hold a line break are searched for one.
  ///
  /// Strict quoting: outside quotes a quote opens, inside it closes, and a doubled one does both.
  /// Where that is not so libcsv stops at the same byte.
  private func parseQuotedBreaksApart(_ text: BlockText) {
    var parsed = 0
    // A field that was open at the end of the block before may have a break there already.
    var next = csv.pointee.quoted != 0 ? parseRecordEnd(text, from: 0, parsed: &parsed) : 0
    while state.pointee.failure == nil {
      let opening = text.quote(from: next)
      if opening == text.count { break }
      let closing = text.quote(from: opening + 1)
      if text.lineBreak(from: opening + 1, to: closing) == closing {
        next = closing + 1
        continue
      }
      state.pointee.scansBreaks = false
      parse(text, parsed..<opening)
      parsed = opening
      next = parseRecordEnd(text, from: opening, parsed: &parsed)
    }
    state.pointee.scansBreaks = csv.pointee.quoted != 0
    parse(text, parsed..<text.count)
  }

  /// Parses up to and with the next line break outside quotes, looking for breaks within fields.
  ///
  /// - Returns: The place behind it, which is also the new end of what is parsed.
  private func parseRecordEnd(_ text: BlockText, from start: Int, parsed: inout Int) -> Int {
    var place = start
    var isQuoted = start == 0 && csv.pointee.quoted != 0 && csv.pointee.pstate == Self.insideField
    while place < text.count {
      let quote = text.quote(from: place)
      if !isQuoted {
        let end = text.lineBreak(from: place, to: quote)
        if end < quote {
          place = end + 1
          break
        }
      }
      isQuoted.toggle()
      place = min(quote + 1, text.count)
    }
    state.pointee.scansBreaks = true
    parse(text, parsed..<place)
    parsed = place
    return place
  }

  private func parse(_ text: BlockText, _ range: Range<Int>) {
    guard !range.isEmpty, state.pointee.failure == nil else { return }
    parse(text.start + range.lowerBound, range.count)
  }

  // The callbacks see no blanks before a line end, so that CR, blank, LF would count as one CRLF.
  private func parseLineByLine(_ text: BlockText) {
    var first = 0
    while first < text.count && state.pointee.failure == nil {
      let end = min(text.lineBreak(from: first, to: text.count) + 1, text.count)
      parse(text, first..<end)
      first = end
    }
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// The state of libcsv before the first byte of a record.
  private static let beforeRecord: Int32 = 0
  /// The state of libcsv between the first and the last byte of a field.
  private static let insideField: Int32 = 2

  private static let endField:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, context in
      context?.assumingMemoryBound(to: RecordState.self).pointee.endField(
        UnsafePointer(bytes?.assumingMemoryBound(to: UInt8.self)), count)
    }

  private static let endRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    terminator, context in
    context?.assumingMemoryBound(to: RecordState.self).pointee.endRecord(terminator)
  }
}
