import TestSupport

/// Damages files in the ways that files get damaged, and in ways that only a tester thinks of.
///
/// The same seed gives the same inputs.
struct Mutator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A damaged copy: mutations, mostly few and mostly of single cells, so that many files
  /// are not refused at once.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    repeat { mutateOnce(&bytes) } while pick(5) < 2
    return bytes
  }

  /// A number below a bound.
  mutating func pick(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &random) }

  private mutating func mutateOnce(_ bytes: inout [UInt8]) {
    switch pick(28) {
    case 0: flipBits(&bytes)
    case 1: bytes.removeLast(pick(bytes.count))
    case 2: insert(Array(bytes[block(bytes)]), &bytes)
    case 3:
      let range = block(bytes)
      let moved = Array(bytes[range])
      bytes.removeSubrange(range)
      insert(moved, &bytes)
    case 4: swapDelimiters(&bytes)
    case 5: insert([[0x22], [0x22, 0x22], [0x27], [0x22, 0x0A]][pick(4)], &bytes)
    case 6: changeLineEnds(&bytes)
    case 7: changeEncoding(&bytes)
    case 8: insert([0], &bytes)
    case 9: insertRun(&bytes)
    case 10: insert(Array(Self.phrases[pick(Self.phrases.count)].utf8), &bytes)
    case 11: swapLines(&bytes)
    case 12: bytes.removeSubrange(block(bytes))
    default: replaceField(&bytes)
    }
  }

  private mutating func flipBits(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    for _ in 0...pick(8) { bytes[pick(bytes.count)] ^= 1 << UInt8(pick(8)) }
  }

  private mutating func block(_ bytes: [UInt8]) -> Range<Int> {
    let start = pick(bytes.count + 1)
    return start..<min(bytes.count, start + pick(300))
  }

  private mutating func insert(_ new: [UInt8], _ bytes: inout [UInt8]) {
    bytes.insert(contentsOf: new, at: pick(bytes.count + 1))
  }

  private mutating func swapDelimiters(_ bytes: inout [UInt8]) {
    let signs: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C, 0x2E, 0x20, 0x3A]
    let (from, to) = (signs[pick(signs.count)], signs[pick(signs.count)])
    let first = pick(bytes.count)
    for index in bytes.indices.dropFirst(pick(2) == 0 ? 0 : first) where bytes[index] == from {
      bytes[index] = to
    }
  }

  private mutating func changeLineEnds(_ bytes: inout [UInt8]) {
    let ends: [[UInt8]] = [
      [13], [13, 10], [10, 13], [10, 10], [0x0B], [0xE2, 0x80, 0xA8], [32, 10],
    ]
    let end = ends[pick(ends.count)]
    let isMixed = pick(2) == 0
    var changed: [UInt8] = []
    for byte in bytes {
      if byte == 10, !isMixed || pick(3) == 0 { changed += end } else { changed.append(byte) }
    }
    bytes = changed
  }

  private mutating func changeEncoding(_ bytes: inout [UInt8]) {
    switch pick(6) {
    case 0: bytes = [0xEF, 0xBB, 0xBF] + bytes
    case 1: bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
    case 2: bytes = [0xFE, 0xFF] + bytes.flatMap { [0, $0] }
    case 3: insert([0xE9, 0x20], &bytes)
    case 4:
      insert([[0x81], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]][pick(4)], &bytes)
    default:
      bytes = String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
        UInt8(truncatingIfNeeded: $0.value)
      }
    }
  }

  // Seldom so long that a cell or the memory for it has to end.
  private mutating func insertRun(_ bytes: inout [UInt8]) {
    let length = pick(300) == 0 ? 2_200_000 : 1 << pick(14)
    let signs: [UInt8] = [0x39, 0x3B, 0x2C, 0x22, 0x0A, 0x20, 0x61, 0x2D]
    insert(Array(repeating: signs[pick(signs.count)], count: length), &bytes)
  }

  private mutating func replaceField(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    func isEnd(_ byte: UInt8) -> Bool {
      byte == 0x3B || byte == 0x2C || byte == 0x09 || byte == 0x0A
    }
    let place = pick(bytes.count)
    let start = bytes[..<place].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(where: isEnd) ?? bytes.count
    if start <= end {
      bytes.replaceSubrange(start..<end, with: Self.cells[pick(Self.cells.count)].utf8)
    }
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let (first, second) = (pick(lines.count), pick(lines.count))
    if pick(4) == 0 {
      lines += Array(repeating: lines[first], count: pick(60))
    } else {
      lines.swapAt(first, second)
    }
    bytes = Array(lines.joined(separator: [10]))
  }

  /// Cells at the edges of what numbers, dates and texts can be.
  static let cells = [
    "", " ", "\"", "\"\"", "\"a;b\nc\"", "0", "-0", "-1", "+1", "1", "99", "100,1", "1,5", "1.5",
    "1.234", "1.234.567", "2147483648", "4294967296", "9223372036854775807",
    "9223372036854775808", "18446744073709551616", "99999999999999999999999999", "1e308", "1e999",
    "-1e308", "0,0000000000000000000000000000001", "NaN", "inf", "-inf", "-99997", ".", "x", "<5",
    "#N/B", "#####", "1E+06", "\u{663}", "\u{A0}12", "12 %", "00-00-0000", "31-12-9999",
    "01-01-0001", "29-02-1900", "31-02-2020", "01-13-2020", "2958465", "43831", "0-4", "85+",
    "120+", "200-100", "5-sep", "T90.02", "Z99.99", "T90;K86;R95", "A", "2312AB", "0000", "9999ZZ",
    "NL-2312AB", "01990011", "99999999", "1234567", "=1+1", "\u{202E}abc", "e\u{301}",
    "\u{FEFF}", "Totaal", "Nederland", "NL", "WK190100", "BU19010001", "GM1901", "Bron: x", "*",
    "m", "Vrouw", "ja", "nee", "bevolking", "euro", "%", "18+", "65 jaar of ouder", "2024JJ00",
    "1,7976931348623157e308", "-9223372036854775808", "999999999999", "65536", "256",
  ]

  private static let phrases = [
    "sep=;\n", "sep=,\r\n", "\"sep=;\"\n", "\n\n", "\nBron: CBS\n", "\n\u{A9} CBS\n", "\n*\n",
    "\npatientnummer;geboortedatum;geslacht;postcode\n", "Titel\n", ";;;;;;;;;;;;", "\"", "\r",
    "PK\u{3}\u{4}", "%PDF-", "<html>", "{\"type\":", "[[", "]]", "1e999,", "\u{0}\u{0}",
  ]
}
