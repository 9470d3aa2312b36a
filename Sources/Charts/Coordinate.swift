/// Numbers in SVG: at most two decimals, a point, no exponent, whatever the locale.
enum Coordinate {
  /// The number as text; half away from zero, without trailing zeros, never `-0`.
  ///
  /// Numbers that are not finite, or beyond a million pixels, become 0 and the limit.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return "0" }
    let hundredths = Int((min(max(number, -1e6), 1e6) * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
    if rest > 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
    return text
  }
}
