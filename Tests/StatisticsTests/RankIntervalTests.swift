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

  @Test("Ranks and membership of the top 3 agree with the golden rankings")
  func membership() throws {
    var check = GoldenCheck()
    for rows in try GoldenFile("rank_ci.csv").sets {
      let counts = rows.map { $0["x"] }
      let intervals = try #require(RankInterval.intervals(counts: counts, of: rows[0]["n"]))
      for (row, (point, interval)) in zip(rows, zip(RankInterval.points(counts), intervals)) {
        let level = 1 - 0.05 / row["k"]
        let limits = wilsonInterval(of: row["x"], in: row["n"], confidence: level)
        check.number(row, "level_each", level, tolerance: 1e-13)
        check.number(row, "lower", limits?.low, tolerance: 1e-12)
        check.number(row, "upper", limits?.high, tolerance: 1e-12)
        check.number(row, "rank_point", Double(point), tolerance: 0)
        check.number(row, "rank_best", Double(interval.best), tolerance: 0)
        check.number(row, "rank_worst", Double(interval.worst), tolerance: 0)
        check.text(row, "top3", interval.membership().rawValue)
      }
    }
    #expect(check.count == 318 * 7)
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Equal values share the best rank; a number outside its range has no ranks")
  func ties() {
    #expect(RankInterval.points([5, 9, 5, 1]) == [2, 1, 2, 4])
    #expect(RankInterval.points([]).isEmpty)
    #expect(RankInterval.intervals(counts: [3, 11], of: 10) == nil)
    #expect(RankInterval(best: 2, worst: 5).membership(ofTop: 5) == .certain)
    #expect(RankInterval(best: 4, worst: 5).membership() == .no)
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
