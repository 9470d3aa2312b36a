import WijkModel

/// Reads a cell of the type in layouts.md.
enum MainProviderCell {
  static func parse(_ cell: CellBytes) -> CellResult<MainProvider> { .rejected("E999") }
}
