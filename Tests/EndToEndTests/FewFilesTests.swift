import TestSupport
import Testing

/// The system gives no more open files.
@Suite("Too few open files")
struct FewFilesTests {
  @Test(
    "Whatever the limit is, a run works or says one Dutch sentence", arguments: [4, 7, 12, 18])
  func limit(_ number: Int) throws {
    let folder = try TemporaryFolder()
    try SmallRegion.write(to: folder)
    let outcome = try OfficeTools.run(
      "/bin/sh",
      [
        "-c",
        "ulimit -n \(number); cd \"$1\" && exec \"$2\" rapporteer --stil --definities \"$3\"",
        "sh", folder.path, Program.executable.path, ProjectFolder.definitions.path,
      ])
    guard outcome.code != 0 else { return }
    #expect([71, 73, 74].contains(outcome.code), "\(outcome.text)")
    #expect(outcome.text.split(separator: "\n").count == 1, "\(outcome.text)")
    #expect(outcome.text.contains("(code \(outcome.code))") || outcome.text.contains("(E605)"))
    #expect(!folder.files().contains("reports/voorbeeldwijk/hoofdstuk-2.md"))
  }
}
