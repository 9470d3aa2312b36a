/// The form in which names of columns are compared (layouts.md, "Header match").
public enum HeaderName {
  /// The comparable form of a header: `Praktijk_AGB`, `praktijk-agb` and `"praktijk<newline>agb"` are
  /// one name.
  ///
  /// Lower case; every run of blanks, no-break spaces, line breaks, `_`, `-` and `.` becomes one
  /// blank; blanks around it and a trailing `:` or `*` are dropped. Compare results with `==`, which
  /// is canonical equivalence in Swift, so that composed and decomposed letters are equal.
  public static func normalized(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return normalizedASCII(text.utf8) }
    var result = String.UnicodeScalarView()
    var isGapPending = false
    for scalar in text.lowercased().unicodeScalars {
      if isGap(scalar) {
        isGapPending = !result.isEmpty
        continue
      }
      if isGapPending { result.append(" ") }
      isGapPending = false
      result.append(scalar)
    }
    while let last = result.last, last == ":" || last == "*" || last == " " { result.removeLast() }
    return String(result)
  }

  /// The same for text of ASCII only, which nearly all names are.
  private static func normalizedASCII(_ text: String.UTF8View) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isGapPending = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x20, 0x09...0x0D:
        isGapPending = !result.isEmpty
        continue
      default: break
      }
      if isGapPending { result.append(0x20) }
      isGapPending = false
      result.append((65...90).contains(byte) ? byte | 0x20 : byte)
    }
    while let last = result.last,
      last == UInt8(ascii: ":") || last == UInt8(ascii: "*") || last == 0x20
    {
      result.removeLast()
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", "-", ".", " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{2007}", "\u{FEFF}",
      "\u{200B}":
      true
    default:
      scalar.properties.isWhitespace
    }
  }
}

/// The form in which names of indicators are compared (top3.md, section 1).
enum IndicatorName {
  /// The names under which an indicator may be known, the most exact first.
  ///
  /// Without the ordinal suffix of StatLine keys (`_4`) and without `(%)`; then without the path
  /// before each `/` or `|`. Names hold slashes themselves (`goed/zeer goed`), so the whole name is
  /// tried first and the path is taken off from the left, part by part.
  static func candidates(_ text: String) -> [String] {
    let bare = withoutUnit(withoutOrdinal(text))
    var results = [key(bare)]
    for index in bare.indices where bare[index] == "/" || bare[index] == "|" {
      results.append(key(String(bare[bare.index(after: index)...])))
    }
    return results.filter { !$0.isEmpty }
  }

  /// Letters and digits only, in lower case, accents dropped from Latin letters.
  static func key(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(folded[scalar] ?? scalar)
      } else if scalar == "<" || scalar == ">" || scalar == "+" {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let folded: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{E9}": "e", "\u{E8}": "e", "\u{EB}": "e", "\u{EF}": "i", "\u{ED}": "i", "\u{F6}": "o",
    "\u{F3}": "o", "\u{FC}": "u", "\u{E1}": "a", "\u{E4}": "a",
  ]

  private static func withoutOrdinal(_ text: String) -> String {
    let trimmed = trimmedBlanks(text)
    guard let mark = trimmed.lastIndex(of: "_") else { return trimmed }
    let digits = trimmed[trimmed.index(after: mark)...]
    return !digits.isEmpty && digits.allSatisfy({ ("0"..."9").contains($0) })
      ? String(trimmed[..<mark]) : trimmed
  }

  private static func withoutUnit(_ text: String) -> String {
    for unit in ["(%)", "(% )", "( %)"] where text.hasSuffix(unit) {
      return trimmedBlanks(String(text.dropLast(unit.count)))
    }
    return text
  }

  private static func trimmedBlanks(_ text: String) -> String {
    var slice = Substring(text)
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
