import Foundation
import Pipeline
import TestSupport
import Testing

/// What a run remembers of earlier ones, through the whole program.
@Suite("The memory of earlier runs")
struct StateTests {
  private let folder: TemporaryFolder
  private let application: Application

  init() throws {
    folder = try TemporaryFolder()
    application = try Application(definitions: ProjectFolder.definitions.path)
    try SmallRegion.write(to: folder)
  }

  private var state: String { folder.path + "/reports/.wijkbeeld/toestand.sqlite" }

  @discardableResult
  private func report(
    startsSeries: Bool = false, wijk: String? = nil
  ) throws(PipelineError) -> RunSummary {
    try application.report(
      RunOptions(
        configurationPath: folder.path + "/wijkbeeld.yaml", wijk: wijk,
        startsSeries: startsSeries, now: 1_800_000_000))
  }

  private func codes(_ work: () throws(PipelineError) -> Void) -> [String] {
    do throws(PipelineError) {
      try work()
      return []
    } catch {
      return ["\(error.status.rawValue)"] + error.findings.map(\.code.rawValue)
    }
  }

  /// The published files with their bytes; the state, the lock and the status are not among them.
  private func published() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in folder.files()
    where name.hasPrefix("reports/") && !name.contains("/.") && !name.hasSuffix("status.json") {
      files[name] = try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    return files
  }

  @Test("d020: an export with the bytes of the last run is told, and the report stays the same")
  func unchanged() throws {
    #expect(try !warned())
    try report()
    let first = try published()
    #expect(try warned())
    #expect(!first.isEmpty)
    #expect(try report().warnings.contains { $0.hasPrefix("Bij het lezen is 1 punt opgevallen") })
    #expect(try published() == first)
    try folder.write(
      SmallRegion.patients.replacingOccurrences(of: "1050;", with: "1999;"), to: "p.csv")
    #expect(try !warned())
  }

  /// Whether `controleer` says W113 of the practice list, and of nothing else.
  private func warned() throws -> Bool {
    let json = try application.check(
      configurationPath: folder.path + "/wijkbeeld.yaml", now: 1_800_000_000
    ).json
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let findings = try #require(parsed?["meldingen"] as? [[String: Any]])
    let found = findings.filter { $0["code"] as? String == "W113" }
    #expect(found.allSatisfy { $0["bestand"] as? String == "p.csv" })
    #expect(found.allSatisfy { ($0["tekst"] as? String)?.contains("van 2027-01-15") ?? false })
    return !found.isEmpty
  }

  @Test("Reports without a state stop the run until a new series starts", arguments: [true, false])
  func lost(hasFolder: Bool) throws {
    try report()
    try FileManager.default.removeItem(atPath: state)
    if !hasFolder {
      try FileManager.default.removeItem(atPath: folder.path + "/reports/voorbeeldwijk")
      try folder.write("{}", to: "reports/status.json")
    }
    let before = try published()
    #expect(codes { () throws(PipelineError) in try report() } == ["78", "E530"])
    #expect(try published() == before)
    #expect(!FileManager.default.fileExists(atPath: state))
    try report(startsSeries: true)
    try report()
  }

  @Test("A damaged state stops the run until a new series starts")
  func damaged() throws {
    try report()
    try folder.write("kapot", to: "reports/.wijkbeeld/toestand.sqlite")
    #expect(codes { () throws(PipelineError) in try report() } == ["78", "E531"])
    #expect(try folder.read("reports/.wijkbeeld/toestand.sqlite") == "kapot")
    try report(startsSeries: true)
    try report()
  }

  @Test("A run that fails does not use up the permission to start a new series")
  func permission() throws {
    try report()
    try FileManager.default.removeItem(atPath: state)
    try folder.write("", to: "p.csv")
    #expect(codes { () throws(PipelineError) in try report(startsSeries: true) }.first == "65")
    try SmallRegion.write(to: folder)
    #expect(codes { () throws(PipelineError) in try report() } == ["78", "E530"])
  }

  @Test("A first run that fails leaves a state, and the next one goes on")
  func firstFails() throws {
    try folder.write("", to: "p.csv")
    #expect(codes { () throws(PipelineError) in try report() }.first == "65")
    try SmallRegion.write(to: folder)
    try report()
  }

  @Test("Reports of other configurations in the same folder are not ours")
  func others() throws {
    try folder.write("x", to: "reports/voorbeeld/index.html")
    try report()
  }
}
