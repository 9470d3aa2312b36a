import WijkModel

/// Reads decimal numbers.
enum NumberCell {
  static func percentage(_ cell: CellBytes, hasDecimalPoint: Bool) -> CellResult<Double> {
    .rejected("E351")
  }
  static func amount(_ cell: CellBytes, hasDecimalPoint: Bool) -> CellResult<Double> {
    .rejected("E351")
  }
  static func number(_ cell: CellBytes, hasDecimalPoint: Bool) -> CellResult<Double> {
    .rejected("E351")
  }
}
