internal import CLibcsv

/// libcsv in strict mode: blocks of UTF-8 in, records in a ``RecordState`` out.
///
/// Records in their usual form are taken by ``PlainRecords``, which gives the same at a fraction of
/// the time; libcsv judges everything else and is the measure of both in the tests.
///
/// One parser reads one file. After a failure it is not fed again, because libcsv would go on.
final class RecordParser {
  private let csv: UnsafeMutablePointer<csv_parser>
  private let state: UnsafeMutablePointer<RecordState>
  private let takesPlainRecords: Bool

  /// Makes a parser; `takesPlainRecords` is false to see what libcsv alone makes of all records.
  init(
    delimiter: UInt8, firstLine: Int, skippingRecords: Int, kept: [Bool]?,
    takesPlainRecords: Bool = true
  ) {
    // A blank is nothing that a field can be cut at: libcsv decides what it is then.
    self.takesPlainRecords = takesPlainRecords && delimiter != 32
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

  /// Parses a block: records in the usual form without libcsv, all others by it, one at a time.
  func parse(_ block: UnsafeRawBufferPointer) {
    guard let start = block.baseAddress?.assumingMemoryBound(to: UInt8.self), !block.isEmpty
    else { return }
    state.pointee.reserve(csv.pointee.entry_pos + block.count)
    let text = BlockText(start: start, count: block.count)
    let plain = PlainRecords(text, delimiter: csv.pointee.delim_char)
    var place = 0
    while place < text.count && failure == nil {
      if takesPlainRecords && isBetweenRecords {
        let end = plain.take(from: place, into: &state.pointee)
        if end > place { state.pointee.endPlainPiece() }
        place = end
      }
      place = parseRecord(text, from: place)
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

  /// Lets libcsv parse up to and with the next line break outside quotes.
  ///
  /// Strict quoting: outside quotes a quote opens, inside it closes, and a doubled one does both.
  /// Where that is not so libcsv stops at the same byte. Only where a field may hold a line break
  /// are fields searched for one. Blanks between a CR and a LF end up between two calls, so that
  /// these are no CRLF: the callbacks see no blanks.
  ///
  /// - Returns: The place behind it.
  private func parseRecord(_ text: BlockText, from start: Int) -> Int {
    // A field that was open at the end of the block before may have a break there already.
    var hasBreak = csv.pointee.quoted != 0
    var isQuoted = hasBreak && csv.pointee.pstate == Self.insideField
    var place = start
    while place < text.count {
      let quote = text.quote(from: place)
      let end = text.lineBreak(from: place, to: quote)
      if end < quote {
        if !isQuoted {
          place = text.isPair(at: end) ? end + 2 : end + 1
          break
        }
        hasBreak = true
      }
      isQuoted.toggle()
      place = min(quote + 1, text.count)
    }
    state.pointee.scansBreaks = hasBreak
    parse(text.start + start, place - start)
    state.pointee.scansBreaks = false
    return place
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
