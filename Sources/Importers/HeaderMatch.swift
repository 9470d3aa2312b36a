import Definitions

/// Names of columns in one or several records of a file.
struct HeaderCandidate: Hashable, Sendable {
  /// The index of the first record of the header among the records of the head.
  var record: Int
  /// The number of records that it takes, the units record included.
  var recordCount: Int
  /// The names as they stand, one per field.
  var names: [String]
}

/// A column of the layout with its place in the file.
struct BoundColumn: Hashable, Sendable {
  /// The column.
  let column: LayoutColumn
  /// The index of the field in a record, from 0.
  let field: Int
  /// Whether the file uses another name than the own one.
  let isAlias: Bool
}

/// How well the names of a record are those of a layout.
struct HeaderMatch: Sendable {
  let layout: SourceLayout
  let header: HeaderCandidate
  /// The columns that were found, in the order of the layout.
  private(set) var columns: [BoundColumn] = []
  /// Columns that stand there twice under one name (E202).
  private(set) var repeated: [LayoutColumn] = []
  /// Columns that stand there under two names (E203).
  private(set) var ambiguous: [LayoutColumn] = []
  /// Required columns that were not found; of a group that replaces each other the first.
  private(set) var missing: [LayoutColumn] = []
  /// How many columns or groups are required.
  private(set) var requiredCount = 0

  /// Matches; `normalized` are the names of the header after header match.
  init(layout: SourceLayout, header: HeaderCandidate, normalized: [String]) {
    self.layout = layout
    self.header = header
    for column in layout.columns { bind(column, normalized) }
    findMissing()
  }

  /// Whether the layout is recognized.
  var isComplete: Bool { missing.isEmpty }

  /// The share of the required columns that was found, 0...1.
  var share: Double {
    requiredCount == 0 ? 0 : Double(requiredCount - missing.count) / Double(requiredCount)
  }

  /// Whether this match says more than another: complete, then more columns; of incomplete ones the
  /// greater share of the required columns.
  func isBetter(than other: HeaderMatch?) -> Bool {
    guard let other else { return !columns.isEmpty }
    if isComplete != other.isComplete { return isComplete }
    if isComplete {
      return (columns.count, requiredCount) > (other.columns.count, other.requiredCount)
    }
    return (share, columns.count) > (other.share, other.columns.count)
  }

  private mutating func bind(_ column: LayoutColumn, _ normalized: [String]) {
    let names = column.normalizedNames
    var fields: [Int] = []
    for (field, name) in normalized.enumerated() where names.contains(name) {
      // A blank header is nobody's, unless the layout says so.
      if !name.isEmpty || column.occurrence > 0 { fields.append(field) }
    }
    if column.occurrence > 0 {
      fields = Array(fields.dropFirst(column.occurrence - 1).prefix(1))
    }
    guard let field = fields.first else { return }
    if fields.count > 1, column.type != .freeText {
      let isOneName = fields.allSatisfy { normalized[$0] == normalized[field] }
      if isOneName { repeated.append(column) } else { ambiguous.append(column) }
    }
    columns.append(
      BoundColumn(
        column: column, field: field,
        isAlias: column.occurrence == 0 && normalized[field] != names.first))
  }

  private mutating func findMissing() {
    var groups: [String: Bool] = [:]
    for column in layout.columns where column.isRequired {
      let isFound = columns.contains { $0.column.name == column.name }
      if column.requiredGroup.isEmpty {
        requiredCount += 1
        if !isFound { missing.append(column) }
      } else {
        if groups[column.requiredGroup] == nil { requiredCount += 1 }
        groups[column.requiredGroup] = isFound || groups[column.requiredGroup] == true
      }
    }
    var named: Set<String> = []
    for column in layout.columns where groups[column.requiredGroup] == false {
      if named.insert(column.requiredGroup).inserted { missing.append(column) }
    }
  }
}
