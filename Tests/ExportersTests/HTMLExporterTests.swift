import Exporters
import Foundation
import Report
import Testing

@Suite("The chapter as a page")
struct HTMLExporterTests {
  private func page(_ report: Report) throws -> [UInt8] {
    try #require(HTMLExporter().files(for: report).first).bytes
  }

  @Test("There is one file, and it is the same every time")
  func same() throws {
    let files = HTMLExporter().files(for: SampleReport.report)
    #expect(files.map(\.path) == ["hoofdstuk-2.html"])
    #expect(files == HTMLExporter().files(for: SampleReport.report))
  }

  @Test("It is well-formed, every id is unique and every link has its target")
  func wellFormed() throws {
    let page = WellFormedness(try page(SampleReport.report))
    #expect(page.isWellFormed)
    #expect(Set(page.ids).count == page.ids.count)
    #expect(page.links.allSatisfy { $0.hasPrefix("#") })
    #expect(Set(page.links.map { String($0.dropFirst()) }).isSubset(of: Set(page.ids)))
    #expect(page.sources.isEmpty)
    #expect(page.elements.count { $0 == "h1" } == 1)
    #expect(page.elements.count { $0 == "table" } == SampleReport.report.tables.count)
    #expect(page.elements.count { $0 == "caption" } == SampleReport.report.tables.count)
    #expect(page.elements.count { $0 == "svg" } == SampleReport.report.figures.count)
    #expect(page.elements.count { $0 == "button" } == 13)
  }

  @Test("Nothing comes from the network")
  func network() throws {
    let text = String(decoding: try page(SampleReport.report), as: UTF8.self)
    #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("//www"))
    #expect(!text.contains("@import") && !text.contains("@font-face"))
    #expect(text.contains("content=\"default-src &#39;none&#39;; style-src"))
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
  }

  @Test("Random texts come through as text, and add no element", arguments: 1...40)
  func escaping(seed: UInt64) throws {
    let report = SampleReport.nasty(seed: seed)
    let page = WellFormedness(try page(report))
    #expect(page.isWellFormed, "seed \(seed)")
    #expect(Set(page.ids).count == page.ids.count, "seed \(seed)")
    #expect(page.elements.count { $0 == "script" } == 1, "seed \(seed)")
    #expect(page.elements.count { $0 == "style" } == 3, "seed \(seed)")
    let expected = report.tables.flatMap { table in
      table.columns.map(\.header) + table.rows.flatMap(\.cells)
    }.map(legible)
    #expect(page.cells == expected, "seed \(seed)")
    #expect(page.title == legible(report.title), "seed \(seed)")
  }

  @Test("Headers say what they head, totals are set apart, numbers stand to the right")
  func tables() throws {
    let text = String(decoding: try page(SampleReport.report), as: UTF8.self)
    #expect(text.contains("<th scope=\"col\">Postcode</th>"))
    #expect(text.contains("<th scope=\"col\" class=\"n\">Inwoners</th>"))
    #expect(text.contains("<th scope=\"row\">1904</th><td>Voorbeelddorp</td>"))
    #expect(text.contains("<tr class=\"total\"><th scope=\"row\">Voorbeeldwijk</th>"))
    #expect(text.contains("<tr class=\"part\"><th scope=\"row\">Lichaamsfuncties</th>"))
    #expect(text.contains("<td class=\"n\">•</td>"))
  }

  @Test("Every caption says whom it is about, in words")
  func badges() throws {
    let text = String(decoding: try page(SampleReport.report), as: UTF8.self)
    #expect(
      text.contains(
        "<span class=\"badge both\">Inwoners en patiënten, apart geteld</span><br/>\n"
          + "<span class=\"number\">Tabel 1. </span>Inwoners en ingeschreven"))
    #expect(text.contains("<span class=\"badge pat\">Patiëntenpopulatie (ingeschreven)</span>"))
  }
}
