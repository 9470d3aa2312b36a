/// Lines through values at successive moments, in one unit.
///
/// A line is not drawn where a value lacks on one side, nor across a break in the definition. Each
/// series has a color and a mark of its own, and its name with the last value at the right end.
public struct TrendChart: Chart {
  /// A moment of measuring.
  public struct Moment: Hashable, Sendable {
    /// The label below the axis.
    public let label: String
    /// The place along the axis, in years; later moments have higher ones.
    public let year: Double

    /// Makes a moment.
    public init(label: String, year: Double) {
      self.label = label
      self.year = year
    }
  }

  /// A line.
  public struct Series: Hashable, Sendable {
    /// What it is about.
    public let label: String
    /// A value per moment; nil when it is not shown or unknown.
    public let values: [Double?]

    /// Makes a line.
    public init(label: String, values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  /// Why values on both sides are no series.
  public struct Break: Hashable, Sendable {
    /// The index of the last moment before it.
    public let after: Int
    /// The reason.
    public let name: String

    /// Makes a break between the moments `after` and `after + 1`.
    public init(after: Int, name: String) {
      self.after = after
      self.name = name
    }
  }

  private let moments: [Moment]
  private let series: [Series]
  private let breaks: [Break]
  private let unit: String
  private let language: ChartLanguage
  private let frame: TrendFrame

  /// Makes a chart of moments from early to late; `decimals` holds for all printed values.
  public init(
    moments: [Moment], series: [Series], breaks: [Break], unit: String, decimals: Int,
    language: ChartLanguage
  ) {
    let breaks = breaks.filter { moments.indices.contains($0.after + 1) && $0.after >= 0 }
    self.moments = moments
    self.series = series
    self.breaks = breaks
    self.unit = unit
    self.language = language
    frame = TrendFrame(
      moments: moments, series: series, breaks: breaks, decimals: decimals, language: language)
  }

  /// The size; it grows with the number of lines.
  public var size: Size {
    Size(
      width: ChartLayout.width,
      height: frame.bottom + 30
        + LegendEntry.height(of: frame.legend, width: TrendFrame.legendWidth) + ChartLayout.margin)
  }

  /// Draws the lines.
  public func draw(on canvas: inout some Canvas) {
    drawGrid(on: &canvas)
    for (index, line) in series.enumerated() { draw(line, index, on: &canvas) }
    for label in frame.endLabels { draw(label, on: &canvas) }
    canvas.legend(
      frame.legend, at: Point(ChartLayout.margin, frame.bottom + 44), width: TrendFrame.legendWidth)
  }

  private func drawGrid(on canvas: inout some Canvas) {
    for tick in frame.axis.ticks {
      let y = frame.y(tick)
      canvas.line(
        from: Point(frame.left, y), to: Point(frame.right, y),
        stroke: Stroke(tick == 0 ? Palette.axis : Palette.grid))
      canvas.text(
        language.short(tick, decimals: frame.axis.decimals, unit: unit),
        at: Point(frame.left - 8, y + 4.5), style: ChartLayout.small.anchored(.end))
    }
    if unit.count > 2 {
      canvas.text(
        TextMetrics.shortened(
          unit, to: TrendFrame.legendWidth / ChartLayout.slack, style: ChartLayout.small),
        at: Point(ChartLayout.margin, 17), style: ChartLayout.small)
    }
    for (index, x, label) in frame.momentLabels {
      canvas.line(
        from: Point(frame.x(index), frame.bottom), to: Point(frame.x(index), frame.bottom + 4),
        stroke: Stroke(Palette.axis))
      canvas.text(
        label, at: Point(x, frame.bottom + 18), style: ChartLayout.small.anchored(.middle))
    }
    for (index, item) in breaks.enumerated() {
      let x = (frame.x(item.after) + frame.x(item.after + 1)) / 2
      canvas.line(
        from: Point(x, frame.top - 4), to: Point(x, frame.bottom),
        stroke: Stroke(Palette.softInk, width: 1.25, dashes: [4, 3]))
      canvas.text(
        TrendFrame.sign(ofBreak: index), at: Point(x, frame.top - 8),
        style: ChartLayout.small.anchored(.middle))
    }
  }

  private func draw(_ line: Series, _ index: Int, on canvas: inout some Canvas) {
    let mark = SeriesMark(index: index)
    var previous: (index: Int, point: Point)?
    for (moment, value) in line.values.prefix(moments.count).enumerated() {
      guard let value else {
        previous = nil
        continue
      }
      let point = Point(frame.x(moment), frame.y(value))
      if let previous, !breaks.contains(where: { $0.after == previous.index }) {
        canvas.line(from: previous.point, to: point, stroke: Stroke(mark.color, width: 2.25))
      }
      previous = (moment, point)
    }
    for (moment, value) in line.values.prefix(moments.count).enumerated() {
      guard let value else { continue }
      mark.draw(at: Point(frame.x(moment), frame.y(value)), on: &canvas)
    }
  }

  private func draw(_ label: TrendFrame.EndLabel, on canvas: inout some Canvas) {
    let x = frame.right + 16
    if label.point.x < frame.right - 1 || abs(label.point.y - label.y) > 3 {
      canvas.line(
        from: Point(label.point.x + 7, label.point.y), to: Point(x - 4, label.y),
        stroke: Stroke(Palette.axis, width: 0.75))
    }
    SeriesMark(index: label.series).draw(at: Point(x + 5, label.y), on: &canvas)
    canvas.text(label.name, at: Point(x + 16, label.y + 4.5), style: ChartLayout.label)
    canvas.text(
      label.value, at: Point(ChartLayout.width - ChartLayout.margin, label.y + 4.5),
      style: ChartLayout.value.anchored(.end))
  }
}

/// The color and the form that tell a line apart, in grey too.
struct SeriesMark {
  /// The place of the line among the lines.
  let index: Int

  /// The color.
  var color: Color { Palette.series[index % Palette.series.count] }

  /// Draws the form: dot, square, diamond, triangle; hollow ones after these.
  func draw(at point: Point, on canvas: inout some Canvas) {
    let isHollow = index / 4 % 2 == 1
    let fill = isHollow ? Palette.ground : color
    let stroke = Stroke(isHollow ? color : Palette.ground, width: isHollow ? 2 : 1)
    func polygon(_ corners: [(Double, Double)]) {
      canvas.polygon(
        [corners.map { Point(point.x + $0.0, point.y + $0.1) }], fill: fill, stroke: stroke)
    }
    switch index % 4 {
    case 0: canvas.circle(center: point, radius: 4.75, fill: fill, stroke: stroke)
    case 1: polygon([(-4.25, -4.25), (4.25, -4.25), (4.25, 4.25), (-4.25, 4.25)])
    case 2: polygon([(0, -6), (6, 0), (0, 6), (-6, 0)])
    default: polygon([(0, -5.75), (5.5, 4.25), (-5.5, 4.25)])
    }
  }
}
