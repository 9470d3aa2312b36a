import WijkModel

/// Reads a cell of the type in layouts.md.
enum YearCell {
  static func parse(_ cell: CellBytes) -> CellResult<Int> { .rejected("E999") }
}
