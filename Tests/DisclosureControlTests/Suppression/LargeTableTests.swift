import TestSupport
import Testing

@testable import DisclosureControl

/// Postcodes in wijken × five-year classes in groups × sex, with all totals; invented.
private func fullTable(wijken: Int, seed: UInt64) -> TextRelease {
  var random = SeededGenerator(seed: seed)
  let parents = (0..<wijken).map { wijk in
    ("Wijk \(wijk + 1)", (0..<5).map { String(2400 + 5 * wijk + $0) })
  }
  let ages = (0..<19).map { "\(5 * $0)-\(5 * $0 + 4)" } + ["95+"]
  let groups = [
    ("0-14", ages[0..<3]), ("15-24", ages[3..<5]), ("25-44", ages[5..<9]), ("45-64", ages[9..<13]),
    ("65-74", ages[13..<15]), ("75+", ages[15..<20]),
  ].map { ($0.0, Array($0.1)) }
  let weights = [5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 6, 5, 4, 3, 2, 1, 0]
  let postcodes = parents.flatMap(\.1)
  var counts: [String: Int] = [:]
  for postcode in postcodes {
    let size = 1 << Int.random(in: 1...5, using: &random)
    for (age, weight) in zip(ages, weights) {
      for sex in ["M", "V"] {
        let most = max(1, size * weight / 3)
        counts[postcode + age + sex] = Int.random(in: most / 2...most, using: &random)
      }
    }
  }
  func sum(_ places: [String], _ ages: [String], _ sexes: [String]) -> Int {
    places.reduce(0) { sum, place in
      ages.reduce(sum) { sum, age in
        sexes.reduce(sum) { $0 + (counts[place + age + $1] ?? 0) }
      }
    }
  }
  var rows: [[String]] = []
  for (place, places) in postcodes.map({ ($0, [$0]) }) + parents + [("Totaal", postcodes)] {
    for (age, parts) in ages.map({ ($0, [$0]) }) + groups + [("Totaal", ages)] {
      for (sex, sexes) in [("M", ["M"]), ("V", ["V"]), ("Totaal", ["M", "V"])] {
        rows.append([place, age, sex, String(sum(places, parts, sexes))])
      }
    }
  }
  typealias Member = ReleaseStructure.Member
  func hierarchy(_ parents: [(String, [String])]) -> ReleaseStructure.Value {
    .object(parents.map { Member($0.0, .texts($0.1)) })
  }
  let structure = ReleaseStructure(members: [
    Member("threshold", .number(5)), Member("rest", .flag(false)),
    Member(
      "hierarchies",
      .object([Member("pc4", hierarchy(parents)), Member("leeftijd", hierarchy(groups))])),
  ])
  let table = TextTable(
    name: "t.csv", header: ["pc4", "leeftijd", "geslacht", "aantal"], rows: rows)
  return TextRelease(tables: [table], structure: structure)
}

@Suite("Protection of tables that are too large for an exact search")
struct LargeTableTests {
  @Test("A large table is safe, hides little and is protected the same way again")
  func largeTable() throws {
    let release = fullTable(wijken: 2, seed: 3)
    let (protected, result) = try protectTables([release])
    #expect(result.primaryCount > 30)
    #expect(Double(result.secondaryCount) <= 1.3 * Double(result.primaryCount))
    #expect(try audit(protected).flags == [])
    #expect(try suppress([release]) == result)
  }

  @Test("A sum is outside a span until the last missing part is added")
  func span() {
    // Protected is the first unknown; first + second and second + third are harmless together.
    var span = LinearSpan(size: 3, protected: [[0]])
    let harmless = [span.add([0, 1]), span.add([1, 2])]
    #expect(harmless == [true, true])
    let exposing = [span.exposes([1]), span.exposes([2])]
    #expect(exposing == [true, true])
    let last = [span.add([0, 2]), span.add([0, 1])]
    #expect(last == [false, true])
  }
}
