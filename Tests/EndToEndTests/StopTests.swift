import Foundation
import TestSupport
import Testing

/// A run that is asked to stop.
@Suite("A run that is stopped")
struct StopTests {
  @Test(
    "A stopped run leaves the old set and nothing of its own",
    arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129)] as [(Int32, Int32)])
  func stopped(_ signal: Int32, _ status: Int32) throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    #expect(try Program.run(["rapporteer", "--stil"], in: folder.path).status == 0)
    let before = try files(folder)
    // So many rows that the signal comes long before the end.
    try folder.write(many(60_000), to: "p.csv")
    let outcome = try Program.run(["rapporteer", "--stil"], in: folder.path) { process in
      try waitForState(process)
      #expect(kill(process.processIdentifier, signal) == 0)
    }
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.messages.contains("het vorige rapport blijft staan"))
    #expect(try files(folder) == before)
    #expect(try folder.read("reports/status.json").contains("\"exitcode\" : \(status)"))
    try SmallRegion.write(to: folder)
    #expect(try Program.run(["rapporteer", "--stil"], in: folder.path).status == 0)
  }

  @Test("A run that finds the lock taken stops at once, and the one that holds it goes on")
  func second() throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    try folder.write(many(60_000), to: "p.csv")
    let first = try Program.run(["rapporteer", "--stil"], in: folder.path) { process in
      try waitForState(process)
      let second = try Program.run(["rapporteer"], in: folder.path)
      #expect(second.status == 75 && second.messages.contains("loopt al"), "\(second.messages)")
    }
    #expect(first.status == 0, "\(first.messages)")
  }

  /// The published files with their bytes, and the names in the folder of the state.
  private func files(_ folder: TemporaryFolder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in folder.files() where name.hasPrefix("reports/") && !name.hasSuffix("status.json") {
      files[name] =
        name.contains("/.") ? Data() : try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    return files
  }

  private func many(_ count: Int) -> String {
    let header = SmallRegion.patients.split(separator: "\n")[0]
    let rows = (1...count).map { number in
      "\(100_000 + number);15-06-\(1950 + number % 70);\(number % 2 == 0 ? "M" : "V");1901AB;01-01-2015;;01990011"
    }
    return ([String(header)] + rows).joined(separator: "\n") + "\n"
  }

  /// Waits until the run has its state open, which it keeps to its end: it holds the lock, is going to
  /// read, count and write, and listens to signals.
  private func waitForState(_ process: Process) throws {
    let folder = "/proc/\(process.processIdentifier)/fd"
    while process.isRunning {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names {
        let target = try? FileManager.default.destinationOfSymbolicLink(
          atPath: folder + "/" + name)
        if target?.hasSuffix("/.wijkbeeld/toestand.sqlite") == true { return }
      }
      usleep(1000)
    }
    Issue.record("the run ended before it could be stopped")
  }
}
