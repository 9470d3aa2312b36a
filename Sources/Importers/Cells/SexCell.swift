import WijkModel

/// Reads the sex of a person or of a row of a table.
enum SexCell {
  /// Men, women or other; blank, `0`, `9`, `U` and `onbekend` are missing, English words W321.
  static func parse(_ cell: CellBytes) -> CellResult<RecordedSex> {
    let cell = cell.trimmed
    if cell.count <= 1 { return letter(cell.first) }
    if cell.isWord("man") || cell.isWord("mannen") || cell.isWord("mannelijk") {
      return .value(.male, nil)
    }
    if cell.isWord("vrouw") || cell.isWord("vrouwen") || cell.isWord("vrouwelijk") {
      return .value(.female, nil)
    }
    if cell.isWord("anders") { return .value(.other, nil) }
    if cell.isWord("onbekend") { return .missing(.unknown, nil) }
    if cell.isWord("female") { return .value(.female, "W321") }
    if cell.isWord("male") { return .value(.male, "W321") }
    return .rejected("E321")
  }

  private static func letter(_ byte: UInt8?) -> CellResult<RecordedSex> {
    switch byte?.uppercasedASCII {
    case UInt8(ascii: "M"), UInt8(ascii: "1"): .value(.male, nil)
    case UInt8(ascii: "V"), UInt8(ascii: "2"): .value(.female, nil)
    case UInt8(ascii: "F"): .value(.female, "W321")
    case UInt8(ascii: "O"), UInt8(ascii: "X"): .value(.other, nil)
    case nil, UInt8(ascii: "0"), UInt8(ascii: "9"), UInt8(ascii: "U"): .missing(.unknown, nil)
    default: .rejected("E321")
    }
  }
}
