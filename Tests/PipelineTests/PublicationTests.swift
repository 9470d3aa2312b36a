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

  @Test("The folder of a wijk is replaced as a whole, the others stay")
  func replaced() throws {
    let folder = try TemporaryFolder()
    let publication = Publication(output: folder.path + "/uit/reports")
    try publication.prepare()
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

  @Test("Files and folders have their modes whatever the umask")
  func modes() throws {
    let folder = try TemporaryFolder()
    let publication = Publication(output: folder.path + "/reports")
    try publication.prepare()
    let mask = umask(0o077)
    defer { umask(mask) }
    try publication.publish([("a", [file("x.md", "1"), file("intern/run.json", "{}")])], files: [])
    func mode(_ path: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.path + "/reports/" + path)
      return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
    }
    #expect(try mode("a") == 0o750)
    #expect(try mode("a/intern") == 0o700)
    #expect(try mode("a/x.md") == 0o640)
  }

  @Test("When a file cannot be written, the old set stays and nothing is left behind")
  func failure() throws {
    let folder = try TemporaryFolder()
    let publication = Publication(output: folder.path)
    try publication.publish([("a", [file("x.md", "1")])], files: [])
    let long = String(repeating: "n", count: 300)
    let error = try #require(throws: PipelineError.self) {
      try publication.publish([("a", [file("x.md", "2"), file(long, "2")])], files: [])
    }
    #expect(error.status == .inputOutput)
    #expect(folder.files() == ["a/x.md"])
    #expect(try folder.read("a/x.md") == "1")
  }

  @Test("A swap that fails is undone: replaced folders come back, new ones go")
  func swapUndone() throws {
    let folder = try TemporaryFolder()
    let publication = Publication(output: folder.path)
    try publication.publish([("a", [file("x.md", "1")])], files: [])
    // The third folder goes along with the second, so that its own swap finds nothing.
    let error = try #require(throws: PipelineError.self) {
      try publication.publish(
        [
          ("a", [file("x.md", "2")]), ("nieuw", [file("x.md", "2")]),
          ("nieuw/sub", [file("x.md", "2")]),
        ], files: [])
    }
    #expect(error.status == .inputOutput)
    #expect(folder.files() == ["a/x.md"])
    #expect(try folder.read("a/x.md") == "1")
  }

  @Test("A failure after the swap says that the new set stands")
  func afterSwap() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "index.html/in-de-weg")
    let error = try #require(throws: PipelineError.self) {
      try Publication(output: folder.path).publish(
        [("a", [file("x.md", "1")])], files: [file("index.html", "i")])
    }
    #expect(error.findings.first?.code == "E610")
    #expect(try folder.read("a/x.md") == "1")
  }

  @Test("Output below a file cannot be created")
  func notAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "bestand")
    let error = try #require(throws: PipelineError.self) {
      try Publication(output: folder.path + "/bestand/reports").prepare()
    }
    #expect(error.status == .outputNotCreated)
  }
}
