/// Helpers of the cell parsers on the bytes of a cell; nothing is allocated.
extension UnsafeBufferPointer<UInt8> {
  /// Without blanks, tabs, line breaks and no-break spaces around it.
  @inline(__always)
  var trimmed: Self {
    guard let base = baseAddress, count > 0 else { return self }
    let (first, last) = (base[0], base[count &- 1])
    return first > 0x20 && first != 0xC2 && last > 0x20 && last != 0xA0 ? self : trimmedSlowly
  }

  private var trimmedSlowly: Self {
    var start = 0
    var end = count
    while start < end {
      let byte = self[start]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        start += 1
      } else if byte == 0xC2, start + 1 < end, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      let byte = self[end - 1]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        end -= 1
      } else if byte == 0xA0, end - 2 >= start, self[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return Self(rebasing: self[start..<end])
  }

  /// Whether the cell is a word, upper and lower case of ASCII letters alike; `word` is lower case.
  func isWord(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    let other = UnsafeBufferPointer(start: word.utf8Start, count: count)
    for index in 0..<count where self[index].lowercasedASCII != other[index] { return false }
    return true
  }

  /// Whether the cell begins with a word, as ``isWord(_:)``.
  func hasPrefix(_ word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    return Self(rebasing: self[..<word.utf8CodeUnitCount]).isWord(word)
  }

  /// Whether the cell has the same bytes as another text.
  func equals(_ other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// The cell from an index on, or empty.
  func from(_ index: Int) -> Self {
    index >= count ? Self(start: nil, count: 0) : Self(rebasing: self[index...])
  }

  /// The first bytes of the cell.
  func upTo(_ index: Int) -> Self { Self(rebasing: self[..<Swift.min(index, count)]) }

  /// The number that the cell is when it has 1 to 15 digits and nothing else.
  var wholeNumber: Int? {
    guard count > 0, count <= 15 else { return nil }
    var number = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte &- 48)
    }
    return number
  }
}

extension UInt8 {
  /// Whether it is one of `0`…`9`.
  var isDigit: Bool { self &- 48 < 10 }

  /// Whether it is a letter of ASCII.
  var isLetter: Bool { (self | 0x20) &- 97 < 26 }

  /// The small letter of an ASCII letter, otherwise itself.
  var lowercasedASCII: UInt8 { self &- 65 < 26 ? self | 0x20 : self }

  /// The capital of an ASCII letter, otherwise itself.
  var uppercasedASCII: UInt8 { self &- 97 < 26 ? self & 0xDF : self }
}
