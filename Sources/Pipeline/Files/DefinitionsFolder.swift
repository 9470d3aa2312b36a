import Glibc
import WijkModel

/// Finds the shipped definitions; never in the current folder.
enum DefinitionsFolder {
  /// Where a package puts them.
  static let installed = "/usr/share/wijkbeeld/definities"

  /// The folder given on the command line, or the first `data/definities` above the executable, or
  /// the installed one.
  ///
  /// - Throws: `E507` (78) when none is there.
  static func find(given: String?, executable: String?) throws(PipelineError) -> String {
    if let given {
      let path = FileAccess.absolute(given)
      guard FileAccess.isFolder(path) else {
        throw PipelineError(.configuration, "E507", file: given)
      }
      return path
    }
    var folder = executable.map(FileAccess.folder(of:)) ?? "/"
    while folder != "/", folder != "." {
      let candidate = folder + "/data/definities"
      if FileAccess.isFolder(candidate) { return candidate }
      folder = FileAccess.folder(of: folder)
    }
    guard FileAccess.isFolder(installed) else {
      throw PipelineError(.configuration, "E507", file: installed)
    }
    return installed
  }

  /// The real path of the running program, or nil when the system does not tell.
  static func runningExecutable() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
