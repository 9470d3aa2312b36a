import Testing

@testable import Statistics

@Suite("Funnel limits")
struct FunnelLimitsTests {
  @Test("Limits and positions of shares agree with PHEindicatormethods, not cut to 0...1")
  func shares() throws {
    let file = try GoldenFile("funnel_proportion.csv")
    #expect(file.rows.count == 60)
    let average =
      orderedSum(file.rows.map { $0["x"] }) / orderedSum(file.rows.map { $0["n"] })
    var check = GoldenCheck()
    for row in file.rows {
      check.number(row, "average", average, tolerance: 1e-13)
      for (name, level) in [("0.975", 0.95), ("0.999", 0.998)] {
        let limits = FunnelLimits.share(around: average, of: row["n"], confidence: level)
        check.number(row, "limit_low_" + name, limits.low, tolerance: 1e-12, scale: average)
        check.number(row, "limit_high_" + name, limits.high, tolerance: 1e-12)
      }
      let position = FunnelLimits.position(ofShare: row["x"], of: row["n"], around: average)
      check.text(row, "significance", position?.rawValue ?? "")
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Positions of observed over expected agree with PHEindicatormethods")
  func ratios() throws {
    let file = try GoldenFile("funnel_ratio.csv")
    #expect(file.rows.count == 60)
    var check = GoldenCheck()
    for row in file.rows {
      let position = FunnelLimits.position(
        observed: row.count("observed"), expected: row["expected"])
      check.text(row, "significance", position?.rawValue ?? "")
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
    #expect(FunnelLimits.position(observed: 1, expected: 0) == nil)
    #expect(FunnelLimits.position(ofShare: 2, of: 1, around: 0.5) == nil)
  }

  @Test("Expected numbers at the limits agree with chi-square, and roughly with the search")
  func expected() throws {
    let file = try GoldenFile("funnel_poisson_limits.csv")
    #expect(file.rows.count == 26)
    var check = GoldenCheck()
    for row in file.rows {
      for (name, level) in [("0.025", 0.95), ("0.001", 0.998)] {
        let limits = FunnelLimits.expected(for: row.count("observed"), confidence: level)
        check.number(row, "chisq_low_" + name, limits.high, tolerance: 1e-10)
        check.number(row, "chisq_high_" + name, limits.low, tolerance: 1e-10)
        check.number(row, "expected_low_" + name, limits.high, tolerance: 1e-4)
        check.number(row, "expected_high_" + name, limits.low, tolerance: 1e-4)
      }
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }
}
