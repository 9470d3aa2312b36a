import DisclosureControl
import Foundation
import TestSupport
import WijkModel

/// Writes a release as `tabellen/` for the outside auditor, as simply as can be.
enum ReleaseFolder {
  /// The auditor, when the shared material and a Python with scipy are there.
  static let auditor: URL? = {
    guard let script = ProjectFolder.shared("tools/audit/audit.py"),
      run(["-c", "import numpy, scipy"]).status == 0
    else { return nil }
    return script
  }()

  /// Writes the tables and audit.json into a folder.
  static func write(_ released: ReleasedTables, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for table in released.tables {
      var lines = [table.columns.map(\.name).joined(separator: ",")]
      lines += table.rows.map { $0.map(text).joined(separator: ",") }
      try write(lines.joined(separator: "\n") + "\n", to: folder, table.id + ".csv")
    }
    try write(json(.object(released.structure.members)), to: folder, "audit.json")
  }

  /// What the auditor says of a folder: its exit status and output.
  static func audit(_ folder: URL, _ arguments: [String] = []) -> (status: Int32, output: String) {
    guard let auditor else { return (-1, "") }
    return run([auditor.path, folder.path] + arguments)
  }

  private static func write(_ text: String, to folder: URL, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  private static func run(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    do { try process.run() } catch { return (-1, "") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(bytes: output, encoding: .utf8) ?? "")
  }

  private static func text(_ cell: ReleasableCell) -> String {
    switch cell {
    case .text(let text): text.contains(",") ? "\"\(text)\"" : text
    case .count(let count): String(count)
    case .number(let number): String(number)
    case .suppressed: "•"
    case .absent: ""
    case .unknown: "onbekend"
    }
  }

  private static func json(_ value: ReleaseStructure.Value) -> String {
    switch value {
    case .text(let text): "\"\(text)\""
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let values): "[" + values.map(json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.name)\":\(json($0.value))" }.joined(separator: ",") + "}"
    }
  }
}
