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

  /// Hands over the complete records.
  func move(into batch: inout RecordBatch) { state.pointee.move(into: &batch) }

  /// Parses a block.
  func parse(_ block: UnsafeRawBufferPointer) {
    guard let start = block.baseAddress?.assumingMemoryBound(to: UInt8.self), !block.isEmpty
    else { return }
    state.pointee.reserve(csv.pointee.entry_pos + block.count)
    state.pointee.scansBreaks = csv.pointee.quoted != 0 || memchr(start, 34, block.count) != nil
    if hasBlanksBetweenUnlikeBreaks(start, block.count) {
      parseLineByLine(start, block.count)
    } else {
      parse(start, block.count)
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

  // The callbacks see no blanks before a line end, so that CR, blank, LF would count as one CRLF.
  private func parseLineByLine(_ start: UnsafePointer<UInt8>, _ count: Int) {
    var first = 0
    while first < count && state.pointee.failure == nil {
      var end = first
      while end < count && !isBreak(start[end]) { end += 1 }
      end = min(end + 1, count)
      parse(start + first, end - first)
      first = end
    }
  }

  private func hasBlanksBetweenUnlikeBreaks(
    _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var next = 0
    while next < count, let found = memchr(start + next, 13, count - next) {
      let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - start
      var behind = place + 1
      while behind < count && isBlank(start[behind]) { behind += 1 }
      if behind > place + 1 && behind < count && start[behind] == 10 { return true }
      var before = place - 1
      while before >= 0 && isBlank(start[before]) { before -= 1 }
      if before < place - 1 && before >= 0 && start[before] == 10 { return true }
      next = place + 1
    }
    return false
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

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
