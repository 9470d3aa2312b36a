import DisclosureControl
import Foundation
import History
import Pipeline
import TestSupport
import Testing
import WijkModel

/// The rule on successive releases (disclosure.md, rule 6), through the whole program.
@Suite("Successive releases")
struct ReleaseTests {
  private let folder: TemporaryFolder
  private let application: Application

  init() throws {
    folder = try TemporaryFolder()
    application = try Application(definitions: ProjectFolder.definitions.path)
    try SmallRegion.write(to: folder)
  }

  @discardableResult
  private func report(
    _ date: String = "2026-07-01", startsSeries: Bool = false
  ) throws -> RunSummary {
    try folder.write(
      SmallRegion.configuration.replacingOccurrences(of: "2026-07-01", with: date),
      to: "wijkbeeld.yaml")
    return try application.report(
      RunOptions(
        configurationPath: folder.path + "/wijkbeeld.yaml", startsSeries: startsSeries,
        now: 1_800_000_000))
  }

  /// Four of the fifty patients move from 1901 to 1902.
  private func moveFour() throws {
    var text = SmallRegion.patients
    for number in 1003...1006 {
      let row = text.split(separator: "\n").first { $0.hasPrefix("\(number);") }.map { String($0) }
      let old = try #require(row)
      text = text.replacingOccurrences(
        of: old, with: old.replacingOccurrences(of: "1901AB", with: "1902CD"))
    }
    try folder.write(text, to: "p.csv")
  }

  private func tables() throws -> [String: String] {
    var tables: [String: String] = [:]
    for name in folder.files() where name.hasPrefix("reports/voorbeeldwijk/tabellen/") {
      tables[name] = try folder.read(name)
    }
    return tables
  }

  private var chapter: String {
    get throws { try folder.read("reports/voorbeeldwijk/hoofdstuk-2.md") }
  }

  private func ledger() throws -> [LedgerRelease] {
    try StateFile.open(below: folder.path + "/reports").releases(of: "voorbeeldwijk")
  }

  @Test("A release in which four patients differ gives way to the earlier one, with its date")
  func reprinted() throws {
    try report()
    let first = try tables()
    #expect(try !chapter.contains("--nieuwe-reeks"))
    try moveFour()
    let summary = try report("2026-10-01")
    #expect(summary.warnings.contains { $0.contains("(W620)") })
    #expect(try tables() == first)
    #expect(try chapter.contains("De cijfers over patiënten zijn die van 1 juli 2026"))
    #expect(try chapter.contains("ingeschreven patiënten op 1 juli 2026"))
    #expect(try !chapter.contains("op 1 oktober 2026"))
    #expect(try ledger().map(\.state) == [.published])
    // The night after it, nothing changes.
    let again = try chapter
    try report("2026-10-01")
    #expect(try chapter == again)
  }

  @Test("The same figures on the same day are no new release")
  func same() throws {
    try report()
    try report()
    #expect(try ledger().count == 1)
  }

  @Test("Releases eleven months apart are separate series of figures; nearer ones are not")
  func apart() throws {
    try report("2026-07-01")
    try moveFour()
    let first = try tables()
    try report("2027-05-31")
    #expect(try tables() == first)
    try report("2027-06-01")
    #expect(try tables() != first)
    #expect(try ledger().map(\.referenceDate.description) == ["2026-07-01", "2027-06-01"])
    #expect(try chapter.contains("De vorige cijfers zijn van 1 juli 2026, deze van 1 juni 2027."))
    #expect(try chapter.contains("De peildatum valt op een andere dag van het jaar."))
  }

  @Test("A new series publishes the new figures, and the chapter says so from then on")
  func series() throws {
    try report()
    let first = try tables()
    try moveFour()
    try report(startsSeries: true)
    #expect(try tables() != first)
    #expect(try chapter.contains("een nieuwe reeks patiëntcijfers begonnen"))
    let second = try chapter
    try report()
    #expect(try chapter == second)
    #expect(try ledger().map(\.series) == [1, 2])
  }

  @Test(
    "A release that a killed run left pending is settled by what stands", arguments: [true, false])
  func pending(stood: Bool) throws {
    try report()
    let old = try #require(try ledger().first)
    let state = try StateFile.open(below: folder.path + "/reports")
    try moveFour()
    let other = try TemporaryFolder()
    try other.write(SmallRegion.configuration, to: "wijkbeeld.yaml")
    try other.write(try folder.read("p.csv"), to: "p.csv")
    try other.write(SmallRegion.inhabitants, to: "i.csv")
    _ = try application.report(
      RunOptions(configurationPath: other.path + "/wijkbeeld.yaml", now: 1_800_000_000))
    let fresh = try #require(
      try StateFile.open(below: other.path + "/reports").releases(of: "voorbeeldwijk").first)
    let marks = fresh.marks.filter { $0.path.hasPrefix("tabellen/t214") }
    _ = try state.begin(
      [
        NewRelease(
          wijk: "voorbeeldwijk", referenceDate: old.referenceDate, conditions: old.conditions,
          tables: fresh.tables, marks: marks, startsSeries: false)
      ], at: 1)
    try state.close()
    if stood {
      try FileManager.default.removeItem(atPath: folder.path + "/reports/voorbeeldwijk")
      try FileManager.default.copyItem(
        atPath: other.path + "/reports/voorbeeldwijk",
        toPath: folder.path + "/reports/voorbeeldwijk")
    }
    let standing = try tables()
    try report()
    // Either way what stands is what was published, and stays: the other one would open patients.
    #expect(try tables() == standing)
    #expect(try ledger().map(\.state) == (stood ? [.published, .published] : [.published]))
  }

  @Test(
    "The outside auditor finds nothing in two nights together, and a difference without the rule",
    .enabled(if: OutsideAuditor.isAvailable, Comment(rawValue: OutsideAuditor.absence)))
  func outsideAuditor() throws {
    try report()
    try keep("een")
    try moveFour()
    try report("2026-10-01")
    try keep("twee")
    let together = attack("een", "twee")
    #expect(together?.status == 0, "\(together?.output ?? "")")
    try report("2026-10-01", startsSeries: true)
    try keep("drie")
    let apart = attack("een", "drie")
    #expect(apart?.status == 1)
    #expect(
      apart?.output.contains("DIFF") == true, "the auditor cannot see what the rule prevents")
  }

  @Test(
    "New figures in which nothing differs by a few are published, and both auditors agree",
    .enabled(if: OutsideAuditor.isAvailable, Comment(rawValue: OutsideAuditor.absence)))
  func manyMoves() throws {
    try report()
    try keep("een")
    let rows = (0..<24).map { number in
      "\(2001 + number);15-06-1990;\(number % 2 == 0 ? "M" : "V");1902CD;01-01-2015;;01990011"
    }
    try folder.write(SmallRegion.patients + rows.joined(separator: "\n") + "\n", to: "p.csv")
    let summary = try report("2026-10-01")
    #expect(!summary.warnings.contains { $0.contains("(W620)") })
    try keep("twee")
    #expect(try folder.read("twee/t201-postcodes.csv") != folder.read("een/t201-postcodes.csv"))
    #expect(try ledger().count == 2)
    let together = attack("een", "twee")
    #expect(together?.status == 0, "\(together?.output ?? "")")
  }

  @Test("What the officer tells of a few patients is the officer's, and the outside check says so")
  func officer() throws {
    let told = "Vijf\u{A0}patiënten vertelden dat zij “rust & ruimte” missen: 4 patiënten uit 1902."
    try folder.write("# 2.1\n\n\(told)\n\n# 2.6\n\n* \(told)\n", to: "duiding.md")
    let configuration =
      SmallRegion.configuration + """
            duiding: duiding.md
            motivering: gekozen door 3 patiënten
            doelgroepen: [{naam: buren, toelichting: 4 patiënten van de praktijk}]
            keuzes: {top3: [eenzaam, roken, overgewicht], toelichting: besproken met 4 patiënten}

        """
    try folder.write(configuration, to: "wijkbeeld.yaml")
    _ = try application.report(
      RunOptions(configurationPath: folder.path + "/wijkbeeld.yaml", now: 1_800_000_000))
    #expect(try chapter.contains("rust &amp; ruimte"))
    let check = try application.outputCheck(folder.path + "/reports/voorbeeldwijk")
    #expect(!check.isClean && check.text.contains("een tekst"))
  }

  private func keep(_ name: String) throws {
    try FileManager.default.copyItem(
      atPath: folder.path + "/reports/voorbeeldwijk/tabellen", toPath: folder.path + "/" + name)
  }

  private func attack(_ names: String...) -> OutsideAuditor.Attack? {
    OutsideAuditor.attack(names.map { folder.path + "/" + $0 })
  }
}
