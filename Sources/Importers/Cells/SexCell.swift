import WijkModel

/// Reads a cell of the type in layouts.md.
enum SexCell {
  static func parse(_ cell: CellBytes) -> CellResult<RecordedSex> { .rejected("E999") }
}
