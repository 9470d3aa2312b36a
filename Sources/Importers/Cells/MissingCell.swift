import WijkModel

/// Recognizes marks that stand in the place of a published number.
enum MissingCell {
  /// Why the number is missing, or nil when the cell, which must be trimmed, may hold one.
  static func reason(_ cell: CellBytes) -> MissingReason? {
    guard let first = cell.first else { return .unknown }
    // Nearly all cells begin with a digit.
    if first.isDigit { return nil }
    switch first {
    case UInt8(ascii: "."): return cell.count == 1 ? .unknown : nil
    case UInt8(ascii: "-"): return sentinel(cell)
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      let limit = cell.from(1).trimmed
      return limit.contains(where: \.isDigit) && limit.allSatisfy(isOfLimit) ? .suppressed : nil
    default: return word(cell)
    }
  }

  /// `-`, `-99997`, `-99995`, also with decimals that are zero.
  private static func sentinel(_ cell: CellBytes) -> MissingReason? {
    if cell.count == 1 { return MissingReason.none }
    let digits = cell.from(1).prefix(while: \.isDigit).count
    let decimals = cell.from(1 + digits)
    guard decimals.isEmpty || decimals.isWord(".0") || decimals.isWord(",0") else { return nil }
    switch CellBytes(rebasing: cell[1..<(1 + digits)]).wholeNumber {
    case 99_997: return .secret
    case 99_995: return MissingReason.none
    default: return nil
    }
  }

  private static func word(_ cell: CellBytes) -> MissingReason? {
    if cell.isWord("x") || cell.isWord("geheim") { return .secret }
    if cell.isWord("n.b.") || cell.isWord("nb") || cell.isWord("na") || cell.isWord("n/a")
      || cell.isWord("n.v.t.") || cell.isWord("nvt")
    {
      return .notAvailable
    }
    return cell.isWord("onbekend") ? .unknown : nil
  }

  private static func isOfLimit(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: ".") || byte == 0x20
  }
}
