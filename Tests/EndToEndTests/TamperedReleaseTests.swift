import Foundation
import TestSupport
import Testing
import WijkModel

@testable import DisclosureControl
@testable import Exporters
@testable import Pipeline

/// The published sample, with one hidden number put back in one file.
@Suite("A release that was tampered with")
struct TamperedReleaseTests {
  /// A change of one file: what stands there, and what stands there then.
  struct Change: CustomTestStringConvertible {
    let file: String
    /// The part of an Office file.
    var part = ""
    let old: String
    let new: String
    /// What the finding must name.
    let names: String
    var testDescription: String { file + " " + part }
  }

  static let changes = [
    Change(
      file: "hoofdstuk-2.md", old: "| 0–44 jaar | 685 | • |", new: "| 0–44 jaar | 685 | 41 |",
      names: "Tabel 23"),
    Change(
      file: "hoofdstuk-2.html",
      old: "<th scope=\"row\">0–44 jaar</th><td class=\"n\">685</td><td class=\"n\">•</td>",
      new: "<th scope=\"row\">0–44 jaar</th><td class=\"n\">685</td><td class=\"n\">41</td>",
      names: "Tabel 23"),
    Change(
      file: "hoofdstuk-2.docx", part: "word/document.xml", old: "•</w:t>", new: "41</w:t>",
      names: "Tabel "),
    Change(
      file: "hoofdstuk-2.xlsx", part: "xl/worksheets/sheet20.xml", old: " t=\"s\"><v>•</v>",
      new: "><v>41</v>", names: "blad t217"),
    Change(
      file: "tabellen-excel/t217-multimorbiditeit.csv", old: "0–44;2;•", new: "0–44;2;41",
      names: "t217-multimorbiditeit"),
    Change(
      file: "hoofdstuk-2.md", old: "De drie deelnemende praktijken hebben",
      new: "Bij 7 patiënten is de leeftijd onbekend. De drie deelnemende praktijken hebben",
      names: "een tekst"),
    Change(
      file: "hoofdstuk-2.docx", part: "docProps/core.xml", old: "<dc:title>",
      new: "<dc:title>41 patiënten van 0–44 jaar, mannen, hebben CVRM. ", names: "een tekst"),
    Change(
      file: "hoofdstuk-2.html", old: "<main id=\"inhoud\">",
      new: "<main id=\"inhoud\" data-x=\"7 patiënten\">", names: "een tekst"),
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let reports = ProjectFolder.root.appendingPathComponent("reports/voorbeeld")
    for wijk in ["duinrand", "havenkwartier"] {
      try FileManager.default.copyItem(
        atPath: reports.appendingPathComponent(wijk).path, toPath: folder.path + "/" + wijk)
    }
  }

  /// The tables of a wijk with one other file.
  private func audit(_ wijk: String, file: String) throws -> OutputAudit {
    let files = try PublishedFiles.read(folder.path + "/" + wijk)
    return OutputAudit(
      files: files.filter { $0.key == file || $0.key.hasPrefix("tabellen/") }, wijk: wijk)
  }

  private func told(_ findings: [WijkModel.Finding]) throws -> [String] {
    let messages = try Application(definitions: ProjectFolder.definitions.path).definitions.messages
    return findings.map { messages.text(for: $0) }
  }

  @Test("is caught in every format, and what is told of it holds no number", arguments: changes)
  func caught(change: Change) throws {
    try Self.apply(change, to: folder.path + "/duinrand/" + change.file)
    let audit = try audit("duinrand", file: change.file)
    let attacked = try audit.release()
    let told = try told(audit.pageFindings(attacked))
    #expect(told.contains { $0.contains(change.file) && $0.contains(change.names) })
    #expect(told.allSatisfy { !$0.contains("41") && !$0.contains("7 pat") })
    do throws(PipelineError) {
      try WrittenCheck.check(audit, against: attacked) { .none }
      Issue.record("nothing is found before publication")
    } catch {
      #expect(error.status == .internal)
    }
  }

  @Test("is caught when a machine table shows what others hide, and the program ends with 65")
  func machineTable() throws {
    let path = folder.path + "/duinrand/tabellen/t217-multimorbiditeit.csv"
    let change = Change(file: "", old: "0–44,2,•", new: "0–44,2,41", names: "")
    try Self.apply(change, to: path)
    let outcome = try Program.run(["uitvoercontrole", "duinrand"], in: folder.path)
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("multimorbiditeit") && !outcome.output.contains("41"))
  }

  @Test("is caught when the page of the region shows a small number")
  func index() throws {
    let url = ProjectFolder.root.appendingPathComponent("reports/voorbeeld/index.html")
    let text = try String(contentsOf: url, encoding: .utf8)
    func told(_ text: String) throws -> [String] {
      let audit = try audit("duinrand", file: "")
      let whole = OutputAudit(files: audit.files, wijk: "duinrand", index: Array(text.utf8))
      return try self.told(whole.pageFindings(whole.release()))
    }
    #expect(try told(text) == [])
    let row = "<th scope=\"row\">Duinrand</th><td class=\"n\">11.881</td>"
    #expect(text.contains(row))
    let changed = try told(text.replacing(row, with: row.replacing("11.881", with: "7")))
    #expect(changed.count == 1)
    #expect(changed.allSatisfy { $0.contains("index.html") && $0.contains("P507") })
  }

  @Test("is caught when a chart keeps a number of a hidden cell")
  func chart() throws {
    let file = "hoofdstuk-2.xlsx"
    try Self.change(folder.path + "/havenkwartier/" + file, part: "xl/charts/chart2.xml") {
      $0.replacing("<c:pt idx=\"2\"><c:v>0</c:v>", with: "<c:pt idx=\"2\"><c:v>41</c:v>")
    }
    let audit = try audit("havenkwartier", file: file)
    let told = try told(audit.pageFindings(audit.release()))
    #expect(told.count == 1)
    #expect(told.allSatisfy { $0.contains("blad f201") && $0.contains("P506") })
  }

  @Test("is caught when a file is cut off")
  func cut() throws {
    let path = URL(fileURLWithPath: folder.path + "/duinrand/hoofdstuk-2.docx")
    try Data(contentsOf: path).dropLast(5000).write(to: path)
    let audit = try audit("duinrand", file: "hoofdstuk-2.docx")
    #expect(try audit.pageFindings(audit.release()).map(\.code.rawValue) == ["P508"])
  }

  /// Changes the last place of a text in a file; in a sheet `•` is the number of a text.
  private static func apply(_ change: Change, to path: String) throws {
    if !change.part.isEmpty {
      return try self.change(path, part: change.part) { text in
        var old = change.old
        if change.file.hasSuffix(".xlsx") {
          let place = try sharedText("•", in: path)
          old = old.replacing("•", with: "\(try #require(place))")
        }
        let place = try #require(text.ranges(of: old).last)
        return text.replacingCharacters(in: place, with: change.new)
      }
    }
    let url = URL(fileURLWithPath: path)
    let text = try String(contentsOf: url, encoding: .utf8)
    let place = try #require(text.ranges(of: change.old).last)
    try text.replacingCharacters(in: place, with: change.new).write(
      to: url, atomically: true, encoding: .utf8)
  }

  private static func sharedText(_ text: String, in path: String) throws -> Int? {
    let archive = try ZipReader(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    let part = try archive.read("xl/sharedStrings.xml")
    let strings = try MarkupParser.root(of: try #require(part))
    return strings.elements.firstIndex { $0.elements.first?.children == [.text(text)] }
  }

  /// Writes an Office file again with one part changed.
  private static func change(
    _ path: String, part: String, _ body: (String) throws -> String
  ) throws {
    let url = URL(fileURLWithPath: path)
    let archive = try ZipReader(Array(try Data(contentsOf: url)))
    let entries = try archive.paths.map { name in
      let read = try archive.read(name)
      let bytes = try #require(read)
      guard name == part else { return ZipWriter.Entry(path: name, bytes: bytes) }
      let changed = try body(String(decoding: bytes, as: UTF8.self))
      #expect(Array(changed.utf8) != bytes, "nothing was changed in \(part)")
      return ZipWriter.Entry(path: name, bytes: Array(changed.utf8))
    }
    try Data(try ZipWriter.bytes(of: entries)).write(to: url)
  }
}
