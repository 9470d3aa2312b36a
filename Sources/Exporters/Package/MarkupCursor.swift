/// A place in the bytes of an XML document, and the steps that go on from it.
struct MarkupCursor {
  /// A name as it is written.
  struct Name {
    /// The bytes of the whole name.
    let range: Range<Int>
    /// The place of the colon behind its prefix; nil for a name without one.
    let colon: Int?
  }

  /// The document as UTF-8.
  let bytes: [UInt8]
  /// The place of the byte that comes next.
  var index = 0

  /// Starts at the beginning.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Some bytes as text.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether some bytes are a literal.
  func holds(_ literal: StaticString, _ range: Range<Int>) -> Bool {
    guard literal.utf8CodeUnitCount == range.count else { return false }
    return literal.withUTF8Buffer { expected in
      for place in 0..<expected.count where bytes[range.lowerBound + place] != expected[place] {
        return false
      }
      return true
    }
  }

  /// Whether some bytes are the same as others.
  func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for place in 0..<first.count
    where bytes[first.lowerBound + place] != bytes[second.lowerBound + place] {
      return false
    }
    return true
  }

  /// Goes past blanks; false when none stand here.
  mutating func skipBlanks() -> Bool {
    guard index < bytes.count, MarkupText.isBlank(bytes[index]) else { return false }
    var place = index + 1
    while place < bytes.count, MarkupText.isBlank(bytes[place]) { place += 1 }
    index = place
    return true
  }

  /// Goes past a literal when it stands here.
  mutating func skips(_ literal: StaticString) -> Bool {
    let end = index + literal.utf8CodeUnitCount
    guard end <= bytes.count, holds(literal, index..<end) else { return false }
    index = end
    return true
  }

  /// Goes past the next place of a literal.
  mutating func skip(past literal: StaticString) throws(MarkupParser.Failure) {
    while index < bytes.count {
      if skips(literal) { return }
      index += 1
    }
    throw .malformed
  }

  /// Reads a name; more than one colon is malformed (Namespaces in XML 1.0, section 7).
  mutating func takeName() throws(MarkupParser.Failure) -> Name {
    let start = index
    var place = start
    var colon: Int?
    while place < bytes.count, !MarkupText.endsName(bytes[place]) {
      if bytes[place] == UInt8(ascii: ":") {
        guard colon == nil else { throw .malformed }
        colon = place
      }
      place += 1
    }
    guard place > start, !(0x30...0x39).contains(bytes[start]), bytes[start] != 0x2D,
      bytes[start] != 0x2E
    else { throw .malformed }
    index = place
    return Name(range: start..<place, colon: colon)
  }
}
