import WijkModel

/// Reads a cell with one or more ICPC codes.
///
/// Codes are separated by `;` `/` `|` `,` or a line break; text behind a code is dropped.
enum ICPCListCell {
  /// Appends the codes of a cell; the value is how many.
  ///
  /// Understood: `T90,02`, `T9002`, `T 90` (W361) and a subcode of one digit, of which the main code
  /// is used (W362). A cell of which no code can be read is refused (E361); of a list with good and
  /// bad codes the good ones are used, with E361. Blank is missing: no problem recorded.
  static func parse(_ cell: CellBytes, into codes: inout [ICPCCode]) -> CellResult<Int> {
    var scanner = ICPCScanner(cell: cell.trimmed)
    if scanner.isAtEnd { return .missing(.unknown, nil) }
    var count = 0
    var worst: FindingCode?
    while scanner.skipSeparators() {
      switch scanner.next() {
      case .code(let code, let oddity):
        codes.append(code)
        count += 1
        if worst != "E361" { worst = oddity ?? worst }
      case .text: break
      case .bad: worst = "E361"
      }
    }
    return count == 0 ? .rejected("E361") : .value(count, worst)
  }
}

/// Steps through the codes of a cell.
private struct ICPCScanner {
  enum Token {
    case code(ICPCCode, FindingCode?)
    /// The rest of a description that holds a separator.
    case text
    case bad
  }

  let cell: CellBytes
  private var position = 0
  /// Whether the code before had a description, which may hold separators itself.
  private var isInDescription = false

  init(cell: CellBytes) { self.cell = cell }

  var isAtEnd: Bool { position >= cell.count }

  /// Moves to the next code; false at the end.
  mutating func skipSeparators() -> Bool {
    while position < cell.count, Self.isSeparator(cell[position]) || cell[position] <= 0x20 {
      position += 1
    }
    return position < cell.count
  }

  mutating func next() -> Token {
    let start = position
    if let (code, oddity) = readCode(), let hasText = skipToSeparator(afterCode: true) {
      isInDescription = hasText
      return .code(code, oddity)
    }
    position = start
    let looksLikeCode =
      cell[start].isLetter && start + 1 < cell.count && cell[start + 1].isDigit
    _ = skipToSeparator(afterCode: false)
    return isInDescription && !looksLikeCode ? .text : .bad
  }

  /// Reads letter, rubric and subcode; nil when they are not there or the chapter does not exist.
  private mutating func readCode() -> (ICPCCode, FindingCode?)? {
    let chapter = cell[position].uppercasedASCII
    var oddity: FindingCode?
    position += 1
    if position + 1 < cell.count, cell[position] == 0x20, cell[position + 1].isDigit {
      oddity = "W361"
      position += 1
    }
    guard let rubric = twoDigits() else { return nil }
    var subcode = 0
    switch subcodeForm() {
    case .none: break
    case .point:
      position += 1
      guard let number = twoDigits() else { return nil }
      subcode = number
    case .comma:
      position += 1
      guard let number = twoDigits() else { return nil }
      (subcode, oddity) = (number, "W361")
    case .glued:
      guard let number = twoDigits() else { return nil }
      (subcode, oddity) = (number, "W361")
    case .oneDigit:
      position += 2
      oddity = "W362"
    }
    return ICPCCode(chapter: chapter, rubric: rubric, subcode: subcode).map { ($0, oddity) }
  }

  private enum SubcodeForm { case none, point, comma, glued, oneDigit }

  private func subcodeForm() -> SubcodeForm {
    func isDigit(_ offset: Int) -> Bool {
      position + offset < cell.count && cell[position + offset].isDigit
    }
    guard position < cell.count else { return .none }
    if cell[position].isDigit { return .glued }
    let isPoint = cell[position] == UInt8(ascii: ".")
    guard isPoint || cell[position] == UInt8(ascii: ","), isDigit(1) else { return .none }
    if !isDigit(2) { return .oneDigit }
    return isPoint ? .point : .comma
  }

  private mutating func twoDigits() -> Int? {
    guard position + 1 < cell.count, cell[position].isDigit, cell[position + 1].isDigit else {
      return nil
    }
    defer { position += 2 }
    return Int(cell[position] - 48) * 10 + Int(cell[position + 1] - 48)
  }

  /// Moves to the next separator and tells whether there was text; nil when something is glued to
  /// the code, so that it is none.
  private mutating func skipToSeparator(afterCode: Bool) -> Bool? {
    if afterCode, position < cell.count, !Self.isSeparator(cell[position]) {
      let byte = cell[position]
      let isFollowedByDigit = position + 1 < cell.count && cell[position + 1].isDigit
      let isPunctuation =
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "(")
        || byte == UInt8(ascii: ".")
      guard byte <= 0x20 || byte == 0xC2 || (isPunctuation && !isFollowedByDigit) else {
        return nil
      }
    }
    var hasText = false
    while position < cell.count, !Self.isSeparator(cell[position]) {
      if cell[position] > 0x20 { hasText = true }
      position += 1
    }
    return hasText
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: ","), 0x0A, 0x0D:
      true
    default: false
    }
  }
}
