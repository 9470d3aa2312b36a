/// What a reader learns from the text of one cell.
struct PrintedValue {
  /// The number, or nil when it is hidden.
  var shown: Double?
  /// The smallest value that fits.
  var lower: Double
  /// The largest value that fits.
  var upper: Double

  /// Reads a cell: a number (`1.234`, `12,5 %`), a symbol, `<5`, or any other text, which hides.
  init(_ cell: String, _ structure: AuditStructure) {
    let text = cell.trimmed
    if let range = structure.symbols[text] {
      self.init(shown: nil, lower: range.lowerBound, upper: range.upperBound)
    } else if text == "-99997" {
      self.init(shown: nil, lower: 0, upper: .infinity)
    } else if text.first == "<", let below = Int(String(text.dropFirst()).trimmed) {
      self.init(shown: nil, lower: structure.lessThanLower, upper: Double(below - 1))
    } else if let number = Self.number(text, dutchThousands: structure.hasDutchThousands) {
      self.init(shown: number, lower: number, upper: number)
    } else {
      self.init(shown: nil, lower: 0, upper: .infinity)
    }
  }

  private init(shown: Double?, lower: Double, upper: Double) {
    (self.shown, self.lower, self.upper) = (shown, lower, upper)
  }

  /// The number of decimals of a printed number.
  static func decimals(of cell: String) -> Int {
    var digits = Substring(cell.trimmed)
    if digits.last == "%" { digits = Substring(String(digits.dropLast()).trimmed) }
    guard let mark = digits.lastIndex(where: { $0 == "." || $0 == "," }) else { return 0 }
    let decimals = digits[digits.index(after: mark)...]
    return decimals.allSatisfy(\.isASCIIDigit) ? decimals.count : 0
  }

  private static func number(_ text: String, dutchThousands: Bool) -> Double? {
    var digits = text.filter { $0 != " " && $0 != "\u{a0}" }
    if dutchThousands && isGrouped(digits) { digits.removeAll { $0 == "." } }
    while digits.last == "%" { digits.removeLast() }
    guard digits.contains(where: \.isASCIIDigit) else { return nil }
    return Double(String(digits.map { $0 == "," ? "." : $0 }))
  }

  /// Whether the text is a whole number with points between groups of three digits.
  private static func isGrouped(_ text: String) -> Bool {
    let parts = (text.first == "-" ? text.dropFirst() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, (1...3).contains(parts[0].count) else { return false }
    return parts.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
      && parts.dropFirst().allSatisfy { $0.count == 3 }
  }
}

extension Character {
  /// Whether the character is 0 to 9.
  var isASCIIDigit: Bool { self >= "0" && self <= "9" && isASCII }
}
