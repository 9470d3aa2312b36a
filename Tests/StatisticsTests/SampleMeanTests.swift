import Testing

@testable import Statistics

@Suite("Mean of a sample")
struct SampleMeanTests {
  @Test("Means and limits agree with PHEindicatormethods")
  func golden() throws {
    let values = Dictionary(
      grouping: try GoldenFile("mean_input.csv").rows, by: { $0.text("set") })
    let file = try GoldenFile("mean_expected.csv")
    #expect(file.rows.count == 126)
    var check = GoldenCheck()
    for row in file.rows {
      let input = try #require(values[row.text("set")]).map { $0["value"] }
      let mean = try #require(SampleMean(of: input))
      let interval = mean.interval(confidence: row["confidence"])
      check.number(row, "value_count", Double(mean.count), tolerance: 0)
      check.number(row, "value_sum", mean.sum, tolerance: 1e-13)
      check.number(row, "stdev", mean.standardDeviation, tolerance: 1e-13, scale: mean.value)
      check.number(row, "mean", mean.value, tolerance: 1e-13)
      check.number(row, "lowercl", interval?.low, tolerance: 1e-12, scale: mean.value)
      check.number(row, "uppercl", interval?.high, tolerance: 1e-12, scale: mean.value)
      #expect(SampleMean(of: input.reversed()) == mean)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("No value has no mean, one value no interval")
  func edges() throws {
    #expect(SampleMean(of: []) == nil)
    let one = try #require(SampleMean(of: [4]))
    #expect(one.value == 4)
    #expect(one.interval() == nil)
    #expect(
      SampleMean(of: [0.1, 0.1, 0.1])?.interval()?.low == SampleMean(of: [0.1, 0.1, 0.1])?.value)
  }
}
