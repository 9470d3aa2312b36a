import Glibc
import Testing

@testable import Statistics

@Suite("Chi-square distribution")
struct ChiSquareDistributionTests {
  @Test("Quantiles agree with R")
  func golden() throws {
    let file = try GoldenFile("chisq_quantile.csv")
    #expect(file.rows.count == 180)
    var check = GoldenCheck()
    for row in file.rows {
      check.number(
        row, "qchisq", ChiSquareDistribution.quantile(row["p"], degrees: row["df"]),
        tolerance: row["df"] >= 1e5 ? 1e-9 : 1e-12)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("With two degrees of freedom the upper tail is the exponential of minus half")
  func exponential() {
    for x in [0.01, 1, 3, 30, 700] {
      let tails = ChiSquareDistribution.tails(x, degrees: 2)
      #expect(relativeError(tails.upper, exp(-x / 2)) < 1e-13)
    }
    #expect(abs(ChiSquareDistribution.tails(3.841458820694124, degrees: 1).upper - 0.05) < 1e-15)
    #expect(ChiSquareDistribution.tails(0, degrees: 1) == (0, 1))
  }
}
