import Foundation
import TestSupport
import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Protection of random sparse wijken")
struct ProtectPropertyTests {
  static let seeds = Array(UInt64(1)...12)

  private func released(
    _ seed: UInt64, roundsToFive: Bool = false
  ) throws -> (truth: DraftRelease, tables: ReleasedTables) {
    let draft = RandomDraft(seed: seed).draft
    var settings = RegionSettings()
    settings.roundsToFive = roundsToFive
    return (draft, try protect(draft, settings: settings, release: "2026-07-01"))
  }

  @Test("The seeds have zeros, wijken of one postcode and tiny postcodes")
  func coverage() {
    let drafts = Self.seeds.map { RandomDraft(seed: $0).draft }
    let sizes = drafts.map(\.wijk.postcodes.count)
    #expect(sizes.contains(1) && sizes.contains(3))
    let counts = drafts.flatMap(\.patients).filter { $0.id.hasPrefix("t214") }.flatMap(\.rows)
    func has(_ isWanted: (Int) -> Bool, _ age: String) -> Bool {
      counts.contains { row in
        guard row[0] == .text("pc4"), row[2] == .text(age), row[3] == .text("Totaal"),
          case .count(let count) = row[4]
        else { return false }
        return isWanted(count)
      }
    }
    #expect(has({ $0 == 0 }, RandomDraft.ages[0]))
    #expect(has({ (1..<50).contains($0) }, "Totaal"), "no postcode is tiny")
  }

  @Test("What is printed is true, nothing small is printed, and nothing leaks", arguments: seeds)
  func safety(seed: UInt64) throws {
    let (truth, released) = try released(seed)
    for (table, before) in zip(released.tables, truth.patients) where !before.isRanking {
      let counts = table.columns.indices.filter { table.columns[$0].isPersons }
      for (row, old) in zip(table.rows, before.rows) {
        for column in counts {
          guard case .count(let count) = row[column] else { continue }
          #expect(old[column] == .count(count), "seed \(seed), \(table.id)")
          #expect(count == 0 || count >= 10, "seed \(seed), \(table.id)")
        }
      }
    }
    #expect(try audit([textRelease(of: released)]).flags == [], "seed \(seed)")
  }

  @Test("Rounded to 5, every count is a multiple within 2 of the truth", arguments: seeds.prefix(5))
  func rounded(seed: UInt64) throws {
    let (truth, released) = try released(seed, roundsToFive: true)
    for (table, before) in zip(released.tables, truth.patients) where !before.isRanking {
      let counts = table.columns.indices.filter { table.columns[$0].isPersons }
      for (row, old) in zip(table.rows, before.rows) {
        for column in counts {
          guard case .count(let count) = row[column], let true_ = old[column].figure else {
            continue
          }
          #expect(count % 5 == 0 && abs(Double(count) - true_) <= 2, "seed \(seed), \(table.id)")
        }
      }
    }
    #expect(try audit([textRelease(of: released)]).flags == [], "seed \(seed)")
  }

  @Test(
    "The outside auditor agrees",
    .enabled(if: OutsideAuditor.isAvailable, Comment(rawValue: OutsideAuditor.absence)),
    arguments: [(2, false), (7, false), (2, true)] as [(UInt64, Bool)])
  func outsideAuditor(seed: UInt64, roundsToFive: Bool) throws {
    let (truth, released) = try released(seed, roundsToFive: roundsToFive)
    try withTemporaryFolder { folder in
      try AuditFolder.write(textRelease(of: released), to: folder)
      let attack = OutsideAuditor.attack([folder.path])
      #expect(attack?.status == 0, "seed \(seed): \(attack?.output ?? "")")
    }
    #expect(!truth.patients.isEmpty)
  }

  // Counts may have to look large, which asks a little more than the auditors do: some hidden cells
  // serve that only, so not every one is missed.
  @Test("Both auditors object to a cell that is shown again", arguments: [2, 3, 7] as [UInt64])
  func mutation(seed: UInt64) throws {
    let (truth, released) = try released(seed)
    let hidden = textRelease(of: released)
    var shown = 0
    for (before, table) in zip(truth.patients, released.tables) where before.id.hasPrefix("t214") {
      let place = try #require(hidden.tables.firstIndex { $0.name == table.fileName })
      for (row, cells) in before.rows.enumerated() {
        guard table.rows[row][4] == .suppressed, case .count(let count) = cells[4], count >= 10
        else { continue }
        var rows = hidden.tables[place].rows
        rows[row][4] = String(count)
        var tables = hidden.tables
        tables[place] = TextTable(
          name: table.fileName, header: hidden.tables[place].header, rows: rows)
        let release = TextRelease(tables: tables, structure: hidden.structure)
        guard !(try audit([release])).isClean else { continue }
        shown += 1
        guard shown == 1, OutsideAuditor.isAvailable else { continue }
        try withTemporaryFolder { folder in
          try AuditFolder.write(release, to: folder)
          #expect(OutsideAuditor.attack([folder.path])?.status == 1, "seed \(seed), row \(row)")
        }
      }
    }
    #expect(shown > 0, "seed \(seed): no shown cell is objected to")
  }
}
