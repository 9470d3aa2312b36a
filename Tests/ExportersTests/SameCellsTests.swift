import Foundation
import Report
import Testing

@testable import Exporters

@Suite("The same table in every format")
struct SameCellsTests {
  /// The cells of all tables of a page, header cells included, in one row.
  private func cellsOfPage(_ report: Report) throws -> [String] {
    WellFormedness(try #require(HTMLExporter().files(for: report).first).bytes).cells
  }

  /// The rows of all tables of the Markdown, with its escapes undone.
  private func rowsOfMarkdown(_ report: Report) throws -> [[String]] {
    let bytes = try #require(MarkdownExporter().files(for: report).first).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| --") }.map { line in
      line.dropFirst(2).dropLast(2).replacing("\\|", with: "\u{1}").split(
        separator: " | ", omittingEmptySubsequences: false
      ).map { cell in
        var text = ""
        var isEscaped = false
        for sign in cell.replacing("\u{1}", with: "|") {
          if sign == "\\", !isEscaped {
            isEscaped = true
          } else {
            text.append(sign)
            isEscaped = false
          }
        }
        return text.replacing("&lt;", with: "<").replacing("&amp;", with: "&")
      }
    }
  }

  @Test("Word, Markdown and the page have the same tables with the same cells")
  func same() throws {
    let report = SampleReport.report
    let tables = try OfficeFile(DocxExporterTests.bytes(report)).body().all("tbl").map(\.cellTexts)
    #expect(tables.count == report.tables.count)
    #expect(tables.count == 5)
    #expect(try tables.flatMap { $0 } == rowsOfMarkdown(report))
    #expect(try tables.flatMap { $0.flatMap { $0 } } == cellsOfPage(report))
  }
}
