import Foundation
import TestSupport

/// Runs the built program as a user or cron does.
enum Program {
  /// What a run of the program gave.
  struct Outcome {
    let status: Int32
    let output: String
    let messages: String
  }

  /// The program that was built together with these tests.
  static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("wijkbeeld")
  }

  /// Runs the program in a folder, with the definitions of the checkout and a bare environment.
  ///
  /// - Parameters:
  ///   - arguments: What the user types after the name of the program.
  ///   - folder: The current folder.
  ///   - environment: All variables that the program sees.
  ///   - meanwhile: What happens while it runs.
  /// - Returns: What it gave.
  /// - Throws: When the program cannot be started.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    meanwhile: (Process) throws -> Void = { _ in }
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments + ["--definities", ProjectFolder.definitions.path]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    let output = try TemporaryFolder()
    let outputFile = try output.write("", to: "uit")
    let messageFile = try output.write("", to: "fout")
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputFile))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: messageFile))
    try process.run()
    try meanwhile(process)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try output.read("uit"),
      messages: try output.read("fout"))
  }
}
