import WijkModel

/// Reads a cell of the type in layouts.md.
enum AGBCell {
  static func parse(_ cell: CellBytes) -> CellResult<AGBCode> { .rejected("E999") }
}
