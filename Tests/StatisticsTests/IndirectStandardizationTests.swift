import TestSupport
import Testing

@testable import Statistics

@Suite("Indirect standardization")
struct IndirectStandardizationTests {
  private static func strata(_ rows: [GoldenRow]) -> [ComparedStratum] {
    rows.map {
      ComparedStratum(
        cases: $0.count("x"), persons: $0["n"],
        reference: ReferenceStratum(cases: $0["x_ref"], persons: $0["n_ref"]))
    }
  }

  @Test("Observed, expected, ratio and limits agree with PHEindicatormethods in any order")
  func golden() throws {
    let inputs = Dictionary(
      grouping: try GoldenFile("indirect_input.csv").rows, by: { $0.text("set") })
    let file = try GoldenFile("indirect_expected.csv")
    #expect(file.rows.count == 204)
    var check = GoldenCheck()
    var generator = SeededGenerator(seed: 41)
    for row in file.rows {
      let strata = Self.strata(try #require(inputs[row.text("set")]))
      let result = try IndirectStandardization(strata)
      #expect(try IndirectStandardization(strata.shuffled(using: &generator)) == result)
      let rate = try #require(crudeRate(of: strata.compactMap(\.reference))) * 1000
      let limits = result.limits(confidence: row["confidence"])
      check.number(row, "observed", Double(result.observed), tolerance: 0)
      check.number(row, "expected", result.expected, tolerance: 1e-13)
      check.number(row, "ratio100", result.ratio.map { $0 * 100 }, tolerance: 1e-13)
      check.number(row, "ratio100_lower", limits.map { $0.low * 100 }, tolerance: 1e-10)
      check.number(row, "ratio100_upper", limits.map { $0.high * 100 }, tolerance: 1e-10)
      check.number(row, "ref_rate_per_1000", rate, tolerance: 1e-13)
      check.number(row, "isr_per_1000", result.ratio.map { $0 * rate }, tolerance: 1e-13)
      check.number(row, "isr_lower", limits.map { $0.low * rate }, tolerance: 1e-10)
      check.number(row, "isr_upper", limits.map { $0.high * rate }, tolerance: 1e-10)
      check.text(row, "method", result.method == .byar ? "Byars" : "Exact")
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("A stratum that the reference lacks is an error, also when nobody is in it")
  func missing() {
    let known = ComparedStratum(
      cases: 3, persons: 100, reference: ReferenceStratum(cases: 2, persons: 100))
    for persons in [0.0, 12] {
      let unknown = ComparedStratum(cases: 0, persons: persons, reference: nil)
      #expect(throws: StatisticsError.missingReference(index: 1)) {
        try IndirectStandardization([known, unknown])
      }
    }
    let nobody = ComparedStratum(
      cases: 0, persons: 5, reference: ReferenceStratum(cases: 0, persons: 0))
    #expect(throws: StatisticsError.missingReference(index: 0)) {
      try IndirectStandardization([nobody])
    }
    #expect(throws: StatisticsError.noData) { try IndirectStandardization([]) }
  }

  @Test("By hand: 2 strata expect 3, 6 are seen; p of 6 where 3 are expected; nothing expected")
  func hand() throws {
    let result = try IndirectStandardization([
      ComparedStratum(
        cases: 4, persons: 100, reference: ReferenceStratum(cases: 20, persons: 1000)),
      ComparedStratum(cases: 2, persons: 50, reference: ReferenceStratum(cases: 0.02, persons: 1)),
    ])
    #expect(result.expected == 3)
    #expect(result.ratio == 2)
    // P(X ≥ 6) + P(X = 0) for a mean of 3, with P(0) = 0.049787 below P(6) = 0.050409.
    #expect(abs(result.twoSidedP() - (0.08391794203130346 + 0.049787068367863944)) < 1e-14)
    #expect(result.twoSidedP(dispersion: 2) > result.twoSidedP())
    let narrow = try #require(result.limits())
    let wide = try #require(result.limits(dispersion: 4))
    #expect(wide.low < narrow.low && wide.high > narrow.high)
    #expect(result.limits(dispersion: 1) == narrow)
    let none = try #require(IndirectStandardization(observed: 0, expected: 0))
    #expect(none.ratio == nil && none.limits() == nil && none.twoSidedP() == 1)
    #expect(IndirectStandardization(observed: -1, expected: 2) == nil)
  }

  @Test("Overdispersion of counts 10, 20, 30 with 20 expected each is 5; of equal ratios 1")
  func overdispersion() {
    let spread = [10.0, 20, 30].map { (observed: $0, expected: 20.0) }
    #expect(Overdispersion.factor(spread) == 5)
    #expect(Overdispersion.factor([(observed: 4, expected: 2), (observed: 8, expected: 4)]) == 1)
    #expect(Overdispersion.factor([(observed: 4, expected: 2)]) == 1)
    #expect(Overdispersion.factor([]) == 1)
    #expect(Overdispersion.widened(p: 0.03, dispersion: 1) == 0.03)
    // z of 0.05 is 1.959964, halved 0.979982, whose two-sided p is 0.327095.
    #expect(abs(Overdispersion.widened(p: 0.05, dispersion: 4) - 0.32709500769114) < 1e-13)
    #expect(Overdispersion.widened(p: 1, dispersion: 4) == 1)
    #expect(Overdispersion.widened(p: 0, dispersion: 4) == 0)
  }
}
