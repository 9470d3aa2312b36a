/// The texts of a trend chart and where everything stands.
struct TrendFrame: Hashable, Sendable {
  /// The name of a line beside its end.
  struct EndLabel: Hashable, Sendable {
    /// The place of the line among the lines.
    let series: Int
    /// Its name, and the last value that is shown.
    let name: String
    let value: String
    /// Where that value lies.
    let point: Point
    /// The middle of the text, moved up or down to stay clear of the others.
    var y: Double
  }

  static let legendWidth = ChartLayout.width - 2 * ChartLayout.margin
  /// The room for the names of lines at most.
  private static let gutter = 190.0
  private static let lineHeight = 19.0

  let axis: Axis
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let legend: [LegendEntry]
  private(set) var endLabels: [EndLabel] = []
  private let years: [Double]
  private let labels: [String]

  init(
    moments: [TrendChart.Moment], series: [TrendChart.Series], breaks: [TrendChart.Break],
    decimals: Int, language: ChartLanguage
  ) {
    years = moments.map(\.year)
    labels = moments.map(\.label)
    let values = series.flatMap { $0.values.prefix(moments.count) }.compactMap { $0 }
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let start = low >= 0 && low < 0.5 * high ? 0 : low
    let axis = Axis(covering: start...max(high, start + 1e-6), steps: 5)
    self.axis = axis
    let ticks = axis.ticks.map { language.number($0, decimals: axis.decimals, unit: "%") }
    let names = series.map {
      TextMetrics.shortened($0.label, to: Self.gutter / ChartLayout.slack, style: ChartLayout.label)
    }
    let ends = series.map { $0.values.prefix(moments.count).last { $0 != nil } ?? nil }
    let texts = ends.map { end in
      end.map { language.number($0, decimals: decimals, unit: "") } ?? language.withheldSign
    }
    left = ChartLayout.margin + ChartLayout.room(for: ticks, style: ChartLayout.small) + 10
    right =
      ChartLayout.width - ChartLayout.margin - 44
      - ChartLayout.room(for: names, style: ChartLayout.label)
      - ChartLayout.room(for: texts, style: ChartLayout.value)
    top = 46
    bottom = top + max(230, Self.lineHeight * Double(series.count))
    legend = Self.legend(of: moments, series: series, breaks: breaks, language: language)
    endLabels = series.indices.map { index in
      let last = series[index].values.prefix(moments.count).lastIndex { $0 != nil }
      let point = Point(last.map(x) ?? right, ends[index].map(y) ?? bottom)
      return EndLabel(
        series: index, name: names[index], value: texts[index], point: point, y: point.y)
    }
    separate()
  }

  /// Where a moment stands; a single one stands in the middle.
  func x(_ moment: Int) -> Double {
    let (start, end) = (left + 14, right - 14)
    guard let first = years.first, let last = years.last, last > first else {
      return (start + end) / 2
    }
    return start + (end - start) * min(max((years[moment] - first) / (last - first), 0), 1)
  }

  /// Where a value stands.
  func y(_ value: Double) -> Double { axis.place(value, from: bottom, to: top) }

  /// The letter of a break.
  static func sign(ofBreak index: Int) -> String {
    String(Unicode.Scalar(UInt8(65 + index % 26)))
  }

  /// The labels of moments that fit beside each other, the last one first.
  var momentLabels: [(moment: Int, x: Double, label: String)] {
    var result: [(Int, Double, String)] = []
    var free = ChartLayout.width
    for moment in labels.indices.reversed() {
      let label = TextMetrics.shortened(
        labels[moment], to: 110 / ChartLayout.slack, style: ChartLayout.small)
      let half = ChartLayout.room(for: label, style: ChartLayout.small) / 2
      let x = max(self.x(moment), ChartLayout.margin + half)
      guard x + half <= free else { continue }
      result.append((moment, x, label))
      free = x - half - 10
    }
    return result
  }

  /// Moves the names of lines apart, as little as possible, within the height of the plot.
  private mutating func separate() {
    let order = endLabels.indices.sorted { (endLabels[$0].y, $0) < (endLabels[$1].y, $1) }
    var free = top
    for index in order {
      endLabels[index].y = max(endLabels[index].y, free)
      free = endLabels[index].y + Self.lineHeight
    }
    free = bottom
    for index in order.reversed() {
      endLabels[index].y = min(endLabels[index].y, free)
      free = endLabels[index].y - Self.lineHeight
    }
  }

  private static func legend(
    of moments: [TrendChart.Moment], series: [TrendChart.Series], breaks: [TrendChart.Break],
    language: ChartLanguage
  ) -> [LegendEntry] {
    var entries = breaks.enumerated().map { index, item in
      LegendEntry(mark: .sign(sign(ofBreak: index)), text: item.name)
    }
    let hasGaps = series.contains { line in
      moments.indices.contains { $0 >= line.values.count || line.values[$0] == nil }
    }
    if hasGaps { entries.append(LegendEntry(mark: .gap, text: language.withheld)) }
    return entries
  }
}
