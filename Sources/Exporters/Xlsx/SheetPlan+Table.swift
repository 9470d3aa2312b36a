import DisclosureControl
import Report

extension SheetPlan {
  /// A published table with what the chapter says of it.
  ///
  /// - Parameters:
  ///   - table: The table, in the form of `tabellen/`.
  ///   - shown: The tables of the chapter that are made from it, in order.
  ///   - words: The words for codes in it.
  init(_ table: ReleasableTable, shown: [ReportTable], words: ReaderWords) {
    let number = String(table.id.prefix { $0 != "-" })
    let badges = shown.map(\.badge.rawValue).filter { !$0.isEmpty }
    let title = shown.first?.caption ?? Self.title(of: table.id)
    self.init(
      name: number, title: title,
      about: [badges.first ?? "", Self.places(of: shown)].filter { !$0.isEmpty },
      notes: Self.notes(of: shown),
      table: SheetTable(table, name: "tabel_" + number, words: words),
      chart: Self.costChart(table, title: title))
  }

  /// `Tabel 14, 15 en 23 van hoofdstuk 2`.
  private static func places(of shown: [ReportTable]) -> String {
    let numbers = shown.map { String($0.number) }
    guard !numbers.isEmpty else { return "Staat niet in hoofdstuk 2" }
    return "Tabel \(DutchText.enumeration(numbers)) van hoofdstuk 2"
  }

  private static func notes(of shown: [ReportTable]) -> [String] {
    var known: Set<String> = []
    return shown.flatMap(\.notes).filter { known.insert($0).inserted }
  }

  /// `t213-inschrijving` as `Inschrijving`.
  private static func title(of id: String) -> String {
    let words = id.split(separator: "-").dropFirst().joined(separator: " ")
    return words.isEmpty ? id : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Costs per kind of care beside those of the country, of the newest year, without the total.
  private static func costChart(_ table: ReleasableTable, title: String) -> SheetChart? {
    guard let kind = table.column("kostensoort"), let own = table.column("per_verzekerde"),
      let country = table.column("landelijk_per_verzekerde"), let year = table.column("jaar")
    else { return nil }
    let newest = table.rows.map { $0[year] }.max { Self.order($0) < Self.order($1) }
    guard let start = table.rows.firstIndex(where: { $0[year] == newest }) else { return nil }
    let rows = table.rows[start...].prefix {
      $0[year] == newest && $0[kind] != .text("Totaal")
    }.indices
    guard rows.count > 1 else { return nil }
    return SheetChart(
      form: .bars,
      alternative: "\(title). Staafdiagram van de kosten per soort zorg, naast Nederland.",
      categories: kind, series: [own, country], rows: rows, axisFormat: "#,##0",
      unit: "euro per verzekerde per jaar")
  }

  private static func order(_ cell: ReleasableCell) -> Double {
    switch cell {
    case .count(let count): Double(count)
    case .number(let number): number
    case .text(let text): Double(text) ?? 0
    default: 0
    }
  }
}

extension SheetTable {
  /// A published table, cell by cell.
  init(_ table: ReleasableTable, name: String, words: ReaderWords) {
    let names = table.columns.map(\.name)
    let styles = Self.stylesByUnit(of: table)
    let rows = table.rows.enumerated().map { index, row in
      zip(row, names).enumerated().map { place, item -> Cell in
        if let number = item.0.sheetNumber, let style = styles?[place][index] {
          return .styled(number, style)
        }
        guard case .text(let text) = item.0, !text.isEmpty else { return Cell(item.0) }
        return .text(words.word(for: text, in: item.1))
      }
    }
    var columns: [Column] = []
    for (place, column) in table.columns.enumerated() {
      let cells = table.rows.map { $0[place] }
      let numbers = cells.compactMap(\.sheetNumber)
      // Hidden and unknown cells only stand where a number would.
      let hasText = cells.contains { if case .text = $0 { true } else { false } }
      columns.append(
        Column(
          header: Self.unique(ColumnTitle.title(of: column.name), among: columns),
          style: Self.style(of: column.name, numbers), isNumeric: !hasText && !cells.isEmpty))
    }
    self.init(name: name, columns: columns, rows: rows)
  }

  /// A header that no other column has, without regard to case.
  static func unique(_ header: String, among columns: [Column]) -> String {
    let line = WorkbookText.line(header, limit: 200)
    let wish = line.isEmpty ? "Kolom" : line
    var result = wish
    var number = 2
    while columns.contains(where: { $0.header.lowercased() == result.lowercased() }) {
      result = "\(wish) (\(number))"
      number += 1
    }
    return result
  }

  /// The style of every cell by column and row in a table that mixes units; nil in other tables.
  ///
  /// Numbers of one unit look alike: households whole, shares with a decimal.
  private static func stylesByUnit(of table: ReleasableTable) -> [[NumberStyle]]? {
    guard let unit = table.column("eenheid") else { return nil }
    var numbers: [ReleasableCell: [[Double]]] = [:]
    for row in table.rows {
      for (place, number) in row.map(\.sheetNumber).enumerated() {
        guard let number else { continue }
        numbers[row[unit], default: row.map { _ in [] }][place].append(number)
      }
    }
    return table.columns.enumerated().map { place, column in
      table.rows.map { row in style(of: column.name, numbers[row[unit]]?[place] ?? []) }
    }
  }

  private static func style(of name: String, _ numbers: [Double]) -> NumberStyle {
    switch name {
    case "jaar", "van", "tot": .year
    case "p", "q_bh": .fine
    default: .fitting(numbers)
    }
  }
}

extension SheetTable.Cell {
  /// A released cell: numbers stay numbers, everything else is text or nothing.
  init(_ cell: ReleasableCell) {
    switch cell {
    case .text(let text): self = text.isEmpty ? .blank : .text(text)
    case .count(let count): self = .number(Double(count))
    case .number(let number) where number.isFinite: self = .number(number)
    case .number, .unknown: self = .sign(DutchNumber.unknown)
    case .suppressed: self = .sign(DutchNumber.suppressed)
    case .absent: self = .blank
    }
  }
}

extension ReleasableCell {
  /// The number in a cell, if it is one.
  fileprivate var sheetNumber: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number) where number.isFinite: number
    default: nil
    }
  }
}
