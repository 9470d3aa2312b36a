import TestSupport
import Testing

@testable import Statistics

@Suite("Direct standardization")
struct DirectStandardizationTests {
  private static func strata(_ rows: [GoldenRow]) -> [StandardStratum] {
    rows.map { StandardStratum(cases: $0["x"], persons: $0["n"], weight: $0["stdpop"]) }
  }

  @Test("Values, variances and both limits agree with R in any order of the strata")
  func golden() throws {
    let inputs = Dictionary(
      grouping: try GoldenFile("dsr_input.csv").rows, by: { $0.text("set") })
    let file = try GoldenFile("dsr_expected.csv")
    #expect(file.rows.count == 240)
    var check = GoldenCheck()
    var generator = SeededGenerator(seed: 42)
    for row in file.rows {
      let strata = Self.strata(try #require(inputs[row.text("set")]))
      let result = try DirectStandardization(strata)
      #expect(try DirectStandardization(strata.shuffled(using: &generator)) == result)
      let (level, multiplier) = (row["confidence"], row["multiplier"])
      let isShown = result.method == .dobsonByar
      let dobson = isShown ? result.limits(confidence: level) : nil
      let gamma = result.fayFeuer(confidence: level)
      check.number(row, "total_count", result.cases, tolerance: 0)
      check.number(row, "total_pop", result.persons, tolerance: 0)
      check.number(row, "value", isShown ? result.value * multiplier : nil, tolerance: 1e-13)
      check.number(row, "lowercl", dobson.map { $0.low * multiplier }, tolerance: 1e-11)
      check.number(row, "uppercl", dobson.map { $0.high * multiplier }, tolerance: 1e-11)
      check.number(row, "dsr_unsuppressed", result.value * multiplier, tolerance: 1e-13)
      check.number(row, "vardsr", result.variance, tolerance: 1e-13)
      // epitools gives no lower limit without cases; ours is 0.
      let low = result.cases > 0 ? gamma.low * multiplier : nil
      check.number(row, "gamma_lower", low, tolerance: 1e-11)
      check.number(row, "gamma_upper", gamma.high * multiplier, tolerance: 1e-11)
      if !isShown {
        #expect(result.limits(confidence: level) == result.fayFeuer(confidence: level))
      }
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Events of which a person may have several agree with PHEindicatormethods")
  func events() throws {
    let inputs = Dictionary(
      grouping: try GoldenFile("dsr_nonindependent_input.csv").rows, by: { $0.text("set") })
    let file = try GoldenFile("dsr_nonindependent_expected.csv")
    #expect(file.rows.count == 60)
    var check = GoldenCheck()
    for row in file.rows {
      let bands = Dictionary(
        grouping: try #require(inputs[row.text("set")]), by: { $0.text("ageband") })
      let strata = bands.values.map { band in
        EventStratum(
          personsByEvents: band.map {
            EventStratum.Part(events: $0.count("eventfreq"), persons: $0["persons"])
          }, persons: band.first?["n"] ?? 0, weight: band.first?["stdpop"] ?? 0)
      }
      let result = try DirectStandardization(events: strata)
      let limits = result.dobsonByar(confidence: row["confidence"])
      let multiplier = row["multiplier"]
      check.number(row, "total_count", result.cases, tolerance: 0)
      check.number(row, "total_pop", result.persons, tolerance: 0)
      check.number(row, "value", result.value * multiplier, tolerance: 1e-13)
      check.number(row, "lowercl", limits.low * multiplier, tolerance: 1e-11)
      check.number(row, "uppercl", limits.high * multiplier, tolerance: 1e-11)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("By hand: rates 1/10 and 2/40 with weights 1 and 3 give 0.0625")
  func hand() throws {
    let result = try DirectStandardization([
      StandardStratum(cases: 1, persons: 10, weight: 1),
      StandardStratum(cases: 2, persons: 40, weight: 3),
    ])
    #expect(abs(result.value - 0.0625) < 1e-16)
    // 1·(0.25/10)² + 2·(0.75/40)² = 0.000625 + 0.000703125.
    #expect(abs(result.variance - 0.001328125) < 1e-17)
    #expect(abs(result.largestWeight - 0.025) < 1e-17)
    #expect(result.method == .fayFeuer)
  }

  @Test("Without cases the rate is 0 with the upper limit of three persons' rule")
  func noCases() throws {
    let result = try DirectStandardization([StandardStratum(cases: 0, persons: 1000, weight: 5)])
    #expect(result.value == 0 && result.variance == 0)
    #expect(result.limits().low == 0)
    // 3.688879454… is the exact upper limit of a count of 0.
    #expect(relativeError(result.limits().high, 0.003688879454113936) < 1e-12)
    #expect(result.dobsonByar() == ConfidenceInterval(low: 0, high: 0))
  }

  @Test("What cannot be standardized is an error, never dropped")
  func errors() {
    func standardize(_ strata: [StandardStratum]) throws -> DirectStandardization {
      try DirectStandardization(strata)
    }
    let filled = StandardStratum(cases: 1, persons: 10, weight: 1)
    #expect(throws: StatisticsError.noData) { try standardize([]) }
    #expect(throws: StatisticsError.emptyStratum(index: 1)) {
      try standardize([filled, StandardStratum(cases: 0, persons: 0, weight: 1)])
    }
    #expect(throws: StatisticsError.partExceedsWhole(index: 0)) {
      try standardize([StandardStratum(cases: 1, persons: 0, weight: 1), filled])
    }
    #expect(throws: StatisticsError.outOfRange(index: 0)) {
      try standardize([StandardStratum(cases: -1, persons: 5, weight: 1)])
    }
    #expect(throws: StatisticsError.noWeight) {
      try standardize([StandardStratum(cases: 1, persons: 5, weight: 0)])
    }
    #expect(throws: Never.self) {
      try standardize([filled, StandardStratum(cases: 0, persons: 0, weight: 0)])
    }
  }
}
