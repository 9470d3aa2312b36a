import Report
import TestSupport
import Testing

@testable import Exporters

@Suite("Widths of columns in Word")
struct ColumnWidthsTests {
  private func table(_ columns: [DisplayColumn], _ rows: [[String]]) -> ReportTable {
    ReportTable(
      id: "t", number: 1, caption: "c", badge: .none, notes: [], columns: columns,
      rows: rows.map { DisplayRow($0) })
  }

  private func widths(_ table: ReportTable, available: Int = 9_072) -> ColumnWidths {
    .best(of: table, available: available, size: 8.5, scale: 1)
  }

  @Test("Numbers stand in columns of one width, the text gets what it needs")
  func numbers() {
    let table = table(
      [
        DisplayColumn("Gebied", isNumeric: false), DisplayColumn("A", isNumeric: true),
        DisplayColumn("B", isNumeric: true),
      ], [["een wat langere naam van een gebied", "1", "17.900.000"]])
    let result = widths(table)
    #expect(result.fits)
    #expect(result.twips[1] == result.twips[2])
    #expect(result.twips[0] > result.twips[1])
    #expect(result.padding == TableShape.paddingBeside)
  }

  @Test("A small table is not narrower than part of the text, a large one not wider than all")
  func limits() {
    let small = widths(table([DisplayColumn("A", isNumeric: false)], [["b"]]))
    #expect((5_400...5_700).contains(small.twips.reduce(0, +)))
    let text = String(repeating: "woord ", count: 60)
    let large = widths(
      table((0..<4).map { _ in DisplayColumn("Kop", isNumeric: false) }, [[text, text, text, "x"]]))
    #expect((8_900...9_072).contains(large.twips.reduce(0, +)))
    #expect(large.twips[3] < large.twips[0])
    #expect(large.fits)
  }

  @Test("When texts do not fit on a line, the space between them shrinks")
  func tight() {
    let text = "een tekst die niet op een regel past"
    let result = widths(
      table(
        (0..<6).map { _ in DisplayColumn("Kop", isNumeric: false) },
        [Array(repeating: text, count: 6)]))
    #expect(result.fits)
    #expect(result.padding == TableShape.tightPaddingBeside)
  }

  @Test("A word that does not fit is said to, and a hidden hyphen lets it")
  func words() {
    let long = (0..<8).map { _ in
      DisplayColumn("Verzorgingsgebiedsomschrijving", isNumeric: false)
    }
    #expect(!widths(table(long, [])).fits)
    #expect(widths(table(long, []), available: 20_000).fits)
    let hyphened = (0..<8).map { _ in
      DisplayColumn("Verzorgings\u{AD}gebieds\u{AD}omschrijving", isNumeric: false)
    }
    #expect(widths(table(hyphened, [])).fits)
  }

  @Test("Whatever the texts, no table is wider than there is room", arguments: 1...60)
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...14, using: &random)
    let columns = (0..<count).map {
      DisplayColumn(NastyText.random(&random), isNumeric: $0 % 3 == 1)
    }
    let rows = (0..<5).map { _ in (0..<count).map { _ in NastyText.random(&random) } }
    let result = widths(table(columns, rows))
    #expect(result.twips.count == count, "seed \(seed)")
    #expect(result.twips.allSatisfy { $0 > 0 }, "seed \(seed)")
    #expect(result.twips.reduce(0, +) <= 9_072, "seed \(seed)")
  }
}
