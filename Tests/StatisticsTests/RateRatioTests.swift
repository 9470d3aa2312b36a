import Testing

@testable import Statistics

@Suite("Ratio of two rates")
struct RateRatioTests {
  @Test("Log-Wald, score and exact p agree with statsmodels")
  func golden() throws {
    let file = try GoldenFile("rate_ratio.csv")
    #expect(file.rows.count == 165)
    var check = GoldenCheck()
    for row in file.rows {
      let result = try #require(
        RateRatio(row.count("x1"), per: row["n1"], to: row.count("x2"), per: row["n2"]))
      let level = row["confidence"]
      let (wald, score) = (result.logWald(confidence: level), result.score(confidence: level))
      check.number(row, "ratio", result.value, tolerance: 1e-13)
      for prefix in ["logwald", "statsmodels_waldlog"] {
        check.number(row, prefix + "_lower", wald?.low, tolerance: 1e-12)
        check.number(row, prefix + "_upper", wald?.high, tolerance: 1e-12)
      }
      // statsmodels searches these limits to about 2e-7; ours are in closed form.
      check.number(row, "score_lower", score?.low, tolerance: 1e-6)
      check.number(row, "score_upper", score?.high, tolerance: 1e-6)
      check.number(row, "p_exact_conditional", result.exactP, tolerance: 1e-10)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Without events in a group there is no ratio or no logarithm")
  func edges() throws {
    let none = try #require(RateRatio(0, per: 10, to: 0, per: 20))
    #expect(none.value == nil && none.logWald() == nil && none.score() == nil)
    #expect(none.exactP == 1)
    let infinite = try #require(RateRatio(3, per: 10, to: 0, per: 20))
    #expect(infinite.value == nil)
    #expect(infinite.score()?.high == .infinity && infinite.exact()?.high == .infinity)
    let zero = try #require(RateRatio(0, per: 10, to: 3, per: 10))
    #expect(zero.value == 0 && zero.score()?.low == 0 && zero.logWald() == nil)
    // 0.025^(1/3) = 0.2924017738 is Clopper-Pearson's lower limit of 3 of 3: odds 0.4132…, inverted 2.41995.
    #expect(relativeError(try #require(zero.exact()).high, 2.419951893353394) < 1e-9)
    #expect(RateRatio(1, per: 0, to: 1, per: 1) == nil)
  }
}
