internal import CLibxlsxwriter
import Charts

/// The cell in which the corner of a chart stands.
struct ChartPlace: Hashable, Sendable {
  let row: UInt32
  let column: UInt16
}

/// Draws the native chart of a sheet.
struct ChartWriter {
  private let plan: SheetPlan
  private let workbook: Workbook
  private let sheet: UnsafeMutablePointer<lxw_worksheet>

  /// Prepares the chart of a sheet.
  init(_ plan: SheetPlan, _ workbook: Workbook, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.workbook = workbook
    self.sheet = sheet
    self.plan = plan
  }

  /// Adds the chart.
  ///
  /// - Parameters:
  ///   - header: The row of the header of the table.
  ///   - free: The first free row below the notes.
  ///   - place: Where the chart goes.
  func write(header: UInt32, free: UInt32, at place: ChartPlace) {
    guard let item = plan.chart else { return }
    switch item.form {
    case .pyramid: pyramid(item, header, at: place)
    case .bars: bars(item, header, at: place)
    case .lines(let breaks): lines(item, breaksAfter: breaks, header, free: free, at: place)
    }
  }

  /// The rows of the sheet that a chart covers.
  static func rows(of plan: SheetPlan) -> UInt32 {
    plan.chart.map { UInt32((height($0) / 20).rounded(.up)) } ?? 0
  }

  /// The height in pixels; it grows with the rows, up to a page.
  private static func height(_ item: SheetChart) -> Double {
    let rows = Double(item.rows.count)
    return switch item.form {
    case .pyramid: min(max(rows, 6) * 19 + 90, 640)
    case .bars: min(max(rows, 3) * (item.series.count > 1 ? 34 : 24) + 90, 640)
    case .lines: 420
    }
  }

  // MARK: - Forms

  private func pyramid(_ item: SheetChart, _ header: UInt32, at place: ChartPlace) {
    guard let chart = barChart(item, header) else { return }
    chart_set_series_overlap(chart, 100)
    chart_set_series_gap(chart, 15)
    setAxes(chart, item)
    insert(chart, item, at: place, height: Self.height(item))
  }

  /// A chart with bars for every series.
  private func barChart(
    _ item: SheetChart, _ header: UInt32
  ) -> UnsafeMutablePointer<lxw_chart>? {
    guard let chart = workbook_add_chart(workbook.book, UInt8(LXW_CHART_BAR.rawValue)) else {
      return nil
    }
    for (number, column) in item.series.enumerated() {
      guard let series = chart_add_series(chart, nil, nil) else { continue }
      setRange(series, item, column, header)
      fill(series, number == 0 ? Palette.first : Palette.second)
    }
    return chart
  }

  private func bars(_ item: SheetChart, _ header: UInt32, at place: ChartPlace) {
    guard let chart = barChart(item, header) else { return }
    chart_set_series_gap(chart, 45)
    setAxes(chart, item)
    // Bars show by their length, so they start at zero.
    if !values(item).contains(where: { $0 < 0 }) { chart_axis_set_min(chart.pointee.x_axis, 0) }
    // The first row stands on top; the values then move to the other side, so they are moved back.
    chart_axis_set_reverse(chart.pointee.y_axis)
    chart_axis_set_label_position(
      chart.pointee.x_axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    insert(chart, item, at: place, height: Self.height(item))
  }

  /// A text in a cell counts as zero in a line, so lines are drawn from cells of their own that are
  /// blank where the table shows a sign; a blank row interrupts them at a break.
  private func lines(
    _ item: SheetChart, breaksAfter breaks: [Int], _ header: UInt32, free row: UInt32,
    at place: ChartPlace
  ) {
    let type = UInt8(LXW_CHART_LINE.rawValue)
    guard let chart = workbook_add_chart(workbook.book, type) else { return }
    let first = row + (place.row == header ? 2 : 24)
    worksheet_write_string(
      sheet, first - 1, 0, "Waarden van de lijnen (leeg waar de lijn onderbroken is)",
      workbook.format(.about))
    var last = first
    for index in item.rows {
      for column in [item.categories] + item.series {
        copy(plan.table.rows[index][column], plan.table.columns[column], last, UInt16(column))
      }
      last += breaks.contains(index) && index + 1 < item.rows.upperBound ? 2 : 1
    }
    for (number, column) in item.series.enumerated() {
      guard let series = chart_add_series(chart, nil, nil) else { continue }
      setRange(series, column, header, item.categories, first, last - 1)
      var line = lxw_chart_line()
      let color = Palette.series[number % Palette.series.count].hex
      line.color = color
      line.width = 2.25
      chart_series_set_line(series, &line)
      let types = [
        LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND,
        LXW_CHART_MARKER_TRIANGLE,
      ]
      chart_series_set_marker_type(series, UInt8(types[number % types.count].rawValue))
      chart_series_set_marker_size(series, 8)
      var inside = lxw_chart_fill()
      inside.color = color
      chart_series_set_marker_fill(series, &inside)
      var edge = lxw_chart_line()
      edge.color = color
      chart_series_set_marker_line(series, &edge)
    }
    chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    setFonts(chart.pointee.x_axis)
    setFonts(chart.pointee.y_axis)
    chart_axis_set_num_format(chart.pointee.y_axis, item.axisFormat)
    setName(chart.pointee.y_axis, item.unit)
    insert(chart, item, at: place, height: Self.height(item))
  }

  private func copy(
    _ cell: SheetTable.Cell, _ column: SheetTable.Column, _ row: UInt32, _ place: UInt16
  ) {
    switch cell {
    case .text(let text):
      worksheet_write_string(sheet, row, place, WorkbookText.cell(text), workbook.format(.about))
    case .number(let number), .styled(let number, _):
      worksheet_write_number(sheet, row, place, number, workbook.format(column.style))
    case .sign, .blank: break
    }
  }

  // MARK: - Pieces

  private func values(_ item: SheetChart) -> [Double] {
    item.rows.flatMap { row in
      item.series.compactMap { column in
        if case .number(let number) = plan.table.rows[row][column] { number } else { nil }
      }
    }
  }

  private func setRange(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ item: SheetChart, _ column: Int,
    _ header: UInt32
  ) {
    let first = header + 1 + UInt32(item.rows.lowerBound)
    let last = header + UInt32(item.rows.upperBound)
    setRange(series, column, header, item.categories, first, last)
  }

  private func setRange(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ column: Int, _ header: UInt32,
    _ categories: Int, _ first: UInt32, _ last: UInt32
  ) {
    let column = UInt16(column)
    chart_series_set_categories(
      series, plan.name, first, UInt16(categories), last, UInt16(categories))
    chart_series_set_values(series, plan.name, first, column, last, column)
    chart_series_set_name_range(series, plan.name, header, column)
  }

  private func fill(_ series: UnsafeMutablePointer<lxw_chart_series>, _ color: Color) {
    var fill = lxw_chart_fill()
    fill.color = color.hex
    chart_series_set_fill(series, &fill)
  }

  /// In a bar chart the library calls the axis of the names y and that of the values x.
  private func setAxes(_ chart: UnsafeMutablePointer<lxw_chart>, _ item: SheetChart) {
    let names = chart.pointee.y_axis
    let values = chart.pointee.x_axis
    chart_axis_set_label_position(names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    chart_axis_major_gridlines_set_visible(names, 0)
    chart_axis_major_gridlines_set_visible(values, 1)
    var line = lxw_chart_line()
    line.color = Palette.grid.hex
    line.width = 0.75
    chart_axis_major_gridlines_set_line(values, &line)
    chart_axis_set_num_format(values, item.axisFormat)
    setName(values, item.unit)
    setFonts(names)
    setFonts(values)
  }

  private func setName(_ axis: UnsafeMutablePointer<lxw_chart_axis>?, _ name: String) {
    guard !name.isEmpty else { return }
    chart_axis_set_name(axis, WorkbookText.line(name, limit: 120))
    var font = lxw_chart_font()
    font.size = 10
    font.bold = 0
    chart_axis_set_name_font(axis, &font)
  }

  private func setFonts(_ axis: UnsafeMutablePointer<lxw_chart_axis>?) {
    var font = lxw_chart_font()
    font.size = 10
    chart_axis_set_num_font(axis, &font)
  }

  private func insert(
    _ chart: UnsafeMutablePointer<lxw_chart>, _ item: SheetChart, at place: ChartPlace,
    height: Double
  ) {
    chart_title_off(chart)
    if item.series.count > 1 {
      chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
    } else {
      chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    CStrings.with([WorkbookText.line(item.alternative, limit: 2_000)]) { texts in
      var options = lxw_chart_options()
      options.description = texts[0]
      // The library's charts are 480 × 288 pixels.
      options.x_scale = 720.0 / 480
      options.y_scale = height / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      worksheet_insert_chart_opt(sheet, place.row, place.column, chart, &options)
    }
  }
}
