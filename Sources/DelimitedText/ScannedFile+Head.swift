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

  /// All bytes of a file that is no table, byte-order mark included.
  ///
  /// - Throws: `DelimitedTextError` when it cannot be read or has changed since the scan.
  public func contents() throws(DelimitedTextError) -> [UInt8] {
    let input = try InputFile(path: path, name: name)
    guard input.identity == identity else { throw .changed(file: name) }
    var bytes = [UInt8](repeating: 0, count: size)
    let filled: Result<Int, DelimitedTextError> = bytes.withUnsafeMutableBytes { buffer in
      do throws(DelimitedTextError) { return .success(try input.read(into: buffer)) } catch {
        return .failure(error)
      }
    }
    guard try filled.get() == size else { throw .changed(file: name) }
    try input.checkUnchanged()
    return bytes
  }
}
