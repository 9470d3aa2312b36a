import Foundation
import Testing

@testable import Importers

@Suite("Inspection of a file")
struct FileInspectionTests {
  private func inspect(_ text: String, kind: String = "") throws -> FileInspection {
    let definitions = try ImportSupport.definitions()
    return try ImportSupport.withFile(Data(text.utf8)) { path in
      try FileInspection(
        ImportRequest(path: path, name: "invoer/x.csv", kind: kind), definitions: definitions)
    }
  }

  @Test("A practice list is recognized and shows no value of a person")
  func practiceList() throws {
    let list = ListText().adding("voornaam", "Kanarie").adding("kleur", "blauw")
      .renaming("postcode", "pc6")
    let seen = try inspect("Titel\n" + list.text)
    #expect(seen.candidates.first?.kind == "praktijklijst")
    #expect(seen.candidates.first?.isComplete == true)
    #expect(seen.delimiter == UInt8(ascii: ";"))
    #expect(seen.headerLine == 2)
    #expect(seen.titleRecords == 1)
    #expect(
      seen.columns.map(\.use) == [
        .read, .read, .read, .alias, .read, .read, .read, .read, .personal, .unknown,
      ])
    #expect(seen.columns[3].column == "postcode")
    #expect(seen.rows.count == 5)
    let shown = Set(seen.rows.joined())
    #expect(shown == ["", FileInspection.mask])
  }

  @Test("A published file shows its first rows")
  func published() throws {
    let seen = try inspect("postcode;leeftijd;geslacht;aantal\n2312;0-14;M;310\n2312;75+;V;145\n")
    #expect(seen.candidates.first?.kind == "inwoners")
    #expect(seen.rows == [["2312", "0-14", "M", "310"], ["2312", "75+", "V", "145"]])
  }

  @Test("A remark or a column without a name is not shown of a published file either")
  func remarks() throws {
    let seen = try inspect(
      "postcode;leeftijd;geslacht;aantal;opmerking;;bron\n2312;0-14;M;310;Kanarie;Kanarie;x\n")
    #expect(seen.columns.suffix(3).map(\.use) == [.unknown, .blank, .unknown])
    let mask = FileInspection.mask
    #expect(seen.rows == [["2312", "0-14", "M", "310", mask, mask, "x"]])
  }

  @Test("A list that lacks a column says which, and shows nothing")
  func nearly() throws {
    let seen = try inspect(ListText().dropping("geslacht").text, kind: "praktijklijst")
    #expect(seen.candidates.map(\.missing) == [["geslacht"]])
    #expect(Set(seen.rows.joined()) == ["", FileInspection.mask])
  }

  @Test("A file without a header shows nothing of its first line")
  func unknown() throws {
    let seen = try inspect("Kanarie;12;straat\nKanarie;13;straat\n")
    #expect(seen.candidates.isEmpty)
    #expect(seen.columns.isEmpty)
    #expect(seen.rows.isEmpty)
    #expect(seen.encodingReason == .validUTF8)
  }
}
