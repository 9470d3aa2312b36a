import Report

extension SheetPlan {
  /// A table of the chapter that has no data of its own, such as the headline figures.
  init(display table: ReportTable, name: String) {
    var columns: [SheetTable.Column] = []
    for column in table.columns {
      columns.append(
        SheetTable.Column(
          header: SheetTable.unique(column.header, among: columns), style: .whole,
          isNumeric: column.isNumeric))
    }
    let rows = table.rows.map { row in
      columns.indices.map { place -> SheetTable.Cell in
        let text = place < row.cells.count ? row.cells[place] : ""
        return columns[place].isNumeric ? DutchCell.number(text) : DutchCell.text(text)
      }
    }
    self.init(
      name: name, title: table.caption,
      about: [table.badge.rawValue, "Tabel \(table.number) van hoofdstuk 2"].filter {
        !$0.isEmpty
      },
      notes: table.notes,
      table: SheetTable(
        name: "tabel_" + name.replacing("-", with: "_"), columns: columns, rows: rows), chart: nil)
  }
}

/// Cells of the chapter, written in Dutch, as numbers for Excel.
enum DutchCell {
  static func text(_ text: String) -> SheetTable.Cell { text.isEmpty ? .blank : .text(text) }

  /// `1.234`, `6,7 %`, `€ 12,50` and `−0,21` as numbers in their style; anything else as text.
  static func number(_ text: String) -> SheetTable.Cell {
    if text == DutchNumber.suppressed || text == DutchNumber.unknown { return .sign(text) }
    var body = Substring(text)
    let isPercentage = body.hasSuffix("\u{A0}%")
    if isPercentage { body = body.dropLast(2) }
    let isEuros = body.hasPrefix("€\u{A0}")
    if isEuros { body = body.dropFirst(2) }
    let isNegative = body.hasPrefix("−")
    if isNegative { body = body.dropFirst() }
    guard let magnitude = magnitude(body) else { return self.text(text) }
    let value = (isNegative ? -1 : 1) * magnitude.value
    if isPercentage { return .styled(value / 100, .percentage) }
    if isEuros { return .styled(value, .euros) }
    return .styled(
      value, magnitude.decimals == 0 ? .whole : magnitude.decimals == 1 ? .tenths : .hundredths)
  }

  /// Digits with dots in the places of thousands, and at most one comma.
  private static func magnitude(_ text: Substring) -> (value: Double, decimals: Int)? {
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    let groups = (halves.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    func isDigits(_ text: Substring) -> Bool {
      !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
    }
    guard halves.count <= 2, groups.allSatisfy(isDigits), (groups.first?.count ?? 0) <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 }), halves.dropFirst().allSatisfy(isDigits)
    else { return nil }
    let fraction = halves.count == 2 ? halves[1] : ""
    return Double(groups.joined() + "." + (fraction.isEmpty ? "0" : fraction)).map {
      ($0, fraction.count)
    }
  }
}
