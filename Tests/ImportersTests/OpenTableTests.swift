import DelimitedText
import Foundation
import Testing
import WijkModel

@testable import Importers

@Suite("Rows of a table")
struct OpenTableTests {
  @Test(
    "What is no such text is refused with its code",
    arguments: [
      ("", "E101"), ("PK\u{3}\u{4}\u{14}\u{0}[Content_Types].xml", "E102"),
      (ListText(0).text, "E107"), (ListText().text + "1161;15-06-1994;M", "E105"),
      (ListText().text + "\u{0}\u{0}", "E106"),
      (ListText().with("postcode", "\"2312", row: 3).text, "E104"),
    ])
  func refused(text: String, code: String) throws {
    let read = try ImportSupport.read(text)
    #expect(read.isRefused)
    #expect(read.codes.contains(code))
    #expect(read.data.patients.isEmpty)
  }

  @Test("A quote that is never closed names the line where it opens (d012)")
  func quoteLine() throws {
    let text = ListText().with("postcode", "\"2312", row: 3).text
    #expect(try ImportSupport.read(text).findings("E104").map(\.line) == [4])
  }

  @Test("Line breaks in quotes and blank lines do not shift line numbers (d014, d017)")
  func lineNumbers() throws {
    let list = ListText().adding("praktijknaam", "De Linde")
      .with("praktijknaam", "\"regel 1\r\nregel 2\"", row: 3).with("postcode", "0000", row: 4)
    let text = "\n" + list.text + "\n\n"
    #expect(try ImportSupport.read(text).findings("E311").map(\.line) == [7])
  }

  @Test("Rows of only empty cells are skipped and told (d019)")
  func emptyRows() throws {
    var list = ListText()
    list.rows.insert(Array(repeating: "", count: 8), at: 2)
    list.rows.insert(["\" \""] + Array(repeating: "", count: 7), at: 2)
    let read = try ImportSupport.read(list.text)
    #expect(read.places("W112") == [[4, 2]])
    #expect(read.record.records == 6)
    #expect(read.record.rejected == 0)
  }

  @Test("Footers below the table are skipped and told (d016)")
  func footers() throws {
    let read = try ImportSupport.read(ListText().text + "\nBron: HIS, 2025\n* voorlopig;\n")
    #expect(read.codes == ["W111"])
    #expect(read.count("W111") == 2)
    #expect(read.record.records == 6)
  }

  @Test("A repeated header is left out and told (d028)")
  func repeatedHeader() throws {
    var list = ListText()
    list.rows.insert(list.header, at: 3)
    let read = try ImportSupport.read(list.text)
    #expect(read.findings("E204").map(\.line) == [5])
    #expect(read.record.records == 7)
    #expect(read.record.rejected == 1)
    #expect(read.data.patients.first?.keys.count == 6)
  }

  @Test("A broken row is left out with both widths (d029)")
  func brokenRow() throws {
    var list = ListText()
    list.rows.insert(["1161", "15-06-1994", "M"], at: 2)
    let read = try ImportSupport.read(list.text)
    let finding = try #require(read.findings.first)
    #expect(finding.line == 4)
    #expect(finding.facts == ["verwacht": "8", "gevonden": "3"])
    #expect(read.record.records == 7)
    #expect(read.record.rejected == 1)
  }

  @Test("A row filled in personal columns only is no empty row")
  func onlyPersonal() throws {
    var list = ListText()
    list.header = ["naam", "telefoon"] + list.header
    list.rows = list.rows.map { ["Verzonnen", "0"] + $0 }
    list.rows.insert(["Verzonnen", "0"], at: 2)
    list.rows.insert(["Verzonnen", ""] + Array(repeating: "", count: 8), at: 4)
    let read = try ImportSupport.read(list.text)
    #expect(read.findings("E108").map(\.line) == [4])
    #expect(read.findings("E304").map(\.line) == [6])
    #expect(read.findings("W112").isEmpty)
    #expect(read.totals == [8, 2])
  }

  @Test(
    "Twenty broken rows are left out, twenty-one refuse the file",
    arguments: [
      (20, 40, false), (21, 40, true), (30, 3000, false), (31, 3000, true),
    ])
  func brokenRows(broken: Int, all: Int, isRefused: Bool) throws {
    var list = ListText(all - broken)
    for _ in 0..<broken { list.rows.insert(["1161", "15-06-1994", "M"], at: 1) }
    let read = try ImportSupport.read(list.text)
    #expect(read.isRefused == isRefused)
    #expect(read.count("E108") == broken)
  }

  @Test("A row with a cell too many is broken, even when the last one is empty")
  func shifted() throws {
    var list = ListText()
    list.rows[2].append("")
    let read = try ImportSupport.read(list.text)
    #expect(read.codes == ["E108"])
    #expect(read.record.rejected == 1)
  }

  @Test("Records are accepted plus rejected plus ignored")
  func totals() throws {
    let read = try ImportSupport.read(ListText(10).with("patientnummer", "", row: 4).text)
    #expect(read.findings("E304").map(\.line) == [5])
    #expect(read.totals == [10, 1])
    #expect(read.data.patients.first?.keys.count == 9)
    for column in read.record.columns {
      #expect(column.values + column.unknown + column.rejected == 9, "\(column.column)")
    }
  }
}
