import Foundation
import Report
import TestSupport
import Testing
import WijkModel

@testable import Exporters

/// What is left of a text in a cell.
enum LegibleText {
  static func text(_ text: String) -> String { WorkbookText.cell(text) }
}

@Suite("Pieces of the workbook")
struct WorkbookPartsTests {
  @Test(
    "A Dutch cell becomes the number that it says",
    arguments: [
      ("1.234", SheetTable.Cell.styled(1234, .whole)), ("12", .styled(12, .whole)),
      ("1.234.567", .styled(1_234_567, .whole)), ("6,7\u{A0}%", .styled(0.067, .percentage)),
      ("−0,21", .styled(-0.21, .hundredths)), ("€\u{A0}1.745", .styled(1745, .euros)),
      ("99,9", .styled(99.9, .tenths)), ("•", .sign("•")), ("onbekend", .sign("onbekend")),
      ("", .blank), ("17,5\u{A0}% (Nederland)", .text("17,5\u{A0}% (Nederland)")),
      ("1.23", .text("1.23")), ("1234.567", .text("1234.567")), ("12,", .text("12,")),
      (",5", .text(",5")), ("0–14", .text("0–14")), ("1e5", .text("1e5")), ("−", .text("−")),
    ])
  func dutchCell(text: String, cell: SheetTable.Cell) {
    switch (DutchCell.number(text), cell) {
    case (.styled(let read, let style), .styled(let wanted, let other)):
      #expect(abs(read - wanted) < 1e-12 && style == other)
    case (let read, let wanted): #expect(read == wanted)
    }
  }

  @Test(
    "Numbers get as many decimals as they need",
    arguments: [
      ([1.0, 20, 3000], NumberStyle.whole), ([], .whole), ([0.5, 3], .hundredths),
      ([0.5, 12], .tenths), ([-0.25], .hundredths),
    ])
  func style(numbers: [Double], style: NumberStyle) {
    #expect(NumberStyle.fitting(numbers) == style)
  }

  @Test("A text for the top of a page has no codes")
  func page() {
    #expect(WorkbookText.page("A&B &P", limit: 60) == "A&&B &&P")
    #expect(WorkbookText.line(" a\n\tb\u{0} ", limit: 60) == "a b")
    #expect(WorkbookText.line("abcdef", limit: 4) == "abc…")
  }

  @Test("Names of sheets fit Excel and differ")
  func names() {
    func sheet(_ name: String) -> SheetPlan {
      SheetPlan(
        name: name, title: "", about: [], notes: [],
        table: SheetTable(name: "tabel_" + name, columns: [], rows: []), chart: nil)
    }
    var names = SheetNames()
    let long = String(repeating: "x", count: 50)
    let sheets = names.unique(["a", "A", "[b]*:?/\\", "", "inhoud", long, long].map(sheet))
    #expect(
      sheets.map(\.name) == [
        "a", "A 2", "b", "blad", "inhoud 2", String(long.prefix(27)), long.prefix(27) + " 2",
      ])
    #expect(sheets.map(\.table.name).prefix(2) == ["tabel_a", "tabel_A_2"])
  }

  @Test("A file with a hole, or cut off, is not whole", arguments: 1...25)
  func damaged(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let date = try #require(CalendarDate(iso: "2026-07-01"))
    let whole = try #require(
      try XlsxExporter(temporaryFolder: folder.path).files(for: SampleReport.report, date: date)
        .first
    ).bytes
    #expect(WorkbookCheck.isWhole(whole))
    var random = SeededGenerator(seed: seed)
    var bytes = whole
    if seed % 2 == 0 {
      bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    } else {
      let start = Int.random(in: 0..<bytes.count / 2, using: &random)
      for place in start..<min(start + 4096, bytes.count) { bytes[place] = 0 }
    }
    #expect(!WorkbookCheck.isWhole(bytes), "seed \(seed)")
  }
}
