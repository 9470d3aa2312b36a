import Testing

@testable import Statistics

@Suite("Beta distribution")
struct BetaDistributionTests {
  @Test("The beta distribution of shapes 2 and 3 by hand")
  func hand() {
    // I_x(2, 3) = 6x² − 8x³ + 3x⁴.
    for x in [0.001, 0.1, 0.3, 0.5, 0.77, 0.999] {
      let tails = BetaDistribution.tails(a: 2, b: 3, x: x)
      #expect(relativeError(tails.lower, x * x * (6 - 8 * x + 3 * x * x)) < 1e-14, "\(x)")
      // 1 − I_x(2, 3) = (1 − x)³(1 + 3x).
      let rest = 1 - x
      #expect(relativeError(tails.upper, rest * rest * rest * (1 + 3 * x)) < 1e-13, "\(x)")
    }
  }

  @Test(
    "Probability and quantile undo each other in both tails",
    arguments: [
      (0.5, 0.5), (0.5, 500_000), (1, 1e9), (1e9, 1), (3, 7), (40, 2), (2500, 1e5),
      (5e8, 5e8), (0.5, 9.5), (123_457, 9_876_544),
    ])
  func roundTrip(a: Double, b: Double) {
    for p in [1e-9, 0.0005, 0.025, 0.4] {
      let low = BetaDistribution.quantilePair(p, a: a, b: b, isUpperTail: false)
      let lower = BetaDistribution.tails(a: a, b: b, x: low.x, y: low.y).lower
      #expect(relativeError(lower, p) < 1e-9, "\(p)")
      let high = BetaDistribution.quantilePair(p, a: a, b: b, isUpperTail: true)
      let upper = BetaDistribution.tails(a: a, b: b, x: high.x, y: high.y).upper
      #expect(relativeError(upper, p) < 1e-9, "\(p)")
    }
  }

  @Test("The ends are 0 and 1")
  func ends() {
    #expect(BetaDistribution.quantile(0, a: 2, b: 3) == 0)
    #expect(BetaDistribution.quantile(1, a: 2, b: 3) == 1)
    #expect(BetaDistribution.quantile(0, a: 2, b: 3, isUpperTail: true) == 1)
    #expect(BetaDistribution.tails(a: 2, b: 3, x: 0) == (0, 1))
    #expect(BetaDistribution.tails(a: 2, b: 3, x: 1) == (1, 0))
  }
}
