import TestSupport
import Testing

@testable import Statistics

@Suite("Many comparisons at once")
struct MultipleTestingTests {
  @Test("All adjustments agree with statsmodels, ties and one comparison included")
  func golden() throws {
    let file = try GoldenFile("multiple_testing.csv")
    #expect(file.rows.count == 1304)
    var check = GoldenCheck()
    for family in file.grouped(by: { $0.text("family") }) {
      let p = family.map { $0["p"] }
      let (q, dependent) = (
        MultipleTesting.benjaminiHochberg(p), MultipleTesting.benjaminiYekutieli(p)
      )
      let (holm, bonferroni) = (MultipleTesting.holm(p), MultipleTesting.bonferroni(p))
      for (index, row) in family.enumerated() {
        #expect(row.count("index") == index)
        check.number(row, "bh_q", q[index], tolerance: 1e-13)
        check.text(row, "bh_reject_05", q[index] <= 0.05 ? "TRUE" : "FALSE")
        check.number(row, "by_q", dependent[index], tolerance: 1e-13)
        check.number(row, "holm_p", holm[index], tolerance: 1e-13)
        check.number(row, "bonferroni_p", bonferroni[index], tolerance: 1e-13)
      }
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Shuffling a family changes no digit", arguments: [51, 52] as [UInt64])
  func order(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let p = (0..<40).map { _ in Double(Int.random(in: 0...99, using: &generator)) / 100 }
    let places = p.indices.shuffled(using: &generator)
    for adjust in [
      MultipleTesting.benjaminiHochberg, MultipleTesting.benjaminiYekutieli, MultipleTesting.holm,
      MultipleTesting.bonferroni,
    ] {
      let plain = adjust(p)
      let shuffled = adjust(places.map { p[$0] })
      for (position, place) in places.enumerated() { #expect(shuffled[position] == plain[place]) }
      for (first, second) in zip(p.indices, p.indices.dropFirst()) where p[first] == p[second] {
        #expect(plain[first] == plain[second])
      }
    }
  }

  @Test("An empty family has no results")
  func empty() {
    #expect(MultipleTesting.benjaminiHochberg([]).isEmpty)
    #expect(MultipleTesting.holm([]).isEmpty)
  }
}
