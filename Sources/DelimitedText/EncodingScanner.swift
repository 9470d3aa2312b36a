/// Decides the encoding of a file from all its bytes, block by block.
///
/// UTF-8 is checked strictly (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
struct EncodingScanner {
  /// What the bytes turned out to be.
  enum Verdict: Equatable {
    case encoding(TextEncoding)
    /// No single encoding fits; the offset of the first bad byte.
    case bad(offset: Int)
  }

  /// The offset of the first NUL, or nil.
  private(set) var firstNul: Int?
  private var offset = 0
  private var firstInvalid: Int?
  private var firstUndefined: Int?
  private var firstOddSign: Int?
  private var lastByte: UInt8 = 0
  private var hasMultibyteSequence = false
  private var sequenceStart = 0
  private var pending = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Takes a block whose start lies at a multiple of eight bytes in memory.
  mutating func consume(_ bytes: UnsafePointer<UInt8>, count: Int) {
    var i = 0
    while i < count {
      // Most text is ASCII: 32 bytes at once that have no high bit and no NUL, then eight.
      if pending == 0 && i & 7 == 0 && i &+ 32 <= count {
        let words = UnsafeRawPointer(bytes + i).load(as: (UInt64, UInt64, UInt64, UInt64).self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let borrows = (words.0 &- ones) | (words.1 &- ones) | (words.2 &- ones) | (words.3 &- ones)
        // Without a high bit in any byte only a NUL borrows one.
        if (words.0 | words.1 | words.2 | words.3 | borrows) & 0x8080_8080_8080_8080 == 0 {
          i &+= 32
          continue
        }
      }
      if pending == 0 && i & 7 == 0 && i &+ 8 <= count {
        let word = UnsafeRawPointer(bytes + i).load(as: UInt64.self)
        let marks = word | ((word &- 0x0101_0101_0101_0101) & ~word)
        if marks & 0x8080_8080_8080_8080 == 0 {
          i &+= 8
          continue
        }
      }
      let byte = bytes[i]
      if byte >= 0x80 && firstOddSign == nil {
        let before = i > 0 ? bytes[i &- 1] : lastByte
        let after = i &+ 1 < count ? bytes[i &+ 1] : 0
        if Windows1252.isOdd(byte, after: before, before: after) { firstOddSign = offset &+ i }
      }
      consume(byte, at: offset &+ i)
      i &+= 1
    }
    if count > 0 { lastByte = bytes[count &- 1] }
    offset += count
  }

  /// The verdict at the end of the file.
  ///
  /// - Parameters:
  ///   - requested: The encoding of the configuration, or nil to decide.
  ///   - hasByteOrderMark: Whether UTF-8's mark was there; it beats the configuration.
  /// - Returns: The encoding, or where the bytes fit none.
  func verdict(requested: TextEncoding?, hasByteOrderMark: Bool) -> Verdict {
    let invalid = firstInvalid ?? (pending > 0 ? sequenceStart : nil)
    if hasByteOrderMark || requested == .utf8 {
      return invalid.map { .bad(offset: $0) } ?? .encoding(.utf8)
    }
    if requested == .utf16 { return .bad(offset: 0) }
    if requested == .windows1252 {
      return firstUndefined.map { .bad(offset: $0) } ?? .encoding(.windows1252)
    }
    guard let invalid else { return .encoding(.utf8) }
    if hasMultibyteSequence { return .bad(offset: invalid) }
    let bad = [firstUndefined, firstOddSign].compactMap { $0 }.min()
    return bad.map { .bad(offset: $0) } ?? .encoding(.windows1252)
  }

  private mutating func consume(_ byte: UInt8, at place: Int) {
    if byte >= 0x80 && firstUndefined == nil && Windows1252.isUndefined(byte) {
      firstUndefined = place
    }
    if pending > 0 {
      if byte >= lowest && byte <= highest {
        pending &-= 1
        (lowest, highest) = (0x80, 0xBF)
        if pending == 0 { hasMultibyteSequence = true }
        return
      }
      // The sequence is broken; this byte may start another one.
      markInvalid(sequenceStart)
      pending = 0
    }
    begin(byte, at: place)
  }

  private mutating func begin(_ byte: UInt8, at place: Int) {
    (lowest, highest) = (0x80, 0xBF)
    sequenceStart = place
    switch byte {
    case 0: if firstNul == nil { firstNul = place }
    case 1...0x7F: break
    case 0xC2...0xDF: pending = 1
    case 0xE0: (pending, lowest) = (2, 0xA0)
    case 0xED: (pending, highest) = (2, 0x9F)
    case 0xE1...0xEF: pending = 2
    case 0xF0: (pending, lowest) = (3, 0x90)
    case 0xF1...0xF3: pending = 3
    case 0xF4: (pending, highest) = (3, 0x8F)
    default: markInvalid(place)
    }
  }

  private mutating func markInvalid(_ place: Int) {
    if firstInvalid == nil { firstInvalid = place }
  }
}

/// Checks UTF-16 block by block: whole code units, paired surrogates, no U+0000.
struct UTF16Scanner {
  /// The offset in bytes of the first U+0000, or nil.
  private(set) var firstNul: Int?
  private let isBigEndian: Bool
  private var offset = 0
  private var half: UInt8?
  private var highSurrogate: Int?
  private var firstInvalid: Int?

  /// Starts behind nothing: the byte-order mark is the first code unit.
  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// Takes a block of any length.
  mutating func consume(_ bytes: UnsafePointer<UInt8>, count: Int) {
    var i = 0
    while i < count {
      let byte = bytes[i]
      if let first = half {
        let unit =
          isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
        consume(unit, at: offset + i - 1)
        half = nil
      } else {
        half = byte
      }
      i += 1
    }
    offset += count
  }

  /// The verdict at the end of the file.
  var verdict: EncodingScanner.Verdict {
    if let invalid = firstInvalid ?? highSurrogate { return .bad(offset: invalid) }
    return half == nil ? .encoding(.utf16) : .bad(offset: offset - 1)
  }

  private mutating func consume(_ unit: UInt16, at place: Int) {
    if unit == 0 && firstNul == nil { firstNul = place }
    let isLow = (0xDC00...0xDFFF).contains(unit)
    if let high = highSurrogate {
      highSurrogate = nil
      if isLow { return }
      if firstInvalid == nil { firstInvalid = high }
    } else if isLow && firstInvalid == nil {
      firstInvalid = place
    }
    if (0xD800...0xDBFF).contains(unit) { highSurrogate = place }
  }
}
