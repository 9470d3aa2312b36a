/// A map of areas in classes of one hue, each with its label and value.
///
/// Coordinates are in metres of one plane (RD New), y to the north, and are drawn without a change of
/// aspect. Classes are given, so that maps of two nights compare. An area without a value is hatched.
public struct Choropleth: Chart {
  /// An area.
  public struct Area: Hashable, Sendable {
    /// The label, usually a postcode.
    public let label: String
    /// The value; nil when it may not be shown.
    public let value: Double?
    /// The value as text.
    public let valueLabel: String
    /// Rings in metres, y to the north; holes by the even-odd rule.
    public let rings: [[Point]]

    /// Makes an area.
    public init(label: String, value: Double?, valueLabel: String, rings: [[Point]]) {
      self.label = label
      self.value = value
      self.valueLabel = valueLabel
      self.rings = rings
    }
  }

  private let shapes: [MapShape]
  private let breaks: [Double]
  private let unit: String
  private let language: ChartLanguage
  private let projection: MapProjection

  /// Makes a map.
  ///
  /// `breaks` are the limits between classes from low to high; a value equal to a limit belongs to
  /// the higher class.
  public init(areas: [Area], breaks: [Double], unit: String, language: ChartLanguage) {
    self.breaks = breaks.sorted()
    self.unit = unit
    self.language = language
    let frame = Rect(
      x: ChartLayout.margin, y: ChartLayout.margin, width: Self.mapWidth, height: Self.mapHeight)
    var projection = MapProjection(fitting: areas.flatMap(\.rings), in: frame)
    var shapes = areas.map { MapShape($0, projection) }
    if shapes.contains(where: { !$0.holdsLabel }) {
      // Labels that do not fit in their area stand in a column to the right of the map.
      let room = shapes.map(\.outsideWidth).max() ?? 0
      var narrow = frame
      narrow.width -= room + 16
      projection = MapProjection(fitting: areas.flatMap(\.rings), in: narrow)
      shapes = areas.map { MapShape($0, projection) }
    }
    self.projection = projection
    self.shapes = shapes
  }

  /// The size; it follows from the shape of the areas together.
  public var size: Size {
    let labels = shapes.count { !$0.holdsLabel }
    let needed = max(legendBottom, 18 * Double(labels))
    return Size(
      width: ChartLayout.width,
      height: max(projection.height + 34, needed + 12) + 2 * ChartLayout.margin)
  }

  /// Draws the map.
  public func draw(on canvas: inout some Canvas) {
    for shape in shapes { drawShape(shape, on: &canvas) }
    for shape in shapes where shape.holdsLabel { drawLabel(of: shape, on: &canvas) }
    drawOutsideLabels(on: &canvas)
    drawScale(on: &canvas)
    drawLegend(on: &canvas)
  }

  private static let legendWidth = 168.0
  private static let mapWidth = ChartLayout.width - legendWidth - 3 * ChartLayout.margin
  private static let mapHeight = 520.0
  private var colors: [Color] { Palette.sequence(breaks.count + 1) }
  private var legendBottom: Double { Double(breaks.count + 1) * 24 + (hasWithheld ? 32 : 0) + 16 }
  private var hasWithheld: Bool { shapes.contains { $0.area.value == nil } }

  private func color(of value: Double) -> Color {
    colors[breaks.count { $0 <= value }]
  }

  private func drawShape(_ shape: MapShape, on canvas: inout some Canvas) {
    let edge = Stroke(Palette.ground, width: 1.5)
    if let value = shape.area.value {
      canvas.polygon(shape.rings, fill: color(of: value), stroke: edge)
      return
    }
    canvas.polygon(shape.rings, fill: Palette.withheld, stroke: nil)
    for line in Hatching.lines(inside: shape.rings, spacing: 9) {
      canvas.line(from: line.from, to: line.to, stroke: Stroke(Palette.hatching))
    }
    canvas.polygon(shape.rings, fill: nil, stroke: edge)
  }

  private func drawLabel(of shape: MapShape, on canvas: inout some Canvas) {
    guard let pole = shape.pole else { return }
    var ink = Palette.ink
    if let value = shape.area.value {
      if color(of: value).luminance < 0.25 { ink = Palette.ground }
    } else {
      // The hatching would run through the letters.
      canvas.rect(
        Rect(
          x: pole.point.x - shape.labelWidth / 2 - 3, y: pole.point.y - 17,
          width: shape.labelWidth + 6, height: 35),
        fill: Palette.withheld, stroke: nil)
    }
    canvas.text(
      shape.area.label, at: Point(pole.point.x, pole.point.y - 2),
      style: TextStyle(size: 14, weight: .bold, anchor: .middle, color: ink))
    canvas.text(
      shape.area.valueLabel, at: Point(pole.point.x, pole.point.y + 13),
      style: TextStyle(size: 13, anchor: .middle, color: ink))
  }

  private func drawOutsideLabels(on canvas: inout some Canvas) {
    let outside = shapes.filter { !$0.holdsLabel && $0.pole != nil }.sorted {
      ($0.pole?.point.y ?? 0, $0.area.label) < ($1.pole?.point.y ?? 0, $1.area.label)
    }
    var y = ChartLayout.margin + 8
    for (index, shape) in outside.enumerated() {
      guard let pole = shape.pole else { continue }
      let last = size.height - ChartLayout.margin - 18 * Double(outside.count - index - 1) - 8
      y = min(max(y, pole.point.y), max(last, y))
      let start = Point(projection.frame.maxX + 16, y)
      canvas.line(
        from: pole.point, to: Point(start.x - 4, y), stroke: Stroke(Palette.softInk, width: 0.75))
      canvas.circle(
        center: pole.point, radius: 2.5, fill: Palette.ink, stroke: Stroke(Palette.ground))
      canvas.text(
        shape.area.label, at: Point(start.x, y + 4.5), style: TextStyle(size: 13, weight: .bold))
      let width = ChartLayout.room(
        for: shape.area.label, style: TextStyle(size: 13, weight: .bold))
      canvas.text(
        shape.area.valueLabel, at: Point(start.x + width + 6, y + 4.5), style: TextStyle(size: 13))
      y += 18
    }
  }

  private func drawScale(on canvas: inout some Canvas) {
    guard let (metres, width) = projection.scaleBar else { return }
    let y = size.height - ChartLayout.margin - 4
    let x = ChartLayout.margin
    canvas.line(
      from: Point(x, y), to: Point(x + width, y), stroke: Stroke(Palette.softInk, width: 2))
    let text =
      metres >= 1000
      ? language.number(metres / 1000, decimals: 0, unit: "km")
      : language.number(metres, decimals: 0, unit: "m")
    canvas.text(text, at: Point(x, y - 6), style: ChartLayout.small)
  }

  private func drawLegend(on canvas: inout some Canvas) {
    let x = ChartLayout.width - ChartLayout.margin - Self.legendWidth
    var y = ChartLayout.margin
    let style = ChartLayout.small
    for (color, label) in zip(colors, classLabels).reversed() {
      canvas.rect(
        Rect(x: x, y: y, width: 22, height: 16), fill: color, stroke: Stroke(Palette.grid))
      canvas.text(
        TextMetrics.shortened(label, to: Self.legendWidth - 30, style: style),
        at: Point(x + 30, y + 13), style: style)
      y += 24
    }
    guard hasWithheld else { return }
    y += 8
    let box = Rect(x: x, y: y, width: 22, height: 16)
    let ring = [
      Point(box.x, box.y), Point(box.maxX, box.y), Point(box.maxX, box.maxY),
      Point(box.x, box.maxY),
    ]
    canvas.rect(box, fill: Palette.withheld, stroke: nil)
    for line in Hatching.lines(inside: [ring], spacing: 9) {
      canvas.line(from: line.from, to: line.to, stroke: Stroke(Palette.hatching))
    }
    canvas.text(language.tooFew, at: Point(x + 30, y + 13), style: style)
  }

  /// The labels of the classes, from low to high.
  private var classLabels: [String] {
    var decimals = 0
    while decimals < 3, !breaks.allSatisfy({ Self.isWhole($0, decimals) }) { decimals += 1 }
    func plain(_ value: Double) -> String { language.number(value, decimals) }
    func full(_ value: Double) -> String {
      language.number(value, decimals: decimals, unit: unit)
    }
    guard let first = breaks.first, let last = breaks.last else { return [unit] }
    let middle = zip(breaks, breaks.dropFirst()).map {
      language.between(plain($0.0), full($0.1))
    }
    return [language.below(full(first))] + middle + [language.atLeast(full(last))]
  }

  private static func isWhole(_ value: Double, _ decimals: Int) -> Bool {
    var scaled = value
    for _ in 0..<decimals { scaled *= 10 }
    return abs(scaled - scaled.rounded()) < 1e-6
  }
}
