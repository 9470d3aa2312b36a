import Foundation

/// The independent auditor in another language with another solver, `Fixtures/audit/audit.py`.
///
/// It needs a Python with numpy and scipy: that of `.build/audit`, which `scripts/setup --test` makes,
/// or else the one on the path. Tests that need it are skipped without it, and say so.
public enum OutsideAuditor {
  /// What an attack gave: 0 is clean, 1 a leak, 2 input that it cannot read.
  public typealias Attack = (status: Int32, output: String)

  /// The folder with the auditor and its cases.
  public static let fixtures = ProjectFolder.root.appendingPathComponent(
    "Tests/DisclosureControlTests/Fixtures/audit")

  /// Why a test is skipped.
  public static let absence: String = "python3 with numpy and scipy is not installed"

  /// Whether the auditor can run.
  public static let isAvailable: Bool = run(["-c", "import numpy, scipy"])?.status == 0

  /// Attacks folders with tables, the releases of one wijk from old to new.
  ///
  /// - Parameters:
  ///   - folders: Paths of folders.
  ///   - truth: The path of the true tables of the only folder, or nil.
  ///   - options: More options, such as `--fast`.
  /// - Returns: The exit status with all it wrote; nil when it cannot be started.
  public static func attack(
    _ folders: [String], truth: String? = nil, options: [String] = []
  ) -> Attack? {
    let script = fixtures.appendingPathComponent("audit.py").path
    return run([script] + folders + (truth.map { ["--truth", $0] } ?? []) + options)
  }

  private static func run(_ arguments: [String]) -> Attack? {
    let own = ProjectFolder.root.appendingPathComponent(".build/audit/bin/python3").path
    let isOwn = FileManager.default.isExecutableFile(atPath: own)
    let call = [isOwn ? own : "python3", "-B"] + arguments
    guard let result = try? OfficeTools.run("/usr/bin/env", call) else { return nil }
    return (result.code, result.text)
  }
}
