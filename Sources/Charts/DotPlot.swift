/// Values as dots in rows, with intervals and benchmarks, in one unit.
///
/// The value is printed beside each dot. A row without a value has no dot and no interval, only the
/// sign for it.
public struct DotPlot: Chart {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// What it is about.
    public let label: String
    /// The value; nil when it is not shown or unknown.
    public let value: Double?
    /// The lower limit of the interval; nil without one.
    public let low: Double?
    /// The upper limit of the interval; nil without one.
    public let high: Double?
    /// The benchmark; nil without one.
    public let benchmark: Double?

    /// Makes a row.
    public init(
      label: String, value: Double?, low: Double? = nil, high: Double? = nil,
      benchmark: Double? = nil
    ) {
      self.label = label
      self.value = value
      self.low = low
      self.high = high
      self.benchmark = benchmark
    }
  }

  private let rows: [Row]
  private let unit: String
  private let decimals: Int
  private let benchmarkName: String?
  private let valueName: String
  private let language: ChartLanguage

  /// Makes a plot of rows from top to bottom.
  ///
  /// `decimals` holds for all printed values; `valueName` says in the legend what a dot is.
  public init(
    rows: [Row], unit: String, decimals: Int, valueName: String, benchmarkName: String?,
    language: ChartLanguage
  ) {
    self.rows = rows
    self.unit = unit
    self.decimals = decimals
    self.valueName = valueName
    self.benchmarkName = benchmarkName
    self.language = language
  }

  /// The size; it grows with the number of rows.
  public var size: Size {
    Size(width: ChartLayout.width, height: bottom + 22 + ChartLayout.margin)
  }

  /// Draws the plot.
  public func draw(on canvas: inout some Canvas) {
    let axis = self.axis
    canvas.legend(legend, at: Point(ChartLayout.margin, 16), width: legendWidth)
    canvas.grid(
      axis, from: left, to: right, top: top, bottom: bottom, unit: unit, language: language)
    for (index, row) in rows.enumerated() {
      draw(row, middle: top + (Double(index) + 0.5) * rowHeight, axis, on: &canvas)
    }
  }

  private var labels: [[String]] {
    rows.map {
      TextMetrics.wrapped($0.label, to: 230 / ChartLayout.slack, lines: 2, style: ChartLayout.label)
    }
  }
  private var left: Double {
    ChartLayout.margin + ChartLayout.gutter(labels: labels.flatMap { $0 }, unit: unit, limit: 230)
      + 24
  }
  private var right: Double { ChartLayout.width - ChartLayout.margin - valueWidth - 24 }
  private var top: Double {
    12 + LegendEntry.height(of: legend, width: legendWidth) + (legend.isEmpty ? 0 : 6)
  }
  private var bottom: Double { top + rowHeight * Double(max(rows.count, 1)) }
  private var rowHeight: Double { labels.contains { $0.count > 1 } ? 38 : 28 }
  private var legendWidth: Double { ChartLayout.width - 2 * ChartLayout.margin }

  private var valueWidth: Double {
    let values = ChartLayout.room(for: rows.map(valueText), style: ChartLayout.value)
    let intervals = ChartLayout.room(for: rows.map(intervalText), style: ChartLayout.small)
    return values + (intervals > 0 ? intervals + 8 : 0)
  }

  private var axis: Axis {
    let values = rows.flatMap { row in
      row.value == nil ? [row.benchmark] : [row.value, row.low, row.high, row.benchmark]
    }.compactMap { $0 }
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    // Dots show by place, not by length: the axis starts at 0 only when that costs little room.
    let start = low >= 0 && low < 0.5 * high ? 0 : low
    return Axis(covering: start...max(high, start + 1e-6), steps: 6)
  }

  private var legend: [LegendEntry] {
    var entries = [LegendEntry(mark: .dot, text: valueName)]
    if rows.contains(where: { $0.value != nil && $0.low != nil && $0.high != nil }) {
      entries.append(LegendEntry(mark: .interval, text: language.interval))
    }
    if let benchmarkName, rows.contains(where: { $0.benchmark != nil }) {
      entries.append(LegendEntry(mark: .tick, text: benchmarkName))
    }
    if rows.contains(where: { $0.value == nil }) {
      entries.append(LegendEntry(mark: .sign(language.withheldSign), text: language.withheld))
    }
    return entries
  }

  private func valueText(_ row: Row) -> String {
    row.value.map { language.short($0, decimals: decimals, unit: unit) } ?? language.withheldSign
  }

  private func intervalText(_ row: Row) -> String {
    guard row.value != nil, let low = row.low, let high = row.high else { return "" }
    return "(" + language.number(low, decimals) + "–" + language.number(high, decimals) + ")"
  }

  private func draw(_ row: Row, middle: Double, _ axis: Axis, on canvas: inout some Canvas) {
    let lines = TextMetrics.wrapped(
      row.label, to: 230 / ChartLayout.slack, lines: 2, style: ChartLayout.label)
    for (index, line) in lines.enumerated() {
      let offset = (Double(index) - Double(lines.count - 1) / 2) * 16
      canvas.text(
        line, at: Point(ChartLayout.margin, middle + offset + 4.5), style: ChartLayout.label)
    }
    func x(_ value: Double) -> Double { axis.place(value, from: left, to: right) }
    if row.value != nil, let low = row.low, let high = row.high {
      canvas.line(
        from: Point(x(low), middle), to: Point(x(high), middle),
        stroke: Stroke(Palette.interval, width: 4))
    }
    if let benchmark = row.benchmark {
      canvas.benchmarkTick(x: x(benchmark), from: middle - 10, to: middle + 10)
    }
    if let value = row.value {
      canvas.circle(
        center: Point(x(value), middle), radius: 5, fill: Palette.first, stroke: nil)
    }
    let values = ChartLayout.room(for: rows.map(valueText), style: ChartLayout.value)
    let start = ChartLayout.width - ChartLayout.margin - valueWidth
    canvas.text(
      valueText(row), at: Point(start + values, middle + 4.5),
      style: ChartLayout.value.anchored(.end))
    let interval = intervalText(row)
    if !interval.isEmpty {
      canvas.text(
        interval, at: Point(ChartLayout.width - ChartLayout.margin, middle + 4.5),
        style: ChartLayout.small.anchored(.end))
    }
  }
}
