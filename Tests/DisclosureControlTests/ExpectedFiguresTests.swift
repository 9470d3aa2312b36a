import Testing
import WijkModel

@testable import DisclosureControl

/// The expected number as an equation over patients by age and sex.
@Suite("What is expected gives no hidden patient back")
struct ExpectedFiguresTests {
  /// Patients of two age classes of one area; their sum is printed and both are hidden.
  private let young = 4.0
  private let old = 21.0
  /// Public rates of two groups by class.
  private let rates = [(young: 0.02, old: 0.31), (young: 0.05, old: 0.42)]

  /// What a reader finds for the young: of rate·patients = expected with young + old = total.
  private func solved(_ expected: Double, _ rate: (young: Double, old: Double)) -> Double {
    (rate.old * (young + old) - expected) / (rate.old - rate.young)
  }

  @Test("An unrounded expected number gives both hidden counts back")
  func unrounded() {
    for rate in rates {
      let expected = rate.young * young + rate.old * old
      #expect((solved(expected, rate) - young).magnitude < 1e-9)
    }
  }

  @Test("Rounding alone leaves an interval that is too narrow")
  func roundedIsNotEnough() {
    var (low, high) = (0.0, Double.infinity)
    for rate in rates {
      let expected = rate.young * young + rate.old * old
      let shown = expected.rounded()
      low = max(low, solved(shown + 0.5, rate))
      high = min(high, solved(shown - 0.5, rate))
    }
    #expect(low <= young && young <= high)
    #expect(high - low < 3)
  }

  @Test("What is expected is hidden where patients by age and sex are, and only there")
  func hidden() throws {
    var seen = (hidden: 0, shown: 0)
    for seed in UInt64(1)...6 {
      let released = try protect(
        RandomDraft(seed: seed).draft, settings: RegionSettings(), release: "2026-07-01")
      let demography = try #require(released.table("t214")).rows
      for row in try #require(released.table("t216")).rows where row[3] != .suppressed {
        let isOpen = demography.contains { $0[1] == row[1] && $0[4] == .suppressed }
        #expect((row[6] == .suppressed) == isOpen, "seed \(seed)")
        if isOpen { seen.hidden += 1 } else { seen.shown += 1 }
      }
    }
    #expect(seen.hidden > 0)
  }
}
