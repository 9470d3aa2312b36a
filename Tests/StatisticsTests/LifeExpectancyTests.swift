import Testing

@testable import Statistics

@Suite("Life expectancy")
struct LifeExpectancyTests {
  @Test("Years left and limits agree with PHEindicatormethods")
  func golden() throws {
    let inputs = try GoldenFile("life_expectancy_input.csv").sets
    let file = try GoldenFile("life_expectancy_expected.csv")
    #expect(file.rows.count == 300)
    var check = GoldenCheck()
    for (input, rows) in zip(inputs, file.sets) {
      let table = try LifeExpectancy(
        input.map {
          LifeExpectancy.Band(
            startAge: $0.count("startage"), deaths: $0["deaths"], persons: $0["population"])
        })
      #expect(input.map { $0.text("set") } == rows.map { $0.text("set") })
      let (inner, outer) = (table.intervals(), table.intervals(confidence: 0.998))
      for (index, row) in rows.enumerated() {
        #expect(row.count("startage") == table.ages[index])
        check.number(row, "value", table.years[index], tolerance: 1e-12)
        check.number(row, "lower95_0cl", inner[index].low, tolerance: 1e-11)
        check.number(row, "upper95_0cl", inner[index].high, tolerance: 1e-11)
        check.number(row, "lower99_8cl", outer[index].low, tolerance: 1e-11)
        check.number(row, "upper99_8cl", outer[index].high, tolerance: 1e-11)
      }
      #expect(table.isFirm)
    }
    #expect(check.count == 1500)
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("By hand: nobody dies before 80, then 1 in 10 a year leaves 80 + 10 years")
  func hand() throws {
    let table = try LifeExpectancy([
      LifeExpectancy.Band(startAge: 0, deaths: 0, persons: 8000),
      LifeExpectancy.Band(startAge: 80, deaths: 40, persons: 400),
    ])
    #expect(table.years == [90, 10])
    // The standard error of 1/M is 1/(M·√D).
    #expect(abs(table.standardErrors[1] - 10 / 40.0.squareRoot()) < 1e-14)
    #expect(table.standardErrors[0] == table.standardErrors[1])
    #expect(table.persons == 8400 && table.isFirm)
  }

  @Test("Few persons make no firm table, and what cannot be is an error")
  func errors() throws {
    func table(_ bands: [(Int, Double, Double)]) throws -> LifeExpectancy {
      try LifeExpectancy(
        bands.map { LifeExpectancy.Band(startAge: $0.0, deaths: $0.1, persons: $0.2) })
    }
    #expect(try !table([(0, 2, 4000), (80, 4, 900)]).isFirm)
    #expect(throws: StatisticsError.tooFew(count: 1, needed: 2)) { try table([(0, 2, 9)]) }
    #expect(throws: StatisticsError.outOfRange(index: 1)) { try table([(0, 1, 9), (80, 0, 9)]) }
    #expect(throws: StatisticsError.outOfRange(index: 0)) { try table([(1, 1, 9), (80, 1, 9)]) }
    #expect(throws: StatisticsError.outOfRange(index: 1)) { try table([(0, 1, 9), (0, 1, 9)]) }
    #expect(throws: StatisticsError.partExceedsWhole(index: 1)) {
      try table([(0, 1, 9), (80, 10, 9)])
    }
    #expect(throws: StatisticsError.partExceedsWhole(index: 0)) {
      try table([(0, 9, 9), (80, 1, 9)])
    }
  }
}
