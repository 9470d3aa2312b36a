import DisclosureControl
import WijkModel

/// Compares a table that was written once more, such as a sheet, with that of the machine, cell by cell.
struct CopyCheck {
  private let tables: [String: TextTable]

  /// Takes the machine tables of a release.
  init(_ release: TextRelease) {
    tables = Dictionary(
      release.tables.map { (String($0.name.prefix { $0 != "-" && $0 != "." }), $0) }
    ) { first, _ in first }
  }

  /// What is wrong with a copy: `P506` when it shows what the table hides, `P508` when it differs in
  /// another way or has no table.
  func findings(_ copy: TableCopy, file: String) -> [Finding] {
    guard let table = tables[copy.number] else { return [other(copy, file)] }
    // An empty table of Excel keeps one empty row.
    let rows = copy.rows.dropFirst().filter { $0.contains { !$0.isEmpty } }
    guard rows.count == table.rows.count, copy.rows.first?.count == table.header.count else {
      return [other(copy, file)]
    }
    var shown = 0
    var isOther = false
    for (row, truth) in zip(rows, table.rows) {
      for (place, cell) in truth.enumerated() {
        let copied = place < row.count ? row[place] : ""
        if Self.isSame(copied, cell) { continue }
        if cell == ReleasableCell.suppressedText { shown += 1 } else { isOther = true }
      }
    }
    let hidden = Finding("P506", file: file, facts: ["tabel": copy.name, "bron": table.name])
    return [Finding](repeating: hidden, count: shown) + (isOther ? [other(copy, file)] : [])
  }

  private func other(_ copy: TableCopy, _ file: String) -> Finding {
    Finding("P508", file: file, facts: ["tabel": copy.name])
  }

  /// A number with a decimal point or comma.
  private static func number(_ text: String) -> Double? {
    let comma = UInt8(ascii: ",")
    guard text.utf8.contains(comma) else { return Double(text) }
    let bytes = text.utf8.map { $0 == comma ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether a cell says what that of the machine says: the same number in any notation, the same
  /// sign, or words in the place of words.
  private static func isSame(_ copied: String, _ cell: String) -> Bool {
    if copied == cell { return true }
    if cell.isEmpty || cell == ReleasableCell.suppressedText || cell == ReleasableCell.unknownText {
      return false
    }
    let copiedNumber = number(copied)
    guard let number = Double(cell), let copiedNumber else {
      // A word may have another word in its place, but no number.
      return Double(cell) == nil && copiedNumber == nil && !copied.isEmpty
    }
    // Excel keeps sixteen digits.
    return abs(number - copiedNumber) <= 1e-14 * max(abs(number), abs(copiedNumber))
  }
}
