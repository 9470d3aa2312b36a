/// Reads years.
enum YearCell {
  /// A year 1900...2100; `2022JJ00` (a period of StatLine) and a footnote mark (W358) are understood.
  ///
  /// Blank is missing, anything else E386.
  static func parse(_ cell: CellBytes) -> CellResult<Int> {
    let cell = cell.trimmed
    if cell.isEmpty { return .missing(.unknown, nil) }
    guard let year = cell.upTo(4).wholeNumber, cell.count >= 4, (1900...2100).contains(year) else {
      return .rejected("E386")
    }
    let rest = cell.from(4)
    if rest.isEmpty || rest.isWord("jj00") { return .value(year, nil) }
    return rest.allSatisfy({ $0 == UInt8(ascii: "*") }) ? .value(year, "W358") : .rejected("E386")
  }
}
