import Charts

/// A canvas that remembers what was drawn and how far it reaches.
struct RecordingCanvas: Canvas {
  private(set) var lines: [(from: Point, to: Point)] = []
  private(set) var rects: [Rect] = []
  private(set) var polygons: [[[Point]]] = []
  private(set) var circles: [Point] = []
  private(set) var texts: [String] = []
  /// The rectangle around everything, texts by the widths of Carlito.
  private(set) var low = Point(.infinity, .infinity)
  private(set) var high = Point(-.infinity, -.infinity)

  mutating func line(from start: Point, to end: Point, stroke: Stroke) {
    lines.append((start, end))
    reach(start)
    reach(end)
  }

  mutating func rect(_ rect: Rect, fill: Color?, stroke: Stroke?) {
    rects.append(rect)
    reach(Point(rect.x, rect.y))
    reach(Point(rect.maxX, rect.maxY))
  }

  mutating func polygon(_ rings: [[Point]], fill: Color?, stroke: Stroke?) {
    polygons.append(rings)
    for point in rings.joined() { reach(point) }
  }

  mutating func circle(center: Point, radius: Double, fill: Color?, stroke: Stroke?) {
    circles.append(center)
    reach(Point(center.x - radius, center.y - radius))
    reach(Point(center.x + radius, center.y + radius))
  }

  mutating func text(_ text: String, at point: Point, style: TextStyle) {
    texts.append(text)
    let width = TextMetrics.width(of: text, size: style.size, weight: style.weight)
    let start =
      switch style.anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    reach(Point(start, point.y - 0.75 * style.size))
    reach(Point(start + width, point.y + 0.25 * style.size))
  }

  private mutating func reach(_ point: Point) {
    low = Point(min(low.x, point.x), min(low.y, point.y))
    high = Point(max(high.x, point.x), max(high.y, point.y))
  }

  /// What a chart draws.
  static func drawing(_ chart: some Chart) -> RecordingCanvas {
    var canvas = RecordingCanvas()
    chart.draw(on: &canvas)
    return canvas
  }

  /// Whether nothing lies outside a size.
  func fits(_ size: Size) -> Bool {
    low.x >= 0 && low.y >= 0 && high.x <= size.width && high.y <= size.height
  }
}

extension ChartLanguage {
  /// Short words for tests; numbers with a comma.
  static let test = ChartLanguage(
    number: { value, decimals in
      var scaled = value
      for _ in 0..<decimals { scaled *= 10 }
      let digits = String(Int(scaled.magnitude.rounded()))
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      let sign = scaled.rounded() < 0 ? "−" : ""
      return decimals == 0
        ? sign + padded : sign + padded.dropLast(decimals) + "," + padded.suffix(decimals)
    },
    men: "Mannen", women: "Vrouwen", withheldSign: "•", withheld: "niet getoond",
    tooFew: "te weinig", interval: "marge", below: { "< " + $0 }, between: { $0 + " tot " + $1 },
    atLeast: { "vanaf " + $0 })
}
