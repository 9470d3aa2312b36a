import Foundation
import Report
import TestSupport
import Testing
import WijkModel

@testable import Exporters

@Suite("The chapter as a Word document")
struct DocxExporterTests {
  static func bytes(
    _ report: Report = SampleReport.report, house: HouseStyle = .standard
  ) throws -> [UInt8] {
    let date = try #require(CalendarDate(iso: "2026-07-01"))
    let files = try DocxExporter(house: house, date: date).files(
      for: report, pictures: SampleReport.pictures, officerFile: "duiding/voorbeeldwijk.md")
    #expect(files.map(\.path) == ["hoofdstuk-2.docx"])
    return try #require(files.first).bytes
  }

  private func file(_ report: Report = SampleReport.report) throws -> OfficeFile {
    try OfficeFile(Self.bytes(report))
  }

  @Test("The same chapter gives the same bytes")
  func same() throws {
    #expect(try Self.bytes() == Self.bytes())
  }

  @Test("The list of types comes first, and every part is listed and referred to")
  func parts() throws {
    let file = try file()
    #expect(file.paths.prefix(3) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
    #expect(Set(file.paths).count == file.paths.count)
    let types = try file.tree("[Content_Types].xml").elements
    let endings = types.compactMap { $0.plainAttribute("Extension") }
    let names = types.compactMap { $0.plainAttribute("PartName") }
    for path in file.paths where path != "[Content_Types].xml" {
      #expect(
        names.contains("/" + path) || endings.contains { path.hasSuffix("." + $0) }, "\(path)")
    }
    for list in file.paths where list.hasSuffix(".rels") {
      let folder = list.replacingOccurrences(of: "_rels/", with: "").split(separator: "/")
        .dropLast().map { $0 + "/" }.joined()
      for entry in try file.tree(list).elements {
        let target = try #require(entry.plainAttribute("Target"))
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        #expect(file.paths.contains(path), "\(list): \(target)")
      }
    }
  }

  @Test("The dates of the file are the reference date, and nobody is named")
  func properties() throws {
    let core = try file().tree("docProps/core.xml")
    func texts(_ name: String) -> [String] {
      core.elements.filter { $0.local == name }.map { element in
        element.children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
      }
    }
    #expect(texts("created") == ["2026-07-01T00:00:00Z"])
    #expect(texts("modified") == ["2026-07-01T00:00:00Z"])
    #expect(texts("language") == ["nl-NL"])
    #expect(texts("creator") == ["wijkbeeld"])
    #expect(core.elements.contains { $0.local == "lastModifiedBy" } == false)
  }

  @Test("The reader is told at the top to save a copy, and where own text belongs")
  func copyFirst() throws {
    let paragraphs = try file().body().all("p").prefix(5).map(\.plainText)
    #expect(paragraphs.first == SampleReport.report.title)
    #expect(paragraphs.contains(SampleReport.report.warnings[0]))
    #expect(
      paragraphs.contains(
        "Sla eerst een kopie op: dit bestand wordt bij de volgende run vervangen. Eigen tekst "
          + "hoort in duiding/voorbeeldwijk.md."))
  }

  @Test("Captions carry a field with the stored number and stay with their table")
  func captions() throws {
    let body = try file().body()
    let captions = body.all("p").filter { !$0.below("w:fldSimple").isEmpty }
    let report = SampleReport.report
    #expect(captions.count == report.tables.count + report.figures.count)
    for (label, numbers) in [
      ("Tabel", report.tables.map(\.number)), ("Figuur", report.figures.map(\.number)),
    ] {
      let fields = captions.flatMap { $0.below("w:fldSimple") }.filter {
        $0.attribute("instr") == " SEQ \(label) \\* ARABIC "
      }
      #expect(fields.map(\.plainText) == numbers.map(String.init))
    }
    #expect(captions[0].plainText.hasPrefix("Tabel 1. Inwoners en patiënten, apart geteld · Inw"))
    // A table has its caption in front of it, a figure behind it.
    for (index, element) in body.elements.enumerated() {
      if element.local == "tbl" {
        let caption = body.elements[index - 1]
        #expect(caption.plainText.hasPrefix("Tabel "))
        #expect(caption.first("pPr")?.first("keepNext") != nil)
        #expect(body.elements[index + 1].local == "p")
      }
      if !element.below("w:drawing").isEmpty {
        #expect(body.elements[index + 1].plainText.hasPrefix("Figuur "))
        #expect(element.first("pPr")?.first("keepNext") != nil || element.hasKeptStyle)
      }
    }
  }

  @Test("Tables repeat their header, do not split rows and say what they are")
  func tables() throws {
    let tables = try file().body().all("tbl")
    let expected = SampleReport.report.tables
    try #require(tables.count == expected.count)
    for (table, source) in zip(tables, expected) {
      let properties = try #require(table.first("tblPr"))
      #expect(properties.first("tblCaption")?.value?.hasSuffix(source.caption) == true)
      #expect(properties.first("tblDescription")?.value?.contains(source.badge.rawValue) == true)
      #expect(properties.first("tblLayout")?.attribute("type") == "fixed")
      let rows = table.all("tr")
      #expect(rows.allSatisfy { $0.first("trPr")?.first("cantSplit") != nil })
      #expect(
        rows.map { $0.first("trPr")?.first("tblHeader") != nil }
          == [true] + source.rows.map { _ in false })
      let grid = table.first("tblGrid")?.all("gridCol").compactMap { $0.attribute("w") } ?? []
      #expect(grid.count == source.columns.count)
      let width = grid.compactMap { Int($0) }.reduce(0, +)
      #expect(properties.first("tblW")?.attribute("w") == String(width))
      #expect(width <= 9_072)
      for row in rows {
        #expect(row.all("tc").map { $0.first("tcPr")?.first("tcW")?.attribute("w") } == grid)
      }
    }
  }

  @Test("Numbers stand to the right, by a style")
  func alignment() throws {
    let file = try file()
    let table = try #require(try file.body().all("tbl").first)
    let styles = table.all("tr")[1].all("tc").map {
      $0.first("p")?.first("pPr")?.first("pStyle")?.value
    }
    let text = "Tabeltekst", number = "Tabelgetal"
    #expect(styles == [text, text, text, number, number, number, text])
    let style = try #require(try file.style("Tabelgetal"))
    #expect(style.first("pPr")?.first("jc")?.value == "right")
  }

  @Test("Figures are pixels with the drawing beside them, and have a text alternative")
  func figures() throws {
    let file = try file()
    let drawings = try file.body().below("w:drawing")
    let figures = SampleReport.report.figures
    #expect(drawings.count == figures.count)
    let references = try file.tree("word/_rels/document.xml.rels").elements
    for (drawing, figure) in zip(drawings, figures) {
      #expect(
        drawing.below("wp:docPr").map { $0.plainAttribute("descr") } == [figure.alternative])
      for (name, ending) in [("a:blip", "png"), ("asvg:svgBlip", "svg")] {
        let id = drawing.below(name).first?.attributes.first { $0.local == "embed" }?.value
        let target = references.first { $0.plainAttribute("Id") == id }?.plainAttribute("Target")
        #expect(target == "media/figuur\(figure.number).\(ending)")
      }
    }
    #expect(Set(drawings.flatMap { $0.below("wp:docPr") }.map(\.attributes)).count == figures.count)
  }

  @Test("The document is Dutch as a whole, and no part of the text says otherwise")
  func language() throws {
    let file = try file()
    let defaults = try file.tree("word/styles.xml").first("docDefaults")
    #expect(defaults?.below("w:lang").map { $0.value } == ["nl-NL"])
    #expect(try file.body().below("w:lang").isEmpty)
  }

  @Test("Every style that the text uses exists")
  func styles() throws {
    let file = try file()
    let known = Set(
      try file.tree("word/styles.xml").all("style").compactMap { $0.attribute("styleId") })
    let body = try file.body()
    for name in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
      let used = body.below(name).compactMap(\.value)
      #expect(!used.isEmpty)
      #expect(Set(used).isSubset(of: known), "\(name)")
    }
    let bases = try file.tree("word/styles.xml").all("style").compactMap {
      $0.first("basedOn")?.value
    }
    #expect(Set(bases).isSubset(of: known))
  }

  @Test("The place for own text is a paragraph in a style of its own")
  func prompt() throws {
    let body = try file().body()
    let prompts = body.all("p").filter {
      $0.first("pPr")?.first("pStyle")?.value == "Duidinginvullen"
    }
    #expect(
      prompts.map(\.plainText) == [
        "Eigen duiding: past deze afbakening bij de samenwerking, en waarom?"
      ])
  }

  @Test("A table that does not fit upright lies on its side, and the text goes on upright")
  func landscape() throws {
    let headers = (1...12).map { DisplayColumn("Kolom nummer \($0)", isNumeric: true) }
    let table = ReportTable(
      id: "t299", number: 1, caption: "Breed", badge: .none, notes: [], columns: headers,
      rows: [DisplayRow(headers.map { _ in "1.234.567" })])
    let report = Report(
      title: "t", subtitle: "s", wijk: SampleReport.wijk, warnings: [],
      sections: [
        Section(id: "2.1", heading: "h", blocks: [.paragraph("voor"), .table(table)]),
        Section(id: "2.2", heading: "h", blocks: [.paragraph("na")]),
      ], data: [], structure: SampleReport.structure)
    let sections = try OfficeFile(Self.bytes(report)).body().below("w:sectPr")
    let paper = sections.compactMap { $0.first("pgSz") }
    #expect(paper.map { $0.attribute("orient") } == [nil, "landscape", nil])
    #expect(paper.map { $0.attribute("w") } == ["11906", "16838", "11906"])
    #expect(sections.allSatisfy { $0.first("footerReference") != nil })
  }

  @Test("Random texts come through as text, and add no table or paragraph", arguments: 1...40)
  func escaping(seed: UInt64) throws {
    let report = SampleReport.nasty(seed: seed)
    let body = try OfficeFile(Self.bytes(report)).body()
    let expected = report.tables.map { table in
      [table.columns.map(\.header)] + table.rows.map(\.cells)
    }.map { $0.map { $0.map(legible) } }
    // Compared apart, so that a failure does not print everything.
    let isSame = body.all("tbl").map(\.cellTexts) == expected
    #expect(isSame, "seed \(seed)")
    #expect(body.all("p").first?.plainText == legible(report.title), "seed \(seed)")
    let texts = body.all("p").filter { $0.first("pPr")?.first("sectPr") == nil }
    #expect(texts.count == 4 + report.sections.count * 15, "seed \(seed)")
  }
}

extension MarkupElement {
  /// Whether the paragraph has the style of figures, which stays with the next paragraph.
  fileprivate var hasKeptStyle: Bool { first("pPr")?.first("pStyle")?.value == "Figuur" }
}
