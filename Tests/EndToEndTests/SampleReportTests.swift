import DelimitedText
import Foundation
import Pipeline
import TestSupport
import Testing

@testable import Exporters

/// The committed report of the fictitious region.
@Suite("The sample report")
struct SampleReportTests {
  static let committed = ProjectFolder.root.appendingPathComponent("reports/voorbeeld")

  /// Copies the sample region to a folder and makes its report there; gives the report's folder.
  private func produce(in folder: TemporaryFolder) throws -> URL {
    let sample = folder.url.appendingPathComponent("data/voorbeeld")
    try FileManager.default.createDirectory(
      at: sample.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: ProjectFolder.root.appendingPathComponent("data/voorbeeld"), to: sample)
    let application = try Application(definitions: ProjectFolder.definitions.path)
    _ = try application.report(
      RunOptions(configurationPath: sample.appendingPathComponent("wijkbeeld.yaml").path))
    return folder.url.appendingPathComponent("reports/nu")
  }

  @Test("The report of data/voorbeeld is reproduced byte for byte")
  func reproduced() throws {
    let folder = try TemporaryFolder()
    let made = try produce(in: folder)
    let madeFiles = try Self.published(in: made)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Self.record(madeFiles, from: made)
      Issue.record("reports/voorbeeld was written again: read the difference")
      return
    }
    let committedFiles = try Self.published(in: Self.committed)
    #expect(madeFiles == committedFiles)
    #expect(madeFiles.count > 60)
    for name in committedFiles {
      let expected = try Data(contentsOf: Self.committed.appendingPathComponent(name))
      let actual = try Data(contentsOf: made.appendingPathComponent(name))
      // The bytes of a picture depend on the versions of Cairo and the font.
      if name.hasSuffix(".png") {
        #expect(actual.prefix(26) == expected.prefix(26), "\(name) has another size")
      } else if name.hasSuffix(".docx") {
        #expect(try Self.parts(of: actual) == Self.parts(of: expected), "\(name) differs")
      } else {
        #expect(actual == expected, "\(name) differs")
      }
    }
  }

  @Test("Two runs, and a run with rows and files in another order, give the same bytes")
  func order() throws {
    let first = try TemporaryFolder()
    let one = try produce(in: first)
    let second = try TemporaryFolder()
    let sample = second.url.appendingPathComponent("data/voorbeeld")
    try FileManager.default.createDirectory(
      at: sample.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: ProjectFolder.root.appendingPathComponent("data/voorbeeld"), to: sample)
    try Self.reverseRows(of: "invoer/episoden/duinrand-de-linde.csv", in: sample)
    try Self.reverseRows(of: "invoer/praktijken/duinrand-de-linde.csv", in: sample)
    try Self.reverseRows(of: "invoer/ses_woa_2023.csv", in: sample)
    let application = try Application(definitions: ProjectFolder.definitions.path)
    _ = try application.report(
      RunOptions(configurationPath: sample.appendingPathComponent("wijkbeeld.yaml").path))
    let two = second.url.appendingPathComponent("reports/nu")
    for name in try Self.published(in: one) where name.contains("/tabellen/") {
      let expected = try Data(contentsOf: one.appendingPathComponent(name))
      let actual = try Data(contentsOf: two.appendingPathComponent(name))
      #expect(actual == expected, "\(name) depends on the order of rows")
    }
  }

  /// The parts of a Word document, in order: how they are packed depends on the version of zlib, and
  /// pictures on that of Cairo.
  private static func parts(of file: Data) throws -> [String] {
    let archive = try ZipReader(Array(file))
    return try archive.paths.map { path in
      let bytes = try archive.read(path) ?? []
      return path + ": "
        + SHA256.hexDigest(path.hasSuffix(".png") ? Array(bytes.prefix(26)) : bytes)
    }
  }

  /// Turns the rows below the header around.
  private static func reverseRows(of name: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let turned = [lines[0]] + lines.dropFirst().reversed()
    try (turned.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  /// The published files below a folder, without state, lock and the time of the run.
  private static func published(in folder: URL) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(name).path, isDirectory: &isFolder)
      return !isFolder.boolValue && !name.hasPrefix(".") && name != "status.json"
    }.sorted()
  }

  private static func record(_ names: [String], from folder: URL) throws {
    try? FileManager.default.removeItem(at: committed)
    for name in names {
      let target = committed.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: folder.appendingPathComponent(name), to: target)
    }
  }
}
