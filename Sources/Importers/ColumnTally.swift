import WijkModel

/// Counts what the cells of one column were, and the findings about them.
///
/// Call ``take(_:line:)`` for cells of accepted rows only, so that the three numbers of `kolommen`
/// add up to the accepted records.
struct ColumnTally: Sendable {
  /// The own name of the column.
  let column: String
  private(set) var values = 0
  private(set) var unknown = 0
  private(set) var rejected = 0
  /// Few codes per column: a list is faster than a dictionary.
  private var codes: [(code: FindingCode, count: Int, line: Int)] = []

  init(_ column: String) { self.column = column }

  /// Counts a cell and gives its value, or nil when it is missing or refused.
  mutating func take<Value>(_ result: CellResult<Value>, line: Int) -> Value? {
    switch result {
    case .value(let value, let code):
      values += 1
      if let code { note(code, line: line) }
      return value
    case .missing(_, let code):
      unknown += 1
      if let code { note(code, line: line) }
      return nil
    case .rejected(let code):
      rejected += 1
      note(code, line: line)
      return nil
    }
  }

  /// Counts a cell that has a value and no finding.
  @inline(__always)
  mutating func takePlain() { values &+= 1 }

  /// Counts a blank cell of a column in which a blank is no finding.
  @inline(__always)
  mutating func takeBlank() { unknown &+= 1 }

  /// Counts a cell and gives the number or the reason why there is none.
  mutating func number(_ result: CellResult<Double>, line: Int) -> PublishedNumber {
    let value = take(result, line: line)
    if let value { return .value(value) }
    if case .missing(let reason, _) = result { return .missing(reason) }
    return .missing(.rejected)
  }

  /// Adds a finding about a cell of this column without counting the cell.
  mutating func note(_ code: FindingCode, line: Int, count: Int = 1) {
    if let index = codes.firstIndex(where: { $0.code == code }) {
      codes[index].count += count
      codes[index].line = min(codes[index].line, line)
    } else {
      codes.append((code, count, line))
    }
  }

  /// The numbers for `kolommen`.
  var record: ColumnRecord {
    ColumnRecord(column: column, values: values, unknown: unknown, rejected: rejected)
  }

  /// One finding per code.
  func findings(file: String) -> [Finding] {
    codes.map { Finding($0.code, file: file, line: $0.line, column: column, count: $0.count) }
  }
}
