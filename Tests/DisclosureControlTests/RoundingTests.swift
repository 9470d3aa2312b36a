import DisclosureControl
import Testing
import WijkModel

@Suite("Rounding of what is shared")
struct RoundingTests {
  @Test(
    "Decimals round half away from zero, on the number as it prints",
    arguments: [
      (6.25, 1, 6.3), (-6.25, 1, -6.3), (2.675, 2, 2.68), (1.005, 2, 1.01), (112.5, 0, 113),
      (0.04, 1, 0), (99.94, 1, 99.9),
    ])
  func decimals(figure: Double, decimals: Int, expected: Double) {
    #expect(Rounding.decimals(decimals).applied(to: figure) == expected)
  }

  @Test(
    "Significant digits count from the first digit that is not zero",
    arguments: [
      (0.0123456, 2, 0.012), (0.000_995, 2, 0.001), (1234, 2, 1200), (-0.0345, 1, -0.03),
      (0, 2, 0), (1, 2, 1), (0.05, 2, 0.05), (9.96, 2, 10),
    ])
  func significant(figure: Double, digits: Int, expected: Double) {
    #expect(Rounding.significant(digits).applied(to: figure) == expected)
  }

  @Test("Exact figures stay")
  func exact() { #expect(Rounding.exact.applied(to: 0.1 + 0.2) == 0.1 + 0.2) }

  @Test("Rounding a rounded figure changes nothing")
  func idempotent() {
    for figure in stride(from: -3.0, through: 3, by: 0.0137) {
      let once = Rounding.decimals(1).applied(to: figure)
      #expect(Rounding.decimals(1).applied(to: once) == once)
      #expect((once - figure).magnitude <= 0.05 + 1e-12)
    }
  }
}
