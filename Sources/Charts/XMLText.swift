/// Text and attribute values of XML and HTML.
public enum XMLText {
  /// The text with `&`, `<`, `>`, `"` and `'` as character references.
  ///
  /// Fit for text and for attributes in either quote. Signs that XML forbids, and the invisible
  /// signs that change the direction of the text behind them, are dropped.
  public static func escaped(_ text: String) -> String {
    // Nearly all texts are as they should be.
    if text.unicodeScalars.allSatisfy(isPlain) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars where isLegible(scalar) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a sign stands in XML as it is.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    case 0x20...0x7E: true
    default: isLegible(scalar)
    }
  }

  /// Whether a sign may stand in XML and does not change the direction of the text behind it.
  public static func isLegible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: false
    case let value: value & 0xFFFE != 0xFFFE
    }
  }
}
