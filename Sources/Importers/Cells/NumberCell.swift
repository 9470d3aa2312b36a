import WijkModel

/// Reads decimal numbers, percentages and amounts of money.
///
/// The decimal sign is that of the file; the other sign may stand before groups of three only. A
/// lone other sign that cannot be one of groups is read as the decimal sign with W353.
enum NumberCell {
  /// A percentage 0...100; a `%` is taken off.
  ///
  /// `1.234` can be two numbers and is refused (E354), what lies outside 0...100 with E356. A value
  /// below 1 with two or more decimals looks like a fraction and is read with W355.
  static func percentage(_ cell: CellBytes, hasDecimalPoint: Bool) -> CellResult<Double> {
    let result = read(cell, hasDecimalPoint, areLoneGroupsPlain: false, unit: percentSignRemoved)
    guard case .value(let parsed, let code) = result else { return result.map(\.number) }
    guard (0...100).contains(parsed.number) else { return .rejected("E356") }
    let looksLikeFraction = parsed.number > 0 && parsed.number < 1 && parsed.decimals >= 2
    return .value(parsed.number, code ?? (looksLikeFraction ? "W355" : nil))
  }

  /// An amount of money, in the currency of the file; `€` or `EUR` is taken off; `1.234` is 1234.
  static func amount(_ cell: CellBytes, hasDecimalPoint: Bool) -> CellResult<Double> {
    read(cell, hasDecimalPoint, areLoneGroupsPlain: true, unit: euroRemoved).map(\.number)
  }

  /// A decimal number; `1.234` can be two numbers and is refused (E354).
  static func number(_ cell: CellBytes, hasDecimalPoint: Bool) -> CellResult<Double> {
    read(cell, hasDecimalPoint, areLoneGroupsPlain: false, unit: { $0 }).map(\.number)
  }

  private struct Parsed: Hashable, Sendable {
    var number: Double
    var decimals: Int
  }

  private static func read(
    _ cell: CellBytes, _ hasDecimalPoint: Bool, areLoneGroupsPlain: Bool,
    unit: (CellBytes) -> CellBytes
  ) -> CellResult<Parsed> {
    let cell = cell.trimmed
    if let reason = MissingCell.reason(cell) { return .missing(reason, nil) }
    let scanner = NumberScanner(hasDecimalPoint: hasDecimalPoint)
    switch scanner.shape(cell, unit: unit) {
    case .failure(let refusal): return .rejected(refusal.code)
    case .success(let shape): return value(of: shape, areLoneGroupsPlain)
    }
  }

  private static func value(
    of shape: NumberScanner.Shape, _ areLoneGroupsPlain: Bool
  ) -> CellResult<Parsed> {
    if shape.hasDecimalSign, shape.decimals == 0 { return .rejected("E351") }
    var decimals = shape.decimals
    var code = shape.oddity ?? (shape.hasBlankGroups ? "W352" : nil)
    if shape.groups == 1, !shape.hasBlankGroups, !shape.hasDecimalSign {
      if shape.lastGroup == 0 { return .rejected("E351") }
      if shape.lastGroup != 3 || !shape.areGroupsRegular {
        decimals = shape.lastGroup
        code = code ?? "W353"
      } else if !areLoneGroupsPlain {
        return .rejected("E354")
      }
    } else if !shape.areGroupsRegular {
      return .rejected("E351")
    }
    // Mantissa and power of ten are exact, so the quotient is the nearest double.
    let magnitude = Double(shape.mantissa) / powersOfTen[decimals]
    let number = shape.isNegative ? 0 - magnitude : magnitude
    return .value(Parsed(number: number, decimals: decimals), code)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18,
  ]

  private static func percentSignRemoved(_ cell: CellBytes) -> CellBytes {
    cell.last == UInt8(ascii: "%") ? cell.upTo(cell.count - 1).trimmed : cell
  }

  private static func euroRemoved(_ cell: CellBytes) -> CellBytes {
    var rest = cell
    if rest.hasPrefix("\u{20AC}") { rest = rest.from(3).trimmed }
    if rest.hasPrefix("eur") { rest = rest.from(3).trimmed }
    if rest.count > 3, rest.from(rest.count - 3).isWord("\u{20AC}") {
      rest = rest.upTo(rest.count - 3).trimmed
    }
    return rest
  }
}

extension CellResult {
  /// The same result with another value.
  func map<Other>(_ transform: (Value) -> Other) -> CellResult<Other> {
    switch self {
    case .value(let value, let code): .value(transform(value), code)
    case .missing(let reason, let code): .missing(reason, code)
    case .rejected(let code): .rejected(code)
    }
  }
}
