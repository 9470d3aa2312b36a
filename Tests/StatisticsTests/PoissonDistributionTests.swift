import Glibc
import TestSupport
import Testing

@testable import Statistics

@Suite("Poisson distribution")
struct PoissonDistributionTests {
  @Test("Exact p values and tails agree with R")
  func golden() throws {
    let file = try GoldenFile("poisson_test.csv")
    #expect(file.rows.count == 104)
    var check = GoldenCheck()
    for row in file.rows {
      let (k, mean) = (row.count("observed"), row["expected"])
      check.number(
        row, "p_exact", PoissonDistribution.twoSidedP(observed: k, expected: mean),
        tolerance: 1e-11)
      check.number(row, "p_upper", PoissonDistribution.upperTail(k, mean: mean), tolerance: 1e-11)
      check.number(row, "p_lower", PoissonDistribution.lowerTail(k, mean: mean), tolerance: 1e-11)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("A slow sum over all counts gives the same two-sided p", arguments: [21, 22] as [UInt64])
  func slow(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let mean = Double.random(in: 0.1...60, using: &generator)
      let k = Int.random(in: 0...90, using: &generator)
      let masses = (0..<400).map { exp(PoissonDistribution.logMass($0, mean: mean)) }
      let slow = orderedSum(masses.filter { $0 <= masses[k] * (1 + 1e-7) })
      let p = PoissonDistribution.twoSidedP(observed: k, expected: mean)
      #expect(abs(p - slow) < 1e-12 + 1e-9 * slow, "\(k) \(mean)")
    }
  }

  @Test("The tails keep their logarithm where the probability is no longer a number")
  func logarithms() {
    // ln P(X ≥ 400 | 0.3) and ln P(X ≤ 10 | 2000), from mpmath with 40 digits.
    #expect(
      relativeError(PoissonDistribution.logUpperTail(400, mean: 0.3), -2482.389071305346) < 1e-13)
    #expect(
      relativeError(PoissonDistribution.logLowerTail(10, mean: 2000), -1939.09037795847) < 1e-12)
    #expect(PoissonDistribution.logUpperTail(0, mean: 3) == 0)
    #expect(PoissonDistribution.logLowerTail(-1, mean: 3) == -.infinity)
    #expect(
      abs(
        PoissonDistribution.logLowerTail(3, mean: 2)
          - log(PoissonDistribution.lowerTail(3, mean: 2)))
        < 1e-15)
  }

  @Test("Nothing expected, as many as expected, and a billion")
  func edges() {
    #expect(PoissonDistribution.twoSidedP(observed: 0, expected: 0) == 1)
    #expect(PoissonDistribution.twoSidedP(observed: 2, expected: 0) == 0)
    #expect(PoissonDistribution.twoSidedP(observed: 7, expected: 7) == 1)
    let p = PoissonDistribution.twoSidedP(observed: 1_000_062_000, expected: 1e9)
    #expect(p > 0.0498 && p < 0.0500)
    #expect(PoissonDistribution.twoSidedP(observed: -1, expected: 7).isNaN)
    #expect(PoissonDistribution.twoSidedP(observed: 1, expected: .infinity).isNaN)
    #expect(PoissonDistribution.twoSidedP(observed: 1, expected: .nan).isNaN)
    #expect(PoissonDistribution.logMass(-1, mean: 2) == -.infinity)
    #expect(PoissonDistribution.logMass(0, mean: 0) == 0)
  }
}
