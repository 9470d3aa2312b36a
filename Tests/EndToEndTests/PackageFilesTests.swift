import Foundation
import TestSupport
import Testing

/// What the package carries beside the program.
@Suite("The files of the package")
struct PackageFilesTests {
  private static let scripts = ProjectFolder.root.appendingPathComponent("scripts")
  private static let systemd = "/usr/bin/systemd-analyze"

  private static func isThere(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path)
  }

  @Test(
    "systemd finds nothing wrong with the unit files",
    .enabled(if: isThere(systemd), "systemd-analyze is not on this machine"))
  func units() throws {
    let folder = try TemporaryFolder()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.scripts.path + "/nacht"
    ).filter { $0.hasSuffix(".service") || $0.hasSuffix(".timer") }.sorted()
    #expect(
      names == ["wijkbeeld-melding@.service", "wijkbeeld@.service", "wijkbeeld@.timer"])
    for name in names {
      let text = try String(
        contentsOf: Self.scripts.appendingPathComponent("nacht/" + name), encoding: .utf8)
      // The program is not installed here.
      try folder.write(
        text.replacing("ExecStart=/usr/bin/wijkbeeld ", with: "ExecStart=/bin/true "),
        to: name.replacing("@.", with: "@REGIO."))
    }
    let files = names.map { folder.path + "/" + $0.replacing("@.", with: "@REGIO.") }
    // Other tests try other masks in this process, and systemd remarks on modes too.
    for file in files {
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    }
    let outcome = try OfficeTools.run(Self.systemd, ["verify", "--man=no"] + files)
    #expect(outcome.code == 0)
    #expect(outcome.text.isEmpty, "\(outcome.text)")
  }

  @Test("The night of the unit and of cron is a command that the program knows")
  func commands() throws {
    let folder = try TemporaryFolder()
    for file in ["wijkbeeld@.service", "wijkbeeld.cron"] {
      let text = try String(
        contentsOf: Self.scripts.appendingPathComponent("nacht/" + file), encoding: .utf8)
      let commands = text.matches(of: /wijkbeeld ((?:rapporteer|status) [^|>\n]*)/).map {
        $0.output.1
      }
      #expect(!commands.isEmpty)
      for command in commands {
        let words = command.split(separator: " ").map(String.init).filter { $0 != "2" }
        // The configuration is not there; a command that is not understood gives 64.
        #expect(try Program.run(words, in: folder.path).status == 66, "\(command)")
      }
    }
  }

  @Test(
    "The man page is the one of this program",
    .enabled(if: isThere("/usr/bin/python3"), "python3 is not on this machine"))
  func manual() throws {
    let made = try OfficeTools.run(
      "/bin/sh",
      [
        "-c", "\"$1\" --experimental-dump-help | python3 \"$2\"", "sh", Program.executable.path,
        Self.scripts.path + "/deb/manual.py",
      ])
    #expect(made.code == 0)
    #expect(try made.text == committed("deb/wijkbeeld.1"), "run scripts/pakket --handleiding")
  }

  @Test("The completions are those of this program", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let made = try OfficeTools.run(
      Program.executable.path, ["--generate-completion-script", shell])
    #expect(made.code == 0)
    #expect(
      try made.text == committed("deb/wijkbeeld.\(shell)"), "run scripts/pakket --handleiding")
  }

  private func committed(_ name: String) throws -> String {
    try String(contentsOf: Self.scripts.appendingPathComponent(name), encoding: .utf8)
  }
}
