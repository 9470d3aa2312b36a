import Testing

@testable import Statistics

@Suite("Groups of about equal number")
struct QuantileGroupsTests {
  @Test("Groups agree with PHEindicatormethods, ties and missing values included")
  func golden() throws {
    let file = try GoldenFile("quantile.csv")
    #expect(file.rows.count == 334)
    var check = GoldenCheck()
    for rows in file.sets {
      let groups = QuantileGroups.groups(
        rows.map { $0.numbers["value"] }, count: rows[0].count("nquantiles"),
        isInverted: rows[0].text("invert") == "TRUE")
      for (row, group) in zip(rows, groups) {
        check.number(row, "quantile", group.map(Double.init), tolerance: 0)
      }
    }
    #expect(check.failures.isEmpty, "\(check.summary)")
  }

  @Test("Fewer values than groups have no groups")
  func few() {
    #expect(QuantileGroups.groups([1, nil, 2], count: 3) == [nil, nil, nil])
    #expect(QuantileGroups.groups([3, 1, 2], count: 3) == [3, 1, 2])
    #expect(QuantileGroups.groups([3, 1, 2], count: 3, isInverted: true) == [1, 3, 2])
    #expect(QuantileGroups.groups([1], count: 0) == [nil])
  }
}
