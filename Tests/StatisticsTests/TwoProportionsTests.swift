import Testing

@testable import Statistics

@Suite("Comparison of two shares")
struct TwoProportionsTests {
  @Test("Newcombe, pooled z and Fisher agree with statsmodels and scipy")
  func golden() throws {
    let file = try GoldenFile("two_proportions.csv")
    #expect(file.rows.count == 276)
    var check = GoldenCheck()
    for row in file.rows {
      let result = try #require(
        TwoProportions(
          row.count("x1"), of: row.count("n1"), and: row.count("x2"), of: row.count("n2")))
      let limits = result.newcombe(confidence: row["confidence"])
      check.number(row, "difference", result.difference, tolerance: 1e-13)
      check.number(row, "newcombe_lower", limits.low, tolerance: 1e-12, scale: 1e-2)
      check.number(row, "newcombe_upper", limits.high, tolerance: 1e-12, scale: 1e-2)
      check.number(row, "z_pooled", result.pooledZ, tolerance: 1e-12)
      check.number(row, "p_pooled", result.pooledP, tolerance: 1e-11)
      check.number(row, "p_fisher", result.fisherP, tolerance: 1e-10)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("A part is compared with the rest of the whole, never with itself")
  func rest() throws {
    let wijk = try #require(TwoProportions(part: 30, of: 100, ofWhole: 50, of: 300))
    #expect(wijk.x2 == 20 && wijk.n2 == 200)
    #expect(abs(wijk.difference - 0.2) < 1e-15)
    #expect(TwoProportions(part: 30, of: 100, ofWhole: 20, of: 300) == nil)
    #expect(TwoProportions(part: 30, of: 100, ofWhole: 30, of: 100) == nil)
    #expect(TwoProportions(part: 30, of: 100, ofWhole: 250, of: 300) == nil)
    #expect(TwoProportions(3, of: 2, and: 1, of: 2) == nil)
    #expect(TwoProportions(1, of: 2, and: 0, of: 0) == nil)
  }

  @Test("T of 30 (error 3) and 20 (error 4) is 2; the error of 24.12...35.88 is 3")
  func sample() throws {
    let result = try #require(
      SampleDifference(value1: 30, standardError1: 3, value2: 20, standardError2: 4))
    #expect(result.statistic == 2)
    #expect(relativeError(result.twoSidedP, 0.04550026389635842) < 1e-14)
    #expect(abs(result.interval().low - 0.2001800772997) < 1e-12)
    let error = SampleDifference.standardError(
      of: ConfidenceInterval(low: 24.12010804637984, high: 35.87989195362016))
    #expect(relativeError(error, 3) < 1e-14)
    #expect(
      SampleDifference(value1: 1, standardError1: 0, value2: 2, standardError2: 0) == nil)
  }
}
