import DelimitedText
import Foundation
import Testing
import WijkModel

@testable import Importers

@Suite("Recognition of layouts")
struct LayoutRecognitionTests {
  @Test("Every delimiter is found by the header", arguments: [";", ",", "\t", "|"])
  func delimiters(delimiter: String) throws {
    let read = try ImportSupport.read(ListText().text(delimiter))
    #expect(read.record.delimiter == delimiter)
    #expect(read.record.layout == "eigen")
    #expect(read.record.records == 6)
    #expect(read.codes == [])
  }

  @Test("A sep= line names the delimiter and counts as a line (d002)")
  func sepLine() throws {
    let list = ListText().with("postcode", "0000", row: 5)
    let text = "sep=;\r\n" + list.text.replacingOccurrences(of: "\n", with: "\r\n")
    let read = try ImportSupport.read(text)
    #expect(read.findings("E311").map(\.line) == [7])
  }

  @Test("Titles above the header are skipped and told (d015)")
  func preamble() throws {
    let read = try ImportSupport.read("Lijst van de praktijk\n\npeildatum nu\n" + ListText().text)
    #expect(read.places("W110") == [[1, 2]])
    #expect(read.record.records == 6)
  }

  @Test("An alias is read and told, with its header (d021)")
  func alias() throws {
    let read = try ImportSupport.read(
      ListText().renaming("postcode", "Postcode (4 cijfers)").text)
    #expect(read.codes == ["W201"])
    #expect(read.findings("W201").first?.column == "postcode")
    #expect(read.findings("W201").first?.facts == ["kop": "Postcode (4 cijfers)"])
    #expect(read.column("postcode") == [6, 0, 0])
  }

  @Test("The header of a finding stands on one line, whatever it does in the file")
  func oneLineHeaders() throws {
    let alias = try ImportSupport.read(
      ListText().renaming("postcode", "\"Postcode\r\n(4 cijfers)\"").text)
    #expect(alias.findings("W201").first?.facts == ["kop": "Postcode (4 cijfers)"])
    let unknown = try ImportSupport.read(
      ListText().adding("\"lievelings\n\nkleur\"", "blauw").text)
    #expect(unknown.findings("W202").first?.column == "lievelings kleur")
    let personal = try ImportSupport.read(ListText().adding("\"e\nmail\"", "a@example.org").text)
    #expect(personal.findings("P401").first?.column == "e mail")
    let twice = try ImportSupport.read(
      ListText().adding("\"praktijk\ragb\"", "01057814").text)
    #expect(twice.findings("E202").first?.facts == ["kop": "praktijk_agb, praktijk agb"])
  }

  @Test(
    "A name differs from another only by case, blanks and signs",
    arguments: [
      "Praktijk_AGB", "praktijk-agb", "\"praktijk\nagb\"", " PRAKTIJK.AGB * ", "praktijk\u{A0}agb:",
    ])
  func headerMatch(name: String) throws {
    let read = try ImportSupport.read(ListText().renaming("praktijk_agb", name).text)
    #expect(read.codes == [])
    #expect(read.column("praktijk_agb") == [6, 0, 0])
  }

  @Test("An unknown column with content is told, without content it is not (d022)")
  func unknownColumn() throws {
    let filled = try ImportSupport.read(ListText().adding("lievelingskleur", "blauw").text)
    #expect(filled.codes == ["W202"])
    #expect(filled.findings("W202").first?.column == "lievelingskleur")
    let empty = try ImportSupport.read(ListText().adding("lievelingskleur", "").text)
    #expect(empty.codes == [])
  }

  @Test("A column without a name is told when it has content (d018, d026)")
  func blankHeader() throws {
    let filled = try ImportSupport.read(ListText().adding("", "abc").text)
    #expect(filled.codes == ["W204"])
    let empty = try ImportSupport.read(ListText().adding("", "").text)
    #expect(empty.codes == [])
    #expect(empty.record.records == 6)
  }

  @Test("A delimiter behind every row but the header is no broken row")
  func trailingDelimiter() throws {
    var list = ListText()
    for row in list.rows.indices { list.rows[row].append("") }
    let read = try ImportSupport.read(list.text)
    #expect(read.codes == [])
    #expect(read.record.records == 6)
  }

  @Test("A missing required column refuses the file and names what would do (d023)")
  func missingColumn() throws {
    let read = try ImportSupport.read(ListText().dropping("geslacht").text)
    #expect(read.isRefused)
    #expect(read.codes == ["E201"])
    let finding = try #require(read.findings.first)
    #expect(finding.column == "geslacht")
    #expect(finding.facts["namen"]?.hasPrefix("geslacht, ") == true)
    #expect(finding.facts["namen"]?.contains("sekse") == true)
    #expect(finding.facts["kolommen"]?.contains("inschrijfdatum") == true)
    #expect(read.data.patients.isEmpty)
  }

  @Test("Of date of birth and age one suffices; without both the file is refused")
  func requiredGroup() throws {
    let aged = ListText().renaming("geboortedatum", "leeftijd").with(all: "leeftijd", "50")
    #expect(try ImportSupport.read(aged.text).codes == [])
    let neither = try ImportSupport.read(ListText().dropping("geboortedatum").text)
    #expect(neither.codes == ["E201"])
    #expect(neither.findings.first?.facts["namen"]?.contains("leeftijd") == true)
  }

  @Test("A file without a header is refused without a word of its first line")
  func noHeader() throws {
    let lines = ListText().text.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    let read = try ImportSupport.read(lines)
    #expect(read.isRefused)
    #expect(read.findings == [Finding("E201", file: "invoer/p.csv")])
  }

  @Test(
    "One name twice and two names for one column refuse the file (d024, d025)",
    arguments: [
      ("postcode", "E202"), ("pc6", "E203"),
    ])
  func twice(name: String, code: String) throws {
    let read = try ImportSupport.read(ListText().adding(name, "2311AB").text)
    #expect(read.isRefused)
    #expect(read.codes == [code])
    #expect(read.findings.first?.column == "postcode")
  }

  @Test("Columns of persons are named and never read (d027, d125)")
  func personalColumns() throws {
    let list = ListText().adding("Burgerservicenr", "111222333").adding("e-mail", "k@x.example")
      .adding("opmerking", "bel na 18 uur")
    let read = try ImportSupport.read(list.text)
    #expect(read.codes == ["P401"])
    #expect(
      read.findings.compactMap(\.column).sorted() == ["Burgerservicenr", "e-mail", "opmerking"])
    #expect(read.record.records == 6)
  }

  @Test("The layout of the configuration is the only one that is tried")
  func layoutKey() throws {
    let read = try ImportSupport.read(ListText().text) { $0.layout = "bestaat-niet" }
    #expect(read.isRefused)
    #expect(read.codes == ["E201"])
  }

  @Test("Windows-1252 is told, unless the configuration says so (d003)")
  func encoding() throws {
    let list = ListText().adding("praktijknaam", "Praktijk Ren\u{E9}").text
    let bytes = try #require(list.data(using: .windowsCP1252))
    let read = try ImportSupport.read(bytes)
    #expect(read.codes == ["W103"])
    #expect(read.record.encoding == "windows-1252")
    #expect(read.data.patients.first?.practiceNames[1_057_814] == "Praktijk Ren\u{E9}")
    let told = try ImportSupport.read(bytes) { $0.encoding = .windows1252 }
    #expect(told.codes == [])
  }

  @Test("Quotes that are at fault under another delimiter do not hide the right one")
  func quotedHeader() throws {
    let list = ListText()
    let quoted = ([list.header] + list.rows)
      .map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined()
    let read = try ImportSupport.read(quoted)
    #expect(read.record.delimiter == ",")
    #expect(read.codes == [])
    let short = try ImportSupport.read(
      quoted.replacingOccurrences(of: "\"geslacht\"", with: "\"x\""))
    #expect(short.codes == ["E201"])
  }

  @Test("A file that cannot be opened again is no matter of its delimiter")
  func unreadable() {
    #expect(
      !DelimitedTextError.unreadable(file: "a.csv", reason: .tooManyFiles).mayComeFromDelimiter)
    #expect(!DelimitedTextError.changed(file: "a.csv").mayComeFromDelimiter)
    #expect(DelimitedTextError.quote(file: "a.csv", line: 1).mayComeFromDelimiter)
  }
}
