import Glibc

/// Moments as text, without a locale.
enum Timestamp {
  /// Seconds since 1970 as `2026-11-22T03:15:02Z`.
  static func text(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    guard gmtime_r(&moment, &parts) != nil else { return "" }
    return "\(date(parts))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// The seconds since 1970 of a text that ``text(_:)`` made; nil for any other.
  static func seconds(_ text: String) -> Int? {
    let digits = text.split { !("0"..."9").contains($0) }.compactMap { Int32($0) }
    guard digits.count == 6 else { return nil }
    var parts = tm()
    parts.tm_year = digits[0] - 1900
    parts.tm_mon = digits[1] - 1
    parts.tm_mday = digits[2]
    parts.tm_hour = digits[3]
    parts.tm_min = digits[4]
    parts.tm_sec = digits[5]
    let seconds = Int(timegm(&parts))
    return Self.text(seconds) == text ? seconds : nil
  }

  /// Seconds since 1970 as a reader at this machine says it: `22-11-2026 om 04:15`.
  static func localText(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    guard localtime_r(&moment, &parts) != nil else { return "" }
    return "\(two(parts.tm_mday))-\(two(parts.tm_mon + 1))-\(parts.tm_year + 1900) om "
      + "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  private static func date(_ parts: tm) -> String {
    "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
