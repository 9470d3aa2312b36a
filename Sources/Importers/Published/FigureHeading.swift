import Definitions

/// The name of a column of figures, as publishers write it, brought to forms that can be looked up.
///
/// StatLine writes one figure as `Eenzaamheid/Ernstig/zeer ernstig eenzaam (%)` (portal),
/// `Ernstig|zeer ernstig eenzaam` (tabelindeling) or `ErnstigZeerErnstigEenzaam_20` (data sets). The
/// path before a name, the unit behind it and the ordinal suffix differ per table and are no part
/// of the name; a slash may be.
struct FigureHeading: Hashable {
  /// The heading without unit and ordinal suffix, blanks trimmed.
  let name: String
  /// The unit between the last brackets (`%`, `aantal`), or empty.
  let unit: String

  /// Units that publishers put in brackets behind a name; other brackets belong to the name.
  private static let units: Set<String> = [
    "%", "aantal", "getal", "x 1 000 euro", "x 1000 euro", "x 1.000 euro", "euro", "km", "per km²",
    "uren", "uur", "score", "adressen/km2",
  ]

  /// Reads a heading.
  init(_ text: String) {
    var name = AreaText.trimmed(text)
    var unit = ""
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let inside = AreaText.trimmed(String(name[name.index(after: open)...].dropLast()))
      if Self.units.contains(inside.lowercased()) {
        unit = inside.lowercased()
        name = AreaText.trimmed(String(name[..<open]))
      }
    }
    if let underscore = name.lastIndex(of: "_"), underscore != name.startIndex {
      let suffix = name[name.index(after: underscore)...]
      if !suffix.isEmpty, suffix.utf8.allSatisfy({ (48...57).contains($0) }) {
        name = String(name[..<underscore])
      }
    }
    self.name = name
    self.unit = unit
  }

  /// The name and its ends after each path separator, longest first, squeezed.
  var candidates: [String] {
    var found = [Self.squeezed(name)]
    for (index, sign) in zip(name.indices, name) where sign == "/" || sign == "|" {
      found.append(Self.squeezed(String(name[name.index(after: index)...])))
    }
    return found.filter { !$0.isEmpty }
  }

  /// Small letters and digits only, without accents: `Eén of meer` and `EenOfMeer` are one name.
  static func squeezed(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      default: if let letter = plainLetters[scalar] { result.append(letter) }
      }
    }
    return result
  }

  private static let plainLetters: [UnicodeScalar: Character] = [
    "á": "a", "à": "a", "ä": "a", "â": "a", "å": "a", "ã": "a", "ç": "c", "é": "e", "è": "e",
    "ë": "e", "ê": "e", "í": "i", "ì": "i", "ï": "i", "î": "i", "ñ": "n", "ó": "o", "ò": "o",
    "ö": "o", "ô": "o", "õ": "o", "ú": "u", "ù": "u", "ü": "u", "û": "u", "ÿ": "y",
  ]
}

/// Finds indicators by the headings and names that sources use.
struct IndicatorIndex {
  private var byName: [String: Indicator] = [:]

  /// Makes an index of the indicators of some kinds; of two with one name the first counts.
  init(_ indicators: [Indicator], kinds: Set<Indicator.Kind>) {
    for indicator in indicators where kinds.contains(indicator.kind) {
      for name in [indicator.id, indicator.name] + indicator.aliases {
        let heading = FigureHeading(name)
        for key in [FigureHeading.squeezed(name), FigureHeading.squeezed(heading.name)]
        where !key.isEmpty && byName[key] == nil {
          byName[key] = indicator
        }
      }
    }
  }

  /// The indicator that a heading or name means, or nil.
  func indicator(for text: String) -> Indicator? {
    if let whole = byName[FigureHeading.squeezed(text)] { return whole }
    return FigureHeading(text).candidates.lazy.compactMap { byName[$0] }.first
  }
}
