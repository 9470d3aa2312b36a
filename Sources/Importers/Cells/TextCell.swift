@_spi(_Unicode) import Swift
import WijkModel

/// Reads text that is shown, such as the name of a practice.
enum TextCell {
  /// The text in Unicode normalization form C, line breaks as blanks, without control and
  /// bidirectional characters (W373).
  ///
  /// Text that looks like UTF-8 read as Latin-1 is kept with W104, a beginning that a spreadsheet
  /// takes for a formula with W371. Blank is missing.
  static func parse(_ cell: CellBytes) -> CellResult<String> {
    let cell = cell.trimmed
    if cell.isEmpty { return .missing(.unknown, nil) }
    if cell.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      return .value(String(decoding: cell, as: UTF8.self), formulaCode(cell))
    }
    var scalars = String.UnicodeScalarView()
    var hasControl = false
    for scalar in String(decoding: cell, as: UTF8.self)._nfc {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        if scalars.last != " " { scalars.append(" ") }
      } else if isControl(scalar) {
        hasControl = true
      } else {
        scalars.append(scalar)
      }
    }
    let text = String(scalars)
    if text.allSatisfy(\.isWhitespace) { return .missing(.unknown, hasControl ? "W373" : nil) }
    let code: FindingCode? =
      hasControl ? "W373" : looksMisread(scalars) ? "W104" : formulaCode(cell)
    return .value(text, code)
  }

  /// Whether the text has characters that appear when UTF-8 is read as Latin-1 or Windows-1252.
  private static func looksMisread(_ scalars: String.UnicodeScalarView) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      let isContinuation =
        (0x80...0xBF).contains(scalar.value) || scalar == "\u{20AC}" || scalar == "\u{201A}"
      let isLead = previous == "\u{C3}" || previous == "\u{C2}" || previous == "\u{E2}"
      if isLead, isContinuation { return true }
      previous = scalar
    }
    return false
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func formulaCode(_ cell: CellBytes) -> FindingCode? {
    switch cell.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): "W371"
    default: nil
    }
  }
}
