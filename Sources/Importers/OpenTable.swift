import Definitions
import DelimitedText
import WijkModel

/// A column of the file that the layout does not know.
struct ExtraColumn: Hashable, Sendable {
  /// The header as it stands; empty for a blank one.
  let header: String
  /// The index of the field in a record, from 0.
  let field: Int
}

/// A cell of the header, to recognize a header that is repeated.
struct HeaderCell: Hashable, Sendable {
  let field: Int
  let bytes: [UInt8]
}

/// A file whose layout is recognized and whose columns are bound, ready to be read row by row.
struct OpenTable: Sendable {
  /// The file.
  let file: ScannedFile
  /// The kind of input.
  let kind: String
  /// The layout that was recognized.
  let layout: SourceLayout
  /// The delimiter.
  let delimiter: UInt8
  /// Whether decimals have a point: the configuration's choice, else the layout's.
  let hasDecimalPoint: Bool
  /// The index of the field by the own name of the column.
  let fields: [String: Int]
  /// Columns that the layout does not know, personal ones left out, in the order of the file.
  ///
  /// In layouts with `hasIndicatorColumns` they hold the figures; in others they are not read.
  let extraColumns: [ExtraColumn]
  /// The names of the columns as they stand, one per field.
  let headers: [String]
  /// The names of the columns that are never read (P401).
  let personalHeaders: [String]
  /// Records above the first data record: titles, header, units.
  let skippedRecords: Int
  /// The number of fields of a data record.
  let width: Int
  /// For each field whether its bytes are stored.
  let kept: [Bool]
  /// The physical line of the header.
  let headerLine: Int
  /// How much may be broken.
  let limits: RowLimits
  /// The cells of the header that are read.
  let headerCells: [HeaderCell]
  /// The own names of the columns with keys of persons.
  let keyColumns: [String]

  /// The field of a column by its own name, or nil when the file does not have it.
  func field(_ column: String) -> Int? { fields[column] }

  /// Whether the file has a column.
  func has(_ column: String) -> Bool { fields[column] != nil }

  /// The origin of the figures for captions.
  func origin(for request: ImportRequest) -> SourceOrigin {
    SourceOrigin(
      file: request.name, layout: layout.id, name: request.sourceName ?? layout.sourceName)
  }
}

/// How much of a file may be broken.
struct RowLimits: Hashable, Sendable {
  /// Share of the records that may have a wrong width, 0...1.
  var share = 0.01
  /// Number of such records that is allowed in any case.
  var number = 20
  /// Share of the 8 and 9 digit values that pass the eleven-test which refuses the file.
  var elevenProofShare = 0.5
  /// With fewer such values nothing can be said.
  var elevenProofCells = 20

  /// Whether more records are broken than a file may have.
  func areExceeded(broken: Int, of records: Int) -> Bool {
    broken > allowed(of: records)
  }

  /// How many broken records a file with so many records may have.
  func allowed(of records: Int) -> Int { max(number, Int(share * Double(records))) }
}
