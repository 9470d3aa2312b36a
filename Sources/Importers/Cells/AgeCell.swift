import WijkModel

/// Reads a cell of the type in layouts.md.
enum AgeCell {
  static func parse(_ cell: CellBytes) -> CellResult<UInt8> { .rejected("E999") }
}
