import Foundation

/// Programs from outside that judge Office files; tests that need one are skipped without it.
///
/// `scripts/setup --test` installs the Python packages in `.build/office`.
public enum OfficeTools {
  private static let folder = ProjectFolder.root.appendingPathComponent(".build/office/bin")

  /// The path of openxml-audit, or nil.
  public static var audit: String? {
    executable(folder.appendingPathComponent("openxml-audit").path)
  }

  /// The path of a Python that has openpyxl and python-docx, or nil.
  public static var python: String? { executable(folder.appendingPathComponent("python3").path) }

  /// The path of LibreOffice, or nil; nil as well without pdftotext.
  public static var office: String? {
    executable("/usr/bin/pdftotext") == nil ? nil : executable("/usr/bin/soffice")
  }

  private static func executable(_ path: String) -> String? {
    FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Runs a program and gives its exit code with all it wrote.
  public static func run(_ path: String, _ arguments: [String]) throws -> (
    code: Int32, text: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// The text of the pages that LibreOffice makes of a file in a folder of its own.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - office: The path of LibreOffice.
  ///   - isInLines: Whether texts beside each other stand on one line; otherwise cell by cell.
  /// - Returns: The text.
  /// - Throws: When a program cannot be started.
  public static func pages(
    of file: URL, office: String, isInLines: Bool = true
  ) throws -> String {
    let folder = file.deletingLastPathComponent()
    _ = try run(
      office,
      [
        "-env:UserInstallation=file://\(folder.path)/profiel", "--headless", "--convert-to", "pdf",
        "--outdir", folder.path, file.path,
      ])
    let page = file.deletingPathExtension().appendingPathExtension("pdf").path
    return try run("/usr/bin/pdftotext", (isInLines ? ["-layout"] : []) + [page, "-"]).text
  }
}
