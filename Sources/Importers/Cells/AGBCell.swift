import WijkModel

/// Reads AGB codes of practices.
enum AGBCell {
  /// Eight digits, with or without a hyphen after the second.
  ///
  /// Seven digits get back the leading zero that a spreadsheet took (W372). Blank is missing,
  /// anything else E371.
  static func parse(_ cell: CellBytes) -> CellResult<AGBCode> {
    let cell = cell.trimmed
    if cell.isEmpty { return .missing(.unknown, nil) }
    if cell.count == 9, cell[2] == UInt8(ascii: "-"), let kind = cell.upTo(2).wholeNumber,
      let rest = cell.from(3).wholeNumber, let code = AGBCode(kind * 1_000_000 + rest)
    {
      return .value(code, nil)
    }
    guard cell.count == 8 || cell.count == 7, let number = cell.wholeNumber,
      let code = AGBCode(number)
    else { return .rejected("E371") }
    return .value(code, cell.count == 7 ? "W372" : nil)
  }
}
