import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite("Weights of a standard population")
struct StandardWeightsTests {
  @Test("The shipped European standard population is the golden one and adds up to 100,000")
  func shipped() throws {
    for (count, bands) in [(19, "19"), (21, "21")] {
      let golden = try GoldenFile("esp2013_\(bands)bands.csv").rows
      #expect(golden.count == count)
      #expect(orderedSum(golden.map { $0["weight"] }) == 100_000)
      let url = ProjectFolder.root.appendingPathComponent(
        "data/referentie/esp2013_\(bands)_klassen.csv")
      let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
      let shipped = lines.dropFirst().map { line in
        let cells = line.split(separator: ";", omittingEmptySubsequences: false)
        return "\(cells[4]) \(cells[5])"
      }
      #expect(shipped == golden.map { $0.text("ageband") + " " + $0.text("weight") })
    }
  }

  @Test("Weights of 21 bands become those of 19, and of 10 years and wider")
  func collapsed() throws {
    func ages(_ rows: [GoldenRow]) -> [Int] {
      rows.compactMap { Int($0.text("ageband").prefix { $0.isNumber }) }
    }
    let narrow = try GoldenFile("esp2013_21bands.csv").rows
    let wide = try GoldenFile("esp2013_19bands.csv").rows
    let weights = try StandardWeights.collapsed(
      narrow.map { $0["weight"] }, startAges: ages(narrow), to: ages(wide))
    #expect(weights == wide.map { $0["weight"] })
    let few = try StandardWeights.collapsed(
      wide.map { $0["weight"] }, startAges: ages(wide), to: [0, 20, 65, 75])
    #expect(few == [21500, 59000, 10500, 9000])
  }

  @Test("Bands that do not nest are refused")
  func refused() {
    func collapse(_ target: [Int]) throws -> [Double] {
      try StandardWeights.collapsed([1, 2, 3], startAges: [0, 5, 10], to: target)
    }
    #expect(throws: StatisticsError.outOfRange(index: 1)) { try collapse([0, 6]) }
    #expect(throws: StatisticsError.outOfRange(index: 0)) { try collapse([5, 10]) }
    #expect(throws: StatisticsError.outOfRange(index: 2)) { try collapse([0, 10, 5]) }
    #expect(throws: StatisticsError.noData) { try collapse([]) }
    #expect(throws: StatisticsError.outOfRange(index: 2)) {
      try StandardWeights.collapsed([1, 2], startAges: [0], to: [0])
    }
    #expect(throws: StatisticsError.outOfRange(index: 1)) {
      try StandardWeights.collapsed([1, 2], startAges: [5, 5], to: [5])
    }
  }
}
