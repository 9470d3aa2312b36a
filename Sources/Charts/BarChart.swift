/// Horizontal bars with their values, in one unit.
///
/// Bars start at zero, negative ones run to the left. A bar that may not be shown has no length,
/// only the sign for it.
public struct BarChart: Chart {
  /// A bar.
  public struct Row: Hashable, Sendable {
    /// What it is about.
    public let label: String
    /// The value; nil when it is not shown or unknown.
    public let value: Double?

    /// Makes a bar.
    public init(label: String, value: Double?) {
      self.label = label
      self.value = value
    }
  }

  private let rows: [Row]
  private let labels: [String]
  private let values: [String]
  private let left: Double
  private let right: Double
  private let unit: String
  private let language: ChartLanguage

  /// Makes a chart of bars from top to bottom; `decimals` holds for all printed values.
  public init(rows: [Row], unit: String, decimals: Int, language: ChartLanguage) {
    self.rows = rows
    self.unit = unit
    self.language = language
    labels = rows.map {
      TextMetrics.shortened($0.label, to: 250 / ChartLayout.slack, style: ChartLayout.label)
    }
    values = rows.map { row in
      row.value.map { language.short($0, decimals: decimals, unit: unit) } ?? language.withheldSign
    }
    let valueWidth = max(ChartLayout.room(for: values, style: ChartLayout.value), 20) + 8
    let hasNegative = rows.contains { ($0.value ?? 0) < 0 }
    left =
      ChartLayout.margin + ChartLayout.gutter(labels: labels, unit: unit, limit: 250) + 14
      + (hasNegative ? valueWidth : 10)
    right = ChartLayout.width - ChartLayout.margin - valueWidth
  }

  /// The size; it grows with the number of bars.
  public var size: Size {
    Size(
      width: ChartLayout.width,
      height: bottom + 22 + LegendEntry.height(of: legend, width: 600) + ChartLayout.margin)
  }

  /// Draws the bars.
  public func draw(on canvas: inout some Canvas) {
    let numbers = rows.compactMap(\.value)
    let axis = Axis(covering: min(numbers.min() ?? 0, 0)...max(numbers.max() ?? 0, 1e-6), steps: 6)
    canvas.grid(
      axis, from: left, to: right, top: top, bottom: bottom, unit: unit, language: language)
    for index in rows.indices { draw(index, axis, on: &canvas) }
    canvas.legend(legend, at: Point(ChartLayout.margin, bottom + 38), width: 600)
  }

  private let top = ChartLayout.margin
  private let rowHeight = 30.0
  private var bottom: Double { top + rowHeight * Double(max(rows.count, 1)) }

  private var legend: [LegendEntry] {
    rows.contains { $0.value == nil }
      ? [LegendEntry(mark: .sign(language.withheldSign), text: language.withheld)] : []
  }

  private func draw(_ index: Int, _ axis: Axis, on canvas: inout some Canvas) {
    let row = rows[index]
    let middle = top + (Double(index) + 0.5) * rowHeight
    canvas.text(
      labels[index], at: Point(ChartLayout.margin, middle + 4.5), style: ChartLayout.label)
    let zero = axis.place(0, from: left, to: right)
    let end = axis.place(row.value ?? 0, from: left, to: right)
    if row.value != nil {
      canvas.rect(
        Rect(x: min(zero, end), y: middle - 10, width: abs(end - zero), height: 20),
        fill: Palette.first, stroke: nil)
    }
    let isNegative = end < zero
    canvas.text(
      values[index], at: Point(end + (isNegative ? -6 : 6), middle + 4.5),
      style: ChartLayout.value.anchored(isNegative ? .end : .start))
  }
}
