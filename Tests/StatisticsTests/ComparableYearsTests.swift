import Testing

@testable import Statistics

@Suite("Years that may be compared")
struct ComparableYearsTests {
  @Test("A break begins a new run and is named; the order of the years does not matter")
  func breaks() {
    let years = [(2025, "b"), (2021, "a"), (2023, "a"), (2024, "b")]
    let series = ComparableYears(years.map { (year: $0.0, conditions: $0.1) })
    #expect(series.runs == [[2021, 2023], [2024, 2025]])
    #expect(series.latest == [2024, 2025])
    #expect(series.breaks == [2024])
  }

  @Test("A condition that returns does not mend the break; without years nothing is compared")
  func returning() {
    let years = [(2021, "a"), (2022, "b"), (2023, "a")]
    let series = ComparableYears(years.map { (year: $0.0, conditions: $0.1) })
    #expect(series.latest == [2023] && series.breaks == [2022, 2023])
    let none = ComparableYears([(year: Int, conditions: String)]())
    #expect(none.latest.isEmpty && none.breaks.isEmpty)
  }
}
