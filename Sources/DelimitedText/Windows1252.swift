/// The code page Windows-1252 after Unicode's mapping table (MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
///
/// Unlike the WHATWG table it leaves the bytes 81, 8D, 8F, 90 and 9D undefined: in a Dutch export
/// they mean that the file is in another code page, such as 850.
enum Windows1252 {
  /// The scalar of each of the 256 bytes; 0 where the byte is undefined, and for byte 0.
  static let scalars: [UInt16] = (0..<256).map { byte in
    (0x80..<0xA0).contains(byte) ? upperControls[byte - 0x80] : UInt16(byte)
  }

  /// Whether a byte has no meaning.
  static func isUndefined(_ byte: UInt8) -> Bool {
    byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
  }

  /// Whether a byte is a sign that no Dutch text has at this place, but a letter in code page 850.
  ///
  /// `Ren` and 82 is `René` in 850 and `Ren‚` in 1252: a low quotation mark, `ˆ`, `‰` or `‹` never
  /// follows a letter, and `‡`, `“` and `”` never stand between two.
  static func isOdd(_ byte: UInt8, after: UInt8, before: UInt8) -> Bool {
    guard isLetter(after) else { return false }
    switch byte {
    case 0x82, 0x84, 0x88, 0x89, 0x8B: return true
    case 0x87, 0x93, 0x94: return isLetter(before)
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // Bytes 80 to 9F, where the code page differs from ISO 8859-1.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017D, 0x0000,
    0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178,
  ]
}
