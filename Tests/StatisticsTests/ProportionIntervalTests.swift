import Testing

@testable import Statistics

@Suite("Intervals of a share")
struct ProportionIntervalTests {
  @Test("Shares, Wilson and Clopper-Pearson limits agree with R, up to one in a billion")
  func golden() throws {
    let file = try GoldenFile("proportion.csv")
    #expect(file.rows.count == 858)
    var check = GoldenCheck()
    for row in file.rows {
      let (x, n, level) = (row["x"], row["n"], row["confidence"])
      check.number(row, "value", x / n, tolerance: 1e-13)
      let wilson = ProportionInterval.wilson(x, of: n, confidence: level)
      check.number(row, "lower", wilson?.low, tolerance: 1e-12)
      check.number(row, "upper", wilson?.high, tolerance: 1e-12)
      let exact = ProportionInterval.clopperPearson(x, of: n, confidence: level)
      check.number(row, "cp_lower", exact?.low, tolerance: 1e-10)
      check.number(row, "cp_upper", exact?.high, tolerance: 1e-10)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("The four methods agree with statsmodels")
  func methods() throws {
    let file = try GoldenFile("proportion_methods.csv")
    #expect(file.rows.count == 44)
    var check = GoldenCheck()
    for row in file.rows {
      let (x, n, level) = (row["x"], row["n"], row["confidence"])
      let intervals = [
        "wilson": ProportionInterval.wilson(x, of: n, confidence: level),
        "clopper": ProportionInterval.clopperPearson(x, of: n, confidence: level),
        "jeffreys": ProportionInterval.jeffreys(x, of: n, confidence: level),
        "agresti_coull": ProportionInterval.agrestiCoull(x, of: n, confidence: level),
      ]
      for (name, interval) in intervals {
        check.number(row, name + "_lower", interval?.low, tolerance: 1e-10, scale: 1e-6)
        check.number(row, name + "_upper", interval?.high, tolerance: 1e-10)
      }
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Nothing outside the range has an interval")
  func range() {
    #expect(ProportionInterval.clopperPearson(1, of: 0) == nil)
    #expect(ProportionInterval.clopperPearson(3, of: 2) == nil)
    #expect(ProportionInterval.jeffreys(-1, of: 2) == nil)
    #expect(ProportionInterval.agrestiCoull(3, of: 2) == nil)
    #expect(ProportionInterval.clopperPearson(0, of: 5)?.low == 0)
    #expect(ProportionInterval.clopperPearson(5, of: 5)?.high == 1)
  }
}
