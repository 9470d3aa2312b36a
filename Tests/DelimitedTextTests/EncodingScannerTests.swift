import Testing

@testable import DelimitedText

@Suite("Encodings")
struct EncodingScannerTests {
  private static let header = Array("pc4;naam\n2312;".utf8)

  @Test(
    "The encoding is decided over the whole file",
    arguments: [
      ([0x41], .utf8), ([0xC3, 0xA9], .utf8), ([0xE2, 0x82, 0xAC], .utf8),
      ([0xF0, 0x9F, 0x98, 0x80], .utf8), ([0xE9], .windows1252), ([0x80, 0x35], .windows1252),
      ([0xC3, 0x28], .windows1252), ([0xE9, 0xE9, 0xE9, 0x41], .windows1252),
    ] as [([UInt8], TextEncoding)])
  func decided(bytes: [UInt8], encoding: TextEncoding) throws {
    try withFile(Self.header + bytes + [10]) { #expect($0.encoding == encoding) }
    let far = [UInt8](repeating: 0x61, count: 100_000)
    try withFile(Self.header + far + bytes + [10]) { #expect($0.encoding == encoding) }
  }

  @Test(
    "Invalid UTF-8 is not accepted as UTF-8: overlong, surrogate, too great, cut off",
    arguments: [
      [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE], [0x80], [0xBF], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xC3],
    ] as [[UInt8]])
  func strict(bytes: [UInt8]) throws {
    #expect(
      try fault(Self.header + bytes, encoding: .utf8) == .encoding(file: "a.csv", line: 2))
    let marked = [0xEF, 0xBB, 0xBF] + Self.header + bytes + [10]
    #expect(try fault(marked) == .encoding(file: "a.csv", line: 2))
  }

  @Test("The greatest and smallest sequences of each length are UTF-8")
  func borders() throws {
    for scalar in [0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF] as [UInt32] {
      let text = String(UnicodeScalar(scalar).map(Character.init) ?? "?")
      try withFile(Array(text.utf8), encoding: .utf8) { file throws in
        #expect(try records(of: file) == [TextRecord(1, [text])])
      }
    }
  }

  @Test("Mixed encodings are refused with the line of the first bad byte")
  func mixed() throws {
    let bytes = Self.header + [0xC3, 0xA9, 10] + Array("2313;Zo".utf8) + [0xEB, 10, 0xEB, 10]
    #expect(try fault(bytes) == .encoding(file: "a.csv", line: 3))
    // Told to be 1252, nothing is mixed.
    #expect(try fault(bytes, encoding: .windows1252) == nil)
  }

  @Test(
    "Bytes that 1252 does not know are refused with their line",
    arguments: [
      0x81, 0x8D, 0x8F, 0x90, 0x9D,
    ] as [UInt8])
  func undefined(byte: UInt8) throws {
    let bytes = Self.header + [0xE9, 13, 10, 0x32, byte, 13, 10]
    #expect(try fault(bytes) == .encoding(file: "a.csv", line: 3))
    #expect(try fault(bytes, encoding: .windows1252) == .encoding(file: "a.csv", line: 3))
  }

  @Test("Letters of code page 850 are refused, signs of 1252 at their usual places are not")
  func codePage850() throws {
    let rene = Self.header + Array("Ren".utf8) + [0x82, 10]
    #expect(try fault(rene) == .encoding(file: "a.csv", line: 2))
    #expect(try fault(rene, encoding: .windows1252) == nil)
    let cooperative = Self.header + Array("co".utf8) + [0x94] + Array("peratie\n".utf8)
    #expect(try fault(cooperative) == .encoding(file: "a.csv", line: 2))
    // ‘t, d’A, “De Linde”, enz…, ma–vr, €5, Š
    let usual =
      [0x91, 0x74, 0x20, 0x64, 0x92, 0x41, 0x20, 0x93, 0x44, 0x65, 0x94, 0x20, 0x7A, 0x85, 0x20]
      + [0x61, 0x96, 0x76, 0x20, 0x80, 0x35, 0x61, 0x8A, 0x61, 10] as [UInt8]
    try withFile(Self.header + usual) { file throws in
      #expect(file.encoding == .windows1252)
      #expect(
        try records(of: file).last?.cells == ["2312", "‘t d’A “De” z… a–v €5aŠa"])
    }
  }

  @Test("All bytes of 1252 come back as their signs")
  func decoding() throws {
    let upper = (UInt8(0xA0)...0xFF).map { $0 }
    try withFile(upper + [10], encoding: .windows1252) { file throws in
      let expected = String(String.UnicodeScalarView((0xA0...0xFF).compactMap(UnicodeScalar.init)))
      #expect(try records(of: file) == [TextRecord(1, [expected])])
    }
  }

  @Test(
    "UTF-16 with a mark is read in both byte orders, over all block borders",
    arguments: [
      true, false,
    ])
  func utf16(isBigEndian: Bool) throws {
    let text = "\u{FEFF}sep=;\r\npc4;naam\r\n2312;Zoë €5 😀\r\n"
    let bytes = Self.utf16(text, isBigEndian)
    try withFile(bytes) { file throws in
      #expect(file.encoding == .utf16)
      #expect(file.hasByteOrderMark)
      #expect(file.endsWithNewline)
      #expect(file.declaredDelimiter == 0x3B)
      for size in [1, 2, 3, 5, 7, 1000] {
        #expect(
          try records(of: file, blockSize: size)
            == [TextRecord(2, ["pc4", "naam"]), TextRecord(3, ["2312", "Zoë €5 😀"])])
      }
    }
    let open = Self.utf16("\u{FEFF}a;b", isBigEndian)
    try withFile(open) { #expect(!$0.endsWithNewline) }
  }

  @Test("Broken UTF-16 is refused with its line")
  func brokenUTF16() throws {
    let good = Self.utf16("\u{FEFF}a;b\r\n1;", false)
    let bad = DelimitedTextError.encoding(file: "a.csv", line: 2)
    #expect(try fault(good + [0x41]) == bad)
    #expect(try fault(good + [0x00, 0xD8]) == bad)
    #expect(try fault(good + [0x00, 0xD8, 0x41, 0x00]) == bad)
    #expect(try fault(good + [0x00, 0xDC]) == bad)
    #expect(try fault(good + [0, 0]) == .nul(file: "a.csv", line: 2, offset: good.count))
    #expect(try fault(Array("a;b\n".utf8), encoding: .utf16) == .encoding(file: "a.csv", line: 1))
  }

  @Test("UTF-16 without a mark is refused for its NUL bytes")
  func unmarkedUTF16() throws {
    #expect(
      try fault(Self.utf16("a;b\n", false)) == .nul(file: "a.csv", line: 1, offset: 1))
  }

  private static func utf16(_ text: String, _ isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }
}
