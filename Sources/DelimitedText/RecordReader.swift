/// Reads the records of a scanned file, batch by batch, in bounded memory.
///
/// Strict: bad quoting, a cut-off last record and endless fields end the reading with an error.
/// Blanks around an unquoted field are gone, blank lines are no records, and records may differ in
/// width: what that means is for the caller to say.
public struct RecordReader: ~Copyable {
  /// How many bytes are read at once.
  static let blockSize = 1 << 16

  private let input: InputFile
  private let parser: RecordParser
  private let buffers: ReaderBuffers
  private let footers: [String]
  private var transcoder: UTF8Transcoder
  private var isAtEnd = false
  /// Whether the part ends where the file ends.
  private let isToEnd: Bool
  /// Bytes of the part that are still to be read.
  private var left: Int
  /// How many bytes of records have been read.
  private(set) var bytesRead = 0

  /// Opens a file for reading from its first record.
  ///
  /// - Parameters:
  ///   - file: The file; it must still be as it was when it was scanned.
  ///   - delimiter: The byte between fields.
  ///   - skippingRecords: How many records are dropped first (title lines, header, units); blank
  ///     lines do not count.
  ///   - kept: Per field whether its bytes are stored. A field that is not kept is empty and its
  ///     bytes are never copied; so is every field behind the end of the list. nil keeps all.
  ///   - footers: How the only field of a last record may start that has no line end and is shorter
  ///     than the record before it, such as `Bron:`; any other is a cut-off record.
  ///   - part: The bytes to read, or nil for the whole file; `skippingRecords` counts in the first
  ///     part only, and the lines of a later one count from its own start.
  /// - Throws: `DelimitedTextError` when the file cannot be opened or has changed since the scan.
  public init(
    _ file: ScannedFile, delimiter: UInt8, skippingRecords: Int, kept: [Bool]?,
    footers: [String] = [], part: FilePart? = nil
  ) throws(DelimitedTextError) {
    try self.init(
      file, delimiter: delimiter, skippingRecords: skippingRecords, kept: kept, footers: footers,
      part: part, blockSize: Self.blockSize)
  }

  init(
    _ file: ScannedFile, delimiter: UInt8, skippingRecords: Int, kept: [Bool]?,
    footers: [String] = [], part: FilePart? = nil, blockSize: Int
  ) throws(DelimitedTextError) {
    // A local first: a noncopyable value must not be half made when it throws.
    let opened = try InputFile(path: file.path, name: file.name)
    guard opened.identity == file.identity else { throw .changed(file: file.name) }
    let part = part ?? FilePart(offset: file.contentOffset, end: file.size)
    let isFirst = part.offset == file.contentOffset
    try opened.seek(to: part.offset)
    input = opened
    isToEnd = part.end == file.size
    left = isToEnd ? Int.max : part.end - part.offset
    parser = RecordParser(
      delimiter: delimiter, firstLine: isFirst ? file.firstLine : 1,
      skippingRecords: isFirst ? skippingRecords : 0, kept: kept)
    buffers = ReaderBuffers(blockSize: blockSize)
    transcoder = UTF8Transcoder(encoding: file.encoding, isBigEndian: file.isBigEndian)
    self.footers = footers
  }

  /// Replaces the records of the batch by the next ones, of about 64 KiB of input.
  ///
  /// The records before a fault are handed over first, whatever the size of the blocks.
  ///
  /// - Returns: false at the end of the file, with an empty batch.
  public mutating func next(_ batch: inout RecordBatch) throws(DelimitedTextError) -> Bool {
    while parser.recordCount == 0 && parser.failure == nil && !isAtEnd {
      let count = try input.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffers.block.prefix(left)))
      bytesRead += count
      left -= count
      if count == 0 {
        isAtEnd = true
        try input.checkUnchanged()
        if isToEnd { parser.finish(footers: footers) }
      } else {
        parser.parse(
          transcoder.transcode(
            UnsafeRawBufferPointer(rebasing: buffers.block[..<count]), room: buffers.room))
      }
    }
    let hasRecords = parser.recordCount > 0
    parser.move(into: &batch)
    if !hasRecords, let failure = parser.failure { throw error(failure) }
    return hasRecords
  }

  /// Whether everything read so far ends with a record, by the parser's own state.
  ///
  /// At the end of a part it tells whether the cut is one: where it is not, the part behind it holds
  /// half of a record and must not be used.
  public var isBetweenRecords: Bool { parser.isBetweenRecords }

  /// The first blank line behind a record read so far, or nil.
  var firstBlankLine: Int? { parser.firstBlankLine }

  private func error(_ failure: RecordFailure) -> DelimitedTextError {
    switch failure {
    case .quote(let line): .quote(file: input.name, line: line)
    case .truncated(let line): .truncated(file: input.name, line: line)
    case .tooLong(let line):
      .fieldTooLong(file: input.name, line: line, limit: RecordState.fieldLimit)
    }
  }
}

/// The block as read and the room for its transcoding.
private final class ReaderBuffers {
  let block: UnsafeMutableRawBufferPointer
  let room: UnsafeMutableRawBufferPointer

  init(blockSize: Int) {
    block = .allocate(byteCount: blockSize, alignment: 16)
    room = .allocate(byteCount: UTF8Transcoder.room(for: blockSize), alignment: 16)
  }

  deinit {
    block.deallocate()
    room.deallocate()
  }
}
