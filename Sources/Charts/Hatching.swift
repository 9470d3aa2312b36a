/// Slanted lines inside a shape, drawn as lines so that every backend and Word show them.
enum Hatching {
  /// The lines at 45° inside the rings (even-odd rule), `spacing` apart along both axes.
  static func lines(inside rings: [[Point]], spacing: Double) -> [(from: Point, to: Point)] {
    let sums = rings.joined().map { $0.x + $0.y }
    guard spacing > 0, let low = sums.min(), let high = sums.max() else { return [] }
    var result: [(from: Point, to: Point)] = []
    var sum = ((low / spacing).rounded(.down) + 0.5) * spacing
    while sum < high {
      let crossings = self.crossings(of: rings, at: sum).sorted()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        result.append((point(sum, crossings[pair]), point(sum, crossings[pair + 1])))
      }
      sum += spacing
    }
    return result
  }

  /// Where the line x + y = sum crosses the edges, as x − y.
  private static func crossings(of rings: [[Point]], at sum: Double) -> [Double] {
    var result: [Double] = []
    for ring in rings {
      guard var previous = ring.last else { continue }
      for next in ring {
        let from = previous.x + previous.y - sum
        let to = next.x + next.y - sum
        if (from > 0) != (to > 0) {
          let part = from / (from - to)
          let start = previous.x - previous.y
          result.append(start + part * (next.x - next.y - start))
        }
        previous = next
      }
    }
    return result
  }

  private static func point(_ sum: Double, _ difference: Double) -> Point {
    Point((sum + difference) / 2, (sum - difference) / 2)
  }
}
