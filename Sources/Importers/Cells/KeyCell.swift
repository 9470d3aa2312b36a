import WijkModel

/// Reads a cell of the type in layouts.md.
enum KeyCell {
  static func parse(_ cell: CellBytes) -> CellResult<PersonKey> { .rejected("E999") }
}
