/// The bytes of XML: their encoding, their signs, and references in them.
enum MarkupText {
  /// The bytes as UTF-8 without a byte order mark, lines ended by LF (XML 1.0, section 2.11).
  ///
  /// - Throws: `malformed` when they are no text, or hold signs of control.
  static func utf8(_ content: [UInt8]) throws(MarkupParser.Failure) -> [UInt8] {
    let bytes: [UInt8]
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
      bytes = lines(try utf16(content).utf8)
    } else {
      let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let signs = Signs(content)
      guard signs.isASCII || (try? UTF8Span(validating: content.span)) != nil,
        signs.controls == 0
      else { throw .malformed }
      return start == 0 && signs.returns == 0 ? content : lines(content[start...])
    }
    // Bytes of control mean nothing in XML; a hole in a file is made of them.
    guard Signs(bytes).controls == 0 else { throw .malformed }
    return bytes
  }

  /// What a look at all bytes tells.
  private struct Signs {
    /// The number of signs of control that XML forbids.
    var controls = 0
    /// The number of returns.
    var returns = 0
    var isASCII = true

    init(_ bytes: [UInt8]) {
      var all: UInt8 = 0
      for byte in bytes {
        all |= byte
        if byte >= 0x20 { continue }
        if byte == 0x0D { returns += 1 }
        if !isBlank(byte) { controls += 1 }
      }
      isASCII = all < 0x80
    }
  }

  private static func utf16(_ content: [UInt8]) throws(MarkupParser.Failure) -> String {
    let isBig = content[0] == 0xFE
    let units = stride(from: 2, to: content.count - 1, by: 2).map { place -> UInt16 in
      let (first, second) = (UInt16(content[place]), UInt16(content[place + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .malformed }
    return text
  }

  private static func lines(_ content: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterReturn = false
    for byte in content {
      if !(byte == 0x0A && isAfterReturn) { result.append(byte == 0x0D ? 0x0A : byte) }
      isAfterReturn = byte == 0x0D
    }
    return result
  }

  /// Whether a byte is white space in XML.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a byte cannot stand in a name.
  static func endsName(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return false }
    // One bit for each sign below 0x40, and from there to 0x7F: all but letters, digits and `-._:`.
    let bits: UInt64 = byte < 0x40 ? 0xF800_9FFF_FFFF_FFFF : 0xF800_0001_7800_0001
    return bits >> UInt64(byte & 0x3F) & 1 != 0
  }

  /// A text with its references replaced; nil when one of them means nothing.
  ///
  /// Only the five of XML and numbers exist here.
  static func resolved(_ piece: ArraySlice<UInt8>) -> String? {
    var result = ""
    var rest = piece
    while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += String(decoding: rest[..<sign], as: UTF8.self)
      guard let end = rest[sign...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: rest[(sign + 1)..<end], as: UTF8.self))
      else { return nil }
      result.unicodeScalars.append(scalar)
      rest = rest[(end + 1)...]
    }
    return result + String(decoding: rest, as: UTF8.self)
  }

  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard reference.hasPrefix("#") else { return nil }
      let isHexadecimal = reference.hasPrefix("#x")
      let digits = reference.dropFirst(isHexadecimal ? 2 : 1)
      guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number > 0 else {
        return nil
      }
      return Unicode.Scalar(number)
    }
  }
}

extension MarkupElement.Space {
  /// The vocabulary with an address.
  init(_ address: String) {
    self =
      switch address {
      case "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word
      case "http://schemas.openxmlformats.org/officeDocument/2006/relationships": .reference
      case "http://schemas.openxmlformats.org/package/2006/relationships": .relationships
      case "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes
      case "http://schemas.openxmlformats.org/drawingml/2006/main": .drawing
      case let other where other.hasPrefix("http://purl.oclc.org/ooxml/"): .strict
      default: .other
      }
  }
}
