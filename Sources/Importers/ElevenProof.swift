/// Counts the values of a column that look like a burgerservicenummer, and how many pass its test.
///
/// A number of nine digits (eight with the leading zero lost) passes when 9a+8b+7c+6d+5e+4f+3g+2h−i
/// is a multiple of 11; one in eleven other numbers passes by chance, so the share decides.
struct ElevenProof: Sendable {
  /// Values of 8 or 9 digits.
  private(set) var candidates = 0
  /// Those that pass.
  private(set) var passes = 0
  /// A bit per hash of a value: few bits mean few different values, such as practice codes.
  private var seen: UInt64 = 0

  /// Looks at a trimmed cell.
  @inline(__always)
  mutating func take(_ cell: CellBytes) {
    if cell.count &- 8 <= 1 && cell.count >= 8 { takeNumber(cell) }
  }

  /// Looks at a cell of a row; most are too short, blanks and all.
  @inline(__always)
  mutating func take(in row: Row, _ field: Int) {
    let cell = row.raw(field)
    if cell.count >= 8 { take(cell.trimmed) }
  }

  private mutating func takeNumber(_ cell: CellBytes) {
    guard let start = cell.baseAddress else { return }
    // Eight digits at once; of nine the first has weight 9.
    let rest = UnsafeRawPointer(start + (cell.count &- 8)).loadUnaligned(as: UInt64.self)
    let digits = UInt64(littleEndian: rest) ^ 0x3030_3030_3030_3030
    let first = cell.count == 9 ? UInt64(start[0] ^ 0x30) : 0
    let marks = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    guard marks == 0, first < 10, digits | first != 0 else { return }
    // The top 16 bits of each product are the weighted sum of every other digit; 10 is -1 modulo 11.
    let even = (digits & 0x00FF_00FF_00FF_00FF) &* 0x0008_0006_0004_0002
    let odd = (digits &>> 8 & 0x00FF_00FF_00FF_00FF) &* 0x0007_0005_0003_000A
    candidates &+= 1
    if (9 &* first &+ even &>> 48 &+ odd &>> 48) % 11 == 0 { passes &+= 1 }
    seen |= 1 &<< (((digits ^ first &<< 60) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }

  /// Adds what was seen of another part of the column.
  mutating func add(_ other: ElevenProof) {
    candidates += other.candidates
    passes += other.passes
    seen |= other.seen
  }

  /// Whether the values vary too much to be codes of a few practices.
  var isVaried: Bool { seen.nonzeroBitCount > 8 }

  /// Whether the values vary more than the codes of the practices of a region would.
  ///
  /// Half of the bits are set by some 44 different values; that half of so many codes pass by
  /// chance does not happen.
  var isManifold: Bool { seen.nonzeroBitCount >= 32 }

  /// Whether the column must be taken for one of burgerservicenummers.
  func isConvincing(_ limits: RowLimits) -> Bool {
    candidates > 0 && candidates >= limits.elevenProofCells
      && Double(passes) >= limits.elevenProofShare * Double(candidates)
  }
}
