import TestSupport
import Testing

@testable import Statistics

@Suite("Numbers at the ends of their range")
struct HostileNumbersTests {
  private let numbers: [Double] = [
    0, -0.0, 1, -1, 1e-300, 1e300, .infinity, -.infinity, .nan, 0.5, 1e9, .leastNonzeroMagnitude,
  ]

  @Test("Nothing traps or runs forever, whatever the number")
  func nothingTraps() {
    for a in numbers {
      #expect(NormalDistribution.quantile(a).isNaN == !(a >= 0 && a <= 1))
      let p = PoissonDistribution.twoSidedP(observed: 3, expected: a)
      #expect(p.isNaN == !(a >= 0 && a <= 1e15))
      for b in numbers {
        _ = wilsonInterval(of: a, in: b)
        _ = try? DirectStandardization([StandardStratum(cases: a, persons: b, weight: 1)])
        _ = try? EmpiricalBayes([AreaCount(cases: a, size: b), AreaCount(cases: 1, size: 9)])
        _ = try? Inequality([Inequality.Area(persons: a, value: b)])
        _ = SampleMean(of: [a, b])?.interval()
        _ = Overdispersion.widened(p: a, dispersion: b)
        _ = MultipleTesting.benjaminiHochberg([a, b])
        _ = RateRatio(3, per: a, to: 4, per: b)?.exactP
        _ = StandardizedRateRatio(rate: a, variance: b, toEarlier: b, variance: a)?.twoSidedP
        _ = QuantileGroups.groups([a, b], count: 2)
        _ = RankInterval.points([a, b])
        _ = try? IndirectStandardization([
          ComparedStratum(
            cases: 3, persons: a, reference: ReferenceStratum(cases: 2, persons: b))
        ]).twoSidedP()
      }
    }
  }
}
