import TestSupport
import Testing

@testable import Exporters

@Suite("Cells of a sheet")
struct SheetReaderTests {
  private func cells(_ data: String) throws -> SheetCells {
    var reader = SheetReader(
      strings: ["nul", "een"], formats: [.plain, .percentage, .euros])
    var scanner = try MarkupScanner(
      Array("<worksheet><sheetData>\(data)</sheetData></worksheet>".utf8), elementLimit: 100)
    while let piece = try scanner.next() { reader.take(piece, &scanner) }
    return reader.cells
  }

  private func text(_ data: String) throws -> String? {
    try cells(data)[SheetCells.Place(row: 2, column: 1)]
  }

  @Test(
    "A cell says what its kind and format make of its value",
    arguments: [
      ("<c r=\"B2\" t=\"s\"><v>1</v></c>", "een"), ("<c r=\"B2\" t=\"s\"><v>2</v></c>", nil),
      ("<c r=\"B2\" t=\"s\"><v>x</v></c>", nil), ("<c r=\"B2\"/>", nil), ("<c/>", nil),
      ("<c r=\"B2\"><v>0.125</v></c>", "0.125"),
      ("<c s=\"1\" r=\"B2\"><v>0.125</v></c>", "12.5 %"),
      ("<c r=\"B2\" s=\"2\"><v>7</v></c>", "€ 7"), ("<c r=\"B2\" s=\"2\"><v>x</v></c>", "x"),
      ("<c r=\"B2\" s=\"9\"><v>7</v></c>", "7"), ("<c r=\"B2\" t=\"str\"><v>&lt;5</v></c>", "<5"),
      ("<c r=\"B2\"><f>1+1</f><v>2</v><v>3</v></c>", "2"),
      ("<c r=\"B2\" t=\"inlineStr\"><is><t>a</t><rPh><t>z</t></rPh><r><t>b</t></r></is></c>", "ab"),
      ("<x:c xmlns:x=\"u\" r=\"B2\"><x:v>4<!-- - --><![CDATA[5]]></x:v></x:c>", "45"),
      ("<c r=\"A1\"><c r=\"B2\"><v>6</v></c></c>", "6"),
    ])
  func values(data: String, shown: String?) throws {
    #expect(try text(data) == shown)
  }

  @Test("A nested cell does not take the value of the one around it")
  func nested() throws {
    let cells = try cells("<c r=\"A1\"><c r=\"B2\"><v>6</v></c><v>7</v></c>")
    #expect(cells[SheetCells.Place(row: 1, column: 0)] == "7")
    #expect(cells[SheetCells.Place(row: 2, column: 1)] == "6")
  }

  @Test(
    "A name is letters and a row",
    arguments: [
      ("B2", 2, 1), ("A1", 1, 0), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383),
    ])
  func places(name: String, row: Int, column: Int) {
    let place = SheetCells.Place(row: row, column: column)
    #expect(CellRange.place(Array(name.utf8)[...]) == place)
  }

  @Test(
    "Other names are none",
    arguments: ["", "B", "2", "B0", "b2", "ABCD1", "B2x", "B-1", "B9999999999999999999"])
  func noPlaces(name: String) {
    #expect(CellRange.place(Array(name.utf8)[...]) == nil)
  }

  @Test("A range gives its cells in order, and none outside of it")
  func ranges() throws {
    let (name, range) = try #require(CellRange.onSheet("'t2''x'!$B$2:$B$4"))
    #expect(name == "t2'x")
    #expect(range.place(at: 2) == SheetCells.Place(row: 4, column: 1))
    for index in [3, Int.max] { #expect(range.place(at: index) == nil) }
  }

  @Test("Cells in any order are those of a dictionary", arguments: 1...60)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var cells = SheetCells()
    var expected: [SheetCells.Place: String] = [:]
    for number in 0..<Int.random(in: 0...60, using: &random) {
      let place = SheetCells.Place(
        row: Int.random(in: 1...6, using: &random), column: Int.random(in: 0...6, using: &random))
      cells.set(place, String(number))
      expected[place] = String(number)
    }
    #expect(cells.rows.map(\.number) == Set(expected.keys.map(\.row)).sorted(), "seed \(seed)")
    for row in cells.rows {
      let last = expected.keys.filter { $0.row == row.number }.map(\.column).max() ?? -1
      let texts = (0...max(last, 0)).map {
        expected[SheetCells.Place(row: row.number, column: $0)] ?? ""
      }
      #expect(row.texts == texts, "seed \(seed)")
      #expect(row.texts(in: 0..<last + 1) == texts, "seed \(seed)")
    }
    for (place, text) in expected { #expect(cells[place] == text, "seed \(seed)") }
    #expect(cells[SheetCells.Place(row: 7, column: 0)] == nil)
  }
}
