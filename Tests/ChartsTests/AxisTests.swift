import Testing

@testable import Charts

@Suite("Round numbers along an axis")
struct AxisTests {
  @Test(
    "Marks stand at steps of 1, 2 or 5 and cover the range",
    arguments: [
      (0.0, 4.03, [0.0, 1, 2, 3, 4, 5], 0), (0, 78, [0, 20, 40, 60, 80], 0),
      (0, 131, [0, 50, 100, 150], 0), (0, 0.8, [0, 0.2, 0.4, 0.6, 0.8], 1),
      (-0.21, 0.14, [-0.3, -0.2, -0.1, 0, 0.1, 0.2], 1),
      (71, 148, [60, 80, 100, 120, 140, 160], 0),
      (0, 12_345, [0, 5000, 10_000, 15_000], 0),
    ])
  func ticks(low: Double, high: Double, expected: [Double], decimals: Int) {
    let axis = Axis(covering: low...high, steps: 5)
    #expect(axis.ticks.count == expected.count)
    for (tick, wanted) in zip(axis.ticks, expected) { #expect(abs(tick - wanted) < 1e-9) }
    #expect(axis.decimals == decimals)
  }

  @Test("A range without width still has two marks")
  func flat() {
    let axis = Axis(covering: 3...3, steps: 5)
    #expect(axis.ticks.count >= 2)
    #expect(axis.ticks.allSatisfy { $0.isFinite })
  }

  @Test("A value lies between its neighbours, and one outside the axis on its edge")
  func place() {
    let axis = Axis(covering: 0...10, steps: 5)
    #expect(axis.place(5, from: 100, to: 200) == 150)
    #expect(axis.place(5, from: 200, to: 100) == 150)
    #expect(axis.place(-1, from: 100, to: 200) == 100)
    #expect(axis.place(99, from: 100, to: 200) == 200)
  }
}
