import Foundation
import TestSupport
import Testing

/// What the compiler must refuse: the rule of the field and the rule of small numbers are types.
@Suite("The wrong thing does not compile")
struct DoesNotCompileTests {
  /// The folder with the modules that this test run was built from.
  static var modules: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("Modules")
  }

  /// Type-checks a snippet against the built modules; returns the compiler's words.
  private func check(_ snippet: String) throws -> (isAccepted: Bool, words: String) {
    let folder = try TemporaryFolder()
    let file = try folder.write(snippet, to: "snippet.swift")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // The solvers that DisclosureControl stands on are C modules of this package.
    let maps = ["CClp", "CCbc"].flatMap { name in
      let map = ProjectFolder.root.appendingPathComponent("Sources/\(name)/module.modulemap").path
      return ["-Xcc", "-fmodule-map-file=" + map]
    }
    process.arguments =
      ["swiftc", "-typecheck", "-swift-version", "6", "-I", Self.modules.path] + maps + [file]
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus == 0, words)
  }

  @Test("The snippets' frame itself compiles")
  func control() throws {
    let result = try check(
      """
      import WijkModel
      let share = Share(of: Count<EnrolledPatients>(3), in: Count<EnrolledPatients>(10))
      let coverage = Coverage(enrolled: Count(3), inhabitants: Count(10))
      """)
    #expect(result.isAccepted, "\(result.words)")
  }

  @Test(
    "Inhabitants and patients do not mix, and a table cannot be released by hand",
    arguments: [
      (
        "let x = Share(of: Count<EnrolledPatients>(3), in: Count<Inhabitants>(10))",
        "cannot convert value of type"
      ),
      ("let x = Count<Inhabitants>(3) + Count<EnrolledPatients>(10)", "cannot convert value"),
      (
        "let x = Coverage(enrolled: Count<Inhabitants>(1), inhabitants: Count<Inhabitants>(1))",
        "cannot convert value of type"
      ),
      (
        """
        let x = ReleasableTable(
          id: "t", population: .enrolledPatients, columns: [], rows: [], notes: [], origins: [],
          years: [])
        """, "inaccessible due to 'internal' protection level"
      ),
      (
        """
        var release = DraftRelease(wijk: Wijk(name: "", slug: "", postcodes: [], practices: []))
        release.inhabitants.append(DraftTable<EnrolledPatients>(id: "t", columns: []))
        """, "cannot convert value of type"
      ),
    ])
  func refused(snippet: String, words: String) throws {
    let result = try check("import DisclosureControl\nimport WijkModel\n" + snippet)
    #expect(!result.isAccepted)
    #expect(result.words.contains(words), "\(result.words)")
  }

  @Test("A count and a sample have the methods of their basis")
  func allowedByBasis() throws {
    let result = try check(
      """
      import Statistics
      let interval = Figure<Counted>.share(1, of: 2)?.interval()
      let sample = Figure<Measured>(value: 3)
      let test = sample.difference(from: sample)
      let score = Figure<Modelled>(value: 3).score(among: [])
      """)
    #expect(result.isAccepted, "\(result.words)")
  }

  @Test(
    "A figure of a model, moved between areas or of costs has no interval and no test of ours",
    arguments: [
      ("let x = Figure<Modelled>(value: 1).interval()", "'Modelled' and 'Counted' be equivalent"),
      ("let x = Figure<Measured>(value: 1).interval()", "'Measured' and 'Counted' be equivalent"),
      ("let x = Figure<Costs>(value: 1).interval()", "'Costs' and 'Counted' be equivalent"),
      (
        "let x = Figure<Redistributed>(value: 1).interval()",
        "'Redistributed' and 'Counted' be equivalent"
      ),
      (
        "let m = Figure<Modelled>(value: 1); let x = m.difference(from: m)",
        "no exact matches in call to instance method 'difference'"
      ),
      (
        "let x = Figure<Measured>(value: 1).difference(from: Figure<Modelled>(value: 1))",
        "cannot convert value of type 'Figure<Modelled>'"
      ),
      ("let x = Figure<Costs>(value: 1).standardError", "'Costs' and 'Measured' be equivalent"),
      ("let x = Figure<Counted>(value: 1)", "be equivalent"),
    ])
  func refusedByBasis(snippet: String, words: String) throws {
    let result = try check("import Statistics\n" + snippet)
    #expect(!result.isAccepted)
    #expect(result.words.contains(words), "\(result.words)")
  }
}
