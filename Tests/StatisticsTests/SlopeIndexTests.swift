import Testing

@testable import Statistics

@Suite("Slope and relative index of inequality")
struct SlopeIndexTests {
  private let inputs: [String: [GoldenRow]]

  init() throws {
    inputs = Dictionary(grouping: try GoldenFile("sii_input.csv").rows) { $0.text("set") }
  }

  private func index(_ row: GoldenRow) throws -> SlopeIndex {
    let groups = try #require(inputs[row.text("set")]).map {
      SlopeIndex.Group(
        persons: $0["population"], value: $0["value"],
        limits: ConfidenceInterval(low: $0["lower_cl"], high: $0["upper_cl"]))
    }
    let scales: [SlopeIndex.Scale] = [.plain, .rate, .share]
    return try SlopeIndex(
      groups, scale: scales[row.count("value_type")],
      isTransformed: row.text("transform") == "TRUE")
  }

  @Test("Slope, ratio, intercept and closed limits agree with PHEindicatormethods")
  func golden() throws {
    let file = try GoldenFile("sii_expected.csv")
    #expect(file.rows.count == 30)
    var check = GoldenCheck()
    for row in file.rows {
      let result = try index(row)
      check.number(row, "sii", result.slope, tolerance: 1e-11)
      check.number(row, "rii", result.ratio, tolerance: 1e-12)
      check.number(row, "intercept", result.intercept, tolerance: 1e-12)
      let limits = row.count("value_type") == 0 ? result.slopeInterval() : nil
      check.number(row, "analytic_sii_lower95", limits?.low, tolerance: 1e-11)
      check.number(row, "analytic_sii_upper95", limits?.high, tolerance: 1e-11)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("The limits lie by those of the simulation: within 0.02, or 4 % of the standard error")
  func simulated() throws {
    for row in try GoldenFile("sii_expected.csv").rows where row.numbers["sim_sii_lower95"] != nil {
      let result = try index(row)
      let slope = try #require(result.slopeInterval())
      let ratio = try #require(result.ratioInterval())
      let error = (slope.high - slope.low) / 3.92
      #expect(abs(slope.low - row["sim_sii_lower95"]) < max(0.02, 0.04 * error), "\(row.line)")
      #expect(abs(slope.high - row["sim_sii_upper95"]) < max(0.02, 0.04 * error), "\(row.line)")
      #expect(abs(ratio.low - row["sim_rii_lower95"]) < 0.02, "\(row.line)")
      #expect(abs(ratio.high - row["sim_rii_upper95"]) < 0.02, "\(row.line)")
    }
  }

  @Test("A straight line over five equal groups: 1 to 5 has slope 5 and bottom 0.5")
  func line() throws {
    let groups = (1...5).map {
      SlopeIndex.Group(persons: 100, value: Double($0), limits: nil)
    }
    let result = try SlopeIndex(groups, scale: .plain)
    #expect(abs(result.slope - 5) < 1e-13 && abs(result.intercept - 0.5) < 1e-13)
    #expect(result.slopeInterval() == nil && result.ratioInterval() == nil)
    #expect(throws: StatisticsError.tooFew(count: 4, needed: 5)) {
      try SlopeIndex(Array(groups.prefix(4)), scale: .plain)
    }
    #expect(throws: StatisticsError.outOfRange(index: 0)) {
      try SlopeIndex(groups, scale: .share)
    }
  }
}
