import Foundation
import Report
import TestSupport
import Testing

@testable import Exporters

@Suite("Other programs read the Word document")
struct DocxReadersTests {
  /// The documents to check: our own style, a house style, and our own document as house style.
  private static func documents(in folder: TemporaryFolder) throws -> [String] {
    let own = try DocxExporterTests.bytes()
    let random = try DocxExporterTests.bytes(SampleReport.nasty(seed: 7))
    var file = HouseStyleFile()
    // The picture of the fixture is none, and the validator does not know that number 0 means "no
    // number" (ECMA-376, 17.9.18).
    file.headerKind = "hyperlink"
    file.headerTarget = "https://wsv.example/"
    file.headerMode = " TargetMode=\"External\""
    file.styles = file.styles.replacingOccurrences(of: "<w:numId w:val=\"4\"/>", with: "")
    let house = try DocxExporterTests.bytes(house: try file.house())
    let again = try DocxExporterTests.bytes(house: try HouseStyle(bytes: own))
    return [
      try folder.write(own, to: "eigen.docx"), try folder.write(random, to: "tekens.docx"),
      try folder.write(house, to: "huisstijl.docx"), try folder.write(again, to: "opnieuw.docx"),
    ]
  }

  @Test(
    "openxml-audit finds nothing", .enabled(if: OfficeTools.audit != nil, "openxml-audit ontbreekt")
  )
  func audit() throws {
    let program = try #require(OfficeTools.audit)
    let folder = try TemporaryFolder()
    for path in try Self.documents(in: folder) {
      let result = try OfficeTools.run(program, [path])
      #expect(result.code == 0, "\(result.text)")
      #expect(result.text.contains("Errors: 0"), "\(result.text)")
    }
  }

  @Test(
    "LibreOffice makes a PDF with every caption and every number",
    .enabled(if: OfficeTools.office != nil, "LibreOffice of pdftotext ontbreekt"))
  func print() throws {
    let office = try #require(OfficeTools.office)
    let folder = try TemporaryFolder()
    let path = try folder.write(try DocxExporterTests.bytes(), to: "eigen.docx")
    let text = try OfficeTools.pages(
      of: URL(fileURLWithPath: path), office: office, isInLines: false)
    let found = Self.words(text)
    for table in SampleReport.report.tables {
      let caption = "Tabel \(table.number). \(table.badge.rawValue) · \(table.caption)"
      let isThere = found.contains(Self.words(caption))
      #expect(isThere, "\(caption)")
      // Texts of more words may stand on more lines, with those of other columns between them.
      for cell in table.rows.flatMap(\.cells) where !cell.isEmpty && !cell.contains(" ") {
        let isThere = found.contains(Self.words(cell))
        #expect(isThere, "\(cell)")
      }
    }
    for figure in SampleReport.report.figures {
      let caption = "Figuur \(figure.number). \(figure.badge.rawValue) · \(figure.caption)"
      let isThere = found.contains(Self.words(caption))
      #expect(isThere, "\(caption)")
    }
  }

  /// The text without blanks and hidden hyphens, so that breaks of lines do not matter.
  private static func words(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "\u{AD}" })
  }

  @Test(
    "python-docx opens it and sees the same tables",
    .enabled(if: OfficeTools.python != nil, "python-docx ontbreekt"))
  func python() throws {
    let program = try #require(OfficeTools.python)
    let folder = try TemporaryFolder()
    for path in try Self.documents(in: folder).dropFirst(2) {
      let script =
        "import docx; d = docx.Document('\(path)'); "
        + "print(len(d.tables), len(d.inline_shapes), d.tables[0].cell(1, 0).text)"
      let result = try OfficeTools.run(program, ["-c", script])
      let expected = SampleReport.report
      #expect(
        result.text == "\(expected.tables.count) \(expected.figures.count) 1901\n")
    }
  }
}
