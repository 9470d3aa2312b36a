import WijkModel

/// Reads ages in whole years.
enum AgeCell {
  /// Whole years 0...120; `65,0` and `65 jaar` too.
  ///
  /// Months, weeks and days become whole years (W343). Blank is missing, anything else E342.
  static func parse(_ cell: CellBytes) -> CellResult<UInt8> {
    let cell = cell.trimmed
    if cell.isEmpty { return .missing(.unknown, nil) }
    let digits = cell.prefix(while: \.isDigit).count
    guard let number = cell.upTo(digits).wholeNumber, number < 100_000 else {
      return .rejected("E342")
    }
    let rest = cell.from(digits).trimmed
    if rest.isEmpty || rest.isWord("jaar") || rest.isWord("jr") || isZeroDecimals(rest) {
      return years(number, nil)
    }
    guard let perYear = unitsPerYear(rest) else { return .rejected("E342") }
    return years(number / perYear, "W343")
  }

  private static func years(_ number: Int, _ code: FindingCode?) -> CellResult<UInt8> {
    number <= 120 ? .value(UInt8(number), code) : .rejected("E342")
  }

  /// `,0` or `.00`.
  private static func isZeroDecimals(_ rest: CellBytes) -> Bool {
    guard rest.count >= 2, rest[0] == UInt8(ascii: ",") || rest[0] == UInt8(ascii: ".") else {
      return false
    }
    return rest.from(1).allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private static func unitsPerYear(_ unit: CellBytes) -> Int? {
    if unit.isWord("mnd") || unit.isWord("mnd.") || unit.isWord("maand") || unit.isWord("maanden") {
      return 12
    }
    if unit.isWord("wkn") || unit.isWord("wk") || unit.isWord("week") || unit.isWord("weken") {
      return 52
    }
    return unit.isWord("dag") || unit.isWord("dagen") || unit.isWord("dgn") ? 365 : nil
  }
}
