import WijkModel

/// An age band as a published table writes it, or all ages together.
enum AgeBandValue: Hashable, Sendable {
  /// One band.
  case band(AgeBand)
  /// `Totaal`, `Alle leeftijden`.
  case total
}

/// Reads age bands.
enum AgeBandCell {
  /// The band of a cell.
  ///
  /// Understood: `5-9`, `5–9`, `5 t/m 9 jaar`, `05 tot 10 jaar` (exclusive), `85+`, `95 jaar of
  /// ouder`, `jonger dan 5 jaar`, `Totaal`. Bands that a spreadsheet made dates of are refused with
  /// E341, anything else, blank too, with E344.
  static func parse(_ cell: CellBytes) -> CellResult<AgeBandValue> {
    let cell = cell.trimmed
    if TotalCell.matches(cell) { return .value(.total, nil) }
    if isDate(cell) { return .rejected("E341") }
    var scanner = AgeBandScanner(cell: cell)
    guard let band = scanner.band() else { return .rejected("E344") }
    return .value(.band(band), nil)
  }

  /// `5-sep`, `sep-05`, `05-09-2025`, `2014-10-01`.
  private static func isDate(_ cell: CellBytes) -> Bool {
    var scanner = DateScanner(cell: cell)
    if cell.count > 4, scanner.parts() != nil { return true }
    guard let hyphen = cell.firstIndex(where: { $0 == UInt8(ascii: "-") || $0 == 0x20 }) else {
      return false
    }
    let (left, right) = (cell.upTo(hyphen).trimmed, cell.from(hyphen + 1).trimmed)
    return (left.wholeNumber != nil && isMonth(right))
      || (isMonth(left) && right.wholeNumber != nil)
  }

  private static func isMonth(_ word: CellBytes) -> Bool {
    guard word.count >= 3, word.count <= 9, word.allSatisfy({ $0.isLetter || $0 == 0x2E }) else {
      return false
    }
    let short: [StaticString] = [
      "jan", "feb", "mrt", "maa", "mar", "apr", "mei", "may", "jun", "jul", "aug", "sep", "okt",
      "oct", "nov", "dec",
    ]
    return short.contains { word.hasPrefix($0) }
  }
}

/// Takes the bytes of an age band apart.
private struct AgeBandScanner {
  let cell: CellBytes
  private var position = 0

  init(cell: CellBytes) { self.cell = cell }

  mutating func band() -> AgeBand? {
    if word("jonger dan") || word("tot") { return belowUpper(from: 0) }
    guard let lower = number() else { return nil }
    blanks()
    if word("+") { return open(lower) }
    if hyphen() || word("t/m") || word("tot en met") || word("tot/met") { return through(lower) }
    if word("tot") { return belowUpper(from: lower) }
    if years() {
      if word("of ouder") || word("en ouder") || word("e.o.") || word("eo") || word("+") {
        return open(lower)
      }
      if word("tot") { return belowUpper(from: lower) }
      if word("t/m") { return through(lower) }
    } else if word("of ouder") || word("en ouder") {
      return open(lower)
    }
    return nil
  }

  private mutating func open(_ lower: Int) -> AgeBand? {
    _ = years()
    return position == cell.count ? AgeBand(lower, nil) : nil
  }

  private mutating func through(_ lower: Int) -> AgeBand? {
    blanks()
    guard let upper = number(), upper >= lower, isFinished() else { return nil }
    return AgeBand(lower, upper)
  }

  private mutating func belowUpper(from lower: Int) -> AgeBand? {
    blanks()
    guard let upper = number(), upper > lower, isFinished() else { return nil }
    return AgeBand(lower, upper - 1)
  }

  private mutating func isFinished() -> Bool {
    blanks()
    _ = years()
    return position == cell.count
  }

  private mutating func number() -> Int? {
    let start = position
    while position < cell.count, cell[position].isDigit { position += 1 }
    guard position - start <= 3,
      let number = CellBytes(rebasing: cell[start..<position]).wholeNumber, number <= 130
    else { return nil }
    return number
  }

  private mutating func years() -> Bool { word("jaar") || word("jr.") || word("jr") }

  /// A hyphen, an en dash, an em dash or a minus.
  private mutating func hyphen() -> Bool {
    if word("-") { return true }
    let rest = cell.from(position)
    guard rest.count >= 3, rest[0] == 0xE2 else { return false }
    let isDash = rest[1] == 0x80 && (0x90...0x95).contains(rest[2])
    guard isDash || (rest[1] == 0x88 && rest[2] == 0x92) else { return false }
    position += 3
    blanks()
    return true
  }

  /// Takes a word and the blanks behind it.
  private mutating func word(_ word: StaticString) -> Bool {
    guard cell.from(position).hasPrefix(word) else { return false }
    position += word.utf8CodeUnitCount
    blanks()
    return true
  }

  private mutating func blanks() {
    while position < cell.count {
      if cell[position] == 0x20 {
        position += 1
      } else if cell[position] == 0xC2, position + 1 < cell.count, cell[position + 1] == 0xA0 {
        position += 2
      } else {
        return
      }
    }
  }
}
