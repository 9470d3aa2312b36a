/// A range of cells, such as `A5:E26`.
struct CellRange {
  /// The number of the first row, from 1.
  let firstRow: Int
  /// The numbers of all rows.
  let rows: ClosedRange<Int>
  /// The numbers of all columns, from 0.
  let columns: Range<Int>

  typealias Place = SheetCells.Place

  /// Reads a range with or without signs for fixed rows and columns; nil for anything else.
  init?(_ text: some StringProtocol) {
    let plain = String(text.filter { $0 != "$" })
    let ends = plain.split(separator: ":").compactMap { Self.place(Array($0.utf8)[...]) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    firstRow = first.row
    rows = first.row...last.row
    columns = first.column..<last.column + 1
  }

  /// The cell that has a number in a row or column of cells.
  func place(at index: Int) -> Place? {
    let (row, overflows) = firstRow.addingReportingOverflow(index)
    guard !overflows else { return nil }
    let place =
      columns.count == 1
      ? Place(row: row, column: columns.lowerBound)
      : Place(row: firstRow, column: columns.lowerBound &+ index)
    return rows.contains(place.row) && columns.contains(place.column) ? place : nil
  }

  /// `B7` as its row and column; rows beyond those of any program have none.
  static func place(_ name: ArraySlice<UInt8>) -> Place? {
    let letters = name.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let digits = name[letters.endIndex...]
    guard (1...3).contains(letters.count), (1...18).contains(digits.count) else { return nil }
    var row = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      row = 10 * row + Int(digit) - 0x30
    }
    guard row > 0 else { return nil }
    return Place(row: row, column: letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1)
  }

  /// `'t215-grafiek'!$B$6:$B$10` as the name of the sheet and the range.
  static func onSheet(_ formula: String) -> (String, CellRange)? {
    guard let sign = formula.lastIndex(of: "!"),
      let range = CellRange(formula[formula.index(after: sign)...])
    else { return nil }
    var name = formula[..<sign]
    if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 1 {
      name = name.dropFirst().dropLast()
    }
    return (String(name).replacing("''", with: "'"), range)
  }
}
