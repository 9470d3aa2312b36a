import WijkModel

/// Reads whole numbers of persons, households and the like.
enum CountCell {
  /// A whole number of at least 0.
  ///
  /// Group signs stand before groups of three; decimals must be zeros. Understood: a blank as group
  /// sign (W352), a footnote mark (W358), the text mark of a spreadsheet (W360). Marks of publishers
  /// are missing, with their reason. Refused: E351, E356 (negative), E357, E359.
  static func parse(_ cell: CellBytes, hasDecimalPoint: Bool = false) -> CellResult<Int> {
    let cell = cell.trimmed
    if cell.count <= 9, let number = cell.wholeNumber { return .value(number, nil) }
    if let reason = MissingCell.reason(cell) { return .missing(reason, nil) }
    let scanner = NumberScanner(hasDecimalPoint: hasDecimalPoint)
    switch scanner.shape(cell, unit: { $0 }) {
    case .failure(let refusal): return .rejected(refusal.code)
    case .success(let shape):
      var divisor = 1
      for _ in 0..<shape.decimals { divisor *= 10 }
      guard shape.areGroupsRegular, shape.mantissa % divisor == 0,
        !shape.hasDecimalSign || shape.decimals > 0
      else { return .rejected("E351") }
      if shape.isNegative, shape.mantissa != 0 { return .rejected("E356") }
      return .value(
        shape.mantissa / divisor, shape.oddity ?? (shape.hasBlankGroups ? "W352" : nil))
    }
  }
}
