import Exporters
import Report
import Testing

@Suite("The chapter as Markdown")
struct MarkdownExporterTests {
  private func text(_ report: Report) throws -> String {
    let file = try #require(MarkdownExporter().files(for: report).first)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func cell(_ cell: String) throws -> String {
    let table = ReportTable(
      id: "t201", number: 1, caption: "c", badge: .none, notes: [],
      columns: [DisplayColumn("k", isNumeric: false)], rows: [DisplayRow([cell])])
    let report = Report(
      title: "t", subtitle: "s", wijk: SampleReport.wijk, warnings: [],
      sections: [Section(id: "2.1", heading: "h", blocks: [.table(table)])], data: [],
      structure: SampleReport.structure)
    let line = try #require(try text(report).split(separator: "\n").last)
    return String(line.dropFirst(2).dropLast(2))
  }

  @Test(
    "No sign of a cell is taken for markup",
    arguments: [
      ("<10", "&lt;10"), ("a|b", "a\\|b"), ("a & b", "a &amp; b"), ("`x`", "\\`x\\`"),
      ("*x*_y_", "\\*x\\*\\_y\\_"), ("[a](b)", "\\[a\\](b)"), ("a\nb", "a b"), ("a\r\nb", "a  b"),
      ("a\\", "a\\\\"), ("~~x~~", "\\~\\~x\\~\\~"), ("5–9", "5–9"), ("6,7\u{A0}%", "6,7\u{A0}%"),
      ("•", "•"), ("", ""), ("=1+1", "=1+1"), ("a\u{202E}b\u{0}", "ab"),
    ])
  func cells(input: String, expected: String) throws {
    #expect(try cell(input) == expected)
  }

  @Test(
    "A paragraph starts no heading, list or quotation",
    arguments: [
      ("# a", "\\# a"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("> a", "\\> a"), ("12. a", "12\\. a"),
      ("3) a", "3\\) a"), ("2025 was", "2025 was"), ("12.310 mensen", "12.310 mensen"),
      ("  ruim", "ruim"),
    ])
  func paragraphs(input: String, expected: String) throws {
    let report = Report(
      title: "t", subtitle: "s", wijk: SampleReport.wijk, warnings: [],
      sections: [Section(id: "2.1", heading: "h", blocks: [.paragraph(input)])], data: [],
      structure: SampleReport.structure)
    #expect(try text(report) == "# t\n\ns\n\n## h\n\n" + expected + "\n")
  }

  @Test("A table has its caption above it, a figure below it")
  func captions() throws {
    let text = try text(SampleReport.report)
    #expect(
      text.contains(
        """
        **Tabel 5.** Patiëntenpopulatie (ingeschreven) · Van patiëntenlijst naar getelde patiënten

        | Stap | Aantal |
        | --- | ---: |
        | Gelezen | 12.644 |
        | Uitgeschreven | −301 |
        | Overleden | −33 |
        | Geteld | 12.310 |
        """))
    #expect(
      text.contains(
        """
        ![CVRM komt het meest voor.](figuren/f206-balken.svg)

        **Figuur 5.** Patiëntenpopulatie (ingeschreven) · Patiënten per 1.000 met een aandoening
        """))
    #expect(text.contains("\n\n> **Niet compleet"))
  }

  @Test("Every row has as many cells as its header, whatever the texts", arguments: 1...40)
  func width(seed: UInt64) throws {
    let report = SampleReport.nasty(seed: seed)
    let text = try text(report)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    let widths = rows.map { row in
      row.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" } - 1
    }
    let expected = report.tables.flatMap { table in
      Array(repeating: table.columns.count, count: table.rows.count + 2)
    }
    #expect(widths == expected, "seed \(seed)")
    #expect(!text.contains("<"), "seed \(seed)")
  }

  @Test("The same chapter gives the same bytes")
  func same() {
    #expect(
      MarkdownExporter().files(for: SampleReport.report)
        == MarkdownExporter().files(for: SampleReport.report))
  }
}
