/// Measures that all charts share.
enum ChartLayout {
  /// The width of every chart, so that figures of one page line up.
  static let width = 680.0
  /// Free space along the edges.
  static let margin = 12.0
  /// Room for a text that turns out wider, when Calibri and Carlito are absent.
  static let slack = 1.12
  /// Labels of rows and values.
  static let label = TextStyle(size: 14)
  /// Values that must be seen first.
  static let value = TextStyle(size: 14, weight: .bold)
  /// Axes, legends and remarks.
  static let small = TextStyle(size: 13, color: Palette.softInk)
  /// From a baseline up to the middle of small letters, as a part of the size.
  static let middle = 0.32

  /// The width of a text with room for another font.
  static func room(for text: String, style: TextStyle) -> Double {
    TextMetrics.width(of: text, size: style.size, weight: style.weight) * slack
  }

  /// The width of the widest text, with room for another font; 0 without texts.
  static func room(for texts: [String], style: TextStyle) -> Double {
    texts.map { room(for: $0, style: style) }.max() ?? 0
  }
}

extension ChartLayout {
  /// The width that labels of rows take, or a long unit below them, at most `limit`.
  static func gutter(labels: [String], unit: String, limit: Double) -> Double {
    let unit = unit.count > 2 ? min(room(for: unit, style: small), limit) : 0
    return max(room(for: labels, style: label), unit)
  }
}

extension ChartLanguage {
  /// A number at a mark or a dot: a sign like `%` stands behind it, a longer unit beside the axis.
  func short(_ value: Double, decimals: Int, unit: String) -> String {
    number(value, decimals: decimals, unit: unit.count > 2 ? "" : unit)
  }
}

extension Canvas {
  /// Draws grid lines with their numbers below, and a long unit to the left of them.
  mutating func grid(
    _ axis: Axis, from left: Double, to right: Double, top: Double, bottom: Double, unit: String,
    language: ChartLanguage
  ) {
    for tick in axis.ticks {
      let x = axis.place(tick, from: left, to: right)
      line(
        from: Point(x, top), to: Point(x, bottom),
        stroke: Stroke(tick == 0 ? Palette.axis : Palette.grid))
      text(
        language.short(tick, decimals: axis.decimals, unit: unit), at: Point(x, bottom + 17),
        style: ChartLayout.small.anchored(.middle))
    }
    guard unit.count > 2 else { return }
    let room = left - ChartLayout.margin - 24
    text(
      TextMetrics.shortened(unit, to: room / ChartLayout.slack, style: ChartLayout.small),
      at: Point(left - 20, bottom + 17), style: ChartLayout.small.anchored(.end))
  }

  /// Draws a tick that shows on light and dark ground.
  mutating func benchmarkTick(x: Double, from top: Double, to bottom: Double) {
    line(
      from: Point(x, top), to: Point(x, bottom), stroke: Stroke(Palette.ground, width: 4.5))
    line(
      from: Point(x, top), to: Point(x, bottom), stroke: Stroke(Palette.benchmark, width: 2))
  }

  /// Draws texts in a row from left to right, each behind its mark, and breaks the row where the
  /// width ends.
  mutating func legend(_ entries: [LegendEntry], at origin: Point, width: Double) {
    for place in LegendEntry.places(of: entries, width: width) {
      let point = Point(origin.x + place.x, origin.y + 20 * Double(place.line))
      draw(entries[place.entry].mark, at: point)
      let style = ChartLayout.small
      text(
        TextMetrics.shortened(entries[place.entry].text, to: width - 28, style: style),
        at: Point(point.x + entries[place.entry].indent, point.y + 4.5), style: style)
    }
  }

  private mutating func draw(_ mark: LegendEntry.Mark, at point: Point) {
    switch mark {
    case .square(let color):
      rect(Rect(x: point.x, y: point.y - 6, width: 12, height: 12), fill: color, stroke: nil)
    case .tick: benchmarkTick(x: point.x + 6, from: point.y - 7, to: point.y + 7)
    case .dot:
      circle(center: Point(point.x + 6, point.y), radius: 5, fill: Palette.first, stroke: nil)
    case .interval:
      line(
        from: Point(point.x, point.y), to: Point(point.x + 20, point.y),
        stroke: Stroke(Palette.interval, width: 4))
    case .gap:
      for x in [point.x, point.x + 13] {
        line(
          from: Point(x, point.y), to: Point(x + 7, point.y),
          stroke: Stroke(Palette.softInk, width: 2.25))
      }
    case .sign(let sign):
      text(sign, at: Point(point.x + 3, point.y + 4.5), style: ChartLayout.label)
    }
  }
}

/// A mark with its meaning.
struct LegendEntry: Hashable, Sendable {
  /// What is drawn before the text.
  enum Mark: Hashable, Sendable {
    /// A filled square.
    case square(Color)
    /// A tick of a benchmark.
    case tick
    /// A dot.
    case dot
    /// A line of an interval.
    case interval
    /// A line with a gap.
    case gap
    /// A sign.
    case sign(String)
  }

  let mark: Mark
  let text: String

  /// Where the text starts behind the mark.
  var indent: Double { mark == .interval || mark == .gap ? 26 : 18 }

  /// How wide mark and text are.
  var width: Double { indent + ChartLayout.room(for: text, style: ChartLayout.small) }

  /// The place of each entry in rows of the width: x and the number of its row from 0.
  static func places(
    of entries: [LegendEntry], width: Double
  ) -> [(entry: Int, x: Double, line: Int)] {
    var x = 0.0
    var line = 0
    return entries.indices.map { index in
      if x > 0, x + entries[index].width > width {
        x = 0
        line += 1
      }
      defer { x += entries[index].width + 20 }
      return (index, x, line)
    }
  }

  /// The height that the rows take.
  static func height(of entries: [LegendEntry], width: Double) -> Double {
    entries.isEmpty ? 0 : 20 * Double((places(of: entries, width: width).last?.line ?? 0) + 1)
  }
}
