/// Draws on an SVG document: plain attributes only, because Word does not apply CSS.
///
/// The same calls give the same text; numbers have at most two decimals.
public struct SVGCanvas: Canvas {
  private let size: Size
  private var body = ""

  /// Makes an empty white canvas.
  public init(size: Size) {
    self.size = size
    rect(
      Rect(x: 0, y: 0, width: size.width, height: size.height), fill: Palette.ground, stroke: nil)
  }

  /// Draws a straight line.
  public mutating func line(from start: Point, to end: Point, stroke: Stroke) {
    add(
      "line", ["x1": start.x, "y1": start.y, "x2": end.x, "y2": end.y], paint(nil, stroke, false))
  }

  /// Draws a rectangle.
  public mutating func rect(_ rect: Rect, fill: Color?, stroke: Stroke?) {
    add(
      "rect", ["x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height],
      paint(fill, stroke))
  }

  /// Draws a polygon of closed rings, by the even-odd rule.
  public mutating func polygon(_ rings: [[Point]], fill: Color?, stroke: Stroke?) {
    var path = ""
    for ring in rings where ring.count > 1 {
      for (index, point) in ring.enumerated() {
        path += index == 0 ? "M" : "L"
        path += Coordinate.text(point.x) + " " + Coordinate.text(point.y)
      }
      path += "Z"
    }
    guard !path.isEmpty else { return }
    body += "<path d=\"\(path)\" fill-rule=\"evenodd\"\(paint(fill, stroke))/>\n"
  }

  /// Draws a circle.
  public mutating func circle(center: Point, radius: Double, fill: Color?, stroke: Stroke?) {
    add("circle", ["cx": center.x, "cy": center.y, "r": radius], paint(fill, stroke))
  }

  /// Draws one line of text.
  public mutating func text(_ text: String, at point: Point, style: TextStyle) {
    var rest = " font-size=\"\(Coordinate.text(style.size))\""
    if style.weight == .bold { rest += " font-weight=\"bold\"" }
    if style.anchor != .start { rest += " text-anchor=\"\(style.anchor.rawValue)\"" }
    rest += " fill=\"\(hex(style.color))\""
    body += "<text x=\"\(Coordinate.text(point.x))\" y=\"\(Coordinate.text(point.y))\"\(rest)>"
    body += XMLText.escaped(text) + "</text>\n"
  }

  /// The document so far.
  ///
  /// - Parameters:
  ///   - id: What the ids in the document start with; unique on the page it is put on.
  ///   - title: The short name that a screen reader gives the image.
  ///   - description: What the image shows, for who cannot see it.
  /// - Returns: The document, complete.
  public func document(id: String, title: String, description: String) -> SVGDocument {
    let prefix = SVGDocument.identifier(id)
    let width = Coordinate.text(size.width)
    let height = Coordinate.text(size.height)
    var text = " width=\"\(width)\" height=\"\(height)\""
    text += " viewBox=\"0 0 \(width) \(height)\" role=\"img\""
    text += " aria-labelledby=\"\(prefix)-title \(prefix)-desc\""
    text += " font-family=\"Calibri, Carlito, Arial, sans-serif\">\n"
    text += "<title id=\"\(prefix)-title\">\(XMLText.escaped(title))</title>\n"
    text += "<desc id=\"\(prefix)-desc\">\(XMLText.escaped(description))</desc>\n"
    return SVGDocument(rest: text + body + "</svg>\n", size: size)
  }

  private mutating func add(
    _ name: String, _ numbers: KeyValuePairs<String, Double>, _ rest: String
  ) {
    body += "<" + name
    for (name, number) in numbers { body += " \(name)=\"\(Coordinate.text(number))\"" }
    body += rest + "/>\n"
  }

  private func paint(_ fill: Color?, _ stroke: Stroke?, _ hasInside: Bool = true) -> String {
    var text = hasInside ? " fill=\"\(fill.map(hex) ?? "none")\"" : ""
    if let stroke {
      text += " stroke=\"\(hex(stroke.color))\" stroke-width=\"\(Coordinate.text(stroke.width))\""
      if !stroke.dashes.isEmpty {
        text += " stroke-dasharray=\"\(stroke.dashes.map(Coordinate.text).joined(separator: " "))\""
      }
    }
    return text
  }

  private func hex(_ color: Color) -> String {
    let digits = String(color.hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// A finished SVG document; only this module makes one, so its markup is known to be safe.
public struct SVGDocument: Hashable, Sendable {
  /// Its size.
  public let size: Size
  private let rest: String

  /// The document for a file of its own, without an XML declaration.
  public var text: String { "<svg xmlns=\"http://www.w3.org/2000/svg\"" + rest }

  /// The document for inside a web page, where the namespace goes without saying.
  public var inlineText: String { "<svg" + rest }

  init(rest: String, size: Size) {
    self.rest = rest
    self.size = size
  }

  /// The text with everything but ASCII letters, digits, `-` and `_` left out, with `x` in front
  /// when it would not start with a letter.
  static func identifier(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || $0 == "-" || $0 == "_"
    }
    let result = String(String.UnicodeScalarView(kept))
    return result.first?.isLetter == true ? result : "x" + result
  }
}
