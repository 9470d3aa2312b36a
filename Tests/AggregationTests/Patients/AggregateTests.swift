import Definitions
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

@Suite("The counts of a region")
struct AggregateTests {
  @Test("A small region gives its tables, sums and waterfall")
  func smallRegion() throws {
    let definitions = try DefinitionSet.load(from: ProjectFolder.definitions.path)
    var settings = RegionSettings()
    settings.smallestArea = 0
    var data = SourceData()
    data.patients = [
      PatientColumns(
        "p.csv", rejected: 1,
        [
          PatientRow(number: "1", age: 70), PatientRow(number: "2", sex: .male),
          PatientRow(number: "3", postcode: 1999), PatientRow(number: "4", postcode: 0),
          PatientRow(number: "5", until: -1),
        ])
    ]
    let result = aggregate(data, plan: testPlan(settings: settings), definitions: definitions)
    let release = try #require(result.releases.first)
    #expect(
      release.patients.map(\.id) == [
        "t201-postcodes", "t202-herkomst-patienten", "t213-inschrijving",
        "t214-patienten-pc4-leeftijd-geslacht",
      ])
    #expect(
      release.patients[1].rows.map { $0[2] } == [
        .count(2), .count(1), .count(1), .count(4),
      ])
    #expect(release.patients[2].rows.first == [.text("gelezen"), .count(6)])
    #expect(release.patients[2].rows.last == [.text("geteld"), .count(4)])
    #expect(result.waterfall.dropLast().map(\.change).reduce(0, +) == 4)
    #expect(release.practiceCount == 1)
    let sources = release.notes.filter { $0.facts["bron"] == "episoden" }.compactMap {
      $0.facts["tabel"]
    }
    #expect(sources == ["t210", "t215", "t216", "t217", "t222", "t223"])
  }
}
