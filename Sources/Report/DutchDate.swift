import WijkModel

/// Dates as a Dutch reader expects them.
public enum DutchDate {
  /// `1 juli 2026`.
  public static func long(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day) \(monthName(month)) \(year)"
  }

  /// `01-07-2026`.
  public static func short(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(day))-\(two(month))-\(year)"
  }

  /// The long form of a date written as `yyyy-mm-dd`; any other text as it stands.
  public static func long(iso text: String) -> String {
    CalendarDate(iso: text).map(long) ?? text
  }

  /// `juli` for 7; empty outside 1...12.
  public static func monthName(_ month: Int) -> String {
    let names = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : ""
  }
}
