import DisclosureControl
import Foundation
import TestSupport
import Testing
import WijkModel

@testable import Pipeline

/// The published sample, with numbers in the place of what is hidden.
@Suite("Every hidden cell of a published page")
struct PublishedPagesTests {
  static let wijken = ["duinrand", "havenkwartier", "polderzicht"]
  static let pages = ["hoofdstuk-2.md", "hoofdstuk-2.html", "hoofdstuk-2.docx", "hoofdstuk-2.xlsx"]

  /// What is read of a wijk.
  private struct Reader {
    let names: CodeNames
    let tables: PageCheck
    let prose: ProseCheck
    let copies: CopyCheck

    init(_ release: TextRelease, wijk: String) {
      let hidden = HiddenCells(release, wijk: wijk)
      names = CodeNames(hidden.codes, wijk: wijk)
      tables = PageCheck(hidden, names: names, threshold: 10, wijk: wijk)
      prose = ProseCheck(hidden, names: names, threshold: 10, wijk: wijk)
      copies = CopyCheck(release)
    }
  }

  private static func open(_ wijk: String) throws -> (audit: OutputAudit, release: TextRelease) {
    let folder = ProjectFolder.root.appendingPathComponent("reports/voorbeeld/" + wijk).path
    let audit = OutputAudit(files: try PublishedFiles.read(folder), wijk: wijk)
    return (audit, try audit.release())
  }

  @Test("leaves nothing to object to as long as it is hidden", arguments: wijken)
  func clean(wijk: String) throws {
    let (audit, release) = try Self.open(wijk)
    #expect(audit.pageFindings(release) == [])
    #expect(audit.pages.contains("figuren/f204-piramide-patienten.svg"))
  }

  @Test("says nothing of inhabitants, though they stand beside it")
  func inhabitants() throws {
    let (_, release) = try Self.open("duinrand")
    let tables = release.tables.map { table in
      let counts = table.header.indices.filter {
        ["aantal", "patienten"].contains(table.header[$0])
      }
      return TextTable(
        name: table.name, header: table.header,
        rows: table.rows.map { row in
          row.enumerated().map { counts.contains($0) ? "•" : $1 }
        })
    }
    let reader = Reader(
      TextRelease(tables: tables, structure: release.structure), wijk: "duinrand")
    let sentence =
      "Bij alle inwoners van Duinrand, ook wie elders patiënt is, passen naar leeftijd en geslacht "
      + "deze aantallen: astma (630) en COPD (420)."
    #expect(reader.prose.findings(sentence, file: "a.md") == [])
    let other = "Van de patiënten uit Duinrand hebben er 630 astma."
    #expect(reader.prose.findings(other, file: "a.md").map(\.code) == ["P506"])
    func sheet(_ men: String) -> PageTable {
      PageTable(
        caption: "Leeftijdsopbouw van de patiënten uit de wijk",
        rows: [["Leeftijd", "Mannen (%)", "Mannen, inwoners (%)"], ["0–4", men, "-3.3"]],
        sheet: "f204", isFigure: true)
    }
    #expect(reader.tables.findings(sheet("•"), file: "a.xlsx") == [])
    #expect(reader.tables.findings(sheet("-4.1"), file: "a.xlsx").map(\.code) == ["P506"])
  }

  @Test("is missed when a table shows a number in its place", arguments: wijken)
  func everyCell(wijk: String) throws {
    let (audit, release) = try Self.open(wijk)
    let reader = Reader(release, wijk: wijk)
    for path in Self.pages {
      let bytes = try #require(audit.files[path])
      let page = try #require(PageReader.read(path, bytes))
      var seen = 0
      for table in page.tables {
        for (row, column) in Self.hiddenCells(table.rows) {
          // What stands beside each other on a map is no row.
          let isDrawing = table.isFigure && table.sheet.isEmpty
          if isDrawing, reader.names.codes(ofLabel: table.rows[row][0]).isEmpty { continue }
          var rows = table.rows
          rows[row][column] = "41"
          let shown = PageTable(
            caption: table.caption, rows: rows, sheet: table.sheet, isFigure: table.isFigure)
          let codes = reader.tables.findings(shown, file: path).map(\.code.rawValue)
          #expect(codes.contains("P506"), "\(wijk), \(path), \(table.name): \(row), \(column)")
          seen += 1
        }
      }
      for copy in page.copies {
        for (row, column) in Self.hiddenCells(copy.rows) {
          var rows = copy.rows
          rows[row][column] = "41"
          let shown = TableCopy(number: copy.number, name: copy.name, rows: rows)
          #expect(reader.copies.findings(shown, file: path).map(\.code.rawValue) == ["P506"])
          seen += 1
        }
      }
      #expect(seen > 0, "\(path) hides nothing")
    }
  }

  @Test(
    "is missed when a sentence tells its number or share",
    arguments: [
      (
        "Van de patiënten met COPD bij het programma is bij 14 onbekend wie hoofdbehandelaar is.", 0
      ),
      ("Van 45 tot 64 jaar hebben 143 patiënten twee aandoeningen.", 0),
      ("Er zijn 7 patiënten met gegevens die elkaar tegenspreken.", 1),
      ("Zeven ingeschreven patiënten hebben dit.", 1),
      ("In Duinrand wonen 10.635 patiënten; 481 hebben astma.", 0),
      ("Van de patiënten met CVRM, mannen van 0–44 jaar: 4 %.", 1),
      ("Vijf van de 45–64-jarige mannen met CVRM zijn patiënt: 23.", 1),
      ("Van de vrouwen van 0–44 met COPD zijn er 31 patiënt bij ons.", 1),
      ("1 op de 5 patiënten; zie tabel 3; op 2 juli 2026; 8 % van de patiënten.", 0),
      ("De top 3 onder patiënten, in 12 van de 19 rekenwijzen.", 0),
      ("Aantallen van minder dan 5 patiënten staan er niet in.", 0),
    ])
  func sentence(text: String, findings: Int) throws {
    let (_, release) = try Self.open("duinrand")
    let reader = Reader(release, wijk: "duinrand")
    #expect(reader.prose.findings(text, file: "x").count == findings)
  }

  private static func hiddenCells(_ rows: [[String]]) -> [(row: Int, column: Int)] {
    rows.indices.flatMap { row in
      rows[row].indices.filter { rows[row][$0] == "•" }.map { (row, $0) }
    }
  }
}
