import WijkModel

/// Takes the bytes of a number apart: sign, digits, groups, decimals, and the marks around it.
///
/// Which sign is the decimal one is decided by the file, never by the cell.
struct NumberScanner {
  /// How the dots, commas and blanks between the digits were used.
  struct Shape {
    var isNegative = false
    /// All digits as one number; exact up to 18 digits.
    var mantissa = 0
    var digits = 0
    var decimals = 0
    /// Groups of three behind the file's group sign.
    var groups = 0
    /// Whether every group has three digits and the first one to three.
    var areGroupsRegular = true
    var hasBlankGroups = false
    var hasDecimalSign = false
    /// Digits behind the last group sign.
    var lastGroup = 0
    /// A footnote mark (W358) or a text mark (W360) was taken off.
    var oddity: FindingCode?
  }

  let decimalSign: UInt8
  let groupSign: UInt8

  init(hasDecimalPoint: Bool) {
    decimalSign = hasDecimalPoint ? UInt8(ascii: ".") : UInt8(ascii: ",")
    groupSign = hasDecimalPoint ? UInt8(ascii: ",") : UInt8(ascii: ".")
  }

  /// The shape of a number, or the code why it is none: E357, E359 or E351.
  func shape(_ cell: CellBytes, unit: (CellBytes) -> CellBytes) -> Result<Shape, NumberRefusal> {
    var shape = Shape()
    if cell.first == UInt8(ascii: "#") { return .failure(.spreadsheetError) }
    var rest = unit(footnoteRemoved(cell, &shape)).trimmed
    if rest.first == UInt8(ascii: "'") {
      shape.oddity = "W360"
      rest = rest.from(1).trimmed
    }
    rest = unit(signRemoved(rest, &shape))
    if isScientific(rest) { return .failure(.scientific) }
    return read(rest, &shape) ? .success(shape) : .failure(.notANumber)
  }

  /// `12*`, `12 **`, and superscript 1, 2, 3.
  private func footnoteRemoved(_ cell: CellBytes, _ shape: inout Shape) -> CellBytes {
    var end = cell.count
    while end > 1 {
      if cell[end - 1] == UInt8(ascii: "*") {
        end -= 1
      } else if cell[end - 2] == 0xC2, [0xB9, 0xB2, 0xB3].contains(cell[end - 1]), end > 2 {
        end -= 2
      } else {
        break
      }
    }
    if end < cell.count { shape.oddity = "W358" }
    return cell.upTo(end).trimmed
  }

  private func signRemoved(_ cell: CellBytes, _ shape: inout Shape) -> CellBytes {
    if cell.first == UInt8(ascii: "+") { return cell.from(1) }
    if cell.first == UInt8(ascii: "-") {
      shape.isNegative = true
      return cell.from(1).trimmed
    }
    // The true minus sign U+2212.
    if cell.count > 3, cell[0] == 0xE2, cell[1] == 0x88, cell[2] == 0x92 {
      shape.isNegative = true
      return cell.from(3).trimmed
    }
    return cell
  }

  private func isScientific(_ cell: CellBytes) -> Bool {
    guard let mark = cell.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > 0,
      cell[mark - 1].isDigit || cell[mark - 1] == decimalSign || cell[mark - 1] == groupSign
    else { return false }
    var exponent = cell.from(mark + 1)
    if exponent.first == UInt8(ascii: "+") || exponent.first == UInt8(ascii: "-") {
      exponent = exponent.from(1)
    }
    return exponent.wholeNumber != nil
  }

  /// Reads digits and the signs between them; false when there is anything else.
  private func read(_ cell: CellBytes, _ shape: inout Shape) -> Bool {
    var index = 0
    var groupLength = 0
    while index < cell.count {
      let byte = cell[index]
      if byte.isDigit {
        guard shape.digits < 18 else { return false }
        shape.mantissa = shape.mantissa * 10 + Int(byte - 48)
        shape.digits += 1
        if shape.hasDecimalSign { shape.decimals += 1 } else { groupLength += 1 }
        index += 1
        continue
      }
      if byte == decimalSign {
        guard !shape.hasDecimalSign else { return false }
        shape.hasDecimalSign = true
        index += 1
        continue
      }
      let blank = blankLength(cell, index)
      guard byte == groupSign || blank > 0, !shape.hasDecimalSign else { return false }
      if shape.groups > 0, shape.hasBlankGroups != (blank > 0) { return false }
      shape.hasBlankGroups = blank > 0
      noteGroup(&shape, length: groupLength)
      groupLength = 0
      index += max(blank, 1)
    }
    shape.lastGroup = groupLength
    if shape.groups > 0, groupLength != 3 { shape.areGroupsRegular = false }
    return shape.digits > 0
  }

  private func noteGroup(_ shape: inout Shape, length: Int) {
    let isRegular = shape.groups == 0 ? (1...3).contains(length) : length == 3
    if !isRegular { shape.areGroupsRegular = false }
    shape.groups += 1
  }

  /// The bytes of a blank, no-break space, narrow no-break space or thin space; 0 when there is none.
  private func blankLength(_ cell: CellBytes, _ index: Int) -> Int {
    if cell[index] == 0x20 { return 1 }
    if cell[index] == 0xC2, index + 1 < cell.count, cell[index + 1] == 0xA0 { return 2 }
    guard cell[index] == 0xE2, index + 2 < cell.count, cell[index + 1] == 0x80 else { return 0 }
    return cell[index + 2] == 0xAF || cell[index + 2] == 0x89 ? 3 : 0
  }
}

/// Why a cell is no number.
enum NumberRefusal: Error, Hashable, Sendable {
  /// `#N/B`, `#####` (E357).
  case spreadsheetError
  /// `1E+06` (E359).
  case scientific
  /// Anything else (E351).
  case notANumber

  /// The code of the finding.
  var code: FindingCode {
    switch self {
    case .spreadsheetError: "E357"
    case .scientific: "E359"
    case .notANumber: "E351"
    }
  }
}
