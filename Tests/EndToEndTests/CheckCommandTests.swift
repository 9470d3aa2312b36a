import Foundation
import TestSupport
import Testing

/// The machine contract of `controleer --formaat json`, and the other commands that only show.
@Suite("Commands that show")
struct CheckCommandTests {
  private func json(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("Help is in Dutch", arguments: [["--help"], ["rapporteer", "--help"]])
  func help(words: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(words, in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("GEBRUIK: wijkbeeld") && outcome.output.contains("OPTIES:"))
    for word in ["USAGE", "OPTIONS", "ARGUMENTS", "COMMANDS", "subcommand", "default", "Show "] {
      #expect(!outcome.output.contains(word), "\(word)")
    }
  }

  @Test("controleer prints files, findings, columns and an exact waterfall as JSON")
  func check() throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let dirty = SmallRegion.patients.replacing(
      "1003;15-06-1990;M;1901AB", with: "1003;15-06-1990;M;0000")
    try folder.write(dirty, to: "p.csv")
    let outcome = try Program.run(["controleer", "--formaat", "json"], in: folder.path)
    #expect(outcome.status == 0)
    let report = try json(outcome.output)
    #expect(report["peildatum"] as? String == "2026-07-01")
    let files = try #require(report["bestanden"] as? [[String: Any]])
    let list = try #require(files.first { $0["soort"] as? String == "praktijklijst" })
    #expect(list["records"] as? Int == 50)
    #expect(list["geteld"] as? Int == 50)
    #expect(list["indeling"] as? String == "eigen")
    #expect(list["scheidingsteken"] as? String == ";")
    #expect((list["sha256"] as? String)?.count == 64)
    let findings = try #require(report["meldingen"] as? [[String: Any]])
    let finding = try #require(findings.first { $0["code"] as? String == "E311" })
    #expect(finding["ernst"] as? String == "fout")
    #expect(finding["regel"] as? Int == 4)
    #expect(finding["kolom"] as? String == "postcode")
    let columns = try #require(report["kolommen"] as? [[String: Any]])
    let postcode = try #require(
      columns.first { $0["kolom"] as? String == "postcode" && $0["bestand"] as? String == "p.csv" })
    #expect(postcode["waarde"] as? Int == 49)
    #expect(postcode["afgekeurd"] as? Int == 1)
    let steps = try #require(report["waterval"] as? [[String: Any]]).compactMap {
      $0["aantal"] as? Int
    }
    #expect(steps.dropLast().reduce(0, +) == steps.last)
  }

  @Test("A refused file still gives JSON, and 65")
  func refused() throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    try folder.write("PK\u{3}\u{4}", to: "p.csv")
    let outcome = try Program.run(["controleer", "--formaat", "json"], in: folder.path)
    #expect(outcome.status == 65)
    let files = try #require(try json(outcome.output)["bestanden"] as? [[String: Any]])
    #expect(files.first?["geweigerd"] as? Bool == true)
  }

  @Test("controleer writes no file")
  func writesNothing() throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let before = folder.files()
    _ = try Program.run(["controleer"], in: folder.path)
    #expect(folder.files() == before)
  }

  @Test("nieuw makes a configuration that names what is still to be filled in")
  func scaffold() throws {
    let folder = try TemporaryFolder()
    let made = try Program.run(["nieuw", "regio"], in: folder.path)
    #expect(made.status == 0)
    #expect(folder.files().contains("regio/wijkbeeld.yaml"))
    #expect(folder.files().contains("regio/leeg/praktijklijst.csv"))
    let check = try Program.run(["controleer", "regio/wijkbeeld.yaml"], in: folder.path)
    #expect(check.status == 78)
    #expect(check.messages.contains("postcode"))
    #expect(try Program.run(["nieuw", "regio"], in: folder.path).status == 73)
  }

  @Test("inspecteer masks every value of a practice list")
  func inspect() throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let outcome = try Program.run(["inspecteer", "p.csv"], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("praktijklijst, indeling eigen: herkend"))
    for value in ["1001", "15-06-1990", "1901AB"] { #expect(!outcome.output.contains(value)) }
  }

  @Test("cellen prints every record as a JSON array")
  func cells() throws {
    let folder = try TemporaryFolder()
    try folder.write("a;b\n1;\"x\"\"y\"\n", to: "t.csv")
    let outcome = try Program.run(["cellen", "t.csv"], in: folder.path)
    #expect(outcome.output == "[\"a\",\"b\"]\n[\"1\",\"x\\\"y\"]\n")
    #expect(try Program.run(["cellen", "weg.csv"], in: folder.path).status == 66)
  }

  @Test(
    "definities prints each kind with its source",
    arguments: [
      ("ziektegroepen", "T90.02"), ("indicatoren", "ernstig-eenzaam"),
      ("indelingen", "cbs-83502ned"),
      ("meldingen", "E311"),
    ])
  func definitions(topic: String, word: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["definities", topic], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(word))
  }
}
