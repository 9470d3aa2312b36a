/// A drawing surface; charts know nothing of the backend.
///
/// The origin is the top left corner, x runs to the right and y down, lengths are in pixels of
/// 1/96 inch. What is drawn later lies on top.
public protocol Canvas {
  /// Draws a straight line.
  mutating func line(from start: Point, to end: Point, stroke: Stroke)

  /// Draws a rectangle with sides along the axes.
  mutating func rect(_ rect: Rect, fill: Color?, stroke: Stroke?)

  /// Draws a polygon of closed rings; a point inside an even number of rings is a hole.
  mutating func polygon(_ rings: [[Point]], fill: Color?, stroke: Stroke?)

  /// Draws a circle.
  mutating func circle(center: Point, radius: Double, fill: Color?, stroke: Stroke?)

  /// Draws one line of text; y is the baseline and the anchor says which part of the text x is.
  mutating func text(_ text: String, at point: Point, style: TextStyle)
}

/// A place on a canvas.
public struct Point: Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Down.
  public var y: Double

  /// Makes a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle with sides along the axes.
public struct Rect: Hashable, Sendable {
  /// The left side.
  public var x: Double
  /// The top.
  public var y: Double
  /// The width, at least 0.
  public var width: Double
  /// The height, at least 0.
  public var height: Double

  /// Makes a rectangle.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right side.
  public var maxX: Double { x + width }

  /// The bottom.
  public var maxY: Double { y + height }
}

/// Width and height of a chart.
public struct Size: Hashable, Sendable {
  /// The width.
  public var width: Double
  /// The height.
  public var height: Double

  /// Makes a size.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// An opaque sRGB color.
public struct Color: Hashable, Sendable {
  /// Red, green and blue, 8 bits each: `0xRRGGBB`.
  public let hex: UInt32

  /// Makes a color from `0xRRGGBB`.
  public init(_ hex: UInt32) { self.hex = hex & 0xFF_FFFF }

  /// Relative luminance, 0 (black) to 1 (white), after WCAG 2.2.
  public var luminance: Double {
    func linear(_ shift: UInt32) -> Double {
      let value = Double(hex >> shift & 0xFF) / 255
      // The gamma of sRGB, near enough to choose between dark and light text, without libm.
      return value <= 0.04045 ? value / 12.92 : value * value * (0.3 + 0.7 * value.squareRoot())
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}

/// How a line or an edge is drawn.
public struct Stroke: Hashable, Sendable {
  /// The color.
  public let color: Color
  /// The width.
  public let width: Double
  /// Lengths of dashes and gaps; empty for a whole line.
  public let dashes: [Double]

  /// Makes a stroke.
  public init(_ color: Color, width: Double = 1, dashes: [Double] = []) {
    self.color = color
    self.width = width
    self.dashes = dashes
  }
}

/// Which part of a text stands at its point.
public enum TextAnchor: String, Hashable, Sendable {
  /// The beginning.
  case start
  /// The middle.
  case middle
  /// The end.
  case end
}

/// How heavy letters are.
public enum FontWeight: Hashable, Sendable {
  /// Normal.
  case regular
  /// Bold.
  case bold
}

/// How a text is set; the family is always that of the backend (Calibri, Carlito).
public struct TextStyle: Hashable, Sendable {
  /// The size in pixels.
  public let size: Double
  /// How heavy letters are.
  public let weight: FontWeight
  /// Which part of the text stands at its point.
  public let anchor: TextAnchor
  /// The color.
  public let color: Color

  /// Makes a style.
  public init(
    size: Double = 13, weight: FontWeight = .regular, anchor: TextAnchor = .start,
    color: Color = Palette.ink
  ) {
    self.size = size
    self.weight = weight
    self.anchor = anchor
    self.color = color
  }

  /// The same style with another anchor.
  public func anchored(_ anchor: TextAnchor) -> TextStyle {
    TextStyle(size: size, weight: weight, anchor: anchor, color: color)
  }
}
