import Testing

@testable import DisclosureControl

@Suite("A point away from the limits")
struct InnerPointTests {
  private static let open = (lower: 0.0, upper: Double.infinity)

  @Test("A table with known margins is filled in proportion")
  func proportion() {
    // Rows 4 and 6, columns 5 and 5; the solver's corner is 4, 0, 1, 5.
    let rows = [
      CellSystem.sum([0, 1], 4, 4), CellSystem.sum([2, 3], 6, 6), CellSystem.sum([0, 2], 5, 5),
      CellSystem.sum([1, 3], 5, 5),
    ]
    let bounds = [Self.open, Self.open, Self.open, Self.open]
    func point(staying: [Int]) -> [Double] {
      InnerPoint(bounds: bounds, rows: rows, corner: [4, 0, 1, 5], staying: staying).point()
    }
    #expect(zip(point(staying: []), [2, 2, 3, 3]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(point(staying: [2]) == [4, 0, 1, 5])
  }

  @Test("A group is spread like the patients of whom it is a part, and stays below them")
  func parts() {
    // Patients 30 and 10 are known; 8 of them are ill, in the corner all among the first.
    let bounds = [(30.0, 30.0), (10.0, 10.0), Self.open, Self.open]
    let rows = [
      CellSystem.sum([2, 3], 8, 8), CellSystem.difference([2], [0], -.infinity, 0),
      CellSystem.difference([3], [1], -.infinity, 0),
    ]
    let point = InnerPoint(bounds: bounds, rows: rows, corner: [30, 10, 8, 0], staying: []).point()
    #expect(zip(point, [30, 10, 6, 2]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("What would break a rule stays in its corner")
  func rule() {
    let rows = [
      CellSystem.sum([0, 1], 8, 8), CellSystem.difference([0], [1, 1], 2, .infinity),
    ]
    let point = InnerPoint(
      bounds: [Self.open, Self.open], rows: rows, corner: [8, 0], staying: []
    ).point()
    #expect(point[0] - 2 * point[1] >= 2 - 1e-9)
    #expect(abs(point[0] + point[1] - 8) < 1e-9)
  }
}
