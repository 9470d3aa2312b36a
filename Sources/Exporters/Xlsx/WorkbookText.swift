import Charts

/// Texts as a workbook can hold them.
enum WorkbookText {
  /// The most UTF-16 units in a cell that we write; Excel takes 32,767.
  static let cellLimit = 32_000

  /// A text for a cell: without signs that XML forbids, no longer than a cell, and with `_x0041_`
  /// marked as text, because Excel would read it as `A`.
  static func cell(_ text: String) -> String {
    isPlain(text) ? text : shortened(escaped(legible(text)), to: cellLimit)
  }

  /// Whether a short text can stand in a cell as it is, as nearly all can.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count < 1_000
      && text.unicodeScalars.allSatisfy {
        $0 != "_" && $0 != "\r" && XMLText.isLegible($0)
      }
  }

  /// A text on one line, for headers, names and descriptions.
  static func line(_ text: String, limit: Int) -> String {
    let words = legible(text).split(whereSeparator: \.isWhitespace)
    return shortened(escaped(words.joined(separator: " ")), to: limit)
  }

  /// A text in the header or footer of a page, where `&` starts a code.
  static func page(_ text: String, limit: Int) -> String {
    line(text, limit: limit).replacing("&", with: "&&")
  }

  private static func legible(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { XMLText.isLegible($0) && $0 != "\r" }
    return String(String.UnicodeScalarView(scalars))
  }

  /// `_x005F_` is how Office writes an underscore that starts no code (ECMA-376, ST_Xstring).
  private static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
      let code = rest.prefix(7).utf8
      let isCode =
        code.count == 7 && rest.hasPrefix("_x") && code.last == UInt8(ascii: "_")
        && code.dropFirst(2).prefix(4).allSatisfy { byte in
          Character(Unicode.Scalar(byte)).isHexDigit
        }
      result += isCode ? "_x005F_" : String(first)
      rest = rest.dropFirst()
    }
    return result
  }

  private static func shortened(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var result = ""
    var length = 1
    for character in text {
      length += character.utf16.count
      if length > limit { break }
      result.append(character)
    }
    return result + "…"
  }
}
