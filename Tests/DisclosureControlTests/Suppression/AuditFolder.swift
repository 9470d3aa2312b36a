import DisclosureControl
import Foundation
import TestSupport

/// Folders of tidy tables with `audit.json`, read and written as the program does.
enum AuditFolder {
  /// The hand-made cases.
  static let fixtures = OutsideAuditor.fixtures

  /// The folders under a folder, by name.
  static func folders(in folder: URL) -> [URL] {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.sorted().map { folder.appendingPathComponent($0) }.filter(\.hasDirectoryPathOnDisk)
  }

  /// Reads all tables of a folder.
  static func read(_ folder: URL) throws -> TextRelease {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var structure = ReleaseStructure(members: [])
    if names.contains("audit.json") {
      let data = try Data(contentsOf: folder.appendingPathComponent("audit.json"))
      if case .object(let members) = value(try JSONSerialization.jsonObject(with: data)) {
        structure = ReleaseStructure(members: members)
      }
    }
    let tables = try names.filter { $0.hasSuffix(".csv") }.map { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      let header = lines.first ?? ""
      let isSemicolon = header.count { $0 == ";" } > header.count { $0 == "," }
      let rows = lines.map { fields($0, separator: isSemicolon ? ";" : ",") }
      return TextTable(name: name, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    }
    return TextRelease(tables: tables, structure: structure)
  }

  /// Writes the tables of a release and a copy of `audit.json` into a new folder.
  static func write(_ release: TextRelease, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let object = any(.object(release.structure.members))
    try JSONSerialization.data(withJSONObject: object).write(
      to: folder.appendingPathComponent("audit.json"))
    for table in release.tables {
      let lines = ([table.header] + table.rows).map { $0.map(quoted).joined(separator: ",") }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(
        to: folder.appendingPathComponent(table.name))
    }
  }

  private static func quoted(_ field: String) -> String {
    field.contains { ",\"\n".contains($0) }
      ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
  }

  private static func fields(_ line: String, separator: Character) -> [String] {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator && !isQuoted {
        fields.append(field)
        field = ""
      } else {
        field.append(character)
      }
    }
    return fields + [field]
  }

  private static func value(_ any: Any) -> ReleaseStructure.Value {
    switch any {
    case let text as String: return .text(text)
    case let number as NSNumber:
      // JSONSerialization gives flags as numbers of one byte.
      return String(cString: number.objCType) == "c"
        ? .flag(number.boolValue) : .number(number.intValue)
    case let list as [Any]: return .list(list.map(value))
    case let object as [String: Any]:
      return .object(
        object.keys.sorted().compactMap { key in
          object[key].map { ReleaseStructure.Member(key, value($0)) }
        })
    default: return .null
    }
  }

  private static func any(_ value: ReleaseStructure.Value) -> Any {
    switch value {
    case .text(let text): text
    case .number(let number): number
    case .flag(let flag): flag
    case .null: NSNull()
    case .list(let list): list.map(any)
    case .object(let members):
      Dictionary(members.map { ($0.name, any($0.value)) }, uniquingKeysWith: { $1 })
    }
  }
}

extension URL {
  fileprivate var hasDirectoryPathOnDisk: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

/// A folder for the time of a test.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
