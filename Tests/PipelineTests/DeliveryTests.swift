import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("The delivery")
struct DeliveryTests {
  private static let now = 1_800_000_000

  /// A delivery of one practice list of which the file is as old as given.
  private func files(
    in folder: TemporaryFolder, age: Int = 3600, keys: String = ""
  ) throws -> [DeliveredFile] {
    let configuration = """
      regio: R
      peildatum: 2026-07-01
      \(keys)
      bronnen:
        praktijklijst: ["p*.csv"]
      wijken: [{naam: W, postcodes: [1901]}]
      """
    let path = try folder.write(configuration, to: "wijkbeeld.yaml")
    if FileManager.default.fileExists(atPath: folder.path + "/p.csv") {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(Self.now - age))],
        ofItemAtPath: folder.path + "/p.csv")
    }
    let read = try ConfigurationReader().read(path: path, name: "wijkbeeld.yaml")
    return try Delivery(configuration: read, now: Self.now).files()
  }

  private func error(
    in folder: TemporaryFolder, age: Int = 3600, keys: String = ""
  ) throws -> (Pipeline.ExitStatus, String) {
    let error = try #require(throws: PipelineError.self) {
      try files(in: folder, age: age, keys: keys)
    }
    return (error.status, error.findings.first?.code.rawValue ?? "")
  }

  @Test("Files of a pattern come in the order of their names, without part files")
  func pattern() throws {
    let folder = try TemporaryFolder()
    for name in ["p2.csv", "p10.csv", "p.csv", "q.csv", "p3.csv.part"] {
      try folder.write("x", to: name)
    }
    #expect(
      try files(in: folder, keys: "rusttijd: 0").map(\.name) == ["p.csv", "p10.csv", "p2.csv"])
  }

  @Test("A pattern without a file is missing input")
  func nothing() throws {
    #expect(try error(in: TemporaryFolder()) == (.inputMissing, "E521"))
  }

  @Test(
    "A file that was written just now, or has a part beside it, is still in reception",
    arguments: [
      (5, "", true), (15, "", false), (5, "rusttijd: 0", false), (25, "rusttijd: 30", true),
    ])
  func reception(age: Int, keys: String, isRefused: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "p.csv")
    if isRefused {
      #expect(try error(in: folder, age: age, keys: keys) == (.tryLater, "E524"))
    } else {
      #expect(try files(in: folder, age: age, keys: keys).count == 1)
    }
  }

  @Test("A part file beside a file is an upload in progress")
  func part() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "p.csv")
    try folder.write("x", to: "p.csv.part")
    #expect(try error(in: folder) == (.tryLater, "E524"))
  }

  @Test("A symbolic link is refused unless it is allowed")
  func link() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    let target = try other.write("x", to: "echt.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/p.csv", withDestinationPath: target)
    #expect(try error(in: folder) == (.inputMissing, "E523"))
    #expect(try files(in: folder, keys: "symlinks_toestaan: ja\nrusttijd: 0").count == 1)
  }

  @Test("A folder is not a file")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "p.csv/x")
    #expect(try error(in: folder) == (.inputMissing, "E522"))
  }

  @Test("The hash beside a file must be its hash")
  func hash() throws {
    let folder = try TemporaryFolder()
    try folder.write("abc", to: "p.csv")
    let right = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    try folder.write(right + "  p.csv\n", to: "p.csv.sha256")
    #expect(try files(in: folder).count == 1)
    try folder.write("00" + right.dropFirst(2), to: "p.csv.sha256")
    #expect(try error(in: folder) == (.dataRefused, "E525"))
  }

  @Test("A file that is too old is refused, unless that is switched off")
  func stale() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "p.csv")
    #expect(try error(in: folder, age: 401 * 86_400) == (.dataRefused, "E527"))
    #expect(try files(in: folder, age: 401 * 86_400, keys: "verouderd_na: uit").count == 1)
  }
}
