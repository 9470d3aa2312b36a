import WijkModel

/// A date as recorded.
enum RecordedDate: Hashable, Sendable {
  /// A full date.
  case day(CalendarDate)
  /// Only the year is known.
  case year(Int)
}

/// Reads dates in all forms of layouts.md; the day always stands before the month.
enum DateCell {
  /// The date of a cell.
  ///
  /// A year alone is read with W334, dummies (01-01-1900, 31-12-9999, 01-01-0001, zeros) are missing
  /// with W335, two-digit years are refused (E332), anything else E331. Excel serials are refused
  /// here; see ``serial(_:)``.
  static func parse(_ cell: CellBytes) -> CellResult<RecordedDate> {
    var scanner = DateScanner(cell: cell.trimmed)
    if scanner.cell.isEmpty { return .missing(.unknown, nil) }
    guard let parts = scanner.parts() else { return .rejected("E331") }
    if parts.hasShortYear { return .rejected("E332") }
    return date(parts)
  }

  /// The day of an Excel serial (1900 system): 1 is 1 January 1900, 43831 is 1 January 2020.
  ///
  /// Nil for what can also be a year (1880...2100) and for numbers before 1902 or after 2119, save
  /// the serials of the dummy dates. Only to be used when every filled cell of the column is one.
  static func serial(_ cell: CellBytes) -> CalendarDate? {
    let cell = cell.trimmed
    guard cell.count <= 7, let number = cell.wholeNumber else { return nil }
    let isDummy = number == 1 || number == 2_958_465
    guard isDummy || (1000...80_000).contains(number), !(1880...2100).contains(number) else {
      return nil
    }
    // Excel has a 29 February 1900 that never was: from serial 61 on, day 0 is 30 December 1899.
    let offset = number > 60 ? 25_569 : 25_568
    return CalendarDate(dayNumber: Int32(number - offset))
  }

  /// Whether a date only fills a field that may not be blank.
  static func isDummy(_ date: CalendarDate) -> Bool {
    date.dayNumber == -25_567 || date.dayNumber == 2_932_896 || date.dayNumber == -719_162
  }

  private static func date(_ parts: DateScanner.Parts) -> CellResult<RecordedDate> {
    if parts.day == 0 || parts.month == 0 {
      if parts.year == 0 { return .missing(.unknown, "W335") }
      guard parts.day == 0, parts.month <= 12, (1850...2200).contains(parts.year) else {
        return .rejected("E331")
      }
      return .value(.year(parts.year), "W334")
    }
    guard let date = CalendarDate(year: parts.year, month: parts.month, day: parts.day) else {
      return .rejected("E331")
    }
    return isDummy(date) ? .missing(.unknown, "W335") : .value(.day(date), nil)
  }
}

/// Takes the bytes of a date apart.
struct DateScanner {
  /// Day, month and year as written; zeros where the source has zeros or only a year.
  struct Parts {
    var year = 0
    var month = 0
    var day = 0
    var hasShortYear = false
  }

  let cell: CellBytes
  private var position = 0

  init(cell: CellBytes) { self.cell = cell }

  /// The parts, or nil when the cell has none of the forms.
  mutating func parts() -> Parts? {
    let start = digits()
    switch start.count {
    case 4 where position == cell.count: return Parts(year: start.number)
    case 4: return yearFirst(start.number)
    case 8: return isTime() ? packed(start.number) : nil
    case 12, 14:
      guard position == cell.count else { return nil }
      return packed(start.number / (start.count == 12 ? 10_000 : 1_000_000))
    case 1, 2: return dayFirst(start.number)
    default: return nil
    }
  }

  private func packed(_ number: Int) -> Parts {
    Parts(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private mutating func yearFirst(_ year: Int) -> Parts? {
    guard let separator = separator() else { return nil }
    let month = digits()
    guard (1...2).contains(month.count), self.separator() == separator else { return nil }
    let day = digits()
    guard (1...2).contains(day.count), isTime() else { return nil }
    return Parts(year: year, month: month.number, day: day.number)
  }

  private mutating func dayFirst(_ day: Int) -> Parts? {
    let mark = position
    if let separator = separator() {
      let month = digits()
      if (1...2).contains(month.count) {
        guard self.separator() == separator else { return nil }
        return year(day: day, month: month.number)
      }
    }
    position = mark
    return namedMonth(day)
  }

  private mutating func year(day: Int, month: Int) -> Parts? {
    let year = digits()
    guard year.count == 4 || year.count == 2, isTime() else { return nil }
    return Parts(year: year.number, month: month, day: day, hasShortYear: year.count == 2)
  }

  /// `1 januari 2020`, `1 jan. 2020`, `1-jan-2020`.
  private mutating func namedMonth(_ day: Int) -> Parts? {
    skipGap()
    let start = position
    while position < cell.count, cell[position].isLetter { position += 1 }
    guard let month = Self.month(CellBytes(rebasing: cell[start..<position])) else { return nil }
    let end = position
    skipGap()
    return position == end ? nil : year(day: day, month: month)
  }

  private mutating func skipGap() {
    while position < cell.count,
      cell[position] == 0x20 || cell[position] == UInt8(ascii: "-")
        || cell[position] == UInt8(ascii: ".")
    {
      position += 1
    }
  }

  private mutating func digits() -> (number: Int, count: Int) {
    var number = 0
    let start = position
    while position < cell.count, cell[position].isDigit, position - start < 15 {
      number = number * 10 + Int(cell[position] - 48)
      position += 1
    }
    return (number, position - start)
  }

  private mutating func separator() -> UInt8? {
    guard position < cell.count else { return nil }
    let byte = cell[position]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    else { return nil }
    position += 1
    return byte
  }

  /// Whether nothing follows but a time: `T00:00`, ` 00:00:00.000`, `Z`, `+01:00`.
  private mutating func isTime() -> Bool {
    if position == cell.count { return true }
    guard cell[position] == 0x20 || cell[position] == UInt8(ascii: "T") else { return false }
    position += 1
    guard clock() else { return false }
    if position == cell.count { return true }
    let zone = cell[position]
    position += 1
    if zone == UInt8(ascii: "Z") { return position == cell.count }
    guard zone == UInt8(ascii: "+") || zone == UInt8(ascii: "-") else { return false }
    return clock() && position == cell.count
  }

  /// `0:00`, `00:00:00`, `00:00:00.000`.
  private mutating func clock() -> Bool {
    let hours = digits()
    guard (1...2).contains(hours.count), hours.number < 24 else { return false }
    var parts = 0
    for _ in 0..<2 where position < cell.count && cell[position] == UInt8(ascii: ":") {
      position += 1
      let part = digits()
      guard part.count == 2, part.number < 61 else { return false }
      parts += 1
    }
    if position < cell.count, cell[position] == UInt8(ascii: ".") {
      position += 1
      guard digits().count > 0 else { return false }
    }
    return parts > 0
  }

  private static func month(_ word: CellBytes) -> Int? {
    let full: [StaticString] = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ]
    for (index, name) in full.enumerated() where word.isWord(name) { return index + 1 }
    let short: [StaticString] = [
      "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]
    for (index, name) in short.enumerated() where word.isWord(name) { return index + 1 }
    return word.isWord("sept") ? 9 : nil
  }
}
