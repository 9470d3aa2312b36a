import WijkModel

/// Reads lists of ICPC codes.
enum ICPCListCell {
  /// Appends the codes of a cell; the value is their number.
  static func parse(_ cell: CellBytes, into codes: inout [ICPCCode]) -> CellResult<Int> {
    .rejected("E361")
  }
}
