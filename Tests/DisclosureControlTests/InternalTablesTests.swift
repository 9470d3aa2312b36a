import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Tables in full precision")
struct InternalTablesTests {
  private func table(isExact: Bool) -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t216-prevalentie",
      columns: [
        TableColumn("gebied", .dimension), TableColumn("aantal", .count(measure: "patienten")),
        TableColumn("noemer", .denominator(measure: "patienten")),
        TableColumn(
          "per_1000", .derived(from: "aantal"), rounding: isExact ? .exact : .decimals(1)),
      ] + (isExact ? [TableColumn("q_bh", .derived(from: "aantal"))] : []))
    for (area, cases, patients) in [("1901", 31, 300), ("1902", 9, 300), ("1903", 0, 8)] {
      var row: [DraftCell] = [
        .text(area), .count(cases), .count(patients),
        .number(1000 * Double(cases) / Double(patients)),
      ]
      if isExact { row.append(.number(0.123456789)) }
      table.append(row)
    }
    return table
  }

  private func released(_ settings: RegionSettings = RegionSettings()) -> ReleasedTables {
    var draft = DraftRelease(
      wijk: Wijk(name: "Wijk", slug: "wijk", postcodes: [], practices: []))
    draft.patients = [table(isExact: false)]
    draft.internalPatients = [table(isExact: true)]
    return primaryRelease(draft, settings)
  }

  @Test("Only rows whose count and denominator are shown are there, unrounded")
  func rows() {
    let released = released()
    #expect(released.tables.map(\.rows.count) == [3])
    #expect(
      released.internalTables.map(\.rows) == [
        [[.text("1901"), .count(31), .count(300), .number(31000.0 / 300), .number(0.123456789)]]
      ])
  }

  @Test("With rounding to 5 the shared rate is that of the rounded count")
  func rounded() {
    var settings = RegionSettings()
    settings.roundsToFive = true
    #expect(
      released(settings).tables.first?.rows.first
        == [.text("1901"), .count(30), .count(300), .number(100)])
  }

  @Test("A table that is not shared gives no rows")
  func withoutShared() {
    var draft = DraftRelease(
      wijk: Wijk(name: "Wijk", slug: "wijk", postcodes: [], practices: []))
    draft.internalPatients = [table(isExact: true)]
    let tables = primaryRelease(draft, RegionSettings()).internalTables
    #expect(tables.map(\.rows.count) == [0])
  }
}
