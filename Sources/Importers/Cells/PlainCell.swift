import WijkModel

/// Reads the one form that nearly all cells of a column have, without a call or a branch per byte.
///
/// Anything else is nil and goes to the parser of the column, which knows all forms: for a cell that
/// is read here both give the same value and no finding.
enum PlainCell {
  /// A day of which the parts are known.
  struct Day {
    let year: Int
    /// The month times 100 plus the day of the month.
    let monthDay: Int
    let dayNumber: Int32
  }

  /// `dd-mm-yyyy`, a real date of 2 January 1900 until 31 December 2149.
  @inline(__always)
  static func day(_ cell: CellBytes, _ months: MonthStarts) -> Day? {
    guard cell.count == 10, let start = cell.baseAddress else { return nil }
    let bytes = UnsafeRawPointer(start)
    let head =
      UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) ^ 0x3030_2D30_302D_3030
    let tail = UInt64(UInt16(littleEndian: (bytes + 8).loadUnaligned(as: UInt16.self))) ^ 0x3030
    // A digit stays below 0x80 when 0x76 is added, a hyphen when 0x7F is.
    let marks = ((head &+ 0x7676_7F76_767F_7676) | head) & 0x8080_8080_8080_8080
    guard marks | (((tail &+ 0x7676) | tail) & 0x8080) == 0 else { return nil }
    let day = pair(head)
    let month = pair(head &>> 24)
    let year = pair(head &>> 48) &* 100 &+ pair(tail)
    guard let first = months.first(year: year, month: month) else { return nil }
    let number = first.dayNumber &+ Int32(truncatingIfNeeded: day) &- 1
    guard day >= 1, day <= first.days, number != MonthStarts.dummy else { return nil }
    return Day(year: year, monthDay: month &* 100 &+ day, dayNumber: number)
  }

  /// `X99` or `X99.99` in capitals.
  @inline(__always)
  static func code(_ cell: CellBytes) -> ICPCCode? {
    guard let start = cell.baseAddress, cell.count == 3 || (cell.count == 6 && start[3] == 0x2E),
      ICPCCode.isChapter(start[0]), let rubric = twoDigits(start + 1)
    else { return nil }
    var subcode: UInt32 = 0
    if cell.count == 6 {
      guard let number = twoDigits(start + 4) else { return nil }
      subcode = number
    }
    return ICPCCode(packed: UInt32(start[0]) &<< 16 | rubric &<< 8 | subcode)
  }

  /// `2312AB`, `2312 AB` in capitals; nil for letters that are never issued.
  @inline(__always)
  static func postcode(_ cell: CellBytes) -> UInt16? {
    let count = cell.count
    guard count == 7 || count == 6, let start = cell.baseAddress,
      count == 6 || start[4] == 0x20, start[0] != 0x30,
      let high = twoDigits(start), let low = twoDigits(start + 2),
      start[count &- 2] &- 65 < 26, start[count &- 1] &- 65 < 26,
      start[count &- 2] != UInt8(ascii: "S")
    else { return nil }
    return UInt16(truncatingIfNeeded: high &* 100 &+ low)
  }

  /// Eight digits of a code that exists.
  @inline(__always)
  static func practice(_ cell: CellBytes) -> UInt32? {
    guard cell.count == 8, let number = cell.wholeNumber, number > 0 else { return nil }
    return AGBCode(number)?.number
  }

  /// `M`, `V` or `O`.
  @inline(__always)
  static func sex(_ cell: CellBytes) -> RecordedSex? {
    guard cell.count == 1 else { return nil }
    switch cell[0] {
    case UInt8(ascii: "M"): return .male
    case UInt8(ascii: "V"): return .female
    case UInt8(ascii: "O"): return .other
    default: return nil
    }
  }

  @inline(__always)
  private static func pair(_ digits: UInt64) -> Int {
    Int(truncatingIfNeeded: (digits & 0xFF) &* 10 &+ (digits &>> 8 & 0xFF))
  }

  @inline(__always)
  private static func twoDigits(_ start: UnsafePointer<UInt8>) -> UInt32? {
    let (tens, ones) = (start[0] &- 48, start[1] &- 48)
    return tens < 10 && ones < 10 ? UInt32(tens) &* 10 &+ UInt32(ones) : nil
  }
}

/// The days on which the months of 1900 until 2149 start.
struct MonthStarts: Sendable {
  /// 1 January 1900 only fills a field that may not be blank (W335).
  static let dummy: Int32 = -25_567
  private static let shared = (0...(250 * 12)).map { month in
    CalendarDate(year: 1900 + month / 12, month: month % 12 + 1, day: 1)?.dayNumber ?? dummy
  }

  private let days = Self.shared

  /// The first day of a month and how many days it has; nil for one that is not there.
  @inline(__always)
  func first(year: Int, month: Int) -> (dayNumber: Int32, days: Int)? {
    guard year >= 1900, year < 2150, month >= 1, month <= 12 else { return nil }
    let place = (year &- 1900) &* 12 &+ month &- 1
    return (days[place], Int(days[place &+ 1] &- days[place]))
  }
}
