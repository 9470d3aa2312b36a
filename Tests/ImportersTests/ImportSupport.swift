import Definitions
import DelimitedText
import Foundation
import TestSupport
import Testing
import WijkModel

@testable import Importers

/// What reading one file gave.
struct Imported {
  var data = SourceData()
  var record = InputRecord(file: "", kind: "")
  var findings: [Finding] = []
  var isRefused = false

  /// The codes, sorted, each once.
  var codes: [String] { Set(findings.map(\.code.rawValue)).sorted() }

  /// The findings with a code.
  func findings(_ code: FindingCode) -> [Finding] { findings.filter { $0.code == code } }

  /// Records and rejected records.
  var totals: [Int] { [record.records, record.rejected] }

  /// Line and count of the findings with a code; 0 for no line.
  func places(_ code: FindingCode) -> [[Int]] { findings(code).map { [$0.line ?? 0, $0.count] } }

  /// How often a code was found.
  func count(_ code: FindingCode) -> Int { findings(code).reduce(0) { $0 + $1.count } }

  /// The numbers of a column: values, unknown, rejected.
  func column(_ name: String) -> [Int]? {
    record.columns.first { $0.column == name }.map { [$0.values, $0.unknown, $0.rejected] }
  }

  /// The codes of findings that are no information.
  func graveCodes(_ definitions: DefinitionSet) -> [String] {
    codes.filter { definitions.messages.severity(of: FindingCode(rawValue: $0)) != .info }
  }
}

/// Reads texts as files of a kind, in a folder that is removed afterwards.
enum ImportSupport {
  /// The shipped definitions.
  static func definitions() throws -> DefinitionSet { try loaded.get() }

  private static let loaded = Result {
    try DefinitionSet.load(from: ProjectFolder.definitions.path)
  }

  /// The reference date of the cases.
  static let referenceDate = CalendarDate(iso: "2025-01-15") ?? CalendarDate(dayNumber: 0)

  /// Reads a text.
  static func read(
    _ text: String, kind: String = "praktijklijst", name: String = "invoer/p.csv",
    settings: RegionSettings = RegionSettings(), change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> Imported {
    try read(Data(text.utf8), kind: kind, name: name, settings: settings, change: change)
  }

  /// Reads bytes.
  static func read(
    _ bytes: Data, kind: String = "praktijklijst", name: String = "invoer/p.csv",
    settings: RegionSettings = RegionSettings(), change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> Imported {
    let definitions = try definitions()
    return try withFile(bytes) { path in
      let importer = SourceImporter(
        definitions: definitions, referenceDate: referenceDate, settings: settings)
      var request = ImportRequest(path: path, name: name, kind: kind)
      change(&request)
      var imported = Imported()
      var log = FindingLog()
      do throws(RefusedFile) {
        imported.record = try importer.read(request, into: &imported.data, findings: &log)
        imported.findings = log.findings
      } catch {
        imported.isRefused = true
        imported.record = error.record
        imported.findings = error.findings
      }
      return imported
    }
  }

  /// Gives the path of a file with the bytes, only while the body runs.
  static func withFile<Result>(_ bytes: Data, _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("importers-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appendingPathComponent("invoer.csv")
    try bytes.write(to: url)
    return try body(url.path)
  }
}

/// A small made-up practice list that is easy to make dirty.
struct ListText {
  var header = [
    "patientnummer", "geboortedatum", "geslacht", "postcode", "inschrijfdatum", "uitschrijfdatum",
    "praktijk_agb", "categorie",
  ]
  var rows: [[String]]

  /// Rows of men and women in turn, born in 1974, in 2312.
  init(_ count: Int = 6) {
    rows = (0..<count).map { index in
      [
        String(1001 + index), "15-06-1974", index % 2 == 0 ? "M" : "V", "2312AB", "01-01-2015", "",
        "01057814", "V",
      ]
    }
  }

  /// The file.
  var text: String { text(";") }

  /// The file with another delimiter.
  func text(_ delimiter: String) -> String {
    ([header] + rows).map { $0.joined(separator: delimiter) + "\n" }.joined()
  }

  private func place(_ column: String) -> Int { header.firstIndex(of: column) ?? 0 }

  /// The list with another cell; rows count from 1.
  func with(_ column: String, _ text: String, row: Int) -> ListText {
    var copy = self
    copy.rows[row - 1][place(column)] = text
    return copy
  }

  /// The list with the same cell in all rows.
  func with(all column: String, _ text: String) -> ListText {
    var copy = self
    for row in rows.indices { copy.rows[row][place(column)] = text }
    return copy
  }

  /// The list with one more column.
  func adding(_ column: String, _ text: String) -> ListText {
    var copy = self
    copy.header.append(column)
    for row in rows.indices { copy.rows[row].append(text) }
    return copy
  }

  /// The list without a column.
  func dropping(_ column: String) -> ListText {
    var copy = self
    let place = place(column)
    copy.header.remove(at: place)
    for row in rows.indices { copy.rows[row].remove(at: place) }
    return copy
  }

  /// The list with another header.
  func renaming(_ column: String, _ name: String) -> ListText {
    var copy = self
    copy.header[place(column)] = name
    return copy
  }
}
