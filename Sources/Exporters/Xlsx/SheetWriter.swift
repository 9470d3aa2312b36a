internal import CLibxlsxwriter

/// Writes one sheet from top to bottom: title, whom it is about, links, table, chart, notes.
struct SheetWriter {
  /// The widest a column gets, in signs.
  private static let widest = 46.0
  /// The width over which texts above and below the table run, in signs.
  private static let textWidth = 100.0

  private let workbook: Workbook
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let plan: SheetPlan
  private let widths: [Double]
  /// The width over which texts run, in signs.
  private let textRoom: Double
  private let tableWidth: Double
  /// The last column over which texts run.
  private let lastTextColumn: UInt16

  /// Prepares a sheet that was added to the workbook.
  init(_ plan: SheetPlan, _ workbook: Workbook, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.workbook = workbook
    self.sheet = sheet
    self.plan = plan
    let widths = plan.table.columns.indices.map { Self.width(of: $0, in: plan.table) }
    self.widths = widths
    var total = 0.0
    var last = 0
    while total < Self.textWidth, last < 30 {
      total += last < widths.count ? widths[last] : 9
      last += 1
    }
    textRoom = total
    tableWidth = widths.reduce(0, +)
    lastTextColumn = UInt16(max(last - 1, 1))
  }

  /// Writes everything.
  func write(warnings: [String], page: PageTexts) {
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
    var row: UInt32 = 0
    text(plan.title, .title, at: &row, signs: 0.75)
    for warning in warnings { text(warning, .warning, at: &row) }
    if !plan.about.isEmpty { text(plan.about.joined(separator: " · "), .about, at: &row) }
    link("← Inhoud", to: SheetNames.contents, row: 0, at: row, column: 0)
    let header = row + 2
    let rows = UInt32(max(plan.table.rows.count, 1))
    writeTable(at: header)
    worksheet_freeze_panes(sheet, header + 1, 0)
    worksheet_repeat_rows(sheet, header, header)
    // Beside a narrow table both fit on one page; below a wide one the chart starts a new page.
    let isBeside = plan.chart != nil && tableWidth <= 110
    let chartRows = isBeside ? ChartWriter.rows(of: plan) : 0
    row = header + max(rows, chartRows) + 2
    if !plan.notes.isEmpty, rows > 25 {
      link("Toelichting onder de tabel", to: plan.name, row: row, at: header - 2, column: 1)
    }
    for note in plan.notes { text(note, .note, at: &row) }
    if plan.chart != nil {
      let place =
        isBeside
        ? ChartPlace(row: header, column: UInt16(widths.count + 1))
        : ChartPlace(row: row + 1, column: 0)
      ChartWriter(plan, workbook, sheet).write(header: header, free: row + 1, at: place)
      if !isBeside { breakPage(before: row + 1) }
    }
    page.apply(to: sheet, title: plan.title)
  }

  private func breakPage(before row: UInt32) {
    var breaks: [UInt32] = [row, 0]
    worksheet_set_h_pagebreaks(sheet, &breaks)
  }

  // MARK: - Texts

  /// A text over the width of the sheet, as high as it needs; goes one row down.
  private func text(_ text: String, _ look: Workbook.Look, at row: inout UInt32, signs: Double = 1)
  {
    let text = WorkbookText.cell(text)
    let room = textRoom * 1.1 * signs
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { max((Double($0.count) / room).rounded(.up), 1) }.reduce(0, +)
    worksheet_merge_range(sheet, row, 0, row, lastTextColumn, text, workbook.format(look))
    worksheet_set_row(sheet, row, min(max(lines, 1) * 15.5 / signs, 400), nil)
    row += 1
  }

  /// A link to a cell of a sheet of ours; never to an address from data.
  private func link(_ text: String, to name: String, row: UInt32, at place: UInt32, column: UInt16)
  {
    worksheet_write_url_opt(
      sheet, place, column, "internal:'\(name)'!A\(row + 1)", workbook.format(.link), text, nil)
  }

  // MARK: - The table

  private func writeTable(at header: UInt32) {
    let table = plan.table
    let count = UInt32(max(table.rows.count, 1))
    addTable(at: header, rows: count)
    acceptDigits(header: header, rows: count)
    for (column, item) in table.columns.enumerated() {
      worksheet_write_string(
        sheet, header, UInt16(column), item.header,
        workbook.format(look(ofHeader: column)))
    }
    worksheet_set_row(sheet, header, headerHeight, nil)
    for (index, cells) in table.rows.enumerated() {
      let row = header + 1 + UInt32(index)
      for (column, cell) in cells.prefix(table.columns.count).enumerated() {
        write(cell, column, row)
      }
      let lines = Self.lines(of: cells, in: widths)
      if lines > 1 { worksheet_set_row(sheet, row, min(Double(lines) * 15.5, 400), nil) }
    }
  }

  /// The lines that the longest text of a row takes in its column; not every program sets the height
  /// of a row itself.
  static func lines(of cells: [SheetTable.Cell], in widths: [Double]) -> Int {
    zip(cells, widths).map { cell, width in
      guard case .text(let text) = cell else { return 1 }
      return Int((Double(text.count) * 1.05 / max(width - 1, 1)).rounded(.up))
    }.max() ?? 1
  }

  /// Postcodes and codes are texts of digits; Excel need not point at them.
  private func acceptDigits(header: UInt32, rows: UInt32) {
    let last = Self.letters(of: plan.table.columns.count - 1)
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
      "A\(header + 2):\(last)\(header + 1 + rows)")
  }

  /// `A`, …, `Z`, `AA`, … for columns from 0.
  private static func letters(of column: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(of: column / 26 - 1) + letter
  }

  private func addTable(at header: UInt32, rows: UInt32) {
    let columns = plan.table.columns
    CStrings.with([plan.table.name] + columns.map(\.header)) { texts in
      let items = columns.indices.map { index in
        let item = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: 1)
        item.initialize(to: lxw_table_column())
        item.pointee.header = texts[index + 1]
        item.pointee.header_format =
          workbook.format(look(ofHeader: index))
        return item
      }
      defer { for item in items { item.deallocate() } }
      var list: [UnsafeMutablePointer<lxw_table_column>?] = items + [nil]
      list.withUnsafeMutableBufferPointer { list in
        var options = lxw_table_options()
        options.name = texts[0]
        options.columns = list.baseAddress
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        worksheet_add_table(sheet, header, 0, header + rows, UInt16(columns.count - 1), &options)
      }
    }
  }

  private func look(ofHeader column: Int) -> Workbook.Look {
    if plan.table.columns[column].isNumeric { return .numberHeader }
    return followsNumbers(column) ? .indentedHeader : .header
  }

  /// Texts stand off from numbers to their left.
  private func followsNumbers(_ column: Int) -> Bool {
    column > 0 && plan.table.columns[column - 1].isNumeric
  }

  private func write(_ cell: SheetTable.Cell, _ column: Int, _ row: UInt32) {
    let item = plan.table.columns[column]
    let place = UInt16(column)
    switch cell {
    case .text(let text):
      let look: Workbook.Look =
        item.isNumeric ? .sign : followsNumbers(column) ? .indentedCell : .cell
      worksheet_write_string(
        sheet, row, place, WorkbookText.cell(text), workbook.format(look))
    case .number(let number):
      worksheet_write_number(sheet, row, place, number, workbook.format(item.style))
    case .styled(let number, let style):
      worksheet_write_number(sheet, row, place, number, workbook.format(style))
    case .sign(let sign): worksheet_write_string(sheet, row, place, sign, workbook.format(.sign))
    case .blank: break
    }
  }

  // MARK: - Sizes

  /// As wide as the longest word of the header and most of the cells need.
  private static func width(of column: Int, in table: SheetTable) -> Double {
    let words = table.columns[column].header.split(separator: " ").map(\.count)
    // The button of the filter covers the end of a header.
    let header = Double(words.max() ?? 0) * 1.05 + 4
    let cells = table.rows.prefix(2_000).map { row -> Int in
      switch row[column] {
      case .text(let text): text.count
      case .number(let number): signs(of: number, table.columns[column].style)
      case .styled(let number, let style): signs(of: number, style)
      case .sign(let sign): sign.count
      case .blank: 0
      }
    }
    return min(max(header, Double(cells.max() ?? 0) * 1.05 + 2, 9), widest)
  }

  private static func signs(of number: Double, _ style: NumberStyle) -> Int {
    let whole = String(Int(min(number.magnitude, 1e15))).count
    let decimals =
      switch style {
      case .whole, .year: 0
      case .tenths, .unsigned: 2
      case .hundredths: 3
      case .fine: 5
      case .percentage, .euros: 4
      }
    return whole + whole / 3 + decimals + (number < 0 ? 1 : 0)
  }

  private var headerHeight: Double {
    let lines = zip(plan.table.columns, widths).map { column, width in
      (Double(column.header.count) * 1.05 / max(width - 2, 1)).rounded(.up)
    }
    return 15.5 * min(max(lines.max() ?? 1, 1), 4) + 2
  }
}

/// What stands above and below each printed page.
struct PageTexts {
  /// The name of the wijk.
  let wijk: String
  /// Shown in the middle above each page; empty for none.
  let warning: String
  /// The day that is stored as that of making, as text.
  let date: String

  /// Sets a sheet up for A4 on its side, one page wide.
  func apply(to sheet: UnsafeMutablePointer<lxw_worksheet>, title: String) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.7)
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    let head =
      "&L&9\(WorkbookText.page(wijk, limit: 60))&C&9&B\(WorkbookText.page(warning, limit: 60))"
      + "&R&9\(WorkbookText.page(title, limit: 60))"
    worksheet_set_header(sheet, head)
    worksheet_set_footer(
      sheet, "&L&9Peildatum \(WorkbookText.page(date, limit: 40))&R&9Blad &P van &N")
  }
}
