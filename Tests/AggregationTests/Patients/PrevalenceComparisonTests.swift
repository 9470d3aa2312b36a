import Statistics
import Testing

@testable import Aggregation

@Suite("Verdicts on observed and expected patients")
struct PrevalenceComparisonTests {
  private func group(
    _ cells: [(Int, Double?)], isProgram: Bool = true, isJudged: Bool = true,
    dispersion: Double = 1
  ) -> PrevalenceComparison {
    PrevalenceComparison(
      name: "X", isProgram: isProgram, isJudged: isJudged, dispersion: dispersion,
      cells: cells.map { PrevalenceCell(cases: $0.0, patients: 1000, expected: $0.1) })
  }

  @Test("Limits beside 1 give the verdict at 95 %; a limit of exactly 1 is no difference")
  func limits() {
    #expect(Verdict(ConfidenceInterval(low: 1.01, high: 2)) == .higher)
    #expect(Verdict(ConfidenceInterval(low: 0.5, high: 0.99)) == .lower)
    #expect(Verdict(ConfidenceInterval(low: 1, high: 2)) == .similar)
  }

  @Test("A q of at most 0.05 is a difference, in the direction of what is observed")
  func controlled() {
    #expect(Verdict(q: 0.05, observed: 12, expected: 4) == .higher)
    #expect(Verdict(q: 0.05, observed: 3, expected: 14) == .lower)
    #expect(Verdict(q: 0.0501, observed: 12, expected: 4) == .similar)
  }

  @Test("The family is every programme × area within the wijk, without the wijk")
  func family() {
    // The wijk is the last cell; its difference of 40 must not help the others.
    let groups = [
      group([(20, 10), (10, 10), (60, 20)]), group([(11, 10), (4, 10), (15, 20)]),
      group([(90, 10), (90, 10), (180, 20)], isProgram: false),
      group([(90, 10), (90, 10), (180, 20)], isJudged: false),
    ]
    let p = [(20, 10.0), (10, 10), (11, 10), (4, 10)].map {
      PoissonDistribution.twoSidedP(observed: $0.0, expected: $0.1)
    }
    // Sorted: 20 of 10 is the smallest of four, then 4 of 10; the other two are at 1 or just below.
    let q = PrevalenceComparison.familyQ(groups)
    #expect(q[0][0] == min(4 * p[0], 2 * p[3]))
    #expect(q[1][1] == 2 * p[3])
    #expect(q[0][2] == nil)
    #expect(q[1][2] == nil)
    #expect(q[2] == [nil, nil, nil])
    #expect(q[3] == [nil, nil, nil])
  }

  @Test("Nothing expected, or no reference, is no test")
  func withoutReference() {
    let q = PrevalenceComparison.familyQ([group([(3, nil), (0, 0), (20, 10), (23, nil)])])
    #expect(q[0][0] == nil)
    #expect(q[0][1] == nil)
    #expect(q[0][2] == PoissonDistribution.twoSidedP(observed: 20, expected: 10))
  }

  @Test("Dispersion between practices widens p")
  func dispersion() throws {
    let plain = try #require(group([(20, 10), (20, 10)]).p(0))
    let wide = try #require(group([(20, 10), (20, 10)], dispersion: 4).p(0))
    #expect(wide == Overdispersion.widened(p: plain, dispersion: 4))
    #expect(plain < 0.01)
    #expect(wide > 0.1)
  }

  @Test("Smoothing draws the areas to their common ratio and leaves the wijk out")
  func smoothing() {
    // Equal ratios: the common one, 150, whatever the wijk says.
    #expect(group([(15, 10), (30, 20), (99, 30)]).smoothed() == [150, 150, nil])
    #expect(group([(15, 10), (3, nil), (18, nil)]).smoothed() == [150, nil, nil])
    #expect(group([(3, nil), (3, nil)]).smoothed() == [nil, nil])
  }
}
