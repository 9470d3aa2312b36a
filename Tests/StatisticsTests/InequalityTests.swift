import TestSupport
import Testing

@testable import Statistics

@Suite("Inequality between areas")
struct InequalityTests {
  @Test("Gini, Theil, concentration and disparity agree with PySAL and the formulas")
  func golden() throws {
    let inputs = Dictionary(
      grouping: try GoldenFile("inequality_input.csv").rows, by: { $0.text("set") })
    let file = try GoldenFile("inequality_expected.csv")
    #expect(file.rows.count == 30)
    var check = GoldenCheck()
    var generator = SeededGenerator(seed: 71)
    for row in file.rows {
      let rows = try #require(inputs[row.text("set")])
      func areas(_ rows: [GoldenRow]) -> [Inequality.Area] {
        rows.map { Inequality.Area(persons: $0["population"], value: $0["value"]) }
      }
      let result = try Inequality(areas(rows))
      #expect(try Inequality(areas(rows.shuffled(using: &generator))) == result)
      let deprived = rows.sorted { $0["deprivation_rank"] < $1["deprivation_rank"] }
      let concentration = try Inequality.concentrationIndex(of: areas(deprived))
      check.number(row, "areas", Double(rows.count), tolerance: 0)
      check.number(row, "overall_rate", result.overallRate, tolerance: 1e-13)
      check.number(row, "gini_unweighted_pysal", result.giniOfAreas, tolerance: 1e-12, scale: 1e-3)
      check.number(
        row, "theil_unweighted_pysal", result.theilOfAreas, tolerance: 1e-12, scale: 1e-3)
      check.number(row, "gini_popweighted", result.giniOfPersons, tolerance: 1e-12, scale: 1e-2)
      check.number(row, "theil_popweighted", result.theilOfPersons, tolerance: 1e-12, scale: 1e-3)
      check.number(row, "concentration_index", concentration, tolerance: 1e-12, scale: 1e-2)
      check.number(
        row, "index_of_disparity_unweighted", result.disparityOfAreas, tolerance: 1e-12)
      check.number(
        row, "index_of_disparity_weighted", result.disparityOfPersons, tolerance: 1e-12)
      check.number(row, "ratio_max_min", result.ratio, tolerance: 1e-13)
      check.number(row, "diff_max_min", result.difference, tolerance: 1e-13)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Nothing to divide is an error; equal areas are equal")
  func edges() throws {
    #expect(throws: StatisticsError.noData) { try Inequality([]) }
    #expect(throws: StatisticsError.noWeight) {
      try Inequality([Inequality.Area(persons: 5, value: 0)])
    }
    #expect(throws: StatisticsError.outOfRange(index: 0)) {
      try Inequality([Inequality.Area(persons: 0, value: 1)])
    }
    let equal = try Inequality([
      Inequality.Area(persons: 5, value: 0.2), Inequality.Area(persons: 15, value: 0.2),
    ])
    #expect(equal.giniOfAreas == 0 && abs(equal.giniOfPersons) < 1e-15)
    #expect(equal.difference == 0 && equal.ratio == 1)
  }

  @Test("Chi-square of 10/100, 20/100 and 30/100 is 12.5 with p = e^-6.25")
  func heterogeneity() throws {
    let result = try #require(Heterogeneity([(x: 20, n: 100), (x: 10, n: 100), (x: 30, n: 100)]))
    #expect(relativeError(result.chiSquare, 12.5) < 1e-14)
    #expect(result.degrees == 2)
    #expect(relativeError(result.p, 0.0019304541362277093) < 1e-12)
    #expect(abs(result.range - 0.2) < 1e-15)
    #expect(relativeError(result.smallestExpected, 20) < 1e-14)
    let newcombe = try #require(TwoProportions(30, of: 100, and: 10, of: 100))
    #expect(result.rangeInterval == newcombe.newcombe())
    #expect(abs(try #require(result.ratio) - 3) < 1e-14)
    // 3·exp(∓1.959964·√(0.7/30 + 0.9/10)) = 3·exp(∓0.659816…).
    let ratio = try #require(result.ratioInterval)
    #expect(relativeError(ratio.low * ratio.high, 9) < 1e-13)
    #expect(relativeError(ratio.low, 1.5508) < 1e-4)
  }

  @Test("Heterogeneity of the order of areas, of two areas and of none")
  func heterogeneityEdges() throws {
    let areas = [(x: 3, n: 17), (x: 9, n: 41), (x: 0, n: 8), (x: 200, n: 999)]
    #expect(Heterogeneity(areas) == Heterogeneity(areas.reversed()))
    #expect(Heterogeneity(areas)?.ratio == nil)
    // For two areas it is the square of the pooled z.
    let two = try #require(Heterogeneity([(x: 3, n: 17), (x: 9, n: 41)]))
    let z = try #require(TwoProportions(3, of: 17, and: 9, of: 41)?.pooledZ)
    #expect(relativeError(two.chiSquare, z * z) < 1e-12)
    #expect(Heterogeneity([(x: 3, n: 17)]) == nil)
    #expect(Heterogeneity([(x: 0, n: 17), (x: 0, n: 4)]) == nil)
    #expect(Heterogeneity([(x: 18, n: 17), (x: 0, n: 4)]) == nil)
  }
}
