/// The point inside a shape that is farthest from its edges; the best place for a label.
///
/// A quadtree search after V. Agafonkin, "A new algorithm for finding a visual center of a polygon"
/// (polylabel, 2016). The centroid of a concave postcode may lie outside it; this point never does.
struct PoleOfInaccessibility: Hashable, Sendable {
  /// The point.
  let point: Point
  /// Its distance to the nearest edge; 0 for a shape without an inside.
  let radius: Double

  /// Makes the point of an area without an inside.
  init(at point: Point) {
    self.point = point
    radius = 0
  }

  /// Finds the point to within `precision`, in the unit of the rings; nil without any point.
  init?(of rings: [[Point]], precision: Double) {
    let points = rings.joined()
    guard let first = points.first else { return nil }
    var low = first
    var high = first
    for point in points {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    let side = min(high.x - low.x, high.y - low.y)
    guard side > 0 else { return nil }
    var best = Cell(Point((low.x + high.x) / 2, (low.y + high.y) / 2), half: 0, rings)
    var waiting: [Cell] = []
    var x = low.x
    while x < high.x {
      var y = low.y
      while y < high.y {
        waiting.append(Cell(Point(x + side / 2, y + side / 2), half: side / 2, rings))
        y += side
      }
      x += side
    }
    while let index = waiting.indices.max(by: { waiting[$0].reach < waiting[$1].reach }) {
      let cell = waiting.remove(at: index)
      if cell.distance > best.distance { best = cell }
      // No cell that waits can be better any more.
      if cell.reach - best.distance <= precision { break }
      let half = cell.half / 2
      for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
        waiting.append(Cell(Point(cell.center.x + dx, cell.center.y + dy), half: half, rings))
      }
    }
    point = best.center
    radius = max(best.distance, 0)
  }

  private struct Cell {
    let center: Point
    let half: Double
    /// The distance of the center to the nearest edge; negative outside the shape.
    let distance: Double
    /// The largest distance that any point of the cell can have.
    let reach: Double

    init(_ center: Point, half: Double, _ rings: [[Point]]) {
      self.center = center
      self.half = half
      distance = PoleOfInaccessibility.signedDistance(of: center, to: rings)
      reach = distance + half * 2.0.squareRoot()
    }
  }

  /// The distance to the nearest edge, negative outside the shape (even-odd rule).
  static func signedDistance(of point: Point, to rings: [[Point]]) -> Double {
    var isInside = false
    var smallest = Double.infinity
    for ring in rings {
      guard var previous = ring.last else { continue }
      for next in ring {
        if (next.y > point.y) != (previous.y > point.y),
          point.x < (previous.x - next.x) * (point.y - next.y) / (previous.y - next.y) + next.x
        {
          isInside.toggle()
        }
        smallest = min(smallest, squaredDistance(of: point, from: previous, to: next))
        previous = next
      }
    }
    return (isInside ? 1 : -1) * smallest.squareRoot()
  }

  private static func squaredDistance(of point: Point, from start: Point, to end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    var part = 0.0
    if length > 0 { part = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length }
    part = min(max(part, 0), 1)
    let (x, y) = (start.x + part * dx - point.x, start.y + part * dy - point.y)
    return x * x + y * y
  }
}
