/// How the records of a table are read as cells of one value column.
struct TableReader {
  /// What a column says about the cell of a record.
  enum Role {
    case release
    case measure
    /// A code of a dimension; the level is −1, or the place among the columns of a hierarchy.
    case dimension(String, level: Int)
  }

  static let valueColumns = [
    "aantal", "waarde", "n", "count", "freq", "value", "percentage", "pct",
  ]

  let table: TextTable
  let structure: TableStructure
  let valueColumn: Int
  private(set) var columns: [(index: Int, role: Role)] = []
  let measure: String
  let measureMap: [String: String]
  let fixed: [(dimension: String, code: String)]
  private var conditions: [(column: Int, texts: Set<String>)] = []
  var place = (release: 0, table: 0)
  var release = ""

  init(
    _ table: TextTable, _ structure: TableStructure, _ all: [TableStructure],
    _ release: AuditStructure
  ) throws(DisclosureError) {
    self.table = table
    self.structure = structure
    valueColumn = try Self.valueColumn(of: table, structure)
    measure = structure.inherited("measure")?.text ?? "n"
    var map: [String: String] = [:]
    for member in structure.inherited("measure_map")?.members ?? [] {
      map[member.name] = member.value.text
    }
    measureMap = map
    fixed = (structure["fixed"]?.members ?? []).compactMap { member in
      member.value.text.map { (member.name, $0) }
    }
    for member in structure["where"]?.members ?? [] {
      guard let column = table.column(member.name) else {
        throw .missingColumn(table: table.name, column: member.name)
      }
      conditions.append((column, Set(member.value.texts)))
    }
    columns = try Self.columns(of: table, structure, all, release, value: valueColumn)
  }

  /// Whether a record belongs to what is read.
  func includes(_ row: [String]) -> Bool {
    conditions.allSatisfy { $0.texts.contains(row[$0.column].trimmed) }
  }

  /// What shown values are rounded to, or nil.
  var roundingBase: Int? {
    structure.inherited("round")?.number.flatMap { $0 > 1 ? $0 : nil }
  }

  /// The counts that are rounded to a shown value.
  func unroundedRange(of shown: Double, base: Int) -> ClosedRange<Double> {
    let wide = Double(base - 1)
    switch structure.inherited("round_mode")?.text ?? "nearest" {
    case "random": return (shown - wide)...(shown + wide)
    case "up": return (shown - wide)...shown
    case "down": return shown...(shown + wide)
    default: return (shown - Double(base / 2))...(shown + Double((base - 1) / 2))
    }
  }

  /// The value column when the structure names none.
  static func defaultValueColumn(of table: TextTable, _ structure: TableStructure) -> Int {
    if let name = structure.inherited("value")?.text, let place = table.column(name) {
      return place
    }
    return valueColumns.lazy.compactMap(table.column).first ?? max(0, table.header.count - 1)
  }

  private static func valueColumn(
    of table: TextTable, _ structure: TableStructure
  ) throws(DisclosureError) -> Int {
    let named = [structure["column"]?.text, structure["value"]?.text].compactMap { $0 }
    if let place = named.lazy.compactMap(table.column).first { return place }
    if let name = named.first { throw .missingColumn(table: table.name, column: name) }
    return defaultValueColumn(of: table, structure)
  }

  private static func columns(
    of table: TextTable, _ structure: TableStructure, _ all: [TableStructure],
    _ release: AuditStructure, value: Int
  ) throws(DisclosureError) -> [(index: Int, role: Role)] {
    let releaseColumn = structure.inherited("release_column")?.text
    let measureColumn = structure.inherited("measure_column")?.text
    let used = try usedColumns(of: table, structure, all, release, value: value)
    let dropped = Set(structure["drop"]?.texts ?? [])
    var columns: [(index: Int, role: Role)] = []
    for (index, name) in table.header.enumerated() {
      if name == releaseColumn {
        columns.append((index, .release))
      } else if name == measureColumn {
        columns.append((index, .measure))
      } else if used.contains(name) {
        var role = Role.dimension(release["rename"]?[name]?.text ?? name, level: -1)
        for entry in release.hierarchyColumns {
          if let level = entry.columns.firstIndex(of: name) {
            role = .dimension(entry.dimension, level: level)
          }
        }
        if case .dimension(let name, _) = role, dropped.contains(name) { continue }
        columns.append((index, role))
      }
    }
    return columns
  }

  private static func usedColumns(
    of table: TextTable, _ structure: TableStructure, _ all: [TableStructure],
    _ release: AuditStructure, value: Int
  ) throws(DisclosureError) -> Set<String> {
    if let dimensions = structure["dims"]?.texts {
      for name in dimensions where table.column(name) == nil {
        throw .missingColumn(table: table.name, column: name)
      }
      return Set(dimensions)
    }
    let values = all.compactMap { ($0["column"] ?? $0["value"])?.text } + [table.header[value]]
    let ignored = (structure["ignore"]?.texts ?? []) + (release["ignore"]?.texts ?? [])
    return Set(table.header).subtracting(values).subtracting(ignored)
  }
}
