import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Who lives outside the wijk, for the auditor")
struct OutsidePartsTests {
  @Test("The named postcodes and the rest add up to 'buiten', that and 'onbekend' to the outside")
  func parts() {
    func table(_ rows: [(String, String)]) -> ReleasableTable {
      ReleasableTable(
        id: "t202-herkomst-patienten", population: .enrolledPatients,
        columns: [TableColumn("ligging", .dimension), TableColumn("gebied", .dimension)],
        rows: rows.map { [.text($0.0), .text($0.1)] }, notes: [], origins: [], years: [])
    }
    let rows = [
      ("binnen", "duinrand"), ("buiten", "buiten"), ("buiten", "1911"), ("buiten", "elders"),
      ("onbekend", "onbekend"), ("Totaal", "Totaal"),
    ]
    let parts = table(rows).outsideParts
    #expect(parts.map(\.parent) == ["buiten-of-onbekend", "buiten"])
    #expect(parts.map(\.children) == [["buiten", "onbekend"], ["1911", "elders"]])
    #expect(
      table([rows[0], rows[1], rows[4]]).outsideParts.map(\.children) == [["buiten", "onbekend"]])
    #expect(table([rows[0]]).outsideParts.isEmpty)
  }
}
