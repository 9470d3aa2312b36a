/// Recognizes words that stand for all rows together.
enum TotalCell {
  /// Whether the cell says `Totaal`, `Total`, `Eindtotaal`, also with more words behind it, or
  /// `Alle …`.
  static func matches(_ cell: CellBytes) -> Bool {
    let cell = cell.trimmed
    return begins(cell, "totaal") || begins(cell, "total") || begins(cell, "eindtotaal")
      || (cell.count > 5 && cell.hasPrefix("alle "))
  }

  private static func begins(_ cell: CellBytes, _ word: StaticString) -> Bool {
    guard cell.hasPrefix(word) else { return false }
    let length = word.utf8CodeUnitCount
    return cell.count == length || !cell[length].isLetter
  }
}
