import Foundation
import TestSupport
import Testing

@testable import DisclosureControl

@Suite("Protection of all tables of a release together")
struct SuppressTests {
  /// The fewest hidden cells of a clean peer (disclosure.md, "Figures to beat").
  static let ceilings = [
    ("01_one_cell", 4), ("02_two_ones", 8), ("04_age_nested", 6), ("06_zeros", 4),
    ("07_all_small", 21), ("09_releases", 8), ("10_chronic_nonadditive", 18),
    ("12_chronic_full", 325),
  ]

  @Test("Hard cases are safe with no more hidden cells than the best peer", arguments: ceilings)
  func hardCases(name: String, ceiling: Int) throws {
    let truth = AuditFolder.fixtures.appendingPathComponent("cases/\(name)/truth")
    let release = try AuditFolder.read(truth)
    let (protected, result) = try protectTables([release])
    #expect(result.primaryCount + result.secondaryCount <= ceiling)
    let attack = try audit(protected)
    #expect(attack.flags == [])
    #expect(attack.hiddenCount == result.primaryCount + result.secondaryCount)
    #expect(differences(release, protected[0]).allSatisfy { $0 == "•" })
  }

  @Test(
    "The outside auditor finds nothing in the hard cases",
    .enabled(if: OutsideAuditor.isAvailable, Comment(rawValue: OutsideAuditor.absence)),
    arguments: ceilings.map(\.0))
  func outsideAuditor(name: String) throws {
    let truth = AuditFolder.fixtures.appendingPathComponent("cases/\(name)/truth")
    let (protected, _) = try protectTables([try AuditFolder.read(truth)])
    try withTemporaryFolder { folder in
      try AuditFolder.write(protected[0], to: folder)
      let attack = OutsideAuditor.attack([folder.path], truth: truth.path)
      #expect(attack?.status == 0, "\(attack?.output ?? "")")
    }
  }

  @Test("The same tables give the same choice")
  func determinism() throws {
    let truth = AuditFolder.fixtures.appendingPathComponent("cases/10_chronic_nonadditive/truth")
    let release = try AuditFolder.read(truth)
    let first = try suppress([release])
    #expect(try suppress([release]) == first)
  }

  @Test("The strict rule leaves no small count with an interval below the threshold")
  func strictRule() throws {
    let truth = AuditFolder.fixtures.appendingPathComponent("cases/10_chronic_nonadditive/truth")
    let release = try AuditFolder.read(truth)
    let (protected, _) = try protectTables([release], rule: .mayBeLarge)
    let attack = try exactAudit(protected)
    #expect(attack.isClean)
    let trueCounts = try audit([release]).flags.filter { $0.kind == .shown }.map(\.cell)
    let uppers = attack.intervals.filter { trueCounts.contains($0.cell) }.map(\.upper)
    #expect(uppers.count == trueCounts.count)
    #expect(uppers.allSatisfy { $0.map { $0 >= 5 } ?? true })
  }

  @Test("A ratio and dependent columns hide with their count")
  func dependents() throws {
    let table = TextTable(
      name: "t.csv", header: ["gebied", "inwoners", "patienten", "dekkingsgraad"],
      rows: [
        ["1901", "4000", "3000", "75.0"], ["1902", "30", "3", "10.0"],
        ["1903", "1500", "1000", "66.7"], ["w", "5530", "4003", "72.4"],
      ])
    let fixture = AuditFolder.fixtures.appendingPathComponent("tests/ok_coverage")
    let release = TextRelease(
      tables: [table], structure: try AuditFolder.read(fixture).structure)
    let (protected, result) = try protectTables([release])
    #expect(result.primaryCount == 1)
    #expect(result.secondaryCount == 1)
    let rows = protected[0].tables[0].rows
    #expect(rows[1] == ["1902", "30", "•", "•"])
    for row in rows where row[2] == "•" { #expect(row[3] == "•") }
    #expect(try audit(protected).isClean)
  }

  @Test("A small count that two tables give away together is protected")
  func derived() throws {
    let fixture = AuditFolder.fixtures.appendingPathComponent("tests/leak_complement")
    let (protected, result) = try protectTables([try AuditFolder.read(fixture)])
    #expect(result.primaryCount == 0)
    #expect(result.secondaryCount > 0)
    #expect(try audit(protected).isClean)
  }

  /// The new texts of all cells that differ.
  private func differences(_ old: TextRelease, _ new: TextRelease) -> [String] {
    zip(old.tables, new.tables).flatMap { before, after in
      zip(before.rows.joined(), after.rows.joined()).filter { $0 != $1 }.map(\.1)
    }
  }
}
