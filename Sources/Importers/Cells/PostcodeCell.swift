import WijkModel

/// Reads a cell of the type in layouts.md.
enum PostcodeCell {
  static func parse(_ cell: CellBytes) -> CellResult<Postcode4> { .rejected("E999") }
}
