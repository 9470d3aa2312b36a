/// The bytes of one cell as UTF-8, valid only while its row is visited.
typealias CellBytes = UnsafeBufferPointer<UInt8>

/// What an importer made of a row.
enum RowOutcome: Sendable {
  /// Counts in `geteld`.
  case accepted
  /// Left out because of a finding; counts in `afgekeurd`.
  case rejected
  /// Left out on purpose, such as a row of totals; counts in `records` only.
  case ignored
}

/// One record of a table, valid only while it is visited.
///
/// Cells are read in place; no String is made. Fields of personal columns are empty.
struct Row {
  let bytes: UnsafeBufferPointer<UInt8>
  /// For each field of the batch the end of its bytes.
  let ends: UnsafeBufferPointer<UInt32>
  /// The index in ``ends`` of the first field of the record.
  let first: Int
  /// The number of fields.
  let width: Int
  /// The physical line, from 1, where the record starts.
  let line: Int
  /// Whether a personal column, whose bytes are not kept, held something.
  let hasUnreadContent: Bool

  /// The bytes of a field without blanks and no-break spaces around them; empty for nil (the file
  /// has no such column) and behind the last field.
  @inline(__always)
  func cell(_ field: Int?) -> CellBytes {
    guard let field else { return CellBytes(start: nil, count: 0) }
    return raw(field).trimmed
  }

  /// The bytes of a field as they stand, to be tried for a usual form before blanks are looked for.
  @inline(__always)
  func plain(_ field: Int?) -> CellBytes {
    guard let field else { return CellBytes(start: nil, count: 0) }
    return raw(field)
  }

  /// The bytes of a field as they stand.
  @inline(__always)
  func raw(_ field: Int) -> CellBytes {
    guard field < width, let base = bytes.baseAddress else {
      return CellBytes(start: nil, count: 0)
    }
    let index = first &+ field
    let start = index == 0 ? 0 : Int(ends[index &- 1])
    return CellBytes(start: base + start, count: Int(ends[index]) &- start)
  }

  /// A field as text, trimmed; only for texts that are not about persons.
  func text(_ field: Int?) -> String { String(decoding: cell(field), as: UTF8.self) }
}
