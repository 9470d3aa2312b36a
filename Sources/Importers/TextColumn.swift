/// Reads a column of texts that change seldom from row to row: a text is made only when it does.
struct TextColumn: Sendable {
  /// Findings and numbers.
  private(set) var tally: ColumnTally
  private var last: [UInt8] = []
  private var lastResult: CellResult<String> = .missing(.unknown, nil)

  init(_ column: String) { tally = ColumnTally(column) }

  /// The text of a cell, or nil.
  mutating func read(_ cell: CellBytes, line: Int) -> String? {
    if !last.elementsEqual(cell) {
      last = Array(cell)
      lastResult = TextCell.parse(cell)
    }
    return tally.take(lastResult, line: line)
  }
}
