import WijkModel

/// What a cell says about an area: CBS codes, names of StatLine with their suffix, or a total.
///
/// Postcodes are not read here: they have a cell parser of their own with findings.
enum AreaText {
  /// What was read.
  enum Reading: Hashable {
    /// An area.
    case area(Area)
    /// One to three digits: the begin of postcodes, a higher level (PC2, PC3).
    case postcodePrefix(String)
    /// `Totaal`, `Total`, `Eindtotaal`.
    case total
    /// The cell begins with four digits and is to be read as a postcode.
    case postcode
    /// Nothing.
    case blank
  }

  /// The code of the country in ``Area``, whatever the source calls it (`NL00`, `NL01`, `Nederland`).
  static let country = Area(.country, "NL")

  /// Prefixes of CBS region codes and what they are.
  private static let codeKinds: [(prefix: String, digits: Int, kind: AreaKind)] = [
    ("NL", 2, .country), ("LD", 2, .region), ("PV", 2, .region), ("CR", 2, .region),
    ("GG", 4, .region), ("GM", 4, .municipality), ("WK", 6, .cbsWijk), ("BU", 8, .cbsBuurt),
  ]

  /// Suffixes of names in the StatLine dimension `RegioS`.
  private static let nameSuffixes: [(suffix: String, kind: AreaKind)] = [
    (" (GG)", .region), (" (LD)", .region), (" (PV)", .region), (" (CR)", .region),
    (" (gemeente)", .municipality),
  ]

  /// Reads the text of a cell.
  static func reading(_ cell: String) -> Reading {
    let text = trimmed(cell)
    guard let first = text.utf8.first else { return .blank }
    if (48...57).contains(first) {
      let digits = text.utf8.prefix { (48...57).contains($0) }.count
      return digits == text.utf8.count && digits < 4 ? .postcodePrefix(text) : .postcode
    }
    switch text.lowercased() {
    case "totaal", "total", "eindtotaal", "totaal generaal": return .total
    case "nl", "nederland": return .area(country)
    default: return .area(codedArea(text) ?? namedArea(text))
    }
  }

  /// The kind that StatLine names in `Soort regio` (`Land`, `Gemeente`, `Wijk`, `Buurt`).
  static func kind(_ text: String) -> AreaKind? {
    switch trimmed(text).lowercased() {
    case "land": .country
    case "landsdeel", "provincie", "ggd-regio", "regio": .region
    case "gemeente": .municipality
    case "wijk": .cbsWijk
    case "buurt": .cbsBuurt
    default: nil
    }
  }

  private static func codedArea(_ text: String) -> Area? {
    let code = text.uppercased()
    for (prefix, digits, kind) in codeKinds where code.hasPrefix(prefix) {
      let rest = code.utf8.dropFirst(prefix.utf8.count)
      guard rest.count == digits, rest.allSatisfy({ (48...57).contains($0) }) else { continue }
      return kind == .country ? country : Area(kind, code)
    }
    return nil
  }

  /// A name: a GGD region says so itself; other names without suffix are gemeenten in StatLine.
  private static func namedArea(_ text: String) -> Area {
    for (suffix, kind) in nameSuffixes where text.hasSuffix(suffix) {
      return Area(kind, trimmed(String(text.dropLast(suffix.count))))
    }
    let lower = text.lowercased()
    // "Voorbeeldregio", "GGD Hollands-Midden": regions of own files say it in their name.
    let isRegion =
      ["ggd ", "provincie "].contains { lower.hasPrefix($0) } || lower.contains("regio")
    return Area(isRegion ? .region : .municipality, text)
  }

  /// The text without white space at both ends (no-break spaces too).
  static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
