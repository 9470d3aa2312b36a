extension ScannedFile {
  /// The first records under a delimiter, for recognizing header and layout.
  ///
  /// Blank lines and the `sep=` line are no records. The records before a fault in the quoting are
  /// given, too; it throws only when there is none. Cells of persons may be among them: keep the
  /// batch no longer than needed.
  ///
  /// - Parameters:
  ///   - delimiter: The byte between fields.
  ///   - maximumRecords: How many records at most.
  /// - Returns: The records, the first line included; fewer when the file has no more.
  /// - Throws: `DelimitedTextError` when the file cannot be read or its first record is at fault.
  public func head(
    delimiter: UInt8, maximumRecords: Int
  ) throws(DelimitedTextError) -> RecordBatch {
    var head = RecordBatch()
    var batch = RecordBatch()
    var reader = try RecordReader(
      self, delimiter: delimiter, skippingRecords: 0, kept: nil, blockSize: 1 << 13)
    do {
      while head.count < maximumRecords, try reader.next(&batch) {
        for record in 0..<min(batch.count, maximumRecords - head.count) {
          head.append(record, of: batch)
        }
      }
    } catch {
      if head.isEmpty { throw error }
    }
    return head
  }
}
