import Definitions

/// The name of a column of figures, as publishers write it, and the unit behind it.
///
/// StatLine writes `Bevolking/Aantal inwoners (aantal)` in the portal and gives units a record of
/// their own in the tabelindeling. Brackets with something else belong to the name.
struct FigureHeading: Hashable {
  /// The heading without its unit, blanks trimmed.
  let name: String
  /// The unit in small letters, or empty.
  let unit: String

  private static let units: Set<String> = [
    "%", "aantal", "getal", "x 1", "x 1 000 euro", "x 1000 euro", "x 1.000 euro", "euro", "km",
    "km2", "score", "per km2", "aantal inwoners", "per 1 000 inwoners", "kwh", "m3", "ha",
  ]

  /// Reads a heading.
  init(_ text: String) {
    let whole = AreaText.trimmed(text)
    guard whole.hasSuffix(")"), let open = whole.lastIndex(of: "(") else {
      (name, unit) = (whole, "")
      return
    }
    let inside = AreaText.trimmed(String(whole[whole.index(after: open)...].dropLast()))
      .lowercased()
    let isUnit = Self.units.contains(inside)
    name = isUnit ? AreaText.trimmed(String(whole[..<open])) : whole
    unit = isUnit ? Self.unit(inside) : ""
  }

  /// The unit as the definitions write it; other words stay as they are.
  static func unit(_ text: String) -> String {
    let word = AreaText.trimmed(text).lowercased()
    return switch word {
    case "x 1", "x1", "aantal inwoners": "aantal"
    case "percentage", "procent", "perc": "%"
    case "x 1 000 euro", "x 1000 euro", "x € 1.000", "x 1.000 €": "x 1.000 euro"
    case "getal": "score"
    default: word
    }
  }

  /// The unit of figures of an indicator under this heading; nil when it cannot be told.
  ///
  /// One name stands for a count in one table of CBS and for a percentage in another (`Westers
  /// totaal`, `Onbewoond`), so a heading without a unit must say it in its name, unless the
  /// indicator is neither.
  func unit(of indicator: Indicator) -> String? {
    if !unit.isEmpty { return unit }
    let last = name.split { $0 == "/" || $0 == "|" }.last.map { $0.lowercased() } ?? ""
    if last.hasPrefix("aantal") { return "aantal" }
    if last.hasPrefix("percentage") { return "%" }
    return ["aantal", "%"].contains(indicator.unit) ? nil : indicator.unit
  }
}

extension DefinitionSet {
  /// The indicator of some kinds that a heading of a column or a name in a cell means, or nil.
  func figure(for heading: String, kinds: Set<Indicator.Kind>) -> Indicator? {
    for name in [heading, FigureHeading(heading).name] {
      if let found = indicator(named: name), kinds.contains(found.kind) { return found }
    }
    return nil
  }
}
