import DisclosureControl

/// Numbers as a Dutch reader expects them: `1.234`, `6,7 %`, `−0,21`, `drie`.
///
/// No locale is asked. The blank before `%` is a no-break space and the minus sign is `−` (U+2212).
public enum DutchNumber {
  /// The sign of a cell that may not be shown.
  public static let suppressed = ReleasableCell.suppressedText
  /// The word for a value that is unknown in the source.
  public static let unknown = ReleasableCell.unknownText
  /// A no-break space.
  public static let noBreakSpace = "\u{A0}"

  /// A whole number with dots between thousands: `1.234.567`, `−12`.
  public static func whole(_ number: Int) -> String {
    sign(number < 0) + grouped(String(number.magnitude))
  }

  /// A number rounded to whole, half away from zero: `12.345`.
  public static func whole(_ number: Double) -> String { decimal(number, decimals: 0) }

  /// A number with a fixed number of decimals: `1.234,50`, `−0,2`; infinite and NaN are `onbekend`.
  ///
  /// Half is rounded away from zero. What rounds to zero has no sign.
  public static func decimal(_ number: Double, decimals: Int) -> String {
    guard number.isFinite, number.magnitude < 1e15 else { return unknown }
    let places = min(max(decimals, 0), 6)
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let scaled = number.magnitude * factor
    let units = Int((scaled + 2 * scaled.ulp).rounded(.toNearestOrAwayFromZero))
    let whole = units / Int(factor)
    var text = grouped(String(whole))
    if places > 0 {
      let fraction = String(units % Int(factor))
      text += "," + String(repeating: "0", count: places - fraction.count) + fraction
    }
    return sign(number < 0 && units != 0) + text
  }

  /// A number with as many decimals as it has, at most `decimals`: `12`, `12,5`.
  public static func short(_ number: Double, decimals: Int) -> String {
    let text = decimal(number, decimals: decimals)
    guard text.contains(",") else { return text }
    var characters = Array(text)
    while characters.last == "0" { characters.removeLast() }
    if characters.last == "," { characters.removeLast() }
    let shortened = String(characters)
    return shortened == "−0" ? "0" : shortened
  }

  /// A percentage (0...100) with a fixed number of decimals: `26 %`, `6,7 %`.
  public static func percentage(_ percentage: Double, decimals: Int) -> String {
    decimal(percentage, decimals: decimals) + noBreakSpace + "%"
  }

  /// A percentage (0...100) for a sentence: whole from 10 on, one decimal below it.
  ///
  /// A zero is `0 %`. What rounds to 10,0 is written `10 %`.
  public static func percentage(_ percentage: Double) -> String {
    let isSmall = percentage.magnitude < 9.95 && percentage != 0
    return self.percentage(percentage, decimals: isSmall ? 1 : 0)
  }

  /// An amount of money in euros: `€ 1.234` or `€ 12,50`.
  public static func euros(_ amount: Double, decimals: Int = 0) -> String {
    "€" + noBreakSpace + decimal(amount, decimals: decimals)
  }

  /// A small number as a word, `nul` to `twintig`; larger ones in digits, negative ones too.
  public static func word(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : whole(number)
  }

  /// The number of thousands, hundreds or tens nearest to a number, for sentences with "ongeveer".
  ///
  /// Two significant digits, at least tens: 5,432 → 5.400; 187 → 190.
  public static func about(_ number: Double) -> String {
    var step = 10.0
    while number.magnitude / step >= 100 { step *= 10 }
    return whole((number / step).rounded(.toNearestOrAwayFromZero) * step)
  }

  private static let words = [
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig",
  ]

  private static func sign(_ isNegative: Bool) -> String { isNegative ? "−" : "" }

  private static func grouped(_ digits: String) -> String {
    let characters = Array(digits)
    var result = ""
    for (place, character) in characters.enumerated() {
      if place > 0, (characters.count - place) % 3 == 0 { result += "." }
      result.append(character)
    }
    return result
  }
}
