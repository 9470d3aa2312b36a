/// Why a parser stopped; the line is physical.
enum RecordFailure {
  case quote(line: Int)
  case tooLong(line: Int)
  case truncated(line: Int)
}

/// What the callbacks of the parser write into: records of the block and the place in the file.
///
/// It lies behind a pointer of its own, because callbacks of C can neither capture nor throw.
struct RecordState {
  /// The greatest length of a field, in bytes.
  static let fieldLimit = 1 << 20
  private static let recordLimit = 16 << 20
  private static let widthLimit = 1 << 16

  private(set) var bytes = RawBuffer<UInt8>(capacity: 1 << 16)
  private(set) var fieldEnds = RawBuffer<UInt32>(capacity: 1 << 13)
  private(set) var recordEnds = RawBuffer<UInt32>(capacity: 1 << 11)
  private(set) var lines = RawBuffer<UInt32>(capacity: 1 << 11)
  private(set) var skippedContents = RawBuffer<Bool>(capacity: 1 << 11)

  /// The line on which the next field starts.
  private(set) var line: Int
  /// How many fields of the unfinished record are complete.
  private(set) var fieldsInRecord = 0
  /// Set once; nothing is taken after it.
  private(set) var failure: RecordFailure? { didSet { isStopped = failure != nil } }
  private var isStopped = false
  /// The first blank line behind a record, or nil.
  private(set) var firstBlankLine: Int?
  /// Whether a field of this piece of input can hold a line break.
  var scansBreaks = false { didSet { isSlow = scansBreaks || recordsToSkip > 0 } }
  /// Whether a field needs more than storing.
  private var isSlow: Bool
  /// Whether a last record without line end may be shorter than the one before it.
  var allowsShortLastRecord = false

  private let kept: RawBuffer<Bool>
  private let keepsAll: Bool
  private var recordsToSkip: Int
  private var recordLine = 0
  private var hasSkippedContent = false
  private var previousWidth = 0
  private var previousBreak: Int32 = 0
  private var endedWithBreak = false

  init(firstLine: Int, skippingRecords: Int, kept mask: [Bool]?) {
    line = firstLine
    recordsToSkip = skippingRecords
    isSlow = skippingRecords > 0
    keepsAll = mask == nil
    var kept = RawBuffer<Bool>(capacity: max(1, mask?.count ?? 0))
    for isKept in mask ?? [] { kept.append(isKept) }
    self.kept = kept
  }

  /// The number of complete records.
  var recordCount: Int { recordEnds.count }

  /// Makes room for what a block can hold at most: each of its bytes ends a field or a record.
  mutating func reserve(_ count: Int) {
    bytes.reserve(count + 16)
    fieldEnds.reserve(count + 1)
    recordEnds.reserve(count + 1)
    lines.reserve(count + 1)
    skippedContents.reserve(count + 1)
  }

  /// Tells whether a piece of input starts or ends with a line break, so that only neighbours pair.
  mutating func beginPiece(startsWithBreak: Bool, endsWithBreak: Bool) {
    if !startsWithBreak || !endedWithBreak { previousBreak = 0 }
    endedWithBreak = endsWithBreak
  }

  /// Remembers that the records taken since the last piece ended with a line break.
  mutating func endPlainPiece() { endedWithBreak = true }

  /// Forgets the fields of a record that is left to the parser after all.
  mutating func dropOpenRecord() {
    if recordsToSkip == 0 { fieldEnds.removeLast(fieldsInRecord) }
    bytes.removeLast(bytes.count - (fieldEnds.elements.last.map { Int($0) } ?? 0))
    fieldsInRecord = 0
    hasSkippedContent = false
  }

  /// Takes a field; `source` is the start of the parser's own buffer, or in the block.
  @inline(__always)
  mutating func endField(_ source: UnsafePointer<UInt8>?, _ count: Int) {
    guard let source, !isStopped else { return }
    let index = fieldsInRecord
    if index == 0 { recordLine = line }
    fieldsInRecord = index &+ 1
    if isSlow, !take(source, count) { return }
    if index < kept.count ? kept.start[index] : keepsAll {
      if count <= 16 {
        // Most fields are short: copying 16 bytes, of which count ones count, costs no call. Both
        // buffers have the room, see `reserve` and the block size of the parser.
        UnsafeMutableRawPointer(bytes.start + bytes.count).storeBytes(
          of: UnsafeRawPointer(source).loadUnaligned(as: SIMD16<UInt8>.self),
          as: SIMD16<UInt8>.self)
        bytes.grow(count)
      } else {
        if count > Self.fieldLimit { return fail(longField: source) }
        bytes.append(source, count: count)
      }
    } else if count > 0 {
      if count > Self.fieldLimit { return fail(longField: source) }
      hasSkippedContent = true
    }
    fieldEnds.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// What only few fields need; false when the field is not wanted.
  private mutating func take(_ source: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if count > Self.fieldLimit {
      fail(longField: source)
      return false
    }
    if scansBreaks { line &+= LineCounter.breaks(in: source, count: count) }
    return recordsToSkip == 0
  }

  /// Ends a record, or a blank line where no field came before it; -1 is the end of the file.
  @inline(__always)
  mutating func endRecord(_ terminator: Int32) {
    if isStopped { return }
    let width = fieldsInRecord
    if width == 0 { return endBlankLine(terminator) }
    fieldsInRecord = 0
    if terminator < 0 {
      if width < previousWidth && !allowsShortLastRecord {
        failure = .truncated(line: recordLine)
        return
      }
    } else {
      line &+= 1
      previousBreak = terminator
    }
    previousWidth = width
    if recordsToSkip > 0 {
      recordsToSkip &-= 1
      isSlow = scansBreaks || recordsToSkip > 0
      return
    }
    recordEnds.append(UInt32(truncatingIfNeeded: fieldEnds.count))
    lines.append(UInt32(truncatingIfNeeded: recordLine))
    skippedContents.append(hasSkippedContent)
    hasSkippedContent = false
  }

  /// Stops with a failure, unless there is one already.
  mutating func fail(_ reason: RecordFailure) {
    if failure == nil { failure = reason }
  }

  /// Stops at a field that is longer than the limit.
  ///
  /// Only a quoted field holds line breaks: one of this size is a quote that was never closed.
  mutating func fail(longField source: UnsafePointer<UInt8>?) {
    let hasBreak = source.map { LineCounter.breaks(in: $0, count: Self.fieldLimit) > 0 } ?? false
    fail(hasBreak ? .quote(line: line) : .tooLong(line: line))
  }

  /// Stops at a record without end, which no limit of one field sees.
  mutating func checkRecordLimit() {
    let done = recordEnds.count == 0 ? 0 : Int(recordEnds.start[recordEnds.count - 1])
    let doneBytes = done == 0 ? 0 : Int(fieldEnds.start[done - 1])
    if fieldsInRecord > Self.widthLimit || bytes.count - doneBytes > Self.recordLimit {
      fail(.tooLong(line: recordLine))
    }
  }

  /// Hands the complete records over and keeps the unfinished one.
  mutating func move(into batch: inout RecordBatch) {
    guard recordEnds.count > 0 else { return batch.removeAll() }
    let fields = Int(recordEnds.start[recordEnds.count - 1])
    let size = fields == 0 ? 0 : Int(fieldEnds.start[fields - 1])
    batch.fill(
      bytes: UnsafeBufferPointer(rebasing: bytes.elements[..<size]),
      fieldEnds: UnsafeBufferPointer(rebasing: fieldEnds.elements[..<fields]),
      recordEnds: recordEnds.elements, lines: lines.elements,
      hasSkippedContent: skippedContents.elements)
    bytes.removeFirst(size)
    fieldEnds.removeFirst(fields)
    for field in 0..<fieldEnds.count { fieldEnds.start[field] -= UInt32(size) }
    recordEnds.removeAll()
    lines.removeAll()
    skippedContents.removeAll()
  }

  /// Gives all memory back.
  func deallocate() {
    bytes.deallocate()
    fieldEnds.deallocate()
    recordEnds.deallocate()
    lines.deallocate()
    skippedContents.deallocate()
    kept.deallocate()
  }

  private mutating func endBlankLine(_ terminator: Int32) {
    if previousBreak != 0 && previousBreak != terminator {
      // The other half of CRLF or LFCR.
      previousBreak = 0
      return
    }
    if previousWidth > 0 && firstBlankLine == nil { firstBlankLine = line }
    line &+= 1
    previousBreak = terminator
  }
}
