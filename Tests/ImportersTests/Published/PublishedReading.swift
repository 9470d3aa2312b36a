import Definitions
import DelimitedText
import Foundation
import TestSupport
import WijkModel

@testable import Importers

/// What the importers make of one file.
struct PublishedReading {
  let data: SourceData
  let findings: [Finding]
  let record: InputRecord

  /// Reads a text as a file of a kind.
  init(
    _ kind: String, _ text: String, layout: String? = nil, year: Int? = nil,
    name: String = "bestand.csv"
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("wijkbeeld-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    try self.init(kind, file: url, layout: layout, year: year)
  }

  /// The definitions of the project, read once.
  static let definitions = Result { try DefinitionSet.load(from: ProjectFolder.definitions.path) }

  /// Reads a file of a kind.
  init(_ kind: String, file: URL, layout: String? = nil, year: Int? = nil) throws {
    let definitions = try Self.definitions.get()
    let importer = SourceImporter(
      definitions: definitions, referenceDate: CalendarDate(dayNumber: 20_000),
      settings: RegionSettings())
    let request = ImportRequest(
      path: file.path, name: file.lastPathComponent, kind: kind, layout: layout, year: year,
      encoding: nil, delimiter: nil, hasDecimalPoint: nil, sourceName: nil)
    var data = SourceData()
    var log = FindingLog()
    record = try importer.read(request, into: &data, findings: &log)
    self.data = data
    findings = log.findings
  }

  /// The findings of a code, as line, column and count.
  func found(_ code: FindingCode) -> [(line: Int?, column: String?, count: Int)] {
    findings.filter { $0.code == code }.map { ($0.line, $0.column, $0.count) }
  }

  /// The codes of the findings that are not info.
  var codes: Set<String> { Set(findings.map(\.code.rawValue)) }

  /// The counts of a column: values, unknown, rejected.
  func column(_ name: String) -> [Int]? {
    record.columns.first { $0.column == name }.map { [$0.values, $0.unknown, $0.rejected] }
  }
}

/// The codes with which a text is refused; empty when it is read.
func refusal(
  _ kind: String, _ text: String, layout: String? = nil, year: Int? = nil,
  name: String = "bestand.csv"
) throws -> [Finding] {
  do {
    _ = try PublishedReading(kind, text, layout: layout, year: year, name: name)
    return []
  } catch let refused as RefusedFile {
    return refused.findings
  }
}
