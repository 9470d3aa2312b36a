import Foundation
import TestSupport
import Testing

/// What is around a run must not show in what comes out.
@Suite("The surroundings of a run")
struct SurroundingsTests {
  private static let seed: UInt64 = 7_261_122

  private func region() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try WideRegion(wijken: 2, seed: Self.seed, patients: 60, hasEpisodes: true).write(to: folder)
    return folder
  }

  /// The published files with their bytes; the state, the lock and the status are not among them.
  private func published(_ folder: TemporaryFolder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in folder.files()
    where name.hasPrefix("reports/") && !name.contains("/.") && !name.hasSuffix("status.json") {
      files[name] = try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    return files
  }

  private func differences(_ one: [String: Data], _ two: [String: Data]) -> [String] {
    Set(one.keys).union(two.keys).filter { one[$0] != two[$0] }.sorted()
  }

  @Test("The same bytes come out without an environment, and in any time zone and language")
  func environment() throws {
    let folder = try region()
    let bare = try Program.run(["rapporteer", "--stil"], in: folder.path)
    #expect(bare.status == 0 && bare.output.isEmpty && bare.messages.isEmpty, "\(bare.messages)")
    let expected = try published(folder)
    #expect(expected.count > 60)
    let places = try InventedLocale.folder()
    for environment in [
      ["TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": "/nonexistent"],
      [
        "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr",
        "TERM": "xterm-256color",
      ],
    ] {
      try FileManager.default.removeItem(atPath: folder.path + "/reports")
      let outcome = try Program.run(
        ["rapporteer", "--stil"], in: folder.path,
        environment: environment.merging(["LOCPATH": places?.path ?? ""]) { $1 })
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try differences(published(folder), expected) == [], "\(environment)")
    }
  }

  @Test(
    "The order of files and rows does not matter; only hashes of files differ (seed 7261122)")
  func order() throws {
    let folder = try region()
    #expect(try Program.run(["rapporteer", "--stil"], in: folder.path).status == 0)
    let expected = try published(folder)
    var generator = SeededGenerator(seed: Self.seed + 1)
    for kind in ["praktijken", "episoden"] {
      for number in 1...2 {
        var rows = try folder.read("\(kind)/\(number).csv").split(separator: "\n")
        let header = rows.removeFirst()
        rows.shuffle(using: &generator)
        try FileManager.default.removeItem(atPath: folder.path + "/\(kind)/\(number).csv")
        try folder.write(
          ([header] + rows).joined(separator: "\n") + "\n", to: "\(kind)/\(9 - number).csv")
      }
    }
    try FileManager.default.removeItem(atPath: folder.path + "/reports")
    #expect(try Program.run(["rapporteer", "--stil"], in: folder.path).status == 0)
    let changed = try differences(published(folder), expected)
    // The run records and the quality page name files and their hashes.
    #expect(
      changed == [
        "reports/wijk-1/intern/datakwaliteit.csv", "reports/wijk-1/intern/datakwaliteit.html",
        "reports/wijk-1/intern/run.json", "reports/wijk-1/verantwoording.json",
        "reports/wijk-2/intern/datakwaliteit.csv", "reports/wijk-2/intern/datakwaliteit.html",
        "reports/wijk-2/intern/run.json", "reports/wijk-2/verantwoording.json",
      ])
  }

  @Test("Modes of files and folders do not depend on the umask", arguments: ["000", "077"])
  func modes(_ mask: String) throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let outcome = try OfficeTools.run(
      "/bin/sh",
      [
        "-c", "umask \(mask); cd \"$1\" && exec \"$2\" rapporteer --stil --definities \"$3\"", "sh",
        folder.path, Program.executable.path, ProjectFolder.definitions.path,
      ])
    #expect(outcome.code == 0, "\(outcome.text)")
    let found = FileManager.default.enumerator(atPath: folder.path + "/reports")
    for name in found?.compactMap({ $0 as? String }) ?? [] {
      let path = folder.path + "/reports/" + name
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      let parts = name.split(separator: "/")
      let expected =
        if parts.contains(".wijkbeeld") { isFolder ? 0o700 : 0o600 } else if !isFolder {
          0o640
        } else { parts.contains("intern") ? 0o700 : 0o750 }
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == expected, "\(name)")
    }
  }
}

/// A language of the system with other letters and a decimal comma, made for a test.
enum InventedLocale {
  /// A folder for `LOCPATH` with Turkish; nil where the system has nothing to make them of.
  static func folder() throws -> TemporaryFolder? {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/localedef"),
      FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/tr_TR")
    else { return nil }
    let folder = try TemporaryFolder()
    let outcome = try OfficeTools.run(
      "/usr/bin/localedef", ["-i", "tr_TR", "-f", "UTF-8", folder.path + "/tr_TR.UTF-8"])
    return outcome.code == 0 ? folder : nil
  }
}
