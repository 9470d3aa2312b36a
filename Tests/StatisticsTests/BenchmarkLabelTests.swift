import Testing

@testable import Statistics

@Suite("Comparison with a known value")
struct BenchmarkLabelTests {
  @Test("Labels of two and five categories and of both polarities agree with the golden rows")
  func golden() throws {
    let file = try GoldenFile("benchmark_label.csv")
    #expect(file.rows.count == 157)
    var check = GoldenCheck()
    for row in file.rows {
      let inner = try #require(wilsonInterval(of: row["x"], in: row["n"], confidence: 0.95))
      let outer = try #require(wilsonInterval(of: row["x"], in: row["n"], confidence: 0.998))
      let label = BenchmarkLabel(inner: inner, outer: outer, against: row["benchmark"])
      check.number(row, "lower95", inner.low, tolerance: 1e-12, scale: 1e-3)
      check.number(row, "upper95", inner.high, tolerance: 1e-12)
      check.number(row, "lower998", outer.low, tolerance: 1e-12, scale: 1e-3)
      check.number(row, "upper998", outer.high, tolerance: 1e-12)
      let name = label.position.rawValue
      let level = label.isStrong ? "_99.8" : label.position == .similar ? "" : "_95"
      check.text(row, "label95", name)
      check.text(row, "label_5cat", name + level)
      check.text(
        row, "label_high_is_good", label.position.judged(by: .highIsGood).rawValue)
      check.text(row, "label_low_is_good", label.position.judged(by: .lowIsGood).rawValue)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("A limit that equals the value is not a difference")
  func equal() {
    let interval = ConfidenceInterval(low: 2, high: 3)
    #expect(BenchmarkPosition(interval, against: 2) == .similar)
    #expect(BenchmarkPosition(interval, against: 3) == .similar)
    #expect(BenchmarkPosition(interval, against: 1.9) == .higher)
    #expect(BenchmarkPosition(interval, against: 3.1) == .lower)
  }
}
