import WijkModel

/// Reads a cell of the type in layouts.md.
enum CategoryCell {
  static func parse(_ cell: CellBytes) -> CellResult<PatientCategory> { .rejected("E999") }
}
