import Foundation

@testable import DelimitedText

/// A folder for files of one test; made at the first file, removed at the end.
struct TemporaryFolder {
  private let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("delimited-\(UUID().uuidString)")

  /// Writes a file and gives its path.
  func write(_ bytes: [UInt8], name: String = "a.csv") throws -> String {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Where a file of that name is.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Takes the folder away with all it holds.
  func remove() { try? FileManager.default.removeItem(at: url) }
}

/// A record as texts, with its line.
struct TextRecord: Hashable {
  let line: Int
  let cells: [String]

  init(_ line: Int, _ cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

/// Writes bytes as a file, scans it and gives it to the test while it is there.
func withFile<Result>(
  _ bytes: [UInt8], encoding: TextEncoding? = nil, _ body: (ScannedFile) throws -> Result
) throws -> Result {
  let folder = TemporaryFolder()
  defer { folder.remove() }
  let path = try folder.write(bytes)
  return try body(ScannedFile.scan(path: path, name: "a.csv", encoding: encoding))
}

/// All records of a file.
func records(
  of file: ScannedFile, delimiter: UInt8 = 0x3B, skipping: Int = 0, kept: [Bool]? = nil,
  footers: [String] = [], blockSize: Int = RecordReader.blockSize
) throws -> [TextRecord] {
  var reader = try RecordReader(
    file, delimiter: delimiter, skippingRecords: skipping, kept: kept, footers: footers,
    blockSize: blockSize)
  var batch = RecordBatch()
  var all: [TextRecord] = []
  while try reader.next(&batch) {
    for record in 0..<batch.count {
      let cells = (0..<batch.width(of: record)).map { batch.text($0, in: record) }
      all.append(TextRecord(Int(batch.lines[record]), cells))
    }
  }
  return all
}

/// The error that scanning and then reading all records gives, or nil.
func fault(
  _ bytes: [UInt8], delimiter: UInt8 = 0x3B, encoding: TextEncoding? = nil,
  footers: [String] = []
) throws -> DelimitedTextError? {
  do {
    _ = try withFile(bytes, encoding: encoding) {
      try records(of: $0, delimiter: delimiter, footers: footers)
    }
    return nil
  } catch let error as DelimitedTextError {
    return error
  }
}
