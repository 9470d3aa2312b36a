import Foundation
import TestSupport
import Testing

/// The committed pages in a real browser; see `scripts/paginacontrole`.
@Suite("Pages in a browser")
struct BrowserTests {
  /// The Python with the packages that `scripts/setup --test` installs, otherwise that of the machine.
  private static var python: String {
    let own = ProjectFolder.root.appendingPathComponent(".build/paginacontrole/bin/python3").path
    return FileManager.default.isExecutableFile(atPath: own) ? own : "/usr/bin/python3"
  }

  @Test("No serious finding of axe-core, no message, no request; everything copies")
  func pages() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.currentDirectoryURL = ProjectFolder.root
    process.arguments = [
      "scripts/paginacontrole", "reports/voorbeeld/havenkwartier/hoofdstuk-2.html",
      "reports/voorbeeld/index.html",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 77 {
      print("skipped, because a browser check is not possible here: \(text)")
      return
    }
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.isEmpty, "\(text)")
  }
}
