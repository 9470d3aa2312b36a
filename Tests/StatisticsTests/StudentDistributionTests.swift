import Testing

@testable import Statistics

@Suite("Student distribution")
struct StudentDistributionTests {
  @Test("Quantiles agree with R")
  func golden() throws {
    let file = try GoldenFile("t_quantile.csv")
    #expect(file.rows.count == 54)
    var check = GoldenCheck()
    for row in file.rows {
      check.number(
        row, "qt", StudentDistribution.quantile(row["p"], degrees: row["df"]),
        tolerance: row["df"] >= 1e5 ? 1e-9 : 1e-12)
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("With one degree of freedom it is the Cauchy distribution")
  func cauchy() {
    #expect(relativeError(StudentDistribution.quantile(0.75, degrees: 1), 1) < 1e-14)
    #expect(relativeError(StudentDistribution.tails(1, degrees: 1).upper, 0.25) < 1e-14)
    #expect(relativeError(StudentDistribution.tails(-1, degrees: 1).lower, 0.25) < 1e-14)
    #expect(StudentDistribution.tails(.infinity, degrees: 3) == (1, 0))
  }

  @Test("The quantiles of 0, one half and 1 are minus infinity, 0 and infinity")
  func ends() {
    #expect(StudentDistribution.quantile(0.5, degrees: 4) == 0)
    #expect(StudentDistribution.quantile(0, degrees: 4) == -.infinity)
    #expect(StudentDistribution.quantile(1, degrees: 4) == .infinity)
    #expect(StudentDistribution.quantile(1.2, degrees: 4).isNaN)
  }
}
