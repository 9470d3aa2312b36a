import DisclosureControl
import Testing
import WijkModel

@testable import Pipeline

@Suite("The look at published files from the outside")
struct OutputAuditTests {
  private static let structure = """
    {"threshold":10,"min_width":3,"suppressed":{"•":[0,null]},"missing":["","onbekend"],"rest":false,
     "dutch_thousands":false,"hierarchies":{"gebied":{"dorp":["1901","1902","1903"]}},"nonadditive":["groep"],
     "tables":{"t215-chronisch-pc4.csv":{"dims":["gebied","groep"],"measure":"patienten"},
      "t203-leeftijd-geslacht.csv":{"skip":true}}}
    """
  private static let table = """
    gebied_soort,gebied,groep,soort,aantal
    pc4,1901,COPD,bekend,•
    pc4,1902,COPD,bekend,•
    pc4,1903,COPD,bekend,51
    wijk,dorp,COPD,bekend,94
    pc4,1901,Totaal,bekend,400
    pc4,1902,Totaal,bekend,400
    pc4,1903,Totaal,bekend,400
    wijk,dorp,Totaal,bekend,1200

    """
  private static let page = """
    **Tabel 4.** Patiëntenpopulatie (ingeschreven) · Patiënten met een chronische aandoening per postcode

    | Gebied | COPD | Alle patiënten |
    | --- | ---: | ---: |
    | 1901 | • | 400 |
    | 1902 | • | 400 |
    | 1903 | 51 | 400 |
    | Dorp | 94 | 1.200 |

    """
  private static let html = """
    <script>if (a < b) { "<table>" }</script><table><caption><span>Patiëntenpopulatie (ingeschreven)</span>
    <span>Tabel 4. </span>Patiënten &amp; aandoeningen</caption><tr><th>Gebied</th><th>COPD</th></tr>
    <tr><th>1901</th><td>•</td></tr><tr><th>1903</th><td>51</td></tr></table>
    """

  private func audit(
    table: String = table, page: String = page, html: String = html
  ) throws -> (tables: [String], pages: [String]) {
    let audit = OutputAudit(
      files: [
        OutputAudit.structurePath: Array(Self.structure.utf8),
        "tabellen/t203-leeftijd-geslacht.csv": Array("gebied,aantal\n1901,3\n".utf8),
        "tabellen/t215-chronisch-pc4.csv": Array(table.utf8),
        "hoofdstuk-2.md": Array(page.utf8), "hoofdstuk-2.html": Array(html.utf8),
        "intern/datakwaliteit.html": Array("<table><tr><td>3</td></tr></table>".utf8),
      ], wijk: "dorp")
    let release = try audit.release()
    return (
      try OutputAudit.tableFindings(release).map(\.code.rawValue),
      audit.pageFindings(release).map { ($0.file ?? "") + " " + $0.code.rawValue }
    )
  }

  @Test("What was protected is clean in every format")
  func clean() throws {
    let found = try audit()
    #expect(found.tables == [])
    #expect(found.pages == [])
  }

  @Test("A hidden cell that is shown again in the CSV opens the other one")
  func tamperedTable() throws {
    let table = Self.table.replacing("pc4,1902,COPD,bekend,•", with: "pc4,1902,COPD,bekend,40")
    #expect(try audit(table: table).tables.contains("P501"))
  }

  @Test("A number in a hidden cell of one page is found there")
  func tamperedPage() throws {
    let page = Self.page.replacing("| 1902 | • |", with: "| 1902 | 40 |")
    #expect(try audit(page: page).pages == ["hoofdstuk-2.md P506"])
    let html = Self.html.replacing("<td>•</td>", with: "<td>43</td>")
    #expect(try audit(html: html).pages == ["hoofdstuk-2.html P506"])
  }

  @Test("A count below the threshold is found wherever it stands")
  func smallCount() throws {
    let page = Self.page.replacing("| 1903 | 51 |", with: "| 1903 | 9 |")
    #expect(try audit(page: page).pages == ["hoofdstuk-2.md P507"])
    let table = Self.table.replacing("COPD,bekend,51", with: "COPD,bekend,9")
    #expect(try audit(table: table).tables.contains("P501"))
  }

  @Test("A structure that is no JSON is an error with its line")
  func malformed() {
    let audit = OutputAudit(
      files: [OutputAudit.structurePath: Array("{\n\"a\": [1,\n}".utf8)], wijk: "dorp")
    #expect(throws: DisclosureError.malformedStructure(line: 3)) { try audit.release() }
  }

  @Test(
    "Delimited text is read with quotes, any line end and either separator",
    arguments: [
      ("a,b\n1,\"x,\"\"y\"\"\"\n", [["a", "b"], ["1", "x,\"y\""]]),
      ("a;b\r\n1;2,5\r\n\r\n", [["a", "b"], ["1", "2,5"]]),
      ("\u{FEFF}a,b\n,\n\"l\nm\",", [["a", "b"], ["", ""], ["l\nm", ""]]),
    ])
  func records(text: String, expected: [[String]]) {
    #expect(PublishedCSV.records(Array(text.utf8)) == expected)
  }

  @Test("What is written again reads back")
  func written() {
    let records = [["a", "b;c"], ["1,5", "\"q\""], ["", "x\ny"]]
    for separator in [",", ";"] as [Character] {
      let bytes = PublishedCSV.bytes(records, separator: separator)
      if PublishedCSV.separator(of: bytes) == separator {
        #expect(PublishedCSV.records(bytes) == records)
      }
    }
  }
}
