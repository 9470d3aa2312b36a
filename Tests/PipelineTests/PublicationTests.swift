import Exporters
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Publication")
struct PublicationTests {
  private func file(_ path: String, _ text: String) -> ExportedFile {
    ExportedFile(path: path, bytes: Array(text.utf8))
  }

  /// A publication to a folder below a temporary one, which is trusted.
  private func publication(
    in folder: TemporaryFolder, _ path: String = "reports"
  ) throws(PipelineError) -> Publication {
    try Publication.open(folder.path + "/" + path, trusted: folder.path)
  }

  /// The files that a visitor sees.
  private func published(in folder: TemporaryFolder) -> [String] {
    folder.files().filter { !$0.contains(".wijkbeeld") }
  }

  private func mode(_ path: String, in folder: TemporaryFolder) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
    return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
  }

  @Test("The folder of a wijk is replaced as a whole, the others stay")
  func replaced() throws {
    let folder = try TemporaryFolder()
    let publication = try publication(in: folder, "uit/reports")
    try publication.publish(
      [("a", [file("x.md", "1"), file("oud.md", "weg")]), ("b", [file("x.md", "b")])],
      files: [file("index.html", "i1")])
    try publication.publish(
      [("a", [file("x.md", "2"), file("intern/run.json", "{}")])],
      files: [file("index.html", "i2")])
    #expect(
      folder.files() == [
        "uit/reports/a/intern/run.json", "uit/reports/a/x.md", "uit/reports/b/x.md",
        "uit/reports/index.html",
      ])
    #expect(try folder.read("uit/reports/a/x.md") == "2")
    #expect(try folder.read("uit/reports/index.html") == "i2")
  }

  @Test("Files and folders have their modes whatever the umask", arguments: [0, 0o022, 0o077])
  func modes(_ mask: UInt32) throws {
    let folder = try TemporaryFolder()
    let before = umask(mask)
    defer { umask(before) }
    let publication = try publication(in: folder, "uit/reports")
    try publication.lock()
    try publication.publish(
      [("a", [file("x.md", "1"), file("intern/run.json", "{}"), file("intern/tabellen/t", "")])],
      files: [file("index.html", "i")])
    try publication.replace("status.json", with: [])
    let found = try [
      "uit", "uit/reports", "uit/reports/a", "uit/reports/a/intern",
      "uit/reports/a/intern/tabellen", "uit/reports/a/x.md", "uit/reports/a/intern/run.json",
      "uit/reports/index.html", "uit/reports/status.json", "uit/reports/.wijkbeeld",
      "uit/reports/.wijkbeeld/slot",
    ].map { try mode($0, in: folder) }
    #expect(
      found == [
        0o750, 0o750, 0o750, 0o700, 0o700, 0o640, 0o640, 0o640, 0o640, 0o700, 0o600,
      ])
  }

  @Test("When a file cannot be written, the old set stays and nothing is left behind")
  func failure() throws {
    let folder = try TemporaryFolder()
    let publication = try publication(in: folder)
    try publication.publish([("a", [file("x.md", "1")])], files: [])
    let long = String(repeating: "n", count: 300)
    let error = try #require(throws: PipelineError.self) {
      try publication.publish([("a", [file("x.md", "2"), file(long, "2")])], files: [])
    }
    #expect(error.status == .inputOutput)
    #expect(folder.files() == ["reports/a/x.md"])
    #expect(try folder.read("reports/a/x.md") == "1")
  }

  @Test("A swap that fails is undone: replaced folders come back, new ones go")
  func swapUndone() throws {
    let folder = try TemporaryFolder()
    let publication = try publication(in: folder)
    try publication.publish([("a", [file("x.md", "1")])], files: [])
    // Nothing can be moved onto the dot: the third step fails after two that went well.
    let error = try #require(throws: PipelineError.self) {
      try publication.publish(
        [
          ("a", [file("x.md", "2")]), ("nieuw", [file("x.md", "2")]), ("a/../nieuw/..", []),
        ], files: [])
    }
    #expect(error.status == .inputOutput)
    #expect(published(in: folder) == ["reports/a/x.md"])
    #expect(try folder.read("reports/a/x.md") == "1")
  }

  @Test("When the page of the region cannot be replaced, the old set stands")
  func indexInTheWay() throws {
    let folder = try TemporaryFolder()
    let publication = try publication(in: folder)
    try publication.publish([("a", [file("x.md", "1")])], files: [])
    try folder.write("x", to: "reports/index.html/in-de-weg")
    let error = try #require(throws: PipelineError.self) {
      try publication.publish(
        [("a", [file("x.md", "2")]), ("b", [])], files: [file("index.html", "i")])
    }
    #expect(error.findings.first?.code == "E602")
    #expect(folder.files() == ["reports/a/x.md", "reports/index.html/in-de-weg"])
    #expect(try folder.read("reports/a/x.md") == "1")
  }

  @Test("Output below a file cannot be created")
  func notAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "bestand")
    let error = try #require(throws: PipelineError.self) {
      try publication(in: folder, "bestand/reports")
    }
    #expect(error.status == .outputNotCreated)
  }

  @Test(
    "A link in the path of the output is refused and what it leads to is not touched",
    arguments: ["reports", "uit/reports", "reports/.wijkbeeld"])
  func linkInPath(_ path: String) throws {
    let folder = try TemporaryFolder()
    let victim = try TemporaryFolder()
    let link = folder.url.appendingPathComponent(path == "uit/reports" ? "uit" : path)
    try FileManager.default.createDirectory(
      at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: victim.url)
    let error = try #require(throws: PipelineError.self) {
      try publication(in: folder, path == "uit/reports" ? path : "reports")
    }
    #expect(error.status == .outputNotCreated)
    #expect(error.findings.first?.code == "E604")
    #expect(try FileManager.default.contentsOfDirectory(atPath: victim.path).isEmpty)
  }

  @Test("A link in the path to the configuration is the user's own and is followed")
  func linkInTrustedPath() throws {
    let real = try TemporaryFolder()
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/regio", withDestinationPath: real.path)
    let trusted = folder.path + "/regio"
    let publication = try Publication.open(trusted + "/reports", trusted: trusted)
    try publication.publish([("a", [file("x.md", "1")])], files: [])
    #expect(try real.read("reports/a/x.md") == "1")
  }

  @Test("A link or a file in the place of a wijk, or a folder in that of the index, is refused")
  func destinations() throws {
    let folder = try TemporaryFolder()
    let publication = try publication(in: folder)
    try folder.write("x", to: "reports/bestand")
    try folder.write("x", to: "reports/index.html/x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/reports/verwijzing", withDestinationPath: "/tmp")
    try publication.checkDestinations(
      folders: ["nieuw", "index.html"], files: ["bestand", "nieuw"])
    for (folders, files) in [(["bestand"], []), (["verwijzing"], []), ([], ["index.html"])] {
      let error = try #require(throws: PipelineError.self) {
        try publication.checkDestinations(folders: folders, files: files)
      }
      #expect(error.findings.first?.code == "E604")
    }
  }

  @Test("A link that appears in the place of a wijk is replaced itself")
  func lateLink() throws {
    let folder = try TemporaryFolder()
    let victim = try TemporaryFolder()
    try victim.write("heel", to: "x.md")
    let publication = try publication(in: folder)
    for name in ["a", "index.html"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/reports/" + name, withDestinationPath: victim.path)
    }
    try publication.publish([("a", [file("x.md", "1")])], files: [file("index.html", "i")])
    #expect(victim.files() == ["x.md"])
    #expect(try victim.read("x.md") == "heel")
    #expect(try folder.read("reports/a/x.md") == "1")
    #expect(try folder.read("reports/index.html") == "i")
  }

  @Test("The lock keeps a second run out, and clears what a killed run left")
  func locked() throws {
    let folder = try TemporaryFolder()
    let first = try publication(in: folder)
    try folder.write("half", to: "reports/.wijkbeeld/nieuw-0123/a/x.md")
    try folder.write("half", to: "reports/.wijkbeeld/nieuw-4567")
    try folder.write("ander", to: "reports/.wijkbeeld/toestand")
    try first.lock()
    #expect(folder.files() == ["reports/.wijkbeeld/slot", "reports/.wijkbeeld/toestand"])
    try folder.write("bezig", to: "reports/.wijkbeeld/nieuw-89ab/x.md")
    let error = try #require(throws: PipelineError.self) { try publication(in: folder).lock() }
    #expect(error.status == .tryLater)
    #expect(folder.files().contains("reports/.wijkbeeld/nieuw-89ab/x.md"))
  }

  @Test("A link among the files of the state is refused")
  func linkInState() throws {
    let folder = try TemporaryFolder()
    let victim = try TemporaryFolder()
    let publication = try publication(in: folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/reports/.wijkbeeld/toestand.sqlite",
      withDestinationPath: victim.path + "/x")
    let error = try #require(throws: PipelineError.self) { try publication.lock() }
    #expect(error.findings.first?.code == "E604")
  }

  @Test("A file of the output folder is replaced in one step, with nothing left beside it")
  func replacedFile() throws {
    let folder = try TemporaryFolder()
    let publication = try publication(in: folder)
    try publication.replace("status.json", with: Array("1".utf8))
    try publication.replace("status.json", with: Array("2".utf8))
    #expect(folder.files() == ["reports/status.json"])
    #expect(try folder.read("reports/status.json") == "2")
  }

  @Test("A complete folder takes a free place or that of an empty folder only")
  func placed() throws {
    let folder = try TemporaryFolder()
    let parent = try Folder.open(folder.path, trusted: folder.path)
    try Publication.place("nieuw", [file("a/b", "1")], in: parent)
    #expect(folder.files() == ["nieuw/a/b"])
    let error = try #require(throws: PipelineError.self) {
      try Publication.place("nieuw", [file("a/b", "2")], in: parent)
    }
    #expect(error.status == .inputOutput)
    #expect(try folder.read("nieuw/a/b") == "1")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["nieuw"])
  }
}
