import DisclosureControl
import WijkModel

/// Reads the files of a published folder.
enum PublishedFiles {
  /// All files of the folder of a wijk by their path below it, the internal ones left out.
  static func read(_ folder: String) throws(PipelineError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try names(in: folder) where PageReader.canRead(name) {
      files[name] = try bytes(folder + "/" + name)
    }
    for name in try names(in: folder + "/tabellen")
    where name.hasSuffix(".csv") || name == "audit.json" {
      files["tabellen/" + name] = try bytes(folder + "/tabellen/" + name)
    }
    for part in ["figuren/", "tabellen-excel/"] where FileAccess.exists(folder + "/" + part) {
      for name in try names(in: folder + "/" + part) where PageReader.canRead(part + name) {
        files[part + name] = try bytes(folder + "/" + part + name)
      }
    }
    return files
  }

  /// The page of a region; empty when the folder has none.
  static func index(in folder: String) throws(PipelineError) -> [UInt8] {
    let path = folder + "/index.html"
    return FileAccess.exists(path) ? try bytes(path) : []
  }

  /// The tables and `audit.json` of any folder, under the paths that they have in that of a wijk.
  static func readTables(_ folder: String) throws(PipelineError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try names(in: folder) where name.hasSuffix(".csv") {
      files["tabellen/" + name] = try bytes(folder + "/" + name)
    }
    files[OutputAudit.structurePath] = try bytes(folder + "/audit.json")
    return files
  }

  private static func names(in folder: String) throws(PipelineError) -> [String] {
    do throws(SystemFailure) { return try FileAccess.names(in: folder) } catch {
      throw error.inputOutputError
    }
  }

  private static func bytes(_ path: String) throws(PipelineError) -> [UInt8] {
    try FileAccess.read(path, name: FileAccess.name(of: path), missing: "E520")
  }
}
