import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Rates of care use")
struct CareUseProtectionTests {
  private func table(
    _ rows: [(area: String, code: String, unit: String, value: Double, patients: DraftCell)]
  ) -> DraftTable<EnrolledPatients> {
    var table = DraftTable<EnrolledPatients>(
      id: "t219-praktijkspiegel",
      columns: ["gebied", "indicatorcode"].map { TableColumn($0, .dimension) }
        + ["eenheid", "waarde", "verwacht", "index", "regio", "noemer"].map {
          TableColumn($0, .attribute)
        })
    for row in rows {
      table.append([
        .text(row.area), .text(row.code), .text(row.unit), .number(row.value), .number(1),
        .number(100), .number(2), row.patients,
      ])
    }
    return table
  }

  private func hidden(_ table: DraftTable<EnrolledPatients>) -> [Bool] {
    let rules = TableProtection(threshold: 10, roundsToFive: false)
    return rules.protected(table).rows.map { row in
      #expect(row[6] == .number(2) && row[7] != .suppressed)
      #expect(
        Set([row[3] == .suppressed, row[4] == .suppressed, row[5] == .suppressed]).count == 1)
      return row[3] == .suppressed
    }
  }

  @Test(
    "A rate is hidden when a few patients stand behind it",
    arguments: [
      ("per 1.000", 2.0, 4300.0, true), ("per 1.000", 2.4, 4300, false), ("%", 0.2, 4300, true),
      ("%", 0.3, 4300, false), ("aantal", 0.002, 4300, true), ("aantal", 4.1, 4300, false),
      ("euro", 0.001, 4300, false), ("per 1.000", 0, 4300, false), ("per 1.000", 0.1, 4300, false),
      ("%", 0.2, 4900, false),
    ])
  func threshold(unit: String, value: Double, patients: Double, isHidden: Bool) {
    #expect(hidden(table([("w", "A", unit, value, .number(patients))])) == [isHidden])
  }

  @Test("One small row hides its indicator in all areas, and no other indicator")
  func indicator() {
    let rows = [("w", "A", 2.0), ("1", "A", 0.5), ("2", "A", 3.0), ("w", "B", 5.0)]
    let table = table(rows.map { ($0.0, $0.1, "%", $0.2, DraftCell.number(1000)) })
    #expect(hidden(table) == [true, true, true, false])
  }

  @Test("Without a denominator nobody has the number")
  func unknown() {
    #expect(hidden(table([("w", "A", "%", 0.1, .unknown)])) == [false])
  }
}
