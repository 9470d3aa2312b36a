import TestSupport
import Testing

@testable import Statistics

@Suite("Smoothing of small areas")
struct EmpiricalBayesTests {
  private func areas(_ rows: [GoldenRow]) -> [AreaCount] {
    rows.map { AreaCount(cases: $0["events"], size: $0["population"]) }
  }

  @Test("Smoothed rates over all areas agree with spdep in any order")
  func global() throws {
    let file = try GoldenFile("empirical_bayes_global.csv")
    #expect(file.rows.count == 379)
    var check = GoldenCheck()
    var generator = SeededGenerator(seed: 61)
    for rows in file.sets {
      let areas = areas(rows)
      let result = try EmpiricalBayes(areas)
      for (index, row) in rows.enumerated() {
        check.number(row, "raw_rate", areas[index].rate, tolerance: 1e-13)
        check.number(row, "global_rate_m", result.commonRate, tolerance: 1e-13)
        check.number(row, "eb_clamped", result.rates[index], tolerance: 1e-13)
        let excess = result.commonRate > 0 ? areas[index].rate / result.commonRate : nil
        check.number(row, "excess_risk", excess, tolerance: 1e-13)
        if row["variance_A"] > 0 {
          // The golden variance is a difference of two larger numbers.
          check.number(
            row, "variance_A", result.betweenVariance, tolerance: 1e-12, scale: result.commonRate)
        } else {
          #expect(result.betweenVariance == 0 && result.weights[index] == 0, "line \(row.line)")
        }
      }
      let order = areas.indices.shuffled(using: &generator)
      let shuffled = try EmpiricalBayes(order.map { areas[$0] })
      #expect(shuffled.rates == order.map { result.rates[$0] })
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Smoothed rates over neighbours agree with PySAL")
  func spatial() throws {
    let file = try GoldenFile("empirical_bayes_spatial.csv")
    #expect(file.rows.count == 158)
    var check = GoldenCheck()
    for rows in file.sets {
      #expect(rows.map { $0.count("area") } == Array(rows.indices))
      let result = try EmpiricalBayes.spatial(
        areas(rows), neighbors: rows.map { $0.list("neighbours").map { Int($0) } })
      for (row, area) in zip(rows, result) {
        check.number(row, "seb_esda", area.rate, tolerance: 1e-12)
        check.number(row, "spatial_rate", area.commonRate, tolerance: 1e-13)
      }
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("By hand: 10 of 100 and 50 of 100 have A = 0.037 and keep 0.925 of their own")
  func hand() throws {
    let result = try EmpiricalBayes([
      AreaCount(cases: 10, size: 100), AreaCount(cases: 50, size: 100),
    ])
    #expect(abs(result.commonRate - 0.3) < 1e-15)
    #expect(abs(result.betweenVariance - 0.037) < 1e-15)
    #expect(abs(result.weights[0] - 0.925) < 1e-14)
    #expect(abs(result.rates[1] - 0.485) < 1e-14)
  }

  @Test("One area, no cases and no areas")
  func edges() throws {
    #expect(try EmpiricalBayes([AreaCount(cases: 3, size: 60)]).rates == [0.05])
    let none = [AreaCount(cases: 0, size: 60), AreaCount(cases: 0, size: 9)]
    #expect(try EmpiricalBayes(none).rates == [0, 0])
    #expect(throws: StatisticsError.noData) { try EmpiricalBayes([]) }
    #expect(throws: StatisticsError.outOfRange(index: 0)) {
      try EmpiricalBayes([AreaCount(cases: 0, size: 0)])
    }
    #expect(throws: StatisticsError.outOfRange(index: 0)) {
      try EmpiricalBayes.spatial([AreaCount(cases: 1, size: 2)], neighbors: [[1]])
    }
    let alone = try EmpiricalBayes.spatial([AreaCount(cases: 1, size: 2)], neighbors: [[]])
    #expect(alone[0].rate == 0.5)
  }
}
