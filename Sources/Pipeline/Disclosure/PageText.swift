import Glibc

/// Bytes of a page as the text on one line that a reader sees.
///
/// A page has tens of thousands of texts; their bytes tell what a blank and what a reference is.
enum PageText {
  /// A text on one line: blanks around it are left out, those in it become one space.
  static func line(_ bytes: ArraySlice<UInt8>) -> String { line(bytes, resolves: false) }

  /// A text on one line with the references of HTML resolved.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> String { line(bytes, resolves: true) }

  private static func line(_ bytes: ArraySlice<UInt8>, resolves: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isAfterBlank = false
    var place = bytes.startIndex
    while place < bytes.endIndex {
      var byte = bytes[place]
      var width = blank(at: place, bytes)
      if width == 0, resolves, byte == UInt8(ascii: "&"), let sign = reference(at: place, bytes) {
        (byte, width) = (sign.byte, sign.width)
      } else if width == 0 {
        width = 1
      } else {
        byte = 0x20
      }
      place += width
      if byte == 0x20 {
        isAfterBlank = !result.isEmpty
        continue
      }
      if isAfterBlank { result.append(0x20) }
      isAfterBlank = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether nothing but blanks stands in a text.
  static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let width = blank(at: place, bytes)
      if width == 0 { return false }
      place += width
    }
    return true
  }

  /// The number of bytes of the blank at a place; 0 when none is there.
  ///
  /// Source: the property White_Space of Unicode.
  static func blank(at place: Int, _ bytes: ArraySlice<UInt8>) -> Int {
    let byte = bytes[place]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    guard byte == 0xC2 || (0xE1...0xE3).contains(byte) else { return 0 }
    func next(_ distance: Int) -> UInt8 {
      place + distance < bytes.endIndex ? bytes[place + distance] : 0
    }
    switch (byte, next(1), next(2)) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
    case (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80), (0xE2, 0x81, 0x9F): return 3
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF):
      return 3
    default: return 0
    }
  }

  /// The sign of a reference and the number of its bytes; nil for an ampersand of its own.
  private static func reference(
    at place: Int, _ bytes: ArraySlice<UInt8>
  ) -> (byte: UInt8, width: Int)? {
    let rest = bytes[place...]
    if starts(rest, "&amp;") { return (UInt8(ascii: "&"), 5) }
    if starts(rest, "&lt;") { return (UInt8(ascii: "<"), 4) }
    if starts(rest, "&gt;") { return (UInt8(ascii: ">"), 4) }
    if starts(rest, "&quot;") { return (UInt8(ascii: "\""), 6) }
    if starts(rest, "&#39;") { return (UInt8(ascii: "'"), 5) }
    return starts(rest, "&nbsp;") ? (0x20, 6) : nil
  }

  /// Whether bytes begin with a literal.
  static func starts(_ bytes: ArraySlice<UInt8>, _ literal: StaticString) -> Bool {
    guard bytes.count >= literal.utf8CodeUnitCount else { return false }
    return literal.withUTF8Buffer { expected in
      for place in 0..<expected.count where bytes[bytes.startIndex + place] != expected[place] {
        return false
      }
      return true
    }
  }

  /// Whether bytes are a literal.
  static func equals(_ bytes: ArraySlice<UInt8>, _ literal: StaticString) -> Bool {
    bytes.count == literal.utf8CodeUnitCount && starts(bytes, literal)
  }

  /// Whether a literal stands in some bytes.
  static func holds(_ bytes: ArraySlice<UInt8>, _ literal: StaticString) -> Bool {
    literal.withUTF8Buffer { place(of: Array($0), in: bytes) != nil }
  }

  /// Where some bytes stand first.
  static func place(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let start = bytes.withUnsafeBytes { place(of: part, in: $0) }
    return start.map { bytes.startIndex + $0..<bytes.startIndex + $0 + part.count }
  }

  /// Whether a literal stands in a text, byte for byte.
  static func holds(_ text: String, _ literal: StaticString) -> Bool {
    var text = text
    return literal.withUTF8Buffer { part in
      text.withUTF8 { place(of: part, in: UnsafeRawBufferPointer($0)) != nil }
    }
  }

  /// The distance to where some bytes stand first.
  private static func place(
    of part: some Collection<UInt8>, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    guard let first = part.first, let start = bytes.baseAddress else { return nil }
    var place = 0
    while place + part.count <= bytes.count {
      let room = bytes.count - part.count + 1 - place
      guard let found = memchr(start + place, Int32(first), room) else { return nil }
      place = UnsafeRawPointer(found) - start
      if bytes[place..<place + part.count].elementsEqual(part) { return place }
      place += 1
    }
    return nil
  }
}
