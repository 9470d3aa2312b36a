import Charts
import Report

/// Widths of the columns of a table, from the widths of its texts.
///
/// Each column is at least as wide as its widest word and, when there is room, as its widest text.
/// What is left over goes to the columns of text that need it most.
struct ColumnWidths {
  /// The widths in twentieths of a point.
  let twips: [Int]
  /// Whether every word fits on a line of its column.
  let fits: Bool
  /// Whether every text fits on a line of its column.
  private let fitsWhole: Bool
  /// Space on both sides of the texts, in twentieths of a point.
  let padding: Int

  /// Room for the borders, and for the difference between fonts.
  private static let slack = 1.03
  /// Narrow tables look like lists beside wide ones.
  private static let narrowest = 0.62

  /// The widths with the usual space between texts, or with less when texts would not fit.
  static func best(
    of table: ReportTable, available: Int, size: Double, scale: Double
  ) -> ColumnWidths {
    func widths(_ padding: Int) -> ColumnWidths {
      ColumnWidths(of: table, available: available, size: size, scale: scale, padding: padding)
    }
    let usual = widths(TableShape.paddingBeside)
    return usual.fitsWhole ? usual : widths(TableShape.tightPaddingBeside)
  }

  init(of table: ReportTable, available: Int, size: Double, scale: Double, padding: Int) {
    self.padding = padding
    let need = table.columns.indices.map { index in
      ColumnNeed(
        of: table, column: index, size: size, scale: scale * Self.slack, padding: padding)
    }
    let least = need.map(\.least).reduce(0, +)
    fits = least <= available
    fitsWhole = need.map(\.most).reduce(0, +) <= available
    twips = Self.spread(Self.widths(need, available: available), need, available: available)
  }

  private static func widths(_ need: [ColumnNeed], available: Int) -> [Int] {
    let least = need.map(\.least).reduce(0, +)
    let most = need.map(\.most).reduce(0, +)
    if most <= available { return need.map(\.most) }
    if least >= available {
      // Words will break; above a floor every column gives up the same part.
      let floor = min(280, available / max(need.count, 1))
      let room = available - floor * need.count
      let wish = need.map { max(0, $0.least - floor) }
      let total = max(wish.reduce(0, +), 1)
      return wish.map { floor + $0 * room / total }
    }
    // Columns that need little get it all; the long texts share what is left.
    let room = available - least
    let wish = need.map { Double($0.most - $0.least).squareRoot() }
    let total = max(wish.reduce(0, +), 1)
    var widths = zip(need, wish).map { need, wish in
      min(need.most, need.least + Int(Double(room) * wish / total))
    }
    var left = available - widths.reduce(0, +)
    for index in need.indices.sorted(by: { need[$0].most > need[$1].most }) where left > 0 {
      let more = min(left, need[index].most - widths[index])
      widths[index] += more
      left -= more
    }
    return widths
  }

  /// Numbers get columns of one width, and a narrow table some air.
  private static func spread(_ widths: [Int], _ need: [ColumnNeed], available: Int) -> [Int] {
    var widths = widths
    let numeric = need.indices.filter { need[$0].isNumeric }
    let widest = numeric.map { widths[$0] }.max() ?? 0
    let extra = numeric.map { widest - widths[$0] }.reduce(0, +)
    if numeric.count > 1, widths.reduce(0, +) + extra <= available {
      for index in numeric { widths[index] = widest }
    }
    let goal = Int(Double(available) * narrowest)
    let sum = widths.reduce(0, +)
    if sum < goal, sum > 0 {
      widths = widths.map { $0 * goal / sum }
    } else if sum > available * 9 / 10, sum < available {
      widths[0] += available - sum
    }
    return widths
  }
}

/// What one column needs, in twentieths of a point.
private struct ColumnNeed {
  let least: Int
  let most: Int
  let isNumeric: Bool

  init(of table: ReportTable, column: Int, size: Double, scale: Double, padding: Int) {
    let header = table.columns[column].header
    isNumeric = table.columns[column].isNumeric
    // Points to pixels of 1/96 inch and back to twentieths of a point.
    func width(_ text: some StringProtocol, bold: Bool) -> Int {
      let pixels = TextMetrics.width(
        of: String(text), size: size * 4 / 3, weight: bold ? .bold : .regular)
      return Int(pixels * 15 * scale) + 2 * padding + 12
    }
    func widestWord(_ text: String, bold: Bool) -> Int {
      if !text.isEmpty, !text.utf8.contains(where: Self.mayBreak) { return width(text, bold: bold) }
      return text.split(separator: " ").flatMap { word in
        // Dates stay on one line, other words may break at a hyphen, also at one that hides.
        word.contains(where: \.isNumber)
          ? [word] : word.split { $0 == "-" || $0 == "/" || $0 == "\u{AD}" }
      }.map { width($0, bold: bold) }.max() ?? 0
    }
    var least = max(widestWord(header, bold: true), 420)
    // A header may take three lines, so it does not make its column much wider.
    var most = max(least, width(header, bold: true) / 2)
    for row in table.rows where column < row.cells.count {
      let cell = row.cells[column]
      let full = width(cell, bold: row.isTotal)
      most = max(most, full)
      // A number does not break.
      let isWhole = isNumeric && (cell.utf8.count <= 16 || cell.count <= 16)
      least = max(least, isWhole ? full : widestWord(cell, bold: row.isTotal))
    }
    self.least = least
    self.most = max(most, least)
  }
  /// Whether a byte may be of a sign at which a line breaks, such as the last one of U+00AD.
  private static func mayBreak(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == 0xAD
  }
}
