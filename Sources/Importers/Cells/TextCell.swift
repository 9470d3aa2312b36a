import WijkModel

/// Reads a cell of the type in layouts.md.
enum TextCell {
  static func parse(_ cell: CellBytes) -> CellResult<String> { .rejected("E999") }
}
