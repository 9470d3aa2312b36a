import Definitions
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t212: what already happens")
struct ActivityTableTests {
  private func activity(
    _ name: String, _ performer: String, _ problems: [String], _ groups: [String] = ["ouderen"],
    postcodes: [Int] = [], start: String = "2025-01-01", end: String? = nil, reach: Int? = nil,
    plans: [Int] = []
  ) -> Activity {
    Activity(
      name: name, organization: "Organisatie", performer: performer, planYears: plans, domain: "",
      targetGroups: groups, problems: problems, postcodes: postcodes.map(Fixture.postcode),
      start: CalendarDate(iso: start), end: end.flatMap { CalendarDate(iso: $0) }, reach: reach)
  }

  private func table(_ activities: [Activity], top: [String]) throws -> DraftTable<NoPopulation> {
    let wijk = Fixture.wijk("Proef", [1901])
    return ActivityTable(
      activities: activities, plan: Fixture.plan([wijk]), definitions: try Fixture.definitions(),
      wijk: wijk
    ).table(top: top)
  }

  @Test("Activities by problem or theme, then the problem without any, then the others")
  func byHand() throws {
    let table = try table(
      [
        activity("Wandelen", "wsv", ["beweegrichtlijn"], ["senioren"], reach: 25),
        activity("Eten", "welzijn", ["eenzaamheid"], ["alleenwonende 75-plussers"], reach: 9),
        activity("Maatje", "wsv", ["eenzaam"], ["nieuwe groep"]),
        activity("Budget", "gemeente", ["moeite-met-rondkomen"], ["minima"], end: "2027-01-01"),
      ], top: ["ernstig-eenzaam", "roken"])
    #expect(
      table.columns.map(\.name) == [
        "probleem", "activiteit", "organisatie", "uitvoerder", "doelgroep", "start", "eind",
        "bereik",
        "overlap", "geen_activiteit",
      ])
    #expect(table.texts("activiteit") == ["Eten", "Maatje", "", "Budget", "Wandelen"])
    #expect(
      table.texts("probleem") == [
        "ernstig-eenzaam", "ernstig-eenzaam", "roken", "moeite-met-rondkomen", "beweegrichtlijn",
      ])
    #expect(table.texts("geen_activiteit") == ["nee", "nee", "ja", "nee", "nee"])
    #expect(table.texts("overlap") == ["ja", "ja", "", "nee", "nee"])
    #expect(
      table.texts("doelgroep") == [
        "Alleenwonenden", "nieuwe groep", "", "Mensen met een laag inkomen", "Ouderen",
      ])
    #expect(table.cell(["activiteit": "Wandelen"], "bereik") == .count(25))
    // Nine persons are fewer than the threshold.
    #expect(table.cell(["activiteit": "Eten"], "bereik") == .absent)
    #expect(table.cell(["activiteit": "Budget"], "eind") == .text("2027-01-01"))
    #expect(table.cell(["activiteit": "Eten"], "eind") == .absent)
  }

  @Test("The problems that the collaboration chose lead, otherwise the top 3")
  func chosen() throws {
    let wijk = Wijk(
      name: "Proef", slug: "proef", postcodes: [Fixture.postcode(1901)], practices: [],
      chosenProblems: ["Rokers", "overgewicht"])
    let table = ActivityTable(
      activities: [
        activity("Eten", "wsv", ["eenzaam"]), activity("Stoppen", "wsv", ["roken"]),
      ], plan: Fixture.plan([wijk]), definitions: try Fixture.definitions(), wijk: wijk
    ).table(top: ["ernstig-eenzaam"])
    #expect(table.texts("probleem") == ["roken", "overgewicht", "eenzaam"])
    #expect(table.texts("geen_activiteit") == ["nee", "ja", "nee"])
    #expect(table.note("problemen") == ["kandidaten": "roken|overgewicht"])
    let usual = try self.table([], top: ["roken"])
    #expect(usual.note("problemen") == ["kandidaten": "roken"])
    #expect(try self.table([], top: []).notes.isEmpty)
  }

  @Test("What has ended, has not begun or is elsewhere does not run here")
  func running() throws {
    let table = try table(
      [
        activity("Voorbij", "wsv", ["roken"], end: "2026-06-30"),
        activity("Laatste dag", "wsv", ["roken"], end: "2026-07-01"),
        activity("Vandaag begonnen", "wsv", ["roken"], start: "2026-07-01"),
        activity("Later", "wsv", ["roken"], start: "2026-07-02"),
        activity("Elders", "wsv", ["roken"], postcodes: [1902]),
        activity("Ook hier", "wsv", ["roken"], postcodes: [1901, 1902]),
      ], top: [])
    #expect(table.texts("activiteit") == ["Laatste dag", "Ook hier", "Vandaag begonnen"])
  }

  @Test(
    "Overlap needs an own and another activity with one theme or target group, or an earlier plan")
  func overlap() throws {
    func overlaps(_ activities: [Activity]) throws -> [String] {
      try table(activities, top: []).texts("overlap")
    }
    #expect(
      try overlaps([activity("a", "wsv", ["roken"]), activity("b", "wsv", ["roken"])])
        == ["nee", "nee"])
    #expect(
      try overlaps([activity("a", "gemeente", ["roken"]), activity("b", "welzijn", ["roken"])])
        == ["nee", "nee"])
    #expect(
      try overlaps([
        activity("a", "wsv", ["roken"], ["65+"]), activity("b", "overig", ["stress"], ["ouderen"]),
      ]) == ["ja", "ja"])
    #expect(
      try overlaps([
        activity("a", "wsv", ["roken"], ["jeugd"]), activity("b", "overig", ["stress"], ["65+"]),
      ]) == ["nee", "nee"])
    #expect(try overlaps([activity("a", "wsv", ["roken"], plans: [2026])]) == ["ja"])
    #expect(try overlaps([activity("a", "wsv", ["roken"], plans: [2027])]) == ["nee"])
  }

  @Test("The order of the file changes nothing", arguments: [51, 52] as [UInt64])
  func shuffled(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let activities = (0..<12).map { place in
      activity(
        "Naam \(place % 4)", place % 3 == 0 ? "wsv" : "welzijn", [["roken", "stress"][place % 2]],
        reach: 10 + place)
    }
    let first = try table(activities, top: ["roken"])
    #expect(try table(activities.shuffled(using: &generator), top: ["roken"]).rows == first.rows)
  }

  @Test("The table is there as soon as the source is, with its gaps")
  func source() throws {
    var data = SourceData()
    data.kinds = ["activiteiten"]
    data.inhabitants = Fixture.inhabitants(1901, [0, 0, 100, 0, 0])
    data.monitor = [Fixture.monitor(Fixture.pc4(1901), "roken", 20)]
    let tables = try Fixture.tables(data, Fixture.plan([Fixture.wijk("Proef", [1901])]))
    let table = try #require(tables.others.first)
    #expect(table.texts("probleem") == ["roken"])
    #expect(table.texts("geen_activiteit") == ["ja"])
    #expect(!tables.notes.contains { $0.facts["tabel"] == "t212" })
  }
}
