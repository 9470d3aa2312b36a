/// Recognizes words that stand for all rows together.
enum TotalCell {
  /// Whether the cell says `Totaal`, `Total`, `Eindtotaal` (with or without more words).
  static func matches(_ cell: CellBytes) -> Bool { false }
}
