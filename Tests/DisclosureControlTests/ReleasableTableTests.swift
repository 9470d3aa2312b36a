import Foundation
import TestSupport
import Testing

@Suite("Only disclosure control makes what may be published")
struct ReleasableTableTests {
  /// Where the build put the modules; nil with another build folder.
  private static let modules: String? = {
    let path = ProjectFolder.root.appendingPathComponent(".build/debug/Modules").path
    return FileManager.default.fileExists(atPath: path + "/DisclosureControl.swiftmodule")
      ? path : nil
  }()

  private func typecheck(_ source: String) throws -> (isAccepted: Bool, output: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wijkbeeld-\(ProcessInfo.processInfo.processIdentifier)-\(source.utf8.count).swift")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(source.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // The solvers that DisclosureControl stands on are C modules of this package.
    let maps = ["CClp", "CCbc"].flatMap { name in
      let map = ProjectFolder.root.appendingPathComponent("Sources/\(name)/module.modulemap").path
      return ["-Xcc", "-fmodule-map-file=" + map]
    }
    process.arguments =
      ["swiftc", "-typecheck", "-I", Self.modules ?? ""] + maps + [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus == 0, String(bytes: output, encoding: .utf8) ?? "")
  }

  @Test(
    "A table that may be published cannot be made elsewhere",
    .enabled(if: modules != nil, "needs the modules in .build/debug"))
  func sealed() throws {
    let start = "import DisclosureControl\nimport WijkModel\n"
    let allowed = try typecheck(
      start + "func read(_ table: ReleasableTable) -> Int { table.rows.count }\n")
    #expect(allowed.isAccepted, "\(allowed.output)")
    let forbidden = try typecheck(
      start + "let table = ReleasableTable(id: \"t\", population: .none, columns: [], rows: [], "
        + "notes: [], origins: [], years: [])\n")
    #expect(!forbidden.isAccepted)
    #expect(forbidden.output.contains("inaccessible due to 'internal' protection level"))
    let draft = try typecheck(
      start + "func leak(_ draft: DraftTable<EnrolledPatients>) -> ReleasableTable { draft }\n")
    #expect(!draft.isAccepted)
  }
}
