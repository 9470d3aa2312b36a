import Report
import TestSupport
import Testing
import WijkModel

@testable import Exporters

/// What was written, read back by other code.
@Suite("Reading Word and Excel back")
struct OfficeContentTests {
  private func word() throws -> OfficeContent {
    let date = try #require(CalendarDate(iso: "2026-07-01"))
    let files = try DocxExporter(house: .standard, date: date).files(
      for: SampleReport.report, pictures: SampleReport.pictures, officerFile: "duiding/x.md")
    let file = try #require(files.first)
    return try #require(OfficeContent(file.bytes))
  }

  private func excel() throws -> OfficeContent {
    let folder = try TemporaryFolder()
    let date = try #require(CalendarDate(iso: "2026-07-01"))
    let files = try XlsxExporter(temporaryFolder: folder.path).files(
      for: SampleReport.report, date: date)
    let file = try #require(files.first)
    return try #require(OfficeContent(file.bytes))
  }

  @Test("Every table of the chapter stands in Word with its caption and cells")
  func tables() throws {
    let content = try word()
    #expect(content.tables.count == SampleReport.report.tables.count)
    for (read, table) in zip(content.tables, SampleReport.report.tables) {
      #expect(read.caption.contains(table.caption))
      #expect(read.caption.contains("Tabel \(table.number)"))
      let cells = table.rows.map(\.cells)
      #expect(read.rows.count == cells.count + 1)
      for (row, expected) in zip(read.rows.dropFirst(), cells) {
        #expect(row.filter { !$0.isEmpty } == expected.filter { !$0.isEmpty })
      }
    }
  }

  @Test("Paragraphs, descriptions of figures and properties are texts")
  func texts() throws {
    for content in [try word(), try excel()] {
      let texts = content.texts.joined(separator: "\n")
      for figure in SampleReport.report.figures { #expect(texts.contains(figure.alternative)) }
      #expect(texts.contains(SampleReport.report.title))
    }
    #expect(try word().drawings.count == SampleReport.report.figures.count)
  }

  @Test("Every published table stands on its sheet, hidden cells as such")
  func sheets() throws {
    let content = try excel()
    for table in SampleReport.report.data {
      let name = String(table.id.prefix { $0 != "-" })
      let sheet = try #require(content.tables.first { $0.sheet == name && !$0.isBeside })
      #expect(sheet.rows.count == table.rows.count + 1)
      #expect(sheet.rows.first?.count == table.columns.count)
      let hidden = table.rows.flatMap { $0 }.count { $0 == .suppressed }
      #expect(sheet.rows.joined().count { $0 == "•" } == hidden)
    }
  }

  @Test("Charts keep the values of their cells, and zero for a sign")
  func charts() throws {
    let values = try excel().storedValues
    #expect(!values.isEmpty)
    for value in values {
      #expect(value.stored == value.cell || value.stored == "0" && Double(value.cell) == nil)
    }
  }

  @Test("What is no Word or Excel file is not read")
  func others() throws {
    #expect(OfficeContent([]) == nil)
    #expect(OfficeContent(Array("PK".utf8)) == nil)
    let part = ZipWriter.Entry(path: "[Content_Types].xml", bytes: Array("<Types/>".utf8))
    #expect(OfficeContent(try ZipWriter.bytes(of: [part])) == nil)
  }
}
