import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Protection of a whole release")
struct ProtectTests {
  private let wijk = Wijk(
    name: "Dorp", slug: "dorp", postcodes: [1901, 1902, 1903].compactMap(Postcode4.init),
    practices: [])

  private func conditions(_ counts: [(area: String, group: String, count: Int)])
    -> DraftTable<EnrolledPatients>
  {
    var table = DraftTable<EnrolledPatients>(
      id: "t215-chronisch-pc4",
      columns: ["gebied_soort", "gebied", "groep", "soort"].map { TableColumn($0, .dimension) }
        + [TableColumn("aantal", .count(measure: "patienten"))])
    for (area, group, count) in counts {
      table.append(
        [
          .text(area == "dorp" ? "wijk" : "pc4"), .text(area), .text(group), .text("bekend"),
          .count(count),
        ])
    }
    return table
  }

  private func rates(_ counts: [(area: String, group: String, count: Int)], of patients: Int)
    -> DraftTable<EnrolledPatients>
  {
    var table = DraftTable<EnrolledPatients>(
      id: "t216-prevalentie",
      columns: ["gebied_soort", "gebied", "groep"].map { TableColumn($0, .dimension) } + [
        TableColumn("aantal", .count(measure: "patienten")),
        TableColumn("noemer", .denominator(measure: "patienten")),
        TableColumn("per_1000", .derived(from: "aantal"), rounding: .decimals(1)),
      ])
    for (area, group, count) in counts {
      table.append([
        .text("pc4"), .text(area), .text(group), .count(count), .count(patients),
        .number(1000 * Double(count) / Double(patients)),
      ])
    }
    return table
  }

  /// Three postcodes with 400 patients each; 3 of 1901 have COPD.
  private var draft: DraftRelease {
    var draft = DraftRelease(wijk: wijk)
    let copd = [("1901", "COPD", 3), ("1902", "COPD", 40), ("1903", "COPD", 50)]
    draft.patients = [
      conditions(
        copd + [("dorp", "COPD", 93)] + wijk.postcodes.map { ($0.description, "Totaal", 400) }
          + [("dorp", "Totaal", 1200)]), rates(copd, of: 400),
    ]
    return draft
  }

  @Test("A small count takes a second one along, and every figure of both")
  func secondary() throws {
    let released = try protect(draft, settings: RegionSettings(), release: "2026-07-01")
    let counts = try #require(released.table("t215")).rows.map(\.[4])
    #expect(counts[0] == .suppressed)
    #expect(counts[..<4].count { $0 == .suppressed } == 2)
    #expect(counts[4...] == [.count(400), .count(400), .count(400), .count(1200)])
    let rates = try #require(released.table("t216")).rows
    for (count, row) in zip(counts, rates) {
      #expect((count == .suppressed) == (row[3] == .suppressed))
      #expect((count == .suppressed) == (row[5] == .suppressed))
      #expect(row[4] == .count(400))
    }
    #expect(try audit([textRelease(of: released)]).flags == [])
  }

  @Test("The same release gives the same choice")
  func deterministic() throws {
    let first = try protect(draft, settings: RegionSettings(), release: "2026-07-01")
    let second = try protect(draft, settings: RegionSettings(), release: "2026-07-01")
    #expect(first.tables == second.tables)
    #expect(first.structure == second.structure)
  }

  @Test("True tables that contradict each other are refused")
  func contradiction() {
    var wrong = draft
    wrong.patients[0].append([
      .text("wijk"), .text("dorp"), .text("Astma"), .text("bekend"), .count(20),
    ])
    wrong.patients[0].append([
      .text("pc4"), .text("1901"), .text("Astma"), .text("bekend"), .count(21),
    ])
    #expect(throws: DisclosureError.inconsistent) {
      try protect(wrong, settings: RegionSettings(), release: "2026-07-01")
    }
  }

  @Test("A condition that everybody of an area has is hidden")
  func everybody() throws {
    var all = draft
    for (area, count) in [("1901", 400), ("1902", 20), ("1903", 30), ("dorp", 450)] {
      all.patients[0].append([
        .text(area == "dorp" ? "wijk" : "pc4"), .text(area), .text("Astma"), .text("bekend"),
        .count(count),
      ])
    }
    let released = try protect(all, settings: RegionSettings(), release: "2026-07-01")
    let rows = try #require(released.table("t215")).rows
    #expect(rows[8...].allSatisfy { $0[4] == .suppressed })
    #expect(rows[4...7].allSatisfy { $0[4] != .suppressed })
  }

  @Test("A ranking has no row for a count that t215 hides, and its ranks close up")
  func rankings() throws {
    var ranked = draft
    ranked.groups = [
      GroupFacts(id: "COPD", name: "COPD"), GroupFacts(id: "ASTMA", name: "Astma"),
      GroupFacts(id: "DM2", name: "Diabetes"),
    ]
    // The wijk has 9 with asthma, which everybody can see in no table at all.
    for (group, count) in [("Astma", 9), ("Diabetes", 80)] {
      ranked.patients[0].append([
        .text("wijk"), .text("dorp"), .text(group), .text("bekend"), .count(count),
      ])
    }
    var table = DraftTable<EnrolledPatients>(
      id: "t222-ranglijst-patienten",
      columns: ["populatie", "rang", "probleem"].map { TableColumn($0, .dimension) } + [
        TableColumn("personen", .count(measure: "patienten"))
      ])
    for (rank, (id, count)) in [("COPD", 93), ("ASTMA", 9), ("DM2", 80)].enumerated() {
      table.append([.text("patienten"), .count(rank + 1), .text(id), .count(count)])
    }
    ranked.patients.append(table)
    let released = try protect(ranked, settings: RegionSettings(), release: "2026-07-01")
    let rows = try #require(released.table("t222")).rows
    #expect(rows.map { $0[1] } == [.count(1), .count(2)])
    #expect(rows.map { $0[2] } == [.text("COPD"), .text("DM2")])
    let equal = released.structure.members.first { $0.name == "equal" }?.value
    guard case .list(let pairs) = equal else {
      Issue.record("no equal cells")
      return
    }
    #expect(pairs.count == 2)
  }
}
