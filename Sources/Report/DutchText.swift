/// Small rules of Dutch grammar for generated sentences.
public enum DutchText {
  /// Texts as an enumeration: `a`, `a en b`, `a, b en c`; empty for none.
  public static func enumeration(_ texts: [String], last: String = "en") -> String {
    guard let final = texts.last else { return "" }
    let others = texts.dropLast()
    return others.isEmpty ? final : others.joined(separator: ", ") + " \(last) " + final
  }

  /// A number with its noun: `1 patiënt`, `2.345 patiënten`.
  public static func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
    DutchNumber.whole(number) + " " + (number == 1 ? singular : plural)
  }

  /// A small number as a word with its noun: `één praktijk`, `vijf praktijken`, `34 praktijken`.
  public static func worded(_ number: Int, _ singular: String, _ plural: String) -> String {
    DutchNumber.word(number) + " " + (number == 1 ? singular : plural)
  }

  /// The text with its first letter as a capital; `één` becomes `Eén`.
  public static func capitalized(_ text: String) -> String {
    if text.hasPrefix("één") { return "E" + text.dropFirst(1) }
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// The text with its first letter small, unless the word goes on in capitals (`COPD`, `SES`) or
  /// comes from the name of a country or continent (`Nederlandse herkomst`).
  public static func uncapitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    if ["Nederland", "Europe", "Europa"].contains(where: text.hasPrefix) { return text }
    let second = text.dropFirst().first
    if second.map({ $0.isUppercase || $0.isNumber }) ?? false { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// Sentences as one paragraph; empty ones are left out.
  public static func paragraph(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A percentage (0...100) as `1 op de 5`, or nil where no small fraction is within half a point.
  public static func oneIn(_ percentage: Double) -> String? {
    for parts in [2, 3, 4, 5, 6, 7, 8, 10, 20] {
      if (percentage - 100 / Double(parts)).magnitude <= 0.5 { return "1 op de \(parts)" }
    }
    return nil
  }

  /// A percentage (0...100) in words: `de helft`, `ruim de helft`, `een kwart`; nil where none fits.
  ///
  /// "Bijna" up to 3 points below, "ruim" up to 5 points above, without a word within half a point.
  public static func about(_ percentage: Double) -> String? {
    let fractions: [(Double, String)] = [
      (10, "een tiende"), (20, "een vijfde"), (25, "een kwart"), (100.0 / 3, "een derde"),
      (50, "de helft"), (200.0 / 3, "twee derde"), (75, "drie kwart"),
    ]
    for (value, words) in fractions where (percentage - value).magnitude <= 0.5 { return words }
    for (value, words) in fractions where percentage < value && value - percentage <= 3 {
      return "bijna " + words
    }
    for (value, words) in fractions.reversed() where percentage > value && percentage - value <= 5 {
      return "ruim " + words
    }
    return nil
  }

  /// `meer dan`, `minder dan` or `ongeveer evenveel als`; different from 2 percentage points on.
  ///
  /// The limit is that of statistics.md, "Words".
  public static func comparison(_ percentage: Double, with reference: Double) -> String {
    let difference = percentage - reference
    if difference >= 2 { return "meer dan" }
    if difference <= -2 { return "minder dan" }
    return "ongeveer evenveel als"
  }
}
