import TestSupport
import Testing

@testable import Statistics

@Suite("Trend over years")
struct TrendTests {
  private func years(_ row: GoldenRow) -> [YearCount] {
    zip(row.list("x"), row.list("n")).enumerated().map {
      YearCount(year: $0.offset, cases: Int($0.element.0), persons: $0.element.1)
    }
  }

  @Test("The annual percentage change agrees with statsmodels in any order of the years")
  func poisson() throws {
    let file = try GoldenFile("poisson_trend.csv")
    #expect(file.rows.count == 40)
    var check = GoldenCheck()
    for row in file.rows {
      let trend = try PoissonTrend(years(row))
      #expect(try PoissonTrend(years(row).reversed()) == trend)
      let limits = trend.interval()
      check.number(row, "intercept", trend.intercept, tolerance: 1e-10)
      check.number(row, "slope", trend.slope, tolerance: 1e-8)
      check.number(row, "se_slope", trend.slopeStandardError, tolerance: 1e-8)
      check.number(row, "p", trend.twoSidedP, tolerance: 1e-8)
      check.number(row, "apc_percent", trend.annualPercentageChange, tolerance: 1e-8)
      check.number(row, "apc_lower95", limits.low, tolerance: 1e-8)
      check.number(row, "apc_upper95", limits.high, tolerance: 1e-8)
      check.number(row, "deviance", trend.deviance, tolerance: 1e-8)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("10, 20, 40 of 100 doubles every year; calendar years give the same change")
  func doubling() throws {
    func trend(_ first: Int) throws -> PoissonTrend {
      try PoissonTrend(
        [10, 20, 40].enumerated().map {
          YearCount(year: first + $0.offset, cases: $0.element, persons: 100)
        })
    }
    #expect(abs(try trend(0).annualPercentageChange - 100) < 1e-10)
    #expect(abs(try trend(0).deviance) < 1e-12)
    #expect(try trend(2021).annualPercentageChange == trend(0).annualPercentageChange)
  }

  @Test("A trend needs three years and cases in two of them")
  func errors() {
    func trend(_ cases: [Int]) throws -> PoissonTrend {
      try PoissonTrend(
        cases.enumerated().map { YearCount(year: $0.offset, cases: $0.element, persons: 9) })
    }
    #expect(throws: StatisticsError.tooFew(count: 2, needed: 3)) { try trend([3, 4]) }
    #expect(throws: StatisticsError.tooFew(count: 1, needed: 2)) { try trend([0, 4, 0]) }
    #expect(throws: StatisticsError.outOfRange(index: 1)) { try trend([3, -4, 2]) }
    #expect(throws: Never.self) { try trend([0, 1, 4]) }
    let same = YearCount(year: 3, cases: 2, persons: 5)
    #expect(throws: StatisticsError.outOfRange(index: 1)) {
      try PoissonTrend([same, same, YearCount(year: 4, cases: 2, persons: 5)])
    }
  }

  @Test("The chi-square for trend in shares agrees with R")
  func proportions() throws {
    let file = try GoldenFile("proportion_trend.csv")
    #expect(file.rows.count == 40)
    var check = GoldenCheck()
    for row in file.rows {
      let input = zip(row.list("x"), row.list("n")).map { (x: $0, n: $1) }
      let trend = try #require(ProportionTrend(input))
      check.number(row, "chisq", trend.chiSquare, tolerance: 1e-10)
      check.number(row, "p", trend.p, tolerance: 1e-9)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
    #expect(ProportionTrend([(x: 0, n: 5), (x: 0, n: 6)]) == nil)
    #expect(ProportionTrend([(x: 6, n: 5), (x: 0, n: 6)]) == nil)
    #expect(ProportionTrend([(x: 2, n: 5)]) == nil)
    #expect(ProportionTrend([(x: 2, n: 4), (x: 3, n: 6)])?.p == 1)
  }

  @Test("The ratio of two standardized rates agrees with the golden case")
  func ratios() throws {
    let variances = try GoldenFile("e2e_expected.csv").rows
    let file = try GoldenFile("e2e_trend_expected.csv")
    #expect(file.rows.count == 40)
    var check = GoldenCheck()
    for row in file.rows {
      func variance(_ year: String) throws -> Double {
        let found = variances.first {
          $0.text("year") == year && $0.text("programme") == row.text("programme")
            && $0.text("area") == row.text("area")
        }
        return try #require(found)["dsr_var"]
      }
      let ratio = try #require(
        StandardizedRateRatio(
          rate: row["dsr_per_1000_1"], variance: try variance("2025"),
          toEarlier: row["dsr_per_1000_0"], variance: try variance("2024")))
      check.number(row, "dsr_ratio", ratio.value, tolerance: 1e-13)
      check.number(row, "se_log", ratio.logStandardError, tolerance: 1e-12)
      check.number(row, "lower95", ratio.interval().low, tolerance: 1e-12)
      check.number(row, "upper95", ratio.interval().high, tolerance: 1e-12)
      check.number(row, "z", ratio.statistic, tolerance: 1e-11)
      check.number(row, "p", ratio.twoSidedP, tolerance: 1e-11)
    }
    #expect(check.count == 240)
    #expect(check.failures.isEmpty, "\(check.summary)")
    #expect(StandardizedRateRatio(rate: 0, variance: 1, toEarlier: 2, variance: 1) == nil)
    #expect(StandardizedRateRatio(rate: 1, variance: 0, toEarlier: 2, variance: 0) == nil)
  }
}
