import Testing

@testable import Statistics

@Suite("Joining age bands without persons")
struct EmptyBandsTests {
  private func bands(_ persons: [Double]) -> [StandardStratum] {
    persons.enumerated().map {
      StandardStratum(cases: $1 > 0 ? 1 : 0, persons: $1, weight: Double(10 * ($0 + 1)))
    }
  }

  @Test(
    "An empty band joins the younger one beside it, the first ones the older one",
    arguments: [
      ([5, 6, 7], [5, 6, 7], [10, 20, 30], []),
      ([5, 0, 7], [5, 7], [30, 30], [0...1]),
      ([0, 0, 7], [7], [60], [0...2]),
      ([0, 6, 0, 0, 9], [6, 9], [100, 50], [0...3]),
      ([5, 6, 0], [5, 6], [10, 50], [1...2]),
    ] as [([Double], [Double], [Double], [ClosedRange<Int>])])
  func rule(
    persons: [Double], joined: [Double], weights: [Double], ranges: [ClosedRange<Int>]
  ) throws {
    let result = try DirectStandardization.joiningEmptyBands([bands(persons)])
    #expect(result.strata.map(\.persons) == joined)
    #expect(result.strata.map(\.weight) == weights)
    #expect(result.joins.map(\.bands) == ranges)
  }

  @Test("Groups are never joined; one without persons cannot be standardized")
  func groups() throws {
    let result = try DirectStandardization.joiningEmptyBands([bands([1, 2]), bands([0, 3])])
    #expect(result.strata.map(\.persons) == [1, 2, 3])
    #expect(result.joins == [JoinedStrata.Join(group: 1, bands: 0...1)])
    #expect(throws: StatisticsError.emptyStratum(index: 1)) {
      try DirectStandardization.joiningEmptyBands([bands([1, 2]), bands([0, 0])])
    }
    #expect(throws: StatisticsError.noData) { try DirectStandardization.joiningEmptyBands([[]]) }
  }

  @Test("After joining the rate can be standardized: 1/5 with weight 30 and 1/7 with 30")
  func standardized() throws {
    let joined = try DirectStandardization.joiningEmptyBands([bands([5, 0, 7])])
    let result = try DirectStandardization(joined.strata)
    #expect(relativeError(result.value, (1.0 / 5 + 1.0 / 7) / 2) < 1e-15)
  }
}
