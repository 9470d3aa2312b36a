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
  mutating func take(_ cell: CellBytes) {
    guard cell.count == 8 || cell.count == 9 else { return }
    var weight = cell.count
    var sum = 0
    var hash: UInt64 = 0
    for byte in cell {
      guard byte.isDigit else { return }
      let digit = Int(byte - 48)
      sum += weight == 1 ? -digit : weight * digit
      hash = hash &* 31 &+ UInt64(digit)
      weight -= 1
    }
    guard hash != 0 else { return }
    candidates += 1
    if sum % 11 == 0 { passes += 1 }
    seen |= 1 << ((hash &* 0x9E37_79B9_7F4A_7C15) >> 58)
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
