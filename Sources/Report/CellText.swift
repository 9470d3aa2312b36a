import DisclosureControl

/// How the numbers of a column are written on the page.
enum CellStyle {
  /// Text and whole numbers.
  case plain
  /// Numbers with a fixed number of decimals.
  case decimals(Int)
  /// Percentages with a fixed number of decimals.
  case percentage(Int)
  /// A year: no dot between thousands.
  case year
  /// Euros with a fixed number of decimals.
  case euros(Int)
}

extension ReleasableCell {
  /// The cell as a reader sees it: `•`, `onbekend`, empty, or a Dutch number.
  func text(_ style: CellStyle = .plain) -> String {
    switch self {
    case .suppressed: DutchNumber.suppressed
    case .unknown: DutchNumber.unknown
    case .absent: ""
    case .text(let text): text
    case .count(let count): Self.text(Double(count), style)
    case .number(let number): Self.text(number, style)
    }
  }

  /// A number in a style; nil is empty.
  static func text(_ number: Double?, _ style: CellStyle) -> String {
    guard let number else { return "" }
    return switch style {
    case .plain: DutchNumber.whole(number)
    case .decimals(let decimals): DutchNumber.decimal(number, decimals: decimals)
    case .percentage(let decimals): DutchNumber.percentage(number, decimals: decimals)
    case .year: Int(exactly: number).map { String($0) } ?? DutchNumber.unknown
    case .euros(let decimals): DutchNumber.euros(number, decimals: decimals)
    }
  }
}
