import DelimitedText
import Glibc
import WijkModel

/// A file of a source, found and checked.
public struct DeliveredFile: Hashable, Sendable {
  /// The absolute path.
  public let path: String
  /// How messages name it: relative to the configuration.
  public let name: String
  /// Its source.
  public let source: ConfiguredSource
}

/// Finds the files of the sources and checks that they are complete and at rest.
struct Delivery {
  let configuration: Configuration
  /// Seconds since 1970; passed in, so that tests have a clock of their own.
  let now: Int

  /// All files in the order of kinds and names.
  ///
  /// - Throws: `E521` (66) for a pattern without a file, `E523` (66) for a symbolic link, `E522` (66)
  ///   for something that is not a regular file, `E524` (75) for a file in reception, `E525` (65)
  ///   when a `.sha256` beside the file tells another hash, `E527` (65) for a file that is too old.
  func files() throws(PipelineError) -> [DeliveredFile] {
    var files: [DeliveredFile] = []
    for source in configuration.sources {
      let paths = FilePattern.paths(source.pattern, in: configuration.folder)
      guard !paths.isEmpty else {
        throw PipelineError(
          .inputMissing, "E521", file: configuration.file, line: source.line,
          facts: ["patroon": source.pattern, "soort": source.kind])
      }
      for path in paths {
        let name = displayName(path)
        try check(path, name: name)
        files.append(DeliveredFile(path: path, name: name, source: source))
      }
    }
    return files
  }

  private func displayName(_ path: String) -> String {
    let prefix = configuration.folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  private func check(_ path: String, name: String) throws(PipelineError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw PipelineError(.inputMissing, "E520", file: name)
    }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard configuration.allowsSymbolicLinks else {
        throw PipelineError(.inputMissing, "E523", file: name)
      }
      guard stat(path, &status) == 0 else {
        throw PipelineError(.inputMissing, "E520", file: name)
      }
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw PipelineError(.inputMissing, "E522", file: name)
    }
    let age = now - Int(status.st_mtim.tv_sec)
    let isFresh = configuration.restingSeconds > 0 && age >= 0 && age < configuration.restingSeconds
    if isFresh || FileAccess.exists(path + ".part") {
      throw PipelineError(
        .tryLater, "E524", file: name, facts: ["seconden": String(configuration.restingSeconds)])
    }
    if let days = configuration.staleAfterDays, age > days * 86_400 {
      throw PipelineError(.dataRefused, "E527", file: name, facts: ["grens": "\(days) dagen"])
    }
    try checkHash(path, name: name)
  }

  /// Compares with the hash that the sender put beside the file, when there is one.
  private func checkHash(_ path: String, name: String) throws(PipelineError) {
    guard FileAccess.exists(path + ".sha256") else { return }
    let told = try FileAccess.read(path + ".sha256", name: name + ".sha256", missing: "E520")
    let digits = told.prefix { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 }
    let bytes = try FileAccess.read(path, name: name, missing: "E520")
    guard
      String(decoding: digits, as: UTF8.self).lowercased() == SHA256.hexDigest(bytes)
    else { throw PipelineError(.dataRefused, "E525", file: name) }
  }
}
