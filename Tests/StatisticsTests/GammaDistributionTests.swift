import Testing

@testable import Statistics

@Suite("Gamma distribution")
struct GammaDistributionTests {
  @Test("Chi-square quantiles, twice those of the gamma distribution, agree with R")
  func golden() throws {
    let file = try GoldenFile("chisq_quantile.csv")
    #expect(file.records.count == 180)
    for record in file.records {
      let p = try #require(record["p"])
      let degrees = try #require(record["df"])
      let golden = try #require(record["qchisq"])
      let quantile = 2 * GammaDistribution.quantile(p, shape: degrees / 2)
      #expect(relativeError(quantile, golden) < (degrees >= 1e5 ? 1e-9 : 1e-12), "\(p) \(degrees)")
    }
  }

  @Test("Probability and quantile undo each other in both tails")
  func roundTrip() {
    for shape in [0.5, 1, 2.5, 9, 40, 1000, 250_000] {
      for p in [1e-8, 0.001, 0.025, 0.3] {
        let low = GammaDistribution.quantile(p, shape: shape)
        #expect(relativeError(GammaDistribution.tails(shape: shape, x: low).lower, p) < 1e-9)
        let high = GammaDistribution.quantile(p, shape: shape, isUpperTail: true)
        #expect(relativeError(GammaDistribution.tails(shape: shape, x: high).upper, p) < 1e-9)
      }
    }
  }

  @Test("The ends are 0 and infinite")
  func ends() {
    #expect(GammaDistribution.quantile(0, shape: 3) == 0)
    #expect(GammaDistribution.quantile(1, shape: 3) == .infinity)
    #expect(GammaDistribution.quantile(0, shape: 3, isUpperTail: true) == .infinity)
    #expect(GammaDistribution.tails(shape: 3, x: 0) == (0, 1))
    #expect(GammaDistribution.tails(shape: 3, x: .infinity) == (1, 0))
  }
}
