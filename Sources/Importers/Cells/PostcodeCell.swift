import WijkModel

/// Reads postcodes: four digits with or without two letters; the letters are dropped.
enum PostcodeCell {
  /// The four digits of a postcode.
  ///
  /// Oddities: `NL-2312AB`, `2312.0` and `2.312` (W311), letters that are never issued (W312),
  /// foreign postcodes, which are missing (W313). Anything else is refused (E311).
  static func parse(_ cell: CellBytes) -> CellResult<Postcode4> {
    let cell = cell.trimmed
    if cell.count == 4 || cell.count >= 6, let plain = plain(cell) { return plain }
    return odd(cell)
  }

  /// The two letters of a full postcode as one number, or nil when the cell has none.
  static func letters(_ cell: CellBytes) -> UInt16? {
    let cell = cell.trimmed
    guard cell.count >= 6 else { return nil }
    let (first, second) = (cell[cell.count - 2], cell[cell.count - 1])
    guard first.isLetter, second.isLetter else { return nil }
    return UInt16(first.uppercasedASCII) << 8 | UInt16(second.uppercasedASCII)
  }

  /// `2312`, `2312AB`, `2312 ab`; nil for any other form.
  private static func plain(_ cell: CellBytes) -> CellResult<Postcode4>? {
    guard cell.count >= 4, let number = cell.upTo(4).wholeNumber else { return nil }
    guard let postcode = Postcode4(number) else { return .rejected("E311") }
    if cell.count == 4 { return .value(postcode, nil) }
    let letters = cell.from(4).trimmed
    guard letters.count == 2, letters[0].isLetter, letters[1].isLetter else { return nil }
    let second = letters[1].lowercasedASCII
    let isNeverIssued =
      letters[0].lowercasedASCII == UInt8(ascii: "s")
      && (second == UInt8(ascii: "a") || second == UInt8(ascii: "d") || second == UInt8(ascii: "s"))
    return .value(postcode, isNeverIssued ? "W312" : nil)
  }

  private static func odd(_ cell: CellBytes) -> CellResult<Postcode4> {
    if cell.isEmpty || cell.isWord("onbekend") || cell.isWord("?") || cell.isWord("-") {
      return .missing(.unknown, nil)
    }
    if cell.isWord("buitenland") { return .missing(.unknown, "W313") }
    if cell.hasPrefix("nl"), cell.count > 2 {
      var rest = cell.from(2).trimmed
      if rest.first == UInt8(ascii: "-") { rest = rest.from(1).trimmed }
      return understood(plain(rest))
    }
    if cell.count == 6, cell[4] == UInt8(ascii: ".") || cell[4] == UInt8(ascii: ","),
      cell[5] == UInt8(ascii: "0")
    {
      return understood(plain(cell.upTo(4)))
    }
    if cell.count == 5, cell[1] == UInt8(ascii: "."), cell[0].isDigit,
      let rest = cell.from(2).wholeNumber
    {
      return understood(
        Postcode4(Int(cell[0] - 48) * 1000 + rest).map { CellResult.value($0, nil) })
    }
    return isForeign(cell) ? .missing(.unknown, "W313") : .rejected("E311")
  }

  /// A Dutch postcode in an odd form (W311, unless its letters are odder still).
  private static func understood(_ result: CellResult<Postcode4>?) -> CellResult<Postcode4> {
    guard case .value(let postcode, let code) = result else { return .rejected("E311") }
    return .value(postcode, code ?? "W311")
  }

  /// One or two letters of a country, a hyphen, and at least three digits or letters.
  private static func isForeign(_ cell: CellBytes) -> Bool {
    guard let hyphen = cell.firstIndex(of: UInt8(ascii: "-")), hyphen == 1 || hyphen == 2,
      cell.upTo(hyphen).allSatisfy(\.isLetter)
    else { return false }
    let rest = cell.from(hyphen + 1)
    return rest.count >= 3 && rest.contains(where: \.isDigit)
      && rest.allSatisfy { $0.isDigit || $0.isLetter || $0 == 0x20 }
  }
}
