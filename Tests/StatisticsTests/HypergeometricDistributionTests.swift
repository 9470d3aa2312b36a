import Glibc
import TestSupport
import Testing

@testable import Statistics

@Suite("Hypergeometric and binomial distribution")
struct HypergeometricDistributionTests {
  @Test("The lady tasting tea: 3 of 4 right has p 34/70, 4 of 4 has p 2/70")
  func tea() throws {
    let tea = try #require(HypergeometricDistribution(marked: 4, unmarked: 4, drawn: 4))
    #expect(relativeError(tea.twoSidedP(3), 34.0 / 70) < 1e-13)
    #expect(relativeError(tea.twoSidedP(4), 2.0 / 70) < 1e-13)
    #expect(relativeError(exp(tea.logUpperTail(3)), 17.0 / 70) < 1e-13)
    #expect(relativeError(exp(tea.logLowerTail(1)), 17.0 / 70) < 1e-13)
    #expect(relativeError(exp(tea.logLowerTail(3)), 69.0 / 70) < 1e-13)
    #expect(tea.twoSidedP(2) == 1)
    #expect(tea.twoSidedP(5) == 0)
    #expect(HypergeometricDistribution(marked: 4, unmarked: 4, drawn: 9) == nil)
  }

  @Test("A slow sum over all counts gives the same two-sided p", arguments: [31, 32] as [UInt64])
  func slow(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let marked = Int.random(in: 0...60, using: &generator)
      let unmarked = Int.random(in: 0...400, using: &generator)
      let drawn = Int.random(in: 0...(marked + unmarked), using: &generator)
      let law = try #require(
        HypergeometricDistribution(marked: marked, unmarked: unmarked, drawn: drawn))
      let masses = law.range.map { exp(law.logMass($0)) }
      #expect(abs(orderedSum(masses) - 1) < 1e-12)
      let x = Int.random(in: law.range, using: &generator)
      let limit = exp(law.logMass(x)) * (1 + 1e-7)
      let slow = orderedSum(masses.filter { $0 <= limit })
      #expect(abs(law.twoSidedP(x) - slow) < 1e-12, "\(law) \(x)")
      let below = orderedSum(law.range.filter { $0 <= x }.map { exp(law.logMass($0)) })
      #expect(abs(exp(law.logLowerTail(x)) - below) < 1e-12, "\(law) \(x)")
    }
  }

  @Test("Binomial: 8 of 10 heads has p 112/1024, tails by hand, ends exact")
  func binomial() {
    #expect(
      relativeError(BinomialDistribution.twoSidedP(8, of: 10, share: 0.5), 112.0 / 1024) < 1e-13)
    #expect(
      relativeError(BinomialDistribution.upperTail(8, of: 10, share: 0.5), 56.0 / 1024) < 1e-13)
    #expect(
      relativeError(BinomialDistribution.lowerTail(2, of: 10, share: 0.5), 56.0 / 1024) < 1e-13)
    #expect(BinomialDistribution.twoSidedP(5, of: 10, share: 0.5) == 1)
    #expect(BinomialDistribution.twoSidedP(0, of: 10, share: 0) == 1)
    #expect(BinomialDistribution.twoSidedP(1, of: 10, share: 0) == 0)
    #expect(BinomialDistribution.twoSidedP(10, of: 10, share: 1) == 1)
    #expect(BinomialDistribution.twoSidedP(11, of: 10, share: 0.3).isNaN)
    #expect(BinomialDistribution.lowerTail(10, of: 10, share: 0.3) == 1)
    #expect(BinomialDistribution.upperTail(11, of: 10, share: 0.3) == 0)
    #expect(BinomialDistribution.logMass(11, of: 10, share: 0.3) == -.infinity)
    // (1 − 10⁻⁹)^(10⁹) = e^−1.0000000005…
    #expect(
      relativeError(BinomialDistribution.logMass(0, of: 1_000_000_000, share: 1e-9), -1.0000000005)
        < 1e-12)
  }
}
