import Testing

@testable import Charts

@Suite("The place of a label in an area")
struct PoleOfInaccessibilityTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    [Point(x, y), Point(x + side, y), Point(x + side, y + side), Point(x, y + side)]
  }

  @Test("In a square it is the middle")
  func middle() throws {
    let pole = try #require(PoleOfInaccessibility(of: [square(10, 20, 8)], precision: 0.01))
    #expect(pole.point == Point(14, 24))
    #expect(pole.radius == 4)
  }

  @Test("In a concave area it lies inside, where the centroid does not")
  func concave() throws {
    let ring = [
      Point(0, 0), Point(40, 0), Point(40, 10), Point(10, 10), Point(10, 30), Point(40, 30),
      Point(40, 40), Point(0, 40),
    ]
    let pole = try #require(PoleOfInaccessibility(of: [ring], precision: 0.1))
    #expect(PoleOfInaccessibility.signedDistance(of: pole.point, to: [ring]) > 5)
    #expect(PoleOfInaccessibility.signedDistance(of: Point(20, 20), to: [ring]) < 0)
  }

  @Test("A hole is not inside")
  func hole() throws {
    let rings = [square(0, 0, 100), square(10, 10, 80)]
    let pole = try #require(PoleOfInaccessibility(of: rings, precision: 0.1))
    // The frame is 10 wide; in its corner a circle of 10 (2 − √2) = 5.86 fits.
    #expect(abs(pole.radius - 5.86) < 0.15)
  }

  @Test("Of two islands it takes the larger")
  func islands() throws {
    let pole = try #require(
      PoleOfInaccessibility(of: [square(0, 0, 10), square(50, 0, 20)], precision: 0.1))
    #expect(abs(pole.point.x - 60) < 0.5)
    #expect(abs(pole.point.y - 10) < 0.5)
  }

  @Test("An area without points or width has none")
  func nothing() {
    #expect(PoleOfInaccessibility(of: [], precision: 1) == nil)
    #expect(PoleOfInaccessibility(of: [[Point(1, 1), Point(5, 1)]], precision: 1) == nil)
  }

  @Test("Hatching covers the inside and spares a hole")
  func hatching() {
    let rings = [square(0, 0, 100), square(40, 40, 20)]
    let lines = Hatching.lines(inside: rings, spacing: 1)
    let length = lines.reduce(0) { sum, line in
      let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y)
      return sum + (dx * dx + dy * dy).squareRoot()
    }
    // Lines 1/√2 apart across an area of 10,000 − 400.
    #expect(abs(length / (9600 * 2.0.squareRoot()) - 1) < 0.01)
    for line in lines {
      let middle = Point((line.from.x + line.to.x) / 2, (line.from.y + line.to.y) / 2)
      #expect(PoleOfInaccessibility.signedDistance(of: middle, to: rings) > 0)
    }
    #expect(Hatching.lines(inside: [], spacing: 9).isEmpty)
  }
}
