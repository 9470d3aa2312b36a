import Report
import Testing
import WijkModel

@testable import DisclosureControl
@testable import Exporters

@Suite("A sheet before it is written")
struct SheetTableTests {
  @Test("Numbers of one unit look alike, whatever else stands in their column")
  func units() {
    let table = ReleasableTable(
      id: "t205-huishoudens", population: .inhabitants,
      columns: [
        TableColumn("kenmerk", .dimension), TableColumn("jaar", .dimension),
        TableColumn("waarde", .attribute), TableColumn("eenheid", .attribute),
      ],
      rows: [
        [.text("Huishoudens"), .count(2025), .number(1990), .text("aantal")],
        [.text("Eenpersoonshuishoudens"), .count(2025), .number(39.95), .text("%")],
        [.text("Huishoudensgrootte"), .count(2025), .number(1.9), .text("personen")],
        [.text("Woningen"), .count(2025), .unknown, .text("aantal")],
      ], notes: [], origins: [], years: [])
    let rows = SheetTable(table, name: "tabel_t205", words: ReaderWords([:])).rows
    #expect(
      rows.map { $0[2] } == [
        .styled(1990, .whole), .styled(39.95, .tenths), .styled(1.9, .hundredths),
        .sign("onbekend"),
      ])
    #expect(rows[0][1] == .styled(2025, .year))
    #expect(rows[0][0] == .text("Huishoudens"))
  }

  @Test(
    "A row is as high as its longest text",
    arguments: [(30, 1), (42, 1), (60, 2), (120, 3)])
  func lines(signs: Int, lines: Int) {
    let cells: [SheetTable.Cell] = [.text(String(repeating: "a", count: signs)), .number(1)]
    #expect(SheetWriter.lines(of: cells, in: [46, 9]) == lines)
  }
}
