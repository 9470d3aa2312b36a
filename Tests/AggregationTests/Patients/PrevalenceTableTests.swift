import Definitions
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

@Suite("t216, conditions beside the expectation")
struct PrevalenceTableTests {
  private let set: DefinitionSet

  init() throws { set = try DefinitionSet.load(from: ProjectFolder.definitions.path) }

  /// 100 patients of 40 in 1901 and 100 in 1902 of each practice; per practice so many with a code.
  private func table(
    cases: [UInt32: Int], code: String = "R95", extra: [String] = [],
    reference: [(String, Double, String, String)] = [("COPD", 0.1, "", "")],
    settings: RegionSettings = RegionSettings(), isInternal: Bool = false
  ) throws -> DraftTable<EnrolledPatients> {
    var chosen = settings
    chosen.smallestArea = 0
    let practices = cases.keys.sorted()
    var region = PlainRegion(
      plan: testPlan([practices], postcodes: [[1901, 1902]], settings: chosen))
    region.patients = [
      PlainFile(
        name: "p.csv",
        rows: practices.flatMap { practice in
          (1...200).map {
            PatientRow(
              number: "\($0)", practice: practice, postcode: $0 <= 100 ? 1901 : 1902,
              line: UInt32($0 + 1))
          }
        })
    ]
    var episodes: [EpisodeRow] = []
    for practice in practices {
      for number in 0..<(cases[practice] ?? 0) {
        episodes.append(
          EpisodeRow(
            number: "\(number + 1)", practice: practice, code: code, begin: -9, end: nil))
      }
      for (place, other) in extra.enumerated() {
        episodes.append(
          EpisodeRow(
            number: "\(place + 1)", practice: practice, code: other, begin: -9, end: nil))
      }
    }
    region.episodes = [PlainFile(name: "e.csv", rows: episodes)]
    var data = region.data
    data.references = reference.map { group, rate, definition, prevalence in
      ReferenceCount(
        area: "Nederland", year: 2025, group: group, sex: nil, band: AgeBand(0, nil),
        persons: 1000, cases: 1000 * rate, definition: definition, prevalence: prevalence,
        origin: 0)
    }
    let release = try #require(
      aggregate(data, plan: region.plan, definitions: set).releases.first)
    let tables = isInternal ? release.internalPatients : release.patients
    return try #require(tables.first { $0.id == "t216-prevalentie" })
  }

  private func cell(
    _ table: DraftTable<EnrolledPatients>, _ area: String, _ group: String, _ column: String
  ) throws -> DraftCell {
    let row = try #require(
      table.rows.first { $0[1] == .text(area) && $0[2] == .text(group) })
    return row[try #require(table.columns.firstIndex { $0.name == column })]
  }

  @Test("Count, denominator, expected and verdicts of a postcode and the wijk")
  func counts() throws {
    let table = try table(cases: [11: 30])
    #expect(
      table.columns.map(\.name).joined(separator: ",")
        == "gebied_soort,gebied,groep,aantal,noemer,per_1000,per_1000_laag,per_1000_hoog,verwacht,"
        + "oe100,oe100_laag,oe100_hoog,oe_methode,p,oordeel95,oordeel_bh")
    #expect(try cell(table, "1901", "COPD", "aantal") == .count(30))
    #expect(try cell(table, "1901", "COPD", "noemer") == .count(100))
    #expect(try cell(table, "1901", "COPD", "per_1000") == .number(300))
    #expect(try cell(table, "1901", "COPD", "verwacht") == .number(10))
    #expect(try cell(table, "1901", "COPD", "oe100") == .number(300))
    #expect(try cell(table, "1901", "COPD", "oordeel95") == .text("hoger"))
    #expect(try cell(table, "1901", "COPD", "oordeel_bh") == .text("hoger"))
    #expect(try cell(table, "1902", "COPD", "aantal") == .count(0))
    #expect(try cell(table, "1902", "COPD", "oordeel_bh") == .text("lager"))
    #expect(try cell(table, "1902", "COPD", "oe_methode") == .text("exact"))
    #expect(try cell(table, "wijk-1", "COPD", "noemer") == .count(200))
    #expect(try cell(table, "wijk-1", "COPD", "oordeel95") == .text("hoger"))
    #expect(try cell(table, "wijk-1", "COPD", "oordeel_bh") == .absent)
  }

  @Test("A programme without a reference has its rate and no verdict; another group has no row")
  func withoutReference() throws {
    let table = try table(cases: [11: 30])
    #expect(try cell(table, "1901", "Astma", "per_1000") == .number(0))
    #expect(try cell(table, "1901", "Astma", "verwacht") == .absent)
    #expect(try cell(table, "1901", "Astma", "oordeel95") == .absent)
    #expect(!table.rows.contains { $0[2] == .text("Artrose") })
    #expect(table.notes.contains { $0.code == "geen-referentie" && $0.facts["groepen"] != nil })
    let bare = try self.table(cases: [11: 30], reference: [])
    #expect(bare.notes == [TableNote("geen-referentie")])
    #expect(bare.rows.count == 15)
  }

  @Test("A group that is no programme is outside the family")
  func others() throws {
    let table = try table(
      cases: [11: 30], code: "L91", reference: [("ARTROSE", 0.1, "", "")])
    #expect(try cell(table, "1901", "Artrose", "oordeel95") == .text("hoger"))
    #expect(try cell(table, "1901", "Artrose", "oordeel_bh") == .absent)
  }

  @Test(
    "Another definition or kind of prevalence gives O/E without a verdict",
    arguments: [
      ("COPD", "R95", "lijst van een ander", ""), ("COPD", "R95", "", "jaar"),
      ("ASTMA", "R96", "", "ooit"), ("ANGST_STEMMING", "P74", "", "punt"),
    ])
  func definition(group: String, code: String, definition: String, prevalence: String) throws {
    let table = try table(
      cases: [11: 30], code: code, reference: [(group, 0.1, definition, prevalence)])
    let name = try #require(set.group(named: group)?.name)
    #expect(try cell(table, "1901", name, "oe100") == .number(300))
    #expect(try cell(table, "1901", name, "oordeel95") == .absent)
    #expect(try cell(table, "1901", name, "oordeel_bh") == .absent)
    #expect(table.notes.contains(TableNote("andere-definitie", ["groepen": name])))
  }

  @Test(
    "Our own kind of prevalence keeps the verdict",
    arguments: [
      ("COPD", "R95", "ooit"), ("COPD", "R95", "punt"), ("ASTMA", "R96", "punt"),
      ("ANGST_STEMMING", "P74", "jaar"),
    ])
  func sameDefinition(group: String, code: String, prevalence: String) throws {
    let table = try table(cases: [11: 30], code: code, reference: [(group, 0.1, "", prevalence)])
    let name = try #require(set.group(named: group)?.name)
    #expect(try cell(table, "1901", name, "oordeel_bh") == .text("hoger"))
  }

  @Test("Diabetes without a recorded type above the limit has no verdict, other groups do")
  func diabetes() throws {
    let references = [("DM2", 0.1, "", ""), ("COPD", 0.1, "", "")]
    let table = try table(
      cases: [11: 30], code: "T90.02", extra: ["R95"], reference: references)
    #expect(try cell(table, "1901", "Diabetes", "oordeel95") == .text("hoger"))
    // 2 of 2 with diabetes have no type.
    let bare = try self.table(
      cases: [11: 2], code: "T90", extra: ["R95"], reference: references)
    #expect(try cell(bare, "1901", "Diabetes", "verwacht") == .number(10))
    #expect(try cell(bare, "1901", "Diabetes", "oordeel95") == .absent)
    #expect(try cell(bare, "1901", "COPD", "oordeel95") == .text("lager"))
    #expect(bare.notes.contains(TableNote("geen-oordeel-diabetes")))
  }

  @Test("A practice without episodes takes every verdict away")
  func silentPractice() throws {
    let table = try table(cases: [11: 30, 12: 0])
    #expect(try cell(table, "1901", "COPD", "verwacht") == .number(20))
    #expect(try cell(table, "1901", "COPD", "oordeel95") == .absent)
    #expect(table.notes.contains(TableNote("geen-oordeel-episoden")))
  }

  @Test("Three practices that differ widen limits and p, but not the plain verdict; off by setting")
  func overdispersion() throws {
    let cases: [UInt32: Int] = [11: 80, 12: 10, 13: 12]
    let wide = try table(cases: cases)
    var settings = RegionSettings()
    settings.widensForOverdispersion = false
    let plain = try table(cases: cases, settings: settings)
    #expect(try cell(wide, "1901", "COPD", "oordeel95") == .text("hoger"))
    #expect(try cell(wide, "1901", "COPD", "oordeel_bh") == .text("vergelijkbaar"))
    #expect(try cell(plain, "1901", "COPD", "oordeel_bh") == .text("hoger"))
    #expect(wide.notes.contains(TableNote("spreiding-praktijken")))
    #expect(!plain.notes.contains { $0.code.hasPrefix("spreiding") })
    let two = try table(cases: [11: 80, 12: 22])
    #expect(try cell(two, "1901", "COPD", "oordeel_bh") == .text("hoger"))
    #expect(two.notes.contains(TableNote("spreiding-onbekend")))
  }

  @Test("A rate needs a hundred patients, a count does not", arguments: [(99, false), (100, true)])
  func smallestDenominator(patients: Int, hasRate: Bool) throws {
    let table = try regional(wijken: 1, cases: [20], patients: patients)
    #expect(try cell(table, "1901", "COPD", "aantal") == .count(20))
    #expect(try cell(table, "1901", "COPD", "per_1000") == (hasRate ? .number(200) : .absent))
    #expect(try (cell(table, "1901", "COPD", "per_1000_laag") == .absent) == !hasRate)
  }

  /// Wijken with one postcode and practice each, their patients with so many cases of COPD; the
  /// reference of the file has half of all persons.
  private func regional(
    wijken: Int, cases: [Int], patients: Int = 100, of place: Int = 0
  ) throws -> DraftTable<EnrolledPatients> {
    var settings = RegionSettings()
    settings.smallestArea = 0
    settings.comparesWithRegion = true
    let practices = (0..<wijken).map { UInt32(11 + $0) }
    var region = PlainRegion(
      plan: testPlan(
        practices.map { [$0] }, postcodes: (0..<wijken).map { [1901 + $0] }, settings: settings))
    region.patients = practices.enumerated().map { place, practice in
      PlainFile(
        name: "p\(place).csv",
        rows: (1...patients).map {
          PatientRow(
            number: "\($0)", practice: practice, age: $0 <= 50 ? 40 : 72,
            postcode: UInt16(1901 + place), line: UInt32($0 + 1))
        })
    }
    region.episodes = [
      PlainFile(
        name: "e.csv",
        rows: practices.enumerated().flatMap { place, practice in
          (0..<cases[place]).map {
            EpisodeRow(
              number: "\($0 + 1)", practice: practice, code: "R95", begin: -9, end: nil)
          }
        })
    ]
    var data = region.data
    data.references = [
      ReferenceCount(
        area: "Nederland", year: 2025, group: "COPD", sex: nil, band: AgeBand(0, nil),
        persons: 1000, cases: 500, definition: "", prevalence: "", origin: 0)
    ]
    let releases = aggregate(data, plan: region.plan, definitions: set).releases
    return try #require(releases[place].patients.first { $0.id == "t216-prevalentie" })
  }

  @Test("Compared with the region the other wijken are the reference, this one left out")
  func region() throws {
    let cases = [30, 10, 10, 10, 10, 10]
    let table = try regional(wijken: 6, cases: cases)
    // All cases are among the 50 of age 40: (5 · 10)/(5 · 50) of 50.
    #expect(try cell(table, "1901", "COPD", "verwacht") == .number(10))
    #expect(try cell(table, "1901", "COPD", "oe100") == .number(300))
    #expect(try cell(table, "1901", "COPD", "oordeel_bh") == .text("hoger"))
    #expect(
      table.notes.contains(
        TableNote("referentie", ["naam": "de andere wijken van Testregio", "jaar": "2026"])))
    // The fourth: (30 + 4 · 10)/250 of 50.
    let other = try regional(wijken: 6, cases: cases, of: 3)
    guard case .number(let expected) = try cell(other, "1904", "COPD", "verwacht") else {
      Issue.record("no number")
      return
    }
    #expect(abs(expected - 14) < 1e-9)
  }

  @Test("With fewer than five other wijken the reference of the file counts, and that is said")
  func smallRegion() throws {
    let table = try regional(wijken: 5, cases: [30, 10, 10, 10, 10])
    #expect(try cell(table, "1901", "COPD", "verwacht") == .number(50))
    #expect(table.notes.contains(TableNote("regio-te-weinig-wijken")))
    // A wijk whose practice delivers no episodes is no reference.
    let silent = try regional(wijken: 6, cases: [30, 10, 10, 10, 10, 0])
    #expect(try cell(silent, "1901", "COPD", "verwacht") == .number(50))
  }

  @Test("The unrounded table also has q and the smoothed ratio")
  func unrounded() throws {
    let table = try table(cases: [11: 30], isInternal: true)
    #expect(table.columns.suffix(2).map(\.name) == ["q_bh", "oe100_eb"])
    #expect(table.columns.allSatisfy { $0.rounding == .exact })
    #expect(try cell(table, "wijk-1", "COPD", "q_bh") == .absent)
    #expect(try cell(table, "1901", "COPD", "oe100_eb") != .absent)
  }
}
