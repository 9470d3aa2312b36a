import Exporters
import Foundation
import Report
import TestSupport
import Testing
import WijkModel

@testable import DisclosureControl

@Suite("The workbook")
struct XlsxExporterTests {
  private static let date = CalendarDate(iso: "2026-07-01") ?? CalendarDate(dayNumber: 0)

  private func bytes(of report: Report) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let files = try XlsxExporter(temporaryFolder: folder.path).files(for: report, date: Self.date)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(files.map(\.path) == ["hoofdstuk-2.xlsx"])
    return try #require(files.first).bytes
  }

  private func workbook(_ report: Report = SampleReport.report) throws -> WorkbookFile {
    try WorkbookFile(try bytes(of: report))
  }

  @Test("Contents come first, then every table in the order of tabellen, then every figure")
  func sheets() throws {
    let workbook = try workbook()
    let shown = SampleReport.report.tables.map(\.id)
    let data = SampleReport.report.data.map { String($0.id.prefix(4)) }
    let withoutData = shown.filter { id in !data.contains { id.hasPrefix($0) } }
    #expect(withoutData.count == 3)
    #expect(
      workbook.sheetNames == ["Inhoud"] + withoutData + data
        + SampleReport.report.figures.map { String($0.id.prefix(4)) })
    #expect(workbook.paths.first == "[Content_Types].xml")
  }

  @Test("Every sheet is a native table, with links to the contents and no other ones")
  func tables() throws {
    let workbook = try workbook()
    let count = workbook.sheetNames.count - 1
    var names: Set<String> = []
    for index in 1...count {
      let table = try workbook.part("xl/tables/table\(index).xml")
      let head = try #require(table.all("table").first).attributes
      names.insert(head["name"] ?? "")
      #expect(head["displayName"]?.contains("_") == true)
      let columns = table.all("tableColumn").compactMap { $0.attributes["name"]?.lowercased() }
      #expect(Set(columns).count == columns.count)
      // The header of a table is the text of its cells, or Excel repairs the file.
      let cells = try workbook.cells(ofSheet: index)
      let first = try #require(head["ref"]?.split(separator: ":").first)
      let row = first.drop { $0.isLetter }
      #expect(cells["A\(row)"]?.text?.lowercased() == columns.first)
    }
    #expect(names.count == count)
    #expect(names.isSuperset(of: ["tabel_t201", "tabel_t214", "figuur_f202"]))
    for path in workbook.paths {
      let text = try workbook.text(path)
      #expect(!text.contains("<f>") || path.contains("/charts/"), "\(path) has a formula")
      #expect(!text.contains("TargetMode=\"External\""), "\(path) leads outside")
    }
  }

  @Test("Numbers are numbers, postcodes are text, • stands to the right, onbekend too")
  func cells() throws {
    let workbook = try workbook()
    let index = try #require(workbook.sheetNames.firstIndex(of: "t201"))
    let cells = try workbook.cells(ofSheet: index)
    let header = try #require(cells.first { $0.value.text == "Soort gebied" }).key.dropFirst()
    let row = try #require(Int(header))
    #expect(cells["F\(row)"]?.text == "Dekkingsgraad (%)")
    #expect(cells["B\(row + 1)"]?.text == "1901")
    #expect(cells["D\(row + 1)"]?.number == 7105)
    #expect(cells["E\(row + 1)"]?.number == 5012)
    #expect(cells["F\(row + 1)"]?.number == 70.5)
    #expect(cells["C\(row + 2)"]?.text == "=1+1")
    #expect(cells["E\(row + 2)"]?.text == "•")
    #expect(cells["D\(row + 3)"]?.text == "onbekend")
    #expect(cells["E\(row + 3)"]?.number == 0)
    #expect(cells["F\(row + 3)"]?.text == nil && cells["F\(row + 3)"]?.number == nil)
    #expect(cells["C\(row + 3)"]?.text == "a,\"b\"\nc")
    let styles = try workbook.part("xl/styles.xml")
    let formats = styles.all("numFmt").compactMap { $0.attributes["formatCode"] }
    #expect(Set(formats).isSuperset(of: ["#,##0.0", "0.0;0.0"]))
    let text = try workbook.text("xl/styles.xml")
    let xfs = text.components(separatedBy: "<cellXfs")[1].components(separatedBy: "<xf ")
      .dropFirst()
    let sign = try #require(cells["E\(row + 2)"]).style
    #expect(Array(xfs)[sign].contains("horizontal=\"right\""))
  }

  @Test("A sheet prints on A4 on its side, one page wide, with its header on every page")
  func page() throws {
    let workbook = try workbook()
    for index in 1..<workbook.sheetNames.count {
      let sheet = try workbook.part(workbook.path(ofSheet: index))
      let setup = try #require(sheet.all("pageSetup").first).attributes
      #expect(setup["paperSize"] == "9" && setup["orientation"] == "landscape")
      #expect(setup["fitToHeight"] == "0")
      #expect(sheet.all("pane").first?.attributes["state"] == "frozen")
      #expect(sheet.all("oddHeader").first?.text.contains("Voorbeeldwijk") == true)
      #expect(sheet.all("oddFooter").first?.text.contains("Blad &P van &N") == true)
    }
    let names = try workbook.part("xl/workbook.xml").all("definedName")
    #expect(
      names.count { $0.attributes["name"] == "_xlnm.Print_Titles" }
        == workbook.sheetNames.count - 1)
  }

  @Test("Every figure has a native chart with a text for who cannot see it")
  func charts() throws {
    let workbook = try workbook()
    let charts = workbook.paths.filter { $0.hasPrefix("xl/charts/chart") }
    #expect(charts.count == SampleReport.report.figures.count)
    let texts = try workbook.paths.filter { $0.hasPrefix("xl/drawings/drawing") }.flatMap {
      try workbook.part($0).all("xdr:cNvPr").compactMap { $0.attributes["descr"] }
    }
    #expect(Set(texts) == Set(SampleReport.report.figures.map(\.alternative)))
    let line = try #require(
      try charts.map { try workbook.text($0) }.first { $0.contains("<c:lineChart>") })
    #expect(line.components(separatedBy: "<c:ser>").count == 6)
    // Six moments and a blank row at the break: no line crosses it.
    #expect(line.contains("<c:ptCount val=\"7\"/>"))
    // A gap is what Excel makes of blank cells unless another choice is stored.
    #expect(!line.contains("dispBlanksAs"))
  }

  @Test("What is provisional says so on every sheet")
  func warnings() throws {
    let workbook = try workbook()
    for index in workbook.sheetNames.indices {
      let texts = try workbook.cells(ofSheet: index).values.compactMap(\.text)
      #expect(texts.contains(SampleReport.report.warnings[0]), "\(workbook.sheetNames[index])")
    }
  }

  @Test("The day of making is the reference date, and two runs give the same bytes")
  func same() throws {
    let first = try bytes(of: SampleReport.report)
    let core = try WorkbookFile(first).text("docProps/core.xml")
    #expect(core.contains(">2026-07-01T00:00:00Z</dcterms:created>"))
    #expect(try bytes(of: SampleReport.report) == first)
  }

  @Test("The workbook has the numbers of the CSV files")
  func numbers() throws {
    let workbook = try workbook()
    for table in SampleReport.report.data {
      let index = try #require(workbook.sheetNames.firstIndex(of: String(table.id.prefix(4))))
      let written = try workbook.cells(ofSheet: index).values.compactMap(\.number).sorted()
      let lines = String(decoding: TableExporter.csv(of: table), as: UTF8.self)
      // None of the texts of these tables but the postcodes looks like a number.
      let wanted = lines.split { "\n,".contains($0) }.filter { !$0.hasPrefix("19") }
        .compactMap { Double($0) }.sorted()
      #expect(written == wanted, "\(table.id)")
    }
  }

  @Test("Whatever the texts, the workbook is whole and says them", arguments: 1...12)
  func nasty(seed: UInt64) throws {
    let report = SampleReport.nasty(seed: seed)
    let workbook = try workbook(report)
    #expect(Set(workbook.sheetNames.map { $0.lowercased() }).count == workbook.sheetNames.count)
    let index = try #require(workbook.sheetNames.firstIndex(of: "t201"))
    let texts = Set(try workbook.cells(ofSheet: index).values.compactMap(\.text))
    for row in report.data[0].rows {
      guard case .text(let text) = row[0], !LegibleText.text(text).isEmpty else { continue }
      #expect(texts.contains(LegibleText.text(text)), "seed \(seed)")
    }
  }

  @Test("A text longer than a cell is cut, and texts that look like codes stay as they are")
  func long() throws {
    let texts = [
      String(repeating: "é👩‍⚕️", count: 8_000), "_x0041_", "_x005F_", "_xyz_", "A1", "R1C1", "true",
    ]
    let table = ReleasableTable(
      id: "t201-lang", population: .none, columns: [TableColumn("tekst", .attribute)],
      rows: texts.map { [.text($0)] }, notes: [], origins: [], years: [])
    let report = Report(
      title: "T", subtitle: "S", wijk: SampleReport.wijk, warnings: [], sections: [], data: [table],
      structure: SampleReport.structure)
    let workbook = try workbook(report)
    let read = try workbook.cells(ofSheet: 1).values.compactMap(\.text)
    #expect(read.contains { $0.count > 5_000 && $0.utf16.count <= 32_767 && $0.hasSuffix("…") })
    // Office reads `_x005F_` as an underscore.
    #expect(read.contains("_x005F_x0041_") && read.contains("_x005F_x005F_"))
    #expect(Set(read).isSuperset(of: ["_xyz_", "A1", "R1C1", "true"]))
  }

  @Test("A table without rows still is a table")
  func empty() throws {
    let table = ReleasableTable(
      id: "t213-inschrijving", population: .none,
      columns: [TableColumn("stap", .attribute), TableColumn("STAP", .attribute)], rows: [],
      notes: [], origins: [], years: [])
    let report = Report(
      title: "", subtitle: "", wijk: SampleReport.wijk, warnings: [], sections: [], data: [table],
      structure: SampleReport.structure)
    let part = try workbook(report).part("xl/tables/table1.xml")
    #expect(part.all("tableColumn").compactMap { $0.attributes["name"] } == ["Stap", "STAP (2)"])
  }

  @Test("A folder that cannot be written gives an error and no file")
  func unwritable() {
    let exporter = XlsxExporter(temporaryFolder: "/nonexistent/map")
    #expect(throws: ExportError.notWritten(file: "hoofdstuk-2.xlsx")) {
      try exporter.files(for: SampleReport.report, date: Self.date)
    }
  }

  @Test("openxml-audit finds nothing", .enabled(if: OfficeTools.audit != nil))
  func audit() throws {
    let tool = try #require(OfficeTools.audit)
    let folder = try TemporaryFolder()
    for (name, report) in [("a", SampleReport.report), ("b", SampleReport.nasty(seed: 7))] {
      let file = try folder.write(try bytes(of: report), to: "\(name).xlsx")
      let outcome = try OfficeTools.run(tool, [file])
      #expect(outcome.code == 0 && outcome.text.contains("Errors: 0"), "\(outcome.text)")
    }
  }

  @Test("openpyxl reads every sheet", .enabled(if: OfficeTools.python != nil))
  func openpyxl() throws {
    let python = try #require(OfficeTools.python)
    let folder = try TemporaryFolder()
    let file = try folder.write(try bytes(of: SampleReport.report), to: "a.xlsx")
    let program = """
      from openpyxl import load_workbook
      from sys import argv
      book = load_workbook(argv[1])
      sheet = book["t201"]
      print(len(book.sheetnames), list(sheet.tables), [c.value for r in sheet for c in r if c.value == "=1+1"])
      """
    let outcome = try OfficeTools.run(python, ["-c", program, file])
    let count = try workbook().sheetNames.count
    #expect(outcome.text == "\(count) ['tabel_t201'] ['=1+1']\n")
  }

  @Test("LibreOffice opens it and shows every caption", .enabled(if: OfficeTools.office != nil))
  func office() throws {
    let office = try #require(OfficeTools.office)
    let folder = try TemporaryFolder()
    let file = try folder.write(try bytes(of: SampleReport.report), to: "a.xlsx")
    let text = try OfficeTools.pages(of: URL(fileURLWithPath: file), office: office)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for table in SampleReport.report.tables {
      #expect(text.contains(table.caption.prefix(40)), "\(table.caption)")
    }
    #expect(!text.contains("###"), "a column is too narrow for its numbers")
  }
}
