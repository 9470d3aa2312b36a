import WijkModel

/// Names of areas in the form in which sources are compared.
///
/// `GGD Hollands-Midden`, `Hollands Midden (GG)` and `HOLLANDS-MIDDEN` are one name, and so are `Súdwest-Fryslân`
/// and `SUDWEST-FRYSLAN`.
enum AreaName {
  /// Letters and digits in lower case without accents; without `GGD`, `regio` in front and a suffix in brackets.
  static func comparable(_ text: String) -> String {
    var name = text.lowercased()
    if name.hasSuffix(")"), let bracket = name.lastIndex(of: "(") {
      name = String(name[..<bracket])
    }
    for prefix in ["ggd ", "gemeente ", "regio "] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if let letters = folded[scalar] {
        result.append(letters)
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static let folded: [Unicode.Scalar: Unicode.Scalar] = [
    "á": "a", "à": "a", "â": "a", "ä": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i",
    "ì": "i", "î": "i", "ï": "i", "ó": "o", "ò": "o", "ô": "o", "ö": "o", "ú": "u", "ù": "u",
    "û": "u", "ü": "u",
  ]
}
