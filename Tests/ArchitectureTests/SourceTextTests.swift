import Foundation
import TestSupport
import Testing

/// What must hold of the source texts themselves.
@Suite("The source texts")
struct SourceTextTests {
  /// The Swift files below a folder of the checkout, by path.
  static func swiftFiles(below folder: String) throws -> [(path: String, text: String)] {
    let root = ProjectFolder.root.appendingPathComponent(folder)
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      return (folder + "/" + name, text)
    }
  }

  @Test("Nothing crashes on input: no forced try or cast, no fatal error (the linter sees unwraps)")
  func noTraps() throws {
    let files = try Self.swiftFiles(below: "Sources")
    #expect(files.count > 50)
    for file in files {
      // Put together, so that a search for the words finds breaches only.
      for word in ["try", "as"].map({ $0 + "!" }) + ["fatal" + "Error("] {
        #expect(!file.text.contains(word), "\(file.path) contains \(word)")
      }
    }
  }

  @Test("Files stay under 400 lines")
  func length() throws {
    for file in try Self.swiftFiles(below: "Sources") {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.path) has \(lines) lines")
    }
  }

  @Test("Below the pipeline there is no clock, locale or environment")
  func noSurroundings() throws {
    let words = [
      "Date()", "Locale", "getenv", "ProcessInfo", "TimeZone", "clock_gettime", "time(nil)",
      "setlocale", "arc4random", "SystemRandomNumberGenerator",
    ]
    for file in try Self.swiftFiles(below: "Sources") {
      let module = file.path.split(separator: "/")[1]
      if module == "Pipeline" || module == "wijkbeeld" { continue }
      for word in words { #expect(!file.text.contains(word), "\(file.path) contains \(word)") }
    }
  }

  @Test("Every finding code in the sources is in the catalogue")
  func codes() throws {
    let catalogue = try String(
      contentsOf: ProjectFolder.definitions.appendingPathComponent("meldingen.csv"),
      encoding: .utf8)
    let known = Set(catalogue.split(separator: "\n").compactMap { $0.split(separator: ";").first })
    let code = try Regex("\"([EWP][0-9]{3})\"")
    var missing: [String] = []
    for file in try Self.swiftFiles(below: "Sources") {
      for match in file.text.matches(of: code) {
        let found = try #require(match.output[1].substring)
        if !known.contains(found) { missing.append("\(file.path): \(found)") }
      }
    }
    #expect(missing == [])
  }
}
