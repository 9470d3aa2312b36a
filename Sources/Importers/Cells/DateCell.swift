import WijkModel

/// A date as recorded.
enum RecordedDate: Hashable, Sendable {
  /// A full date.
  case day(CalendarDate)
  /// Only the year is known.
  case year(Int)
}

/// Reads dates.
enum DateCell {
  static func parse(_ cell: CellBytes) -> CellResult<RecordedDate> { .rejected("E331") }
}
