import DelimitedText

/// The number of records of a file of the benchmark, of which every field is kept.
///
/// What reading costs without looking at a cell: the encoding of the whole file and its records.
func recordCount(_ path: String) throws(DelimitedTextError) -> Int {
  let file = try ScannedFile.scan(path: path, name: path, takesHash: false)
  var reader = try RecordReader(
    file, delimiter: UInt8(ascii: ";"), skippingRecords: 1, kept: nil)
  var batch = RecordBatch()
  var count = 0
  while try reader.next(&batch) { count += batch.count }
  return count
}
