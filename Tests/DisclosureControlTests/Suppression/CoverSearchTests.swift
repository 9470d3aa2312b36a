import TestSupport
import Testing

@testable import DisclosureControl

@Suite("The cheapest choice that meets demands")
struct CoverSearchTests {
  /// The cheapest of all choices, tried one after another.
  private func slowest(_ costs: [Double], _ demands: [SparseRow]) -> Double? {
    var best: Double?
    for bits in 0..<(1 << costs.count) {
      func isChosen(_ column: Int) -> Bool { bits >> column & 1 == 1 }
      let isMet = demands.allSatisfy { demand in
        var sum = 0.0
        for (column, weight) in zip(demand.columns, demand.coefficients) where isChosen(column) {
          sum += weight
        }
        return sum >= demand.lower - 1e-6
      }
      guard isMet else { continue }
      let cost = costs.indices.reduce(0) { $0 + (isChosen($1) ? costs[$1] : 0) }
      best = min(best ?? cost, cost)
    }
    return best
  }

  @Test("It is as cheap as the cheapest of all choices", arguments: 1...60)
  func allChoices(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...9, using: &random)
    let costs = (0..<count).map { _ in 1 + Double(Int.random(in: 0...9, using: &random)) / 1000 }
    var demands: [SparseRow] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let columns = (0..<count).filter { _ in Int.random(in: 0...2, using: &random) > 0 }
      var row = SparseRow(
        columns: columns,
        coefficients: columns.map { _ in Double(Int.random(in: 1...4, using: &random)) / 4 },
        lower: 1, upper: .infinity)
      // Some demands hold only when one of the cells is chosen.
      if columns.count > 1, Int.random(in: 0...3, using: &random) == 0 {
        (row.coefficients[0], row.lower) = (-1, 0)
      }
      demands.append(row)
    }
    var search = CoverSearch(
      costs: costs, demands: demands, ceiling: .infinity, maximumNodes: 100_000)
    let slow = slowest(costs, demands)
    switch search.run() {
    case .cheapest(let choice):
      let cost = costs.indices.reduce(0) { $0 + (choice[$1] ? costs[$1] : 0) }
      #expect(slow.map { abs($0 - cost) < 1e-9 } ?? false, "seed \(seed)")
    case .none: #expect(slow == nil, "seed \(seed)")
    case .unfinished: Issue.record("seed \(seed): unfinished")
    }
  }

  @Test("Nothing is chosen above the ceiling, and a search without nodes finds nothing")
  func limits() {
    let demand = SparseRow(columns: [0, 1], coefficients: [1, 1], lower: 1, upper: .infinity)
    var closed = CoverSearch(costs: [2, 3], demands: [demand], ceiling: 2, maximumNodes: 10)
    if case .none = closed.run() {} else { Issue.record("a choice of 2 is not below 2") }
    var short = CoverSearch(costs: [2, 3], demands: [demand], ceiling: 9, maximumNodes: 0)
    if case .unfinished(nil) = short.run() {} else { Issue.record("no nodes, no choice") }
  }
}
