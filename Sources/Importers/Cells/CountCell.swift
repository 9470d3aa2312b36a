import WijkModel

/// Reads a cell of the type in layouts.md.
enum CountCell {
  static func parse(_ cell: CellBytes) -> CellResult<Int> { .rejected("E999") }
}
