import Foundation
import TestSupport
import Testing

@testable import DisclosureControl

/// A random sparse population as linked tables: postcode × age × sex, and postcode × overlapping group.
private struct RandomRelease {
  let release: TextRelease

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let postcodes = (0..<Int.random(in: 1...4, using: &random)).map { "\(1901 + $0)" }
    let ages = ["0–17", "18–64", "65–79", "80+"]
    let sexes = ["M", "V"]
    let groups = ["Astma", "COPD", "Diabetes"]
    var counts: [[String]: Int] = [:]
    for postcode in postcodes {
      // Some postcodes are tiny and some cells are empty.
      let size = Int.random(in: 0...3, using: &random) == 0 ? 3 : 60
      for age in ages {
        for sex in sexes {
          let isEmpty = Int.random(in: 0..<5, using: &random) == 0
          counts[[postcode, age, sex]] = isEmpty ? 0 : Int.random(in: 0...size, using: &random)
        }
      }
    }
    func sum(_ postcode: String, _ age: String, _ sex: String) -> Int {
      counts.reduce(0) { total, entry in
        let fits =
          (postcode == "w" || entry.key[0] == postcode) && (age == "Totaal" || entry.key[1] == age)
          && (sex == "Totaal" || entry.key[2] == sex)
        return fits ? total + entry.value : total
      }
    }
    var patients: [[String]] = []
    for postcode in postcodes + ["w"] {
      for age in ages + ["Totaal"] {
        for sex in sexes + ["Totaal"] {
          patients.append([postcode, age, sex, String(sum(postcode, age, sex))])
        }
      }
    }
    var chronic: [[String]] = []
    for group in groups {
      var total = 0
      for postcode in postcodes {
        let most = sum(postcode, "Totaal", "Totaal")
        let count = Int.random(in: 0...max(0, most / 4), using: &random)
        total += count
        chronic.append([postcode, group, String(count)])
      }
      chronic.append(["w", group, String(total)])
    }
    typealias Member = ReleaseStructure.Member
    let structure = ReleaseStructure(members: [
      Member("threshold", .number(10)), Member("min_width", .number(3)),
      Member("suppressed", .object([Member("•", .list([.number(0), .null]))])),
      Member("rest", .flag(false)), Member("dutch_thousands", .flag(false)),
      Member("hierarchies", .object([Member("gebied", .object([Member("w", .texts(postcodes))]))])),
      Member("nonadditive", .texts(["groep"])), Member("measure", .text("patienten")),
    ])
    release = TextRelease(
      tables: [
        TextTable(
          name: "t214.csv", header: ["gebied", "leeftijd", "geslacht", "aantal"], rows: patients),
        TextTable(name: "t215.csv", header: ["gebied", "groep", "aantal"], rows: chronic),
      ], structure: structure)
  }
}

@Suite("Protection of random sparse populations")
struct SuppressionPropertyTests {
  static let seeds: [UInt64] = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]

  @Test("What is printed is true, nothing small is printed and nothing leaks", arguments: seeds)
  func safety(seed: UInt64) throws {
    let truth = RandomRelease(seed: seed).release
    let (protected, _) = try protectTables([truth])
    for (table, true_) in zip(protected[0].tables, truth.tables) {
      for (row, trueRow) in zip(table.rows, true_.rows) where row != trueRow {
        #expect(row.dropLast() == trueRow.dropLast(), "seed \(seed)")
        #expect(row.last == "•", "seed \(seed)")
      }
      let printed = table.rows.compactMap { $0.last.flatMap { Int($0) } }
      #expect(printed.allSatisfy { $0 == 0 || $0 >= 10 }, "seed \(seed)")
    }
    #expect(try audit(protected).flags == [], "seed \(seed)")
  }

  // With the seeds left out here, the small counts protect each other.
  @Test(
    "Showing a cell that protects others is objected to",
    arguments: seeds.filter { $0 != 16 && $0 != 20 })
  func mutation(seed: UInt64) throws {
    let truth = RandomRelease(seed: seed).release
    let (protected, _) = try protectTables([truth])
    var shown = 0
    for (table, before) in zip(protected[0].tables, truth.tables) {
      for (row, trueRow) in zip(table.rows.indices, before.rows) {
        guard table.rows[row].last == "•", let value = trueRow.last.flatMap({ Int($0) }),
          value == 0 || value >= 10
        else { continue }
        var rows = table.rows
        rows[row] = trueRow
        let changed = TextTable(name: table.name, header: table.header, rows: rows)
        let tables = protected[0].tables.map { $0.name == table.name ? changed : $0 }
        let release = TextRelease(tables: tables, structure: protected[0].structure)
        #expect(!(try audit([release])).isClean, "seed \(seed), \(table.name) \(row)")
        shown += 1
      }
    }
    #expect(shown > 0, "seed \(seed): nothing is hidden to protect others")
  }

  @Test(
    "The outside auditor agrees",
    .enabled(if: OutsideAuditor.isAvailable, Comment(rawValue: OutsideAuditor.absence)),
    arguments: seeds.prefix(3))
  func outsideAuditor(seed: UInt64) throws {
    let truth = RandomRelease(seed: seed).release
    let (protected, _) = try protectTables([truth])
    try withTemporaryFolder { folder in
      let (out, trueFolder) = (
        folder.appendingPathComponent("out"), folder.appendingPathComponent("truth")
      )
      try AuditFolder.write(protected[0], to: out)
      try AuditFolder.write(truth, to: trueFolder)
      let attack = OutsideAuditor.attack([out.path], truth: trueFolder.path)
      #expect(attack?.status == 0, "seed \(seed): \(attack?.output ?? "")")
    }
  }

  @Test(
    "The outside auditor objects when a cell that protects others is shown",
    .enabled(if: OutsideAuditor.isAvailable, Comment(rawValue: OutsideAuditor.absence)))
  func outsideMutation() throws {
    let truth = AuditFolder.fixtures.appendingPathComponent("cases/01_one_cell/truth")
    let release = try AuditFolder.read(truth)
    let (protected, _) = try protectTables([release])
    var rows = protected[0].tables[0].rows
    let secondary = rows.indices.filter {
      rows[$0].last == "•" && release.tables[0].rows[$0].last != "3"
    }
    try #require(secondary.count == 3)
    for row in secondary {
      rows = protected[0].tables[0].rows
      rows[row] = release.tables[0].rows[row]
      let table = TextTable(name: "t1.csv", header: protected[0].tables[0].header, rows: rows)
      try withTemporaryFolder { folder in
        try AuditFolder.write(
          TextRelease(tables: [table], structure: release.structure), to: folder)
        #expect(OutsideAuditor.attack([folder.path])?.status == 1)
      }
    }
  }
}
