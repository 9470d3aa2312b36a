/// Reads yes or no.
enum FlagCell {
  /// Yes, no, or missing for `onbekend` and `?`; blank is no (layouts.md), anything else E382.
  static func parse(_ cell: CellBytes) -> CellResult<Bool> {
    let cell = cell.trimmed
    if cell.isEmpty || cell.isWord("n") || cell.isWord("nee") || cell.isWord("0")
      || cell.isWord("onwaar") || cell.isWord("false") || cell.isWord("no")
    {
      return .value(false, nil)
    }
    if cell.isWord("j") || cell.isWord("ja") || cell.isWord("1") || cell.isWord("x")
      || cell.isWord("waar") || cell.isWord("true") || cell.isWord("y") || cell.isWord("yes")
    {
      return .value(true, nil)
    }
    if cell.isWord("onbekend") || cell.isWord("?") { return .missing(.unknown, nil) }
    return .rejected("E382")
  }
}
