import Testing

@testable import Statistics

@Suite("Limits of a count")
struct PoissonIntervalTests {
  @Test("Exact and Byar limits agree with PHEindicatormethods")
  func golden() throws {
    let file = try GoldenFile("rate.csv")
    #expect(file.records.count == 1020)
    for record in file.records {
      let x = try #require(record["x"])
      let confidence = try #require(record["confidence"])
      let exact = PoissonInterval.exact(x, confidence: confidence)
      #expect(relativeError(exact.low, try #require(record["exact_lower"])) < 1e-10, "\(x)")
      #expect(relativeError(exact.high, try #require(record["exact_upper"])) < 1e-10, "\(x)")
      let byar = PoissonInterval.byar(x, confidence: confidence)
      #expect(relativeError(byar.low, record["byars_lower"] ?? 0) < 1e-11, "\(x)")
      #expect(relativeError(byar.high, try #require(record["byars_upper"])) < 1e-11, "\(x)")
    }
  }

  @Test("Limits of observed over expected agree with PHEindicatormethods")
  func ratios() throws {
    let file = try GoldenFile("indirect_expected.csv")
    #expect(file.records.count == 204)
    for record in file.records {
      let observed = Int(try #require(record["observed"]))
      let expected = try #require(record["expected"])
      let confidence = try #require(record["confidence"])
      let limits = try #require(
        PoissonInterval.ratio(observed: observed, expected: expected, confidence: confidence))
      let low = try #require(record["ratio100_lower"])
      let high = try #require(record["ratio100_upper"])
      #expect(relativeError(100 * limits.low, low) < 1e-10, "\(observed) \(expected)")
      #expect(relativeError(100 * limits.high, high) < 1e-10, "\(observed) \(expected)")
    }
  }

  @Test("Below ten events the limits are exact, from ten on Byar's")
  func rule() {
    #expect(PoissonInterval.limits(of: 9) == PoissonInterval.exact(9))
    #expect(PoissonInterval.limits(of: 10) == PoissonInterval.byar(10))
    #expect(PoissonInterval.limits(of: 0).low == 0)
    #expect(PoissonInterval.ratio(observed: 3, expected: 0) == nil)
  }
}
