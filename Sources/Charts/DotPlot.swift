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
  private let frame: Frame
  private let legend: [LegendEntry]
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
    self.language = language
    legend = Self.legend(
      of: rows, valueName: valueName, benchmarkName: benchmarkName, language: language)
    frame = Frame(rows, legend: legend, unit: unit, decimals: decimals, language: language)
  }

  /// The size; it grows with the number of rows.
  public var size: Size {
    Size(width: ChartLayout.width, height: frame.bottom + 22 + ChartLayout.margin)
  }

  /// Draws the plot.
  public func draw(on canvas: inout some Canvas) {
    canvas.legend(legend, at: Point(ChartLayout.margin, 16), width: Frame.legendWidth)
    canvas.grid(
      frame.axis, from: frame.left, to: frame.right, top: frame.top, bottom: frame.bottom,
      unit: unit, language: language)
    for index in rows.indices {
      let middle = frame.top + (Double(index) + 0.5) * frame.rowHeight
      drawMarks(of: rows[index], middle: middle, on: &canvas)
      drawTexts(of: index, middle: middle, on: &canvas)
    }
  }

  private static func legend(
    of rows: [Row], valueName: String, benchmarkName: String?, language: ChartLanguage
  ) -> [LegendEntry] {
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

  private func drawMarks(of row: Row, middle: Double, on canvas: inout some Canvas) {
    func x(_ value: Double) -> Double {
      frame.axis.place(value, from: frame.left, to: frame.right)
    }
    if row.value != nil, let low = row.low, let high = row.high {
      canvas.line(
        from: Point(x(low), middle), to: Point(x(high), middle),
        stroke: Stroke(Palette.interval, width: 4))
    }
    if let benchmark = row.benchmark {
      let half = min(10, frame.rowHeight / 2 - 2)
      canvas.benchmarkTick(x: x(benchmark), from: middle - half, to: middle + half)
    }
    if let value = row.value {
      canvas.circle(
        center: Point(x(value), middle), radius: 5, fill: Palette.first, stroke: nil)
    }
  }

  private func drawTexts(of index: Int, middle: Double, on canvas: inout some Canvas) {
    let lines = frame.labels[index]
    for (number, line) in lines.enumerated() {
      let offset = (Double(number) - Double(lines.count - 1) / 2) * 16
      canvas.text(
        line, at: Point(ChartLayout.margin, middle + offset + 4.5), style: ChartLayout.label)
    }
    canvas.text(
      frame.values[index], at: Point(frame.valueEnd, middle + 4.5),
      style: ChartLayout.value.anchored(.end))
    if !frame.intervals[index].isEmpty {
      canvas.text(
        frame.intervals[index], at: Point(ChartLayout.width - ChartLayout.margin, middle + 4.5),
        style: ChartLayout.small.anchored(.end))
    }
  }
}

/// The texts of a dot plot and where everything stands.
private struct Frame: Hashable, Sendable {
  /// The room for labels at most.
  static let gutter = 260.0
  static let legendWidth = ChartLayout.width - 2 * ChartLayout.margin

  let labels: [[String]]
  let values: [String]
  let intervals: [String]
  let axis: Axis
  let left: Double
  let right: Double
  let top: Double
  let rowHeight: Double
  /// Where printed values end, before their intervals.
  let valueEnd: Double

  var bottom: Double { top + rowHeight * Double(max(values.count, 1)) }

  init(
    _ rows: [DotPlot.Row], legend: [LegendEntry], unit: String, decimals: Int,
    language: ChartLanguage
  ) {
    labels = rows.map {
      TextMetrics.wrapped(
        $0.label, to: Self.gutter / ChartLayout.slack, lines: 2, style: ChartLayout.label)
    }
    values = rows.map { row in
      row.value.map { language.short($0, decimals: decimals, unit: unit) } ?? language.withheldSign
    }
    intervals = rows.map { row in
      guard row.value != nil, let low = row.low, let high = row.high else { return "" }
      return "(" + language.number(low, decimals) + "–" + language.number(high, decimals) + ")"
    }
    axis = Self.axis(of: rows)
    let intervalWidth = ChartLayout.room(for: intervals, style: ChartLayout.small)
    valueEnd =
      ChartLayout.width - ChartLayout.margin - (intervalWidth > 0 ? intervalWidth + 8 : 0)
    left =
      ChartLayout.margin + 24
      + ChartLayout.gutter(labels: labels.flatMap { $0 }, unit: unit, limit: Self.gutter)
    right = valueEnd - ChartLayout.room(for: values, style: ChartLayout.value) - 24
    top = 12 + LegendEntry.height(of: legend, width: Self.legendWidth) + 6
    // A long list is read in one piece only when it fits on a page with the text about it.
    rowHeight = labels.contains { $0.count > 1 } ? 36 : rows.count > 12 ? 21 : 28
  }

  private static func axis(of rows: [DotPlot.Row]) -> Axis {
    let values = rows.flatMap { row in
      row.value == nil ? [row.benchmark] : [row.value, row.low, row.high, row.benchmark]
    }.compactMap { $0 }
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    // Dots show by place, not by length: the axis starts at 0 only when that costs little room.
    let start = low >= 0 && low < 0.5 * high ? 0 : low
    return Axis(covering: start...max(high, start + 1e-6), steps: 6)
  }
}
