import Testing

@testable import Statistics

@Suite("Rank interval")
struct RankIntervalTests {
  @Test("Best and worst ranks agree with the golden rankings")
  func golden() throws {
    let file = try GoldenFile("rank_ci.csv")
    #expect(file.records.count == 318)
    let sets = Dictionary(grouping: file.records) { $0["set"] ?? -1 }
    for records in sets.values {
      let limits = try records.map { record in
        let x = try #require(record["x"])
        let n = try #require(record["n"])
        let level = try #require(record["level_each"])
        return try #require(wilsonInterval(of: x, in: n, confidence: level))
      }
      for (record, interval) in zip(records, RankInterval.intervals(of: limits)) {
        #expect(Double(interval.best) == record["rank_best"])
        #expect(Double(interval.worst) == record["rank_worst"])
      }
    }
  }

  @Test("One item is not widened; seven are by the quantile of 1 - 0.025/7")
  func widening() {
    #expect(RankInterval.widening(items: 1) == 1)
    // The quantile of 1 - 0.025/7 is 2.690109527158866, from mpmath with 30 digits.
    #expect(
      relativeError(RankInterval.widening(items: 7), 2.690109527158866 / 1.959963984540054) < 1e-12)
    #expect(RankInterval.intervals(of: []).isEmpty)
  }
}
