import WijkModel

/// Reads a cell of the type in layouts.md.
enum FlagCell {
  static func parse(_ cell: CellBytes) -> CellResult<Bool> { .rejected("E999") }
}
