/// A picture that can be drawn on any canvas of its size.
public protocol Chart: Sendable {
  /// The size it needs; it follows from the data.
  var size: Size { get }

  /// Draws it; nothing lies outside ``size``.
  func draw(on canvas: inout some Canvas)
}

extension Chart {
  /// The chart as SVG.
  ///
  /// - Parameters:
  ///   - id: What the ids in the document start with; unique on the page it is put on.
  ///   - title: The short name that a screen reader gives the image.
  ///   - description: What the image shows, for who cannot see it.
  /// - Returns: The document, complete.
  public func svg(id: String, title: String, description: String) -> SVGDocument {
    var canvas = SVGCanvas(size: size)
    draw(on: &canvas)
    return canvas.document(id: id, title: title, description: description)
  }
}

/// The words and numbers of charts in the language of the reader.
public struct ChartLanguage: Sendable {
  /// A number as text with a fixed number of decimals.
  public let number: @Sendable (_ value: Double, _ decimals: Int) -> String
  /// Above the left half of a pyramid.
  public let men: String
  /// Above the right half of a pyramid.
  public let women: String
  /// In the place of a figure that is not shown.
  public let withheldSign: String
  /// The meaning of ``withheldSign``.
  public let withheld: String
  /// The meaning of hatching on a map.
  public let tooFew: String
  /// The meaning of the line around a dot.
  public let interval: String
  /// The label of the lowest class of a map, from its upper limit with unit.
  public let below: @Sendable (_ limit: String) -> String
  /// The label of a class of a map, from its limits, the upper one with unit.
  public let between: @Sendable (_ lower: String, _ upper: String) -> String
  /// The label of the highest class of a map, from its lower limit with unit.
  public let atLeast: @Sendable (_ limit: String) -> String

  /// Makes a language.
  public init(
    number: @escaping @Sendable (Double, Int) -> String, men: String, women: String,
    withheldSign: String, withheld: String, tooFew: String, interval: String,
    below: @escaping @Sendable (String) -> String,
    between: @escaping @Sendable (String, String) -> String,
    atLeast: @escaping @Sendable (String) -> String
  ) {
    self.number = number
    self.men = men
    self.women = women
    self.withheldSign = withheldSign
    self.withheld = withheld
    self.tooFew = tooFew
    self.interval = interval
    self.below = below
    self.between = between
    self.atLeast = atLeast
  }

  /// A number with its unit behind a no-break space; without a unit only the number.
  public func number(_ value: Double, decimals: Int, unit: String) -> String {
    let text = number(value, decimals)
    return unit.isEmpty ? text : text + "\u{A0}" + unit
  }
}
