/// The four digits of a Dutch postcode, 1000 to 9999.
public struct Postcode4: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number, 1000...9999.
  public let number: UInt16

  /// Makes a postcode, or nil outside 1000...9999.
  public init?(_ number: Int) {
    guard (1000...9999).contains(number) else { return nil }
    self.number = UInt16(number)
  }

  /// The four digits.
  public var description: String { String(number) }

  /// Orders by number.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A Vektis AGB code of eight digits; leading zeros belong to it.
public struct AGBCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as a number, 1...99,999,999.
  public let number: UInt32

  /// Makes a code, or nil outside 1...99,999,999.
  public init?(_ number: Int) {
    guard (1...99_999_999).contains(number) else { return nil }
    self.number = UInt32(number)
  }

  /// Reads exactly eight digits.
  public init?(text: String) {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(text)
    else { return nil }
    self.init(number)
  }

  /// The eight digits.
  public var description: String {
    let digits = String(number)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Orders by number.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// An ICPC-1-NL code: a chapter letter, a rubric of two digits and an optional subcode of two digits.
///
/// `X99.00` means "no subcode" and is the same value as `X99`.
public struct ICPCCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Letter, rubric and subcode in one integer: `letter << 16 | rubric << 8 | subcode`; 0 is no code.
  public let packed: UInt32

  /// Makes a code from its packed form, without a check.
  public init(packed: UInt32) { self.packed = packed }

  /// Makes a code, or nil when the chapter does not exist (E and the like) or a number exceeds 99.
  public init?(chapter: UInt8, rubric: Int, subcode: Int = 0) {
    guard Self.isChapter(chapter), (0...99).contains(rubric), (0...99).contains(subcode)
    else { return nil }
    packed = UInt32(chapter) << 16 | UInt32(rubric) << 8 | UInt32(subcode)
  }

  /// Reads `X99` or `X99.99` in capitals; anything else is nil (importers read the dirty forms).
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func digits(_ index: Int) -> Int? {
      guard bytes.count >= index + 2, (48...57).contains(bytes[index]),
        (48...57).contains(bytes[index + 1])
      else { return nil }
      return Int(bytes[index] - 48) * 10 + Int(bytes[index + 1] - 48)
    }
    guard bytes.count == 3 || (bytes.count == 6 && bytes[3] == UInt8(ascii: ".")),
      let rubric = digits(1)
    else { return nil }
    if bytes.count == 3 {
      self.init(chapter: bytes[0], rubric: rubric)
    } else {
      guard let subcode = digits(4) else { return nil }
      self.init(chapter: bytes[0], rubric: rubric, subcode: subcode)
    }
  }

  /// The 17 chapter letters of ICPC-1.
  public static let chapters = Set("ABDFHKLNPRSTUWXYZ".utf8)

  /// Whether a byte is one of ``chapters``; faster than asking the set.
  @inlinable
  public static func isChapter(_ letter: UInt8) -> Bool {
    // One bit per letter from A on: ABDFHKLNPRSTUWXYZ.
    letter >= 65 && letter <= 90 && 0x03DE_ACAB >> UInt32(letter - 65) & 1 == 1
  }

  /// The code without its subcode.
  public var withoutSubcode: ICPCCode { ICPCCode(packed: packed & 0xFFFF_FF00) }

  /// Whether a subcode other than 00 is given.
  public var hasSubcode: Bool { packed & 0xFF != 0 }

  /// `T90` or `T90.02`.
  public var description: String {
    func two(_ number: UInt32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let letter = String(UnicodeScalar(UInt8(packed >> 16 & 0xFF)))
    let main = letter + two(packed >> 8 & 0xFF)
    return hasSubcode ? main + "." + two(packed & 0xFF) : main
  }

  /// Orders by chapter, rubric, subcode.
  public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}

/// The key of a person inside one practice, made from the bytes of the patient number.
///
/// Exact for numbers of up to 15 bytes; a longer one is hashed to 127 bits. It is never printed.
public struct PersonKey: Hashable, Sendable {
  /// The first eight bytes, or half of the hash.
  public let high: UInt64
  /// The next seven bytes and the length, or half of the hash.
  public let low: UInt64

  /// Makes the key that ``init(_:)`` makes, of bytes in memory; nil when there are none.
  @inlinable
  public init?(cell bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count >= 8, bytes.count <= 15 else {
      self.init(bytes)
      return
    }
    let raw = UnsafeRawPointer(start)
    let last = UInt64(bigEndian: (raw + (bytes.count &- 8)).loadUnaligned(as: UInt64.self))
    let tail = last & (1 &<< UInt64(8 &* (bytes.count &- 8)) &- 1)
    self.init(
      high: UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
      low: tail &<< 8 | UInt64(bytes.count))
  }

  @usableFromInline
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Makes a key from the trimmed bytes of a cell; nil when there are none.
  public init?(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    if bytes.count <= 15 {
      var position = 0
      for byte in bytes {
        if position < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
        position += 1
      }
      low = low << 8 | UInt64(bytes.count)
    } else {
      // Two independent FNV-1a runs; the top bit of `low` keeps hashes apart from exact keys.
      high = 0xCBF2_9CE4_8422_2325
      low = 0x6C62_272E_07BB_0142
      for byte in bytes {
        high = (high ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        low = (low &+ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
        low ^= low >> 29
      }
      low |= 1 << 63
    }
    self.high = high
    self.low = low
  }
}
