import Testing

@testable import Statistics

@Suite("Normal distribution")
struct NormalDistributionTests {
  @Test("Quantiles and probabilities agree with R")
  func golden() throws {
    let file = try GoldenFile("normal_quantile.csv")
    #expect(file.records.count == 25)
    for record in file.records {
      let p = try #require(record["p"])
      let quantile = try #require(record["qnorm"])
      #expect(relativeError(NormalDistribution.quantile(p), quantile) < 1e-15, "p = \(p)")
      let probability = try #require(record["pnorm_of_q"])
      #expect(relativeError(NormalDistribution.cumulative(quantile), probability) < 1e-13)
    }
  }

  @Test("The ends are infinite and nothing lies outside 0...1")
  func ends() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(-0.1).isNaN)
    #expect(NormalDistribution.quantile(.nan).isNaN)
    #expect(NormalDistribution.criticalValue(confidence: 0.95) == 1.9599639845400536)
  }
}
