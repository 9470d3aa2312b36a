import Definitions
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

@Suite("Rates of the reference population")
struct ReferenceRatesTests {
  private let group = DiseaseGroup(
    id: "DM2", name: "Diabetes", program: nil, codes: [], episodes: .chronic,
    countsAsChronic: true, theme: "", isShown: true, source: "verzonnen")

  private func row(
    _ band: AgeBand, _ sex: Sex?, _ persons: Double, _ cases: Double?, area: String = "Nederland",
    year: Int = 2025, prevalence: String = ""
  ) -> ReferenceCount {
    ReferenceCount(
      area: area, year: year, group: "DM2", sex: sex, band: band, persons: persons, cases: cases,
      prevalence: prevalence, origin: 0)
  }

  private func read(_ rows: [ReferenceCount]) -> ReferenceRates.Rates? {
    var data = SourceData()
    data.references = rows
    return ReferenceRates(data)[group]
  }

  @Test("The newest year of the Netherlands goes before a region")
  func choice() throws {
    let all = AgeBand(0, nil)
    let rates = try #require(
      read([
        row(all, nil, 100, 1, area: "Aregio", year: 2026), row(all, nil, 100, 2, year: 2024),
        row(all, nil, 100, 3),
      ]))
    #expect(rates.area == "Nederland")
    #expect(rates.year == 2025)
    #expect(rates.rate(sex: .male, age: 40) == 0.03)
    #expect(rates.isSameDefinition)
  }

  @Test("A band takes the persons and cases of the bands inside it, by years where it cuts one")
  func bands() throws {
    let rates = try #require(
      read([
        row(AgeBand(0, 9), .male, 100, 10), row(AgeBand(10, 19), .male, 300, 0),
        row(AgeBand(20, nil), .male, 100, 50),
      ]))
    #expect(rates.rate(sex: .male, age: 9) == 0.1)
    #expect(rates.rate(sex: .male, band: AgeBand(0, 19)) == 0.025)
    #expect(rates.rate(sex: .male, band: AgeBand(0, 14)) == 10.0 / 250)
    #expect(rates.rate(sex: .male, band: AgeBand(65, nil)) == 0.5)
    #expect(rates.rate(sex: .female, age: 9) == nil)
  }

  @Test("Expected cases are the sum of persons times rate; a gap gives none")
  func expected() throws {
    let rates = try #require(
      read([row(AgeBand(0, 49), nil, 100, 10), row(AgeBand(50, 99), nil, 100, 30)]))
    var counts: [Sex: [Int]] = [
      .male: [Int](repeating: 0, count: 121), .female: [Int](repeating: 0, count: 121),
    ]
    counts[.male]?[40] = 20
    counts[.female]?[60] = 10
    #expect(rates.expected(counts) == 5)
    counts[.female]?[100] = 1
    #expect(rates.expected(counts) == nil)
  }

  @Test("Prevalence over a year is another definition")
  func definition() {
    #expect(
      read([row(AgeBand(0, nil), nil, 10, 1, prevalence: "jaar")])?.isSameDefinition == false)
    #expect(read([row(AgeBand(0, nil), nil, 10, nil)]) == nil)
  }
}
