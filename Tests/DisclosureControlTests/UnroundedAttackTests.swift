import Testing
import WijkModel

@testable import DisclosureControl

/// A reader with public rates and a solver, over whole releases: what an expected number, or O/E beside
/// its count, gives back when it is printed in full.
@Suite("An attack with expected numbers")
struct UnroundedAttackTests {
  static let seeds = Array(UInt64(1)...8)

  /// What a reader knows of a release: sums of patients by area, age and sex, and what to find.
  private struct Reader {
    private var places: [[String]: Int] = [:]
    private var equations: [SparseRow] = []
    private(set) var hidden: [(cells: [Int], truth: Int)] = []
    private let parts: [String: [String]]

    /// Reads t214 as it is published; the truth is only looked at to say what was found.
    init(_ draft: DraftRelease, _ released: ReleasedTables) throws {
      let postcodes = draft.wijk.postcodes.map(\.description)
      parts = [
        "w": postcodes, "Totaal": postcodes + ["buiten-of-onbekend"],
      ]
      let table = try #require(released.table("t214"))
      for (row, truth) in zip(table.rows, draft.patients[0].rows) {
        let cells = cells(row[1].text, row[2].text, row[3].text)
        switch (row[4], truth[4]) {
        case (.count(let count), _): add(cells.map { ($0, 1) }, Double(count), within: 0)
        case (_, .count(let count)): hidden.append((cells, count))
        default: break
        }
      }
    }

    /// The unknowns of which a cell is the sum.
    mutating func cells(_ area: String, _ age: String, _ sex: String) -> [Int] {
      var cells: [Int] = []
      for area in parts[area] ?? [area] {
        for age in age == "Totaal" ? RandomDraft.ages : [age] {
          for sex in sex == "Totaal" ? ["M", "V"] : [sex] {
            let next = places.count
            cells.append(places[[area, age, sex], default: next])
            if cells.last == next { places[[area, age, sex]] = next }
          }
        }
      }
      return cells
    }

    /// Adds a printed sum of weights times unknowns.
    mutating func add(_ terms: [(Int, Double)], _ sum: Double, within margin: Double) {
      equations.append(
        SparseRow(
          columns: terms.map(\.0), coefficients: terms.map(\.1), lower: sum - margin,
          upper: sum + margin))
    }

    /// Adds what is expected by rates per age and sex.
    mutating func add(
      expected: Double, in area: String, within margin: Double, rate: (Int, Int) -> Double
    ) {
      var terms: [(Int, Double)] = []
      for (place, age) in RandomDraft.ages.enumerated() {
        for (number, sex) in ["M", "V"].enumerated() {
          terms += cells(area, age, sex).map { ($0, rate(place, number)) }
        }
      }
      add(terms, expected, within: margin)
    }

    /// The widths of what is left for every small hidden cell, with its truth and its smallest value.
    func widths() throws -> [(width: Double, low: Double, truth: Int)] {
      let program = LinearProgram(
        columns: places.map { _ in (0, 10_000) }, rows: equations)
      return try hidden.filter { (1..<10).contains($0.truth) }.map { cell in
        func bound(_ sign: Double) throws -> Double {
          let end = program.minimize(cell.cells.map { ($0, sign) })
          try #require(end == .optimal)
          return sign * program.objectiveValue
        }
        let (low, high) = (try bound(1), try bound(-1))
        return (high - low, low, cell.truth)
      }
    }
  }

  /// Public rates of five programmes, invented.
  private static func rate(_ group: Int, _ age: Int, _ sex: Int) -> Double {
    let byAge = Double(1 + (age + 1) * (group + 2) * (group + age + 1))
    let bySex = sex == 0 ? 1.0 : 0.7 + 0.1 * Double(group)
    return 0.01 * byAge * bySex
  }

  private func release(_ seed: UInt64) throws -> (draft: DraftRelease, tables: ReleasedTables) {
    let draft = RandomDraft(seed: seed).draft
    return (draft, try protect(draft, settings: RegionSettings(), release: "2026-07-01"))
  }

  @Test("Unrounded expected numbers of five programmes give hidden patients back")
  func unrounded() throws {
    var found = 0
    for seed in Self.seeds {
      let (draft, tables) = try release(seed)
      var reader = try Reader(draft, tables)
      let truth = draft.patients[0].rows
      for postcode in draft.wijk.postcodes.map(\.description) {
        for group in 0..<5 {
          var expected = 0.0
          for row in truth where row[1] == .text(postcode) {
            guard case .text(let age) = row[2], case .text(let sex) = row[3],
              case .count(let count) = row[4],
              let place = RandomDraft.ages.firstIndex(of: age), sex != "Totaal"
            else { continue }
            expected += Self.rate(group, place, sex == "M" ? 0 : 1) * Double(count)
          }
          // Sixteen digits are printed of it.
          reader.add(expected: expected, in: postcode, within: 1e-9) {
            Self.rate(group, $0, $1)
          }
        }
      }
      for cell in try reader.widths() where cell.width < 1e-3 {
        #expect((cell.low - Double(cell.truth)).magnitude < 1e-3, "seed \(seed)")
        found += 1
      }
    }
    #expect(found > 0, "no hidden patient is found, so the attack proves nothing")
  }

  @Test("The expected numbers that are shared give nobody back", arguments: seeds)
  func shared(seed: UInt64) throws {
    let (draft, tables) = try release(seed)
    var reader = try Reader(draft, tables)
    let before = try reader.widths()
    let table = try #require(tables.table("t216"))
    for row in table.rows {
      // The rates of the draft, which are public.
      guard case .number(let expected) = row[6] else { continue }
      reader.add(expected: expected, in: row[1].text, within: 0.5) { age, _ in
        0.01 * Double(1 + age * age)
      }
    }
    let widths = try reader.widths()
    #expect(widths.allSatisfy { $0.width > 3 - 1e-6 }, "seed \(seed)")
    #expect(widths.map(\.truth) == before.map(\.truth))
  }
}
