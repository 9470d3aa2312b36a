import Foundation
import TestSupport
import Testing

/// Instructions do not depend on what else the machine does, so they are tested and seconds are not.
@Suite("Instructions of the benchmark")
struct RegressionScriptTests {
  private static let script = ProjectFolder.root.appendingPathComponent(
    "scripts/benchmark/regression")

  private static func run(_ environment: [String: String]) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = script
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test("Counting size S takes at most a tenth more instructions than was recorded")
  func instructions() throws {
    let (status, said) = try Self.run([:])
    // Without valgrind or a static release newer than the sources it skips and says so.
    print(said)
    #expect(status == 0, "\(said)")
  }

  @Test("Without a program it skips and says what is missing")
  func skips() throws {
    let (status, said) = try Self.run(["TELBANK": "/afwezig/telbank"])
    #expect(status == 0)
    #expect(said.contains("overgeslagen"))
  }
}
