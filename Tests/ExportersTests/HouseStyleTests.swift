import Foundation
import Testing

@testable import Exporters

/// A Word file of an organisation, built part by part.
struct HouseStyleFile {
  var styles = """
    <w:styles xmlns:w="\(MarkupElement.wordAddress)"><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/><w:lang w:val="en-US"/></w:rPr>\
    </w:rPrDefault></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>\
    <w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>\
    <w:basedOn w:val="Standaard"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Bijschriftje"><w:name w:val="Caption"/></w:style>\
    <w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Eigen kop"/></w:style></w:styles>
    """
  var body = """
    <w:p><w:r><w:t>Oude tekst</w:t></w:r></w:p><w:p><w:pPr><w:sectPr>\
    <w:headerReference w:type="default" r:id="rId9"/></w:sectPr></w:pPr></w:p>\
    <w:sectPr w:rsidR="00AA00AA"><w:footerReference w:type="default" r:id="rId8"/>\
    <w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" w:right="1100" w:bottom="1200" \
    w:left="1300" w:header="500" w:footer="500" w:gutter="0"/><w:cols w:num="2"/><w:titlePg/>\
    </w:sectPr>
    """
  var settings = """
    <w:settings xmlns:w="\(MarkupElement.wordAddress)" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
    <w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:documentProtection w:edit="readOnly"/>\
    <w:evenAndOddHeaders/><w:themeFontLang w:val="en-US"/><w:rsids><w:rsid w:val="00AA00AA"/>\
    </w:rsids></w:settings>
    """
  var headerTarget = "media/logo.jpeg"
  var headerMode = ""
  var headerKind = "image"
  var mainType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

  private static let relationship =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private var files: [(String, String)] {
    let word = MarkupElement.wordAddress
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    func relation(_ id: String, _ kind: String, _ target: String, _ mode: String = "") -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(Self.relationship)/\(kind)\" Target=\"\(target)\"\(mode)/>"
    }
    let numbering = """
      <w:numbering xmlns:w="\(word)"><w:abstractNum w:abstractNumId="7"/><w:num w:numId="4">\
      <w:abstractNumId w:val="7"/></w:num></w:numbering>
      """
    return [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Default Extension="jpeg" ContentType="image/jpeg"/>\
        <Override PartName="/word/document.xml" ContentType="\(mainType)"/></Types>
        """
      ),
      (
        "_rels/.rels",
        list + relation("rId1", "officeDocument", "/word/document.xml") + "</Relationships>"
      ),
      (
        "word/document.xml",
        """
        <w:document xmlns:w="\(word)" xmlns:r="\(Self.relationship)"><w:body>\(body)</w:body>\
        </w:document>
        """
      ),
      (
        "word/_rels/document.xml.rels",
        list + relation("rId1", "styles", "stijlen.xml")
          + relation("rId2", "settings", "settings.xml")
          + relation("rId3", "numbering", "numbering.xml")
          + relation("rId9", "header", "header3.xml")
          + relation("rId8", "footer", "footer2.xml")
          + relation("rId7", "stylesWithEffects", "stylesWithEffects.xml")
          + relation("rId6", "comments", "comments.xml") + "</Relationships>"
      ), ("word/stijlen.xml", styles), ("word/settings.xml", settings),
      ("word/stylesWithEffects.xml", "<x/>"), ("word/comments.xml", "<x/>"),
      ("word/numbering.xml", numbering),
      (
        "word/header3.xml",
        "<w:hdr xmlns:w=\"\(word)\"><w:p><w:r><w:t>WSV Voorbeeld</w:t></w:r></w:p></w:hdr>"
      ),
      (
        "word/_rels/header3.xml.rels",
        list + relation("rId1", headerKind, headerTarget, headerMode) + "</Relationships>"
      ), ("word/footer2.xml", "<w:ftr xmlns:w=\"\(word)\"><w:p/></w:ftr>"),
      ("word/media/logo.jpeg", "geen echte foto"),
    ]
  }

  func bytes() throws -> [UInt8] {
    try ZipWriter.bytes(of: files.map { ZipWriter.Entry(path: $0.0, bytes: Array($0.1.utf8)) })
  }

  func house() throws -> HouseStyle { try HouseStyle(bytes: bytes()) }
}

@Suite("Any Word file as house style")
struct HouseStyleTests {
  private func document(_ file: HouseStyleFile = HouseStyleFile()) throws -> OfficeFile {
    try OfficeFile(DocxExporterTests.bytes(house: try file.house()))
  }

  @Test("Styles are found by name without regard to case, never by id")
  func names() throws {
    let styles = try HouseStyleFile().house().styles
    #expect(styles[.normal] == "Standaard")
    #expect(styles[.chapter] == "Kop1")
    #expect(styles[.caption] == "Bijschriftje")
    // The id Kop2 is another style there.
    #expect(styles[.section] == "Kop22")
    #expect(styles[.table] == "WijkplanTabel")
  }

  @Test("Missing styles are added, and start from styles that exist")
  func added() throws {
    let file = try document()
    let sheet = try file.tree("word/styles.xml")
    let ids = sheet.all("style").compactMap { $0.attribute("styleId") }
    #expect(Set(ids.map { $0.lowercased() }).count == ids.count)
    #expect(Set(sheet.below("w:basedOn").compactMap(\.value)).isSubset(of: Set(ids)))
    #expect(ids.prefix(4) == ["Standaard", "Kop1", "Bijschriftje", "Kop2"])
    #expect(try file.style("Tabelgetal")?.first("basedOn")?.value == "Tabeltekst")
    #expect(try file.style("Tabeltekst")?.first("basedOn")?.value == "Standaard")
  }

  @Test("Paper, margins, headers and footers stay; two columns of text do not")
  func paper() throws {
    let file = try document()
    let section = try #require(try file.body().first("sectPr"))
    #expect(section.first("pgSz")?.attribute("w") == "12240")
    #expect(section.first("pgMar")?.attribute("left") == "1300")
    #expect(section.first("cols") == nil)
    #expect(section.first("titlePg") != nil)
    // The header is that of the section before, as Word has it.
    #expect(
      section.elements.map(\.local).prefix(2) == ["headerReference", "footerReference"])
    let header = try file.tree("word/header-default.xml")
    #expect(header.plainText == "WSV Voorbeeld")
    let logo = try #require(
      try file.tree("word/_rels/header-default.xml.rels").elements.first)
    #expect(logo.plainAttribute("Target") == "media/huisstijl1.jpeg")
    #expect(try file.archive.read("word/media/huisstijl1.jpeg") == Array("geen echte foto".utf8))
    let tables = try file.body().all("tbl").compactMap {
      $0.first("tblPr")?.first("tblW")?.attribute("w").flatMap { Int($0) }
    }
    #expect(tables.allSatisfy { $0 <= 12_240 - 2_400 })
  }

  @Test("Old text, comments and effects of Word 2010 are left behind")
  func left() throws {
    let file = try document()
    #expect(try !file.body().plainText.contains("Oude tekst"))
    #expect(!file.paths.contains { $0.contains("omments") || $0.contains("Effects") })
  }

  @Test("Of the settings only the layout stays: no protection, no template elsewhere, Dutch")
  func settings() throws {
    let settings = try document().tree("word/settings.xml")
    let names = settings.elements.map(\.local)
    #expect(
      names == [
        "zoom", "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl", "compat",
        "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
      ])
    #expect(settings.first("themeFontLang")?.value == "nl-NL")
    let sheet = try document().tree("word/styles.xml")
    #expect(sheet.first("docDefaults")?.below("w:lang").map(\.value) == ["nl-NL"])
  }

  @Test("A heading that numbers itself does not put its number in front of ours")
  func numbers() throws {
    let first = try #require(try document().body().all("p").first)
    #expect(first.first("pPr")?.first("numPr")?.first("numId")?.value == "0")
    #expect(try DocxExporterTests.bytes().isEmpty == false)
    let own = try OfficeFile(DocxExporterTests.bytes()).body().all("p").first
    #expect(own?.first("pPr")?.first("numPr") == nil)
  }

  @Test("Lists get bullets beside the lists that are there")
  func bullets() throws {
    let file = try document()
    let numbering = try file.tree("word/numbering.xml")
    #expect(
      numbering.elements.map(\.local) == ["abstractNum", "abstractNum", "num", "num"])
    #expect(numbering.all("num").map { $0.attribute("numId") } == ["4", "5"])
    let style = try #require(try file.style("List Bullet"))
    #expect(style.first("pPr")?.first("numPr")?.first("numId")?.value == "5")
  }

  @Test("The chapter itself can be the house style, and gets no style twice")
  func itself() throws {
    let first = try DocxExporterTests.bytes()
    let second = try OfficeFile(DocxExporterTests.bytes(house: try HouseStyle(bytes: first)))
    let own = try OfficeFile(first)
    #expect(try second.tree("word/styles.xml") == own.tree("word/styles.xml"))
    #expect(try second.tree("word/numbering.xml") == own.tree("word/numbering.xml"))
    #expect(try second.body().all("tbl") == own.body().all("tbl"))
  }

  @Test("Another prefix than w is understood")
  func prefix() throws {
    var file = HouseStyleFile()
    file.styles = file.styles.replacingOccurrences(of: "w:", with: "ns0:")
      .replacingOccurrences(of: "xmlns:w=", with: "xmlns:ns0=")
    let styles = try file.house().styles
    #expect(styles[.chapter] == "Kop1")
    #expect(WellFormedness(try file.house().parts[0].bytes).isWellFormed)
  }

  @Test("Paper that leaves no room for text is replaced by A4")
  func impossible() throws {
    var file = HouseStyleFile()
    file.body = "<w:sectPr><w:pgSz w:w=\"5000\" w:h=\"99999999999\"/></w:sectPr>"
    #expect(try file.house().page.textWidth(isWide: false) == 9_072)
    file.body = ""
    #expect(try file.house().page.textWidth(isWide: false) == 9_072)
  }

  @Test("What cannot be a house style is refused with a reason")
  func refused() throws {
    #expect(throws: HouseStyleError.notAnArchive) { try HouseStyle(bytes: Array("hallo".utf8)) }
    #expect(throws: HouseStyleError.notAnArchive) { try HouseStyle(bytes: []) }
    #expect(throws: HouseStyleError.protectedOrOld) {
      try HouseStyle(bytes: [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600))
    }
    let zip = try ZipWriter.bytes(of: [ZipWriter.Entry(path: "a.txt", bytes: [65])])
    #expect(throws: HouseStyleError.notWord) { try HouseStyle(bytes: zip) }
    var file = HouseStyleFile()
    file.mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    #expect(throws: HouseStyleError.notWord) { try file.house() }
    file = HouseStyleFile()
    file.styles = "<!DOCTYPE a [<!ENTITY x \"y\">]>" + file.styles
    #expect(throws: HouseStyleError.damaged(part: "word/stijlen.xml")) { try file.house() }
    file = HouseStyleFile()
    file.styles = file.styles.replacingOccurrences(
      of: MarkupElement.wordAddress, with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
    #expect(throws: HouseStyleError.strict) { try file.house() }
  }

  @Test("A header may not reach outside of the file or bring a program")
  func outside() throws {
    var file = HouseStyleFile()
    file.headerMode = " TargetMode=\"External\""
    file.headerTarget = "file://server/logo.png"
    #expect(throws: HouseStyleError.linked(part: "word/header3.xml")) { try file.house() }
    file = HouseStyleFile()
    file.headerKind = "oleObject"
    #expect(throws: HouseStyleError.embedded(part: "word/header3.xml")) { try file.house() }
    file = HouseStyleFile()
    file.headerTarget = "../../../etc/hostname"
    #expect(throws: HouseStyleError.damaged(part: "word/_rels/header3.xml.rels")) {
      try file.house()
    }
    file.headerTarget = "media/weg.jpeg"
    #expect(throws: HouseStyleError.damaged(part: "word/media/weg.jpeg")) { try file.house() }
  }

  @Test("Every reason is a sentence that says what to do")
  func reasons() {
    let errors: [HouseStyleError] = [
      .notAnArchive, .protectedOrOld, .notWord, .strict, .tooLarge, .damaged(part: "a"),
      .linked(part: "a"), .embedded(part: "a"),
    ]
    for error in errors {
      #expect(error.reason.contains(". ") && !error.reason.hasSuffix("."), "\(error)")
    }
    #expect(Set(errors.map(\.reason)).count == errors.count)
  }
}
