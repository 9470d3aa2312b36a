/// From metres in the field to pixels on the canvas, with north up and one scale for both axes.
struct MapProjection: Hashable, Sendable {
  /// Where the map lies; its height is what the map needs.
  let frame: Rect
  private let west: Double
  private let north: Double
  /// Pixels per metre.
  private let scale: Double

  /// Makes the projection that lets all rings just fit in a frame.
  init(fitting rings: [[Point]], in frame: Rect) {
    let xs = rings.joined().map(\.x)
    let ys = rings.joined().map(\.y)
    west = xs.min() ?? 0
    north = ys.max() ?? 0
    let width = max((xs.max() ?? 1) - west, 1)
    let height = max(north - (ys.min() ?? 0), 1)
    scale = min(frame.width / width, frame.height / height)
    self.frame = Rect(
      x: frame.x, y: frame.y, width: width * scale, height: height * scale)
  }

  /// The height of the map.
  var height: Double { frame.height }

  /// The place of a point on the canvas.
  func place(_ point: Point) -> Point {
    Point(frame.x + (point.x - west) * scale, frame.y + (north - point.y) * scale)
  }

  /// A round length in metres and its width on the canvas, at most a quarter of the map.
  var scaleBar: (metres: Double, width: Double)? {
    let steps: [Double] = [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100]
    return steps.first { $0 * scale <= frame.width / 4 }.map { ($0, $0 * scale) }
  }
}

/// An area as it lies on the canvas.
struct MapShape: Hashable, Sendable {
  let area: Choropleth.Area
  /// Its rings on the canvas, without points closer than half a pixel to the one before.
  let rings: [[Point]]
  /// The place of its label; nil without an outline.
  let pole: PoleOfInaccessibility?

  /// Puts an area on the canvas.
  init(_ area: Choropleth.Area, _ projection: MapProjection) {
    self.area = area
    rings = area.rings.map { Self.thinned($0.map(projection.place)) }.filter { $0.count > 2 }
    // An area too small to see still has a place to point at.
    pole =
      PoleOfInaccessibility(of: rings, precision: 1)
      ?? area.rings.joined().first.map { PoleOfInaccessibility(at: projection.place($0)) }
  }

  /// The width of the label inside the area.
  var labelWidth: Double {
    max(
      TextMetrics.width(of: area.label, size: 14, weight: .bold),
      TextMetrics.width(of: area.valueLabel, size: 13)) * ChartLayout.slack
  }

  /// Whether the label fits inside the area around its pole.
  var holdsLabel: Bool {
    guard let pole else { return true }
    let half = labelWidth / 2
    return (half * half + 16 * 16).squareRoot() <= pole.radius + 4
  }

  /// The width of the label on one line beside the map.
  var outsideWidth: Double {
    ChartLayout.room(for: area.label, style: TextStyle(size: 13, weight: .bold)) + 6
      + ChartLayout.room(for: area.valueLabel, style: TextStyle(size: 13))
  }

  private static func thinned(_ ring: [Point]) -> [Point] {
    var result: [Point] = []
    for point in ring {
      if let last = result.last, abs(point.x - last.x) + abs(point.y - last.y) < 0.5 { continue }
      result.append(point)
    }
    return result
  }
}
