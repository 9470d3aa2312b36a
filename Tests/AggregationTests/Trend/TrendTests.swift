import Testing
import WijkModel

@testable import Aggregation

@Suite("The trend over published years")
struct TrendTests {
  private typealias Stratum = PublishedYear.Stratum
  private static let bands = [AgeBand(0, 44), AgeBand(45, nil)]
  private let wijk = Wijk(name: "W", slug: "w", postcodes: [], practices: [])

  /// A year with men and women in two bands; a nil count is hidden.
  private func year(
    _ year: Int, cases: [Int?], patients: [Int?], total: Int? = nil, allPatients: Int? = nil,
    conditions: [String: String] = ["praktijken": "a"], day: Int = 1,
    rates: [StandardizedRate] = []
  ) throws -> PublishedYear {
    func counts(_ numbers: [Int?], _ total: Int?) -> PublishedYear.Counts {
      var counts = PublishedYear.Counts(total: total ?? numbers.compactMap { $0 }.reduce(0, +))
      let strata = Sex.allCases.flatMap { sex in Self.bands.map { Stratum(sex, $0) } }
      for (stratum, number) in zip(strata, numbers) {
        if let number { counts.strata[stratum] = number }
      }
      return counts
    }
    return PublishedYear(
      referenceDate: try #require(CalendarDate(year: year, month: 7, day: day)),
      conditions: conditions, patients: counts(patients, allPatients),
      cases: ["COPD": counts(cases, total)], rates: rates)
  }

  private func rows(_ trend: Trend?) throws -> [[String]] {
    try #require(trend).shared(of: wijk).rows.map { row in
      row.map {
        switch $0 {
        case .text(let text): text
        case .number(let number): String((number * 1000).rounded() / 1000)
        default: ""
        }
      }
    }
  }

  @Test("Without an earlier calendar year there is no trend")
  func first() throws {
    let now = try year(2026, cases: [10, 20, 10, 20], patients: [100, 100, 100, 100])
    #expect(Trend(current: now, earlier: [], data: SourceData()) == nil)
    #expect(Trend(current: now, earlier: [now], data: SourceData()) == nil)
  }

  @Test("Two years are compared with the patients of the first as the standard")
  func ratio() throws {
    // Before: 60 of 400. Now, with the first year's patients: 100·(20/100 + 20/200 + 10/100 + 20/100) = 60.
    let before = try year(2025, cases: [10, 20, 10, 20], patients: [100, 100, 100, 100])
    let same = try year(2026, cases: [20, 20, 10, 20], patients: [100, 200, 100, 100])
    let row = try #require(
      try rows(Trend(current: same, earlier: [before], data: SourceData())).first)
    #expect(row[0...6].joined(separator: " ") == "wijk w COPD 2025 2026 dsr_ratio 1.0")
    #expect(row[9] == "1.0")
    #expect(row[10] == "naar leeftijd en geslacht")
    let doubled = try year(2026, cases: [20, 40, 20, 40], patients: [100, 100, 100, 100])
    let double = try rows(Trend(current: doubled, earlier: [before], data: SourceData()))[0]
    // se = √(1/60 + 1/120) = 0,1581; limits 2·exp(∓1,96·se).
    #expect(double[6] == "2.0" && double[7] == "1.467" && double[8] == "2.727")
  }

  @Test("Hidden strata are taken together and follow from the total")
  func joined() throws {
    let before = try year(
      2025, cases: [nil, 20, nil, 20], patients: [100, 100, 100, 100], total: 50)
    let now = try year(2026, cases: [nil, 20, nil, 20], patients: [100, 100, 100, 100], total: 60)
    let row = try rows(Trend(current: now, earlier: [before], data: SourceData()))[0]
    #expect(row[6] == "1.2")
    #expect(row[10] == "naar leeftijd en geslacht, met samengenomen klassen")
  }

  @Test("A hidden total gives no figure, and says so")
  func hidden() throws {
    var counts = PublishedYear.Counts()
    counts.total = nil
    let before = try year(2025, cases: [10, 20, 10, 20], patients: [100, 100, 100, 100])
    let now = PublishedYear(
      referenceDate: try #require(CalendarDate(year: 2026, month: 7, day: 1)),
      conditions: before.conditions, patients: before.patients, cases: ["COPD": counts], rates: [])
    let row = try rows(Trend(current: now, earlier: [before], data: SourceData()))[0]
    #expect(row[6...9].joined() == "")
    #expect(row[10] == "aantal niet getoond")
  }

  @Test("A break is named and not bridged; later years do not reach over it")
  func breaks() throws {
    let patients = [100, 100, 100, 100]
    let old = try year(
      2024, cases: [10, 20, 10, 20], patients: patients, conditions: ["praktijken": "b"])
    let before = try year(2025, cases: [10, 20, 10, 20], patients: patients)
    let now = try year(2026, cases: [10, 20, 10, 20], patients: patients)
    let trend = try #require(Trend(current: now, earlier: [old], data: SourceData()))
    #expect(trend.breaks == ["praktijken"])
    #expect(try rows(trend)[0][10] == "niet vergelijkbaar: praktijken")
    #expect(trend.unrounded().rows.isEmpty)
    // Two comparable years are too few for a yearly change.
    #expect(try rows(Trend(current: now, earlier: [old, before], data: SourceData())).count == 1)
    let shifted = try year(2026, cases: [1, 2, 1, 2], patients: patients, day: 2)
    #expect(Trend(current: shifted, earlier: [before], data: SourceData())?.breaks == ["peildag"])
  }

  @Test("Three comparable years give the yearly change; doubling every year is 100 %")
  func yearly() throws {
    let years = try [(2024, 10), (2025, 20), (2026, 40)].map { number, cases in
      try year(number, cases: [cases, 0, 0, 0], patients: [100, 100, 100, 100])
    }
    let found = try rows(
      Trend(current: years[2], earlier: [years[1], years[0]], data: SourceData()))
    #expect(found.map { $0[5] } == ["dsr_ratio", "apc_procent"])
    #expect(found[1][3...6].joined(separator: " ") == "2024 2026 apc_procent 100.0")
  }

  @Test("Kept rates are compared only under the same mark of the standard")
  func rates() throws {
    func rate(_ standard: String, _ value: Double) -> StandardizedRate {
      StandardizedRate(
        area: Area(.postcode4, "1901"), group: "COPD", standard: standard, rate: value,
        variance: 1e-6)
    }
    func trend(_ mark: String) throws -> Trend {
      let before = try year(2025, cases: [], patients: [], rates: [rate("a", 0.02)])
      let now = try year(2026, cases: [], patients: [], rates: [rate(mark, 0.03)])
      return try #require(Trend(current: now, earlier: [before], data: SourceData()))
    }
    #expect(try trend("a").unrounded().rows.first?[6] == .number(0.03 / 0.02))
    #expect(try trend("b").unrounded().rows.isEmpty)
  }
}
