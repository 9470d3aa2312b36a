import Definitions
import DelimitedText
import WijkModel

extension SourceImporter {
  /// Scans a file and recognizes its layout.
  func openTable(_ request: ImportRequest, log: inout FileLog) throws(RefusedFile) -> OpenTable {
    throw log.refusal("E201")
  }
}

/// Names of columns in one or several records of a file.
struct HeaderCandidate: Hashable, Sendable {
  /// The index of the first record of the header among the records of the head.
  var record: Int
  /// The number of records that it takes, the units record included.
  var recordCount: Int
  /// The names as they stand, one per field.
  var names: [String]
}
