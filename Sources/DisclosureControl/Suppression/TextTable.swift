/// A tidy table as texts, the way a reader of a published file has it.
public struct TextTable: Hashable, Sendable {
  /// The file name, such as `t215-chronisch-pc4.csv`.
  public let name: String
  /// The column names.
  public let header: [String]
  /// The records; missing fields at the end of one count as empty.
  public let rows: [[String]]

  /// Makes a table.
  public init(name: String, header: [String], rows: [[String]]) {
    self.name = name
    self.header = header.map(\.trimmed)
    self.rows = rows.map { row in
      row.count < header.count
        ? row + [String](repeating: "", count: header.count - row.count) : row
    }
  }

  /// The place of a column.
  func column(_ name: String) -> Int? { header.firstIndex(of: name) }
}

/// The tables that are published together, with what is known of their structure.
public struct TextRelease: Hashable, Sendable {
  /// The tables, in any order; they are read in the order of their names.
  public let tables: [TextTable]
  /// What `audit.json` says.
  public let structure: ReleaseStructure

  /// Makes a release.
  public init(tables: [TextTable], structure: ReleaseStructure) {
    self.tables = tables.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.structure = structure
  }
}

/// Why tables cannot be put into one system.
public enum DisclosureError: Error, Hashable, Sendable {
  /// `E701`: the structure names a column that the table lacks.
  case missingColumn(table: String, column: String)
  /// `E702`: the structure names a table that is not there.
  case missingTable(String)
  /// `E703`: a code is printed that its hierarchy does not know.
  case unknownCode(dimension: String, code: String)
  /// `E704`: the tables have more finest cells than can be attacked.
  case tooManyCells(limit: Int)
  /// `E705`: the printed values contradict each other.
  case inconsistent
  /// `E706`: the tables cannot be protected by hiding cells.
  case unprotectable
  /// `E707`: `audit.json` is no JSON object.
  case malformedStructure(line: Int)
  /// `P501`: the attack on what would be published succeeds.
  case leak([AuditFlag])
}

extension String {
  /// The text without white space at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
