import DelimitedText
import WijkModel

extension OpenTable {
  /// How the only cell of a line below the table begins (W111).
  static let footers = ["Bron", "Source", "*", "\u{A9}"]

  /// Visits every data record in the order of the file.
  ///
  /// Titles, header, units and footers are not rows; rows of only empty cells (W112), broken records
  /// (E108) and a repeated header (E204) are handled here and not passed on. Fills `records`,
  /// `afgekeurd` and `geteld` of the record and notes columns with content that are not read (W202,
  /// W204).
  ///
  /// - Parameters:
  ///   - log: Passed on to the body, which must not capture it.
  ///   - body: Gets a row that is valid only during the call, and tells what became of it.
  /// - Throws: ``RefusedFile`` for broken quoting, too many broken records (E108), a cut-off last
  ///   record (E105), no records (E107), keys that are burgerservicenummers (P402), or what the body
  ///   throws.
  func forEachRow(
    _ log: inout FileLog,
    _ body: (Row, inout FileLog) throws(RefusedFile) -> RowOutcome
  ) throws(RefusedFile) {
    var visit = RowVisit(table: self)
    try visit.read(nil, &log, body)
    try visit.finish(&log)
  }
}

/// The state of one pass over the rows of a table.
struct RowVisit: Sendable {
  let table: OpenTable
  /// What the body threw.
  private var failure: RefusedFile?
  /// Whether what was read ends with a record.
  private(set) var endsBetweenRecords = true
  private var records = 0
  private var accepted = 0
  private var broken = 0
  /// Broken records by width.
  private var brokenWidths: [(width: Int, count: Int, line: Int)] = []
  private var repeatedHeaders = 0
  private var rejected = 0
  private var hasContent: [Bool]
  private var keyProofs: [ElevenProof]
  private var extraProofs: [ElevenProof]
  private var boundProofs: [ElevenProof]
  private let keyFields: [Int]
  private let extraFields: [Int]
  /// Columns of persons that are read as something else than a key: practice, sex, postcode, ….
  private let bound: [(column: String, field: Int)]
  private let readsPersons: Bool
  private let width: Int
  private let headerCells: [HeaderCell]

  init(table: OpenTable) {
    self.table = table
    width = table.width
    headerCells = table.headerCells
    readsPersons = personKinds.contains(table.kind)
    keyFields = readsPersons ? table.keyColumns.compactMap { table.field($0) } : []
    extraFields = table.layout.hasIndicatorColumns ? [] : table.extraColumns.map(\.field)
    bound = readsPersons ? Self.boundColumns(of: table) : []
    boundProofs = Array(repeating: ElevenProof(), count: bound.count)
    hasContent = Array(repeating: false, count: table.extraColumns.count)
    keyProofs = Array(repeating: ElevenProof(), count: keyFields.count)
    extraProofs = Array(repeating: ElevenProof(), count: extraFields.count)
  }

  // Days such as 20150101 are left out: half of the rows may share one that passes by chance.
  private static func boundColumns(of table: OpenTable) -> [(column: String, field: Int)] {
    table.layout.columns.filter { $0.type != .key && $0.type != .date }
      .compactMap { column in table.field(column.name).map { (column.name, $0) } }
  }

  /// Reads the rows of a part, or of the whole file.
  mutating func read(
    _ part: FilePart?, _ log: inout FileLog,
    _ body: (Row, inout FileLog) throws(RefusedFile) -> RowOutcome
  ) throws(RefusedFile) {
    var batch = RecordBatch()
    do throws(DelimitedTextError) {
      var reader = try RecordReader(
        table.file, delimiter: table.delimiter, skippingRecords: table.skippedRecords,
        kept: table.kept, footers: OpenTable.footers, part: part)
      while try reader.next(&batch) {
        visit(batch, &log, body)
        if failure != nil { break }
      }
      endsBetweenRecords = reader.isBetweenRecords
    } catch { throw log.refusal(error) }
    if let failure { throw failure }
  }

  /// Adds what the pass over another part counted.
  mutating func add(_ other: RowVisit) {
    records += other.records
    accepted += other.accepted
    rejected += other.rejected
    broken += other.broken
    repeatedHeaders += other.repeatedHeaders
    for known in other.brokenWidths {
      if let index = brokenWidths.firstIndex(where: { $0.width == known.width }) {
        brokenWidths[index].count += known.count
      } else {
        brokenWidths.append(known)
      }
    }
    for index in hasContent.indices where other.hasContent[index] { hasContent[index] = true }
    for index in keyProofs.indices { keyProofs[index].add(other.keyProofs[index]) }
    for index in extraProofs.indices { extraProofs[index].add(other.extraProofs[index]) }
    for index in boundProofs.indices { boundProofs[index].add(other.boundProofs[index]) }
  }

  private mutating func visit(
    _ batch: RecordBatch, _ log: inout FileLog,
    _ body: (Row, inout FileLog) throws(RefusedFile) -> RowOutcome
  ) {
    batch.bytes.withUnsafeBufferPointer { bytes in
      batch.fieldEnds.withUnsafeBufferPointer { ends in
        var first = 0
        for record in 0..<batch.count {
          let end = Int(batch.recordEnds[record])
          let row = Row(
            bytes: bytes, ends: ends, first: first, width: end - first,
            line: Int(batch.lines[record]), hasUnreadContent: batch.hasSkippedContent[record])
          first = end
          do throws(RefusedFile) { try visit(row, &log, body) } catch {
            failure = error
            return
          }
        }
      }
    }
  }

  private mutating func visit(
    _ row: Row, _ log: inout FileLog,
    _ body: (Row, inout FileLog) throws(RefusedFile) -> RowOutcome
  ) throws(RefusedFile) {
    if row.isBlank {
      log.add("W112", line: row.line)
      return
    }
    if row.width != width {
      if isFooter(row) {
        log.add("W111", line: row.line)
        return
      }
      records += 1
      noteBroken(row)
      return
    }
    if isFooter(row), row.hasOnlyFirstCell {
      log.add("W111", line: row.line)
      return
    }
    records += 1
    if isRepeatedHeader(row) {
      repeatedHeaders += 1
      log.add("E204", line: row.line)
      return
    }
    lookAtUnread(row)
    switch try body(row, &log) {
    case .accepted: accepted += 1
    case .rejected: rejected += 1
    case .ignored: break
    }
  }

  private mutating func noteBroken(_ row: Row) {
    broken += 1
    if let index = brokenWidths.firstIndex(where: { $0.width == row.width }) {
      brokenWidths[index].count += 1
    } else if brokenWidths.count < 100 {
      brokenWidths.append((row.width, 1, row.line))
    }
  }

  @inline(__always)
  private mutating func lookAtUnread(_ row: Row) {
    for index in keyFields.indices { keyProofs[index].take(in: row, keyFields[index]) }
    for index in bound.indices { boundProofs[index].take(in: row, bound[index].field) }
    for index in extraFields.indices {
      let cell = row.cell(extraFields[index])
      if cell.isEmpty { continue }
      hasContent[index] = true
      if readsPersons { extraProofs[index].take(cell) }
    }
  }

  @inline(__always)
  private func isFooter(_ row: Row) -> Bool {
    let cell = row.cell(0)
    switch cell.first {
    case UInt8(ascii: "*"): return true
    case UInt8(ascii: "B"), UInt8(ascii: "b"):
      return cell.hasPrefix("bron:") || cell.hasPrefix("bron ")
    case UInt8(ascii: "S"), UInt8(ascii: "s"): return cell.hasPrefix("source:")
    case 0xC2: return cell.hasPrefix("\u{A9}")
    default: return false
    }
  }

  @inline(__always)
  private func isRepeatedHeader(_ row: Row) -> Bool {
    guard let first = headerCells.first, row.cell(first.field).equals(first.bytes) else {
      return false
    }
    return headerCells.allSatisfy { row.cell($0.field).equals($0.bytes) }
  }

  /// Fills the record and refuses a file that cannot be trusted.
  func finish(_ log: inout FileLog) throws(RefusedFile) {
    log.record.records = records
    log.record.rejected = rejected + broken + repeatedHeaders
    log.record.counted = accepted
    for (index, column) in table.keyColumns.enumerated() where index < keyProofs.count {
      try check(keyProofs[index], column: column, log)
    }
    // Whatever its name: numbers of persons in the place of practice codes are no codes.
    for (index, proof) in boundProofs.enumerated() where proof.isManifold {
      try check(proof, column: bound[index].column, log)
    }
    for (index, extra) in table.extraColumns.enumerated() where index < extraFields.count {
      if readsPersons, extraProofs[index].isVaried {
        try check(extraProofs[index], column: extra.header, log)
      }
      guard hasContent[index] else { continue }
      if extra.header.isEmpty {
        log.add("W204", facts: ["kolomnummer": String(extra.field + 1)])
      } else {
        log.add("W202", column: extra.header)
      }
    }
    if records == 0 { throw log.refusal("E107") }
    if table.limits.areExceeded(broken: broken, of: records) {
      throw log.refusal(
        "E108", line: brokenWidths.first?.line, count: broken,
        facts: ["grens": String(table.limits.allowed(of: records))])
    }
    for known in brokenWidths {
      log.add(
        "E108", line: known.line, count: known.count,
        facts: ["verwacht": String(table.width), "gevonden": String(known.width)])
    }
  }

  private func check(
    _ proof: ElevenProof, column: String, _ log: FileLog
  ) throws(RefusedFile) {
    guard proof.isConvincing(table.limits) else { return }
    let percent = (100 * proof.passes + proof.candidates / 2) / proof.candidates
    throw log.refusal("P402", column: column, facts: ["aandeel": "\(percent) %"])
  }
}

extension Row {
  /// Whether every cell is empty, those of personal columns included.
  var isBlank: Bool {
    if hasUnreadContent { return false }
    guard width > 0 else { return true }
    let start = first == 0 ? 0 : Int(ends[first - 1])
    let length = Int(ends[first + width - 1]) - start
    if length == 0 { return true }
    // Only short rows can be made of blanks in quotes; the others have text in the first cells.
    guard cell(0).isEmpty, length <= 4 * width else { return false }
    return (1..<max(1, width)).allSatisfy { cell($0).isEmpty }
  }

  /// Whether all cells but the first are empty.
  var hasOnlyFirstCell: Bool {
    !hasUnreadContent && (1..<max(1, width)).allSatisfy { cell($0).isEmpty }
  }
}
