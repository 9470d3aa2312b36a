import TestSupport
import Testing

@testable import DisclosureControl

@Suite("Programs that fall apart")
struct SplitProgramTests {
  /// Bounds and rows around a point that fits, many of them over one unknown.
  private struct RandomProgram {
    var bounds: [(lower: Double, upper: Double)] = []
    var rows: [SparseRow] = []

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let point = (0..<8).map { _ in Double(Int.random(in: 0...6, using: &random)) }
      for value in point {
        let isKnown = Int.random(in: 0..<5, using: &random) == 0
        bounds.append(isKnown ? (value, value) : (0, 20))
      }
      for _ in 0..<14 {
        let count = Int.random(in: 1...3, using: &random)
        let columns = Array(point.indices.shuffled(using: &random).prefix(count).sorted())
        let factors: [Double] = columns.map { _ in
          [1, 1, 1, -1, 0.5].randomElement(using: &random) ?? 1
        }
        let sum: Double = zip(columns, factors).reduce(0) { $0 + $1.1 * point[$1.0] }
        let room: Double = [0, 1, 3].randomElement(using: &random) ?? 0
        let isEqual = count > 1 && Int.random(in: 0..<4, using: &random) == 0
        let isBelow = Int.random(in: 0..<2, using: &random) == 0
        rows.append(
          SparseRow(
            columns: columns, coefficients: factors,
            lower: isEqual ? sum : isBelow ? sum - room : -.infinity,
            upper: isEqual ? sum : isBelow ? .infinity : sum + room))
      }
    }

    /// The extreme of a sum found with everything in one program.
    func slowExtreme(of unknowns: [Int], sense: Double) -> Double? {
      let program = LinearProgram(columns: bounds, rows: rows)
      guard program.minimize(unknowns.map { ($0, sense) }) == .optimal else { return nil }
      return sense * program.objectiveValue
    }
  }

  private static let seeds = Array(1...60).map(UInt64.init)

  @Test("The extremes are those of the whole program", arguments: seeds)
  func extremes(seed: UInt64) throws {
    let random = RandomProgram(seed: seed)
    let program = SplitProgram(bounds: random.bounds, rows: random.rows)
    for unknowns in [[0], [3], [1, 4], [2, 5, 7]] {
      for sense in [1.0, -1.0] {
        let fast = try #require(program.extreme(of: unknowns, sense: sense))
        let slow = try #require(random.slowExtreme(of: unknowns, sense: sense))
        #expect(abs(fast - slow) < 1e-6, "seed \(seed)")
      }
    }
  }

  @Test("The dual values prove the extreme, rows that became bounds included", arguments: seeds)
  func duality(seed: UInt64) throws {
    let random = RandomProgram(seed: seed)
    let program = SplitProgram(bounds: random.bounds, rows: random.rows)
    for unknowns in [[0], [1, 4], [2, 5, 7]] {
      for sense in [1.0, -1.0] {
        let value = try #require(program.extreme(of: unknowns, sense: sense))
        var left = [Double](repeating: 0, count: random.bounds.count)
        for unknown in unknowns { left[unknown] += sense }
        var proven = 0.0
        program.forEachDual { place, dual in
          let row = random.rows[place]
          proven += dual * (dual > 0 ? row.lower : row.upper)
          for (column, factor) in zip(row.columns, row.coefficients) {
            left[column] -= dual * factor
          }
        }
        for (cost, bound) in zip(left, random.bounds) where abs(cost) > 1e-9 {
          proven += cost * (cost > 0 ? bound.lower : bound.upper)
        }
        #expect(abs(proven - sense * value) < 1e-6, "seed \(seed)")
      }
    }
  }

  @Test("A row over one unknown becomes a bound while it leaves room, and stays a row otherwise")
  func narrowed() {
    var bounds = NarrowedBounds([(0, 10), (0, 10), (-4, 4)])
    func row(_ column: Int, _ factor: Double, _ lower: Double, _ upper: Double) -> SparseRow {
      SparseRow(columns: [column], coefficients: [factor], lower: lower, upper: upper)
    }
    let taken = [
      bounds.take(row(0, 1, -.infinity, 7), 5), bounds.take(row(0, -2, -8, .infinity), 6),
      bounds.take(row(1, 1, 3, 3), 7), bounds.take(row(1, 1, 12, .infinity), 8),
      bounds.take(row(2, 1, -9, 9), 9),
    ]
    #expect(taken == [true, true, false, false, true])
    #expect(bounds.bounds.map(\.lower) == [0, 0, -4])
    #expect(bounds.bounds.map(\.upper) == [4, 10, 4])
    #expect(bounds.row(at: 0, -1)?.row == 6)
    #expect(bounds.row(at: 0, -1)?.coefficient == -2)
    #expect(bounds.row(at: 0, 1) == nil)
    #expect(bounds.row(at: 2, -1) == nil)
  }

  @Test("Rows that contradict each other fit nothing")
  func contradiction() {
    let rows = [
      CellSystem.sum([0], -.infinity, 2), CellSystem.sum([0], 3, .infinity),
      CellSystem.sum([0, 1], 4, 4),
    ]
    #expect(SplitProgram(bounds: [(0, 9), (0, 9)], rows: rows).anyPoint() == nil)
  }
}
