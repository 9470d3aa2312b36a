/// A number of records of a delimited file in one contiguous buffer of UTF-8 bytes.
///
/// Filled inside the parser's callbacks; importers read integers, dates and codes from the bytes in
/// place. No String is made per field.
public struct RecordBatch: Sendable {
  /// The bytes of all fields, one after the other, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// For each field the end of its bytes; a field starts where the one before it ends.
  public private(set) var fieldEnds: [UInt32] = []
  /// For each record the index behind its last field in ``fieldEnds``.
  public private(set) var recordEnds: [UInt32] = []
  /// For each record the physical line, from 1, where it starts.
  public private(set) var lines: [UInt32] = []
  /// For each record whether a field whose bytes are not kept held something.
  ///
  /// Such a field is empty in the batch; without this a row that is filled in columns of persons
  /// only would look like a row of empty cells.
  public private(set) var hasSkippedContent: [Bool] = []

  /// Makes an empty batch.
  public init() {}

  /// The number of records.
  public var count: Int { recordEnds.count }

  /// Whether there is no record.
  public var isEmpty: Bool { recordEnds.isEmpty }

  /// The indexes in ``fieldEnds`` of the fields of a record.
  public func fields(of record: Int) -> Range<Int> {
    (record == 0 ? 0 : Int(recordEnds[record - 1]))..<Int(recordEnds[record])
  }

  /// The number of fields of a record.
  public func width(of record: Int) -> Int { fields(of: record).count }

  /// The place of a field's bytes in ``bytes``; `field` counts within the record from 0.
  public func range(of field: Int, in record: Int) -> Range<Int> {
    let index = fields(of: record).lowerBound + field
    return (index == 0 ? 0 : Int(fieldEnds[index - 1]))..<Int(fieldEnds[index])
  }

  /// The bytes of a field.
  public func field(_ field: Int, in record: Int) -> ArraySlice<UInt8> {
    bytes[range(of: field, in: record)]
  }

  /// A field as text, for headers and texts that are not about persons.
  public func text(_ field: Int, in record: Int) -> String {
    String(decoding: bytes[range(of: field, in: record)], as: UTF8.self)
  }

  /// Replaces everything by the first records and fields of raw buffers.
  mutating func fill(
    bytes: UnsafeBufferPointer<UInt8>, fieldEnds: UnsafeBufferPointer<UInt32>,
    recordEnds: UnsafeBufferPointer<UInt32>, lines: UnsafeBufferPointer<UInt32>,
    hasSkippedContent: UnsafeBufferPointer<Bool>
  ) {
    removeAll()
    self.bytes.append(contentsOf: bytes)
    self.fieldEnds.append(contentsOf: fieldEnds)
    self.recordEnds.append(contentsOf: recordEnds)
    self.lines.append(contentsOf: lines)
    self.hasSkippedContent.append(contentsOf: hasSkippedContent)
  }

  /// Adds one record of another batch.
  mutating func append(_ record: Int, of other: RecordBatch) {
    for field in 0..<other.width(of: record) {
      bytes.append(contentsOf: other.field(field, in: record))
      fieldEnds.append(UInt32(bytes.count))
    }
    recordEnds.append(UInt32(fieldEnds.count))
    lines.append(other.lines[record])
    hasSkippedContent.append(other.hasSkippedContent[record])
  }

  /// Forgets the records but keeps the room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fieldEnds.removeAll(keepingCapacity: true)
    recordEnds.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    hasSkippedContent.removeAll(keepingCapacity: true)
  }
}
