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
  /// What the file was when it was checked.
  let identity: Identity

  /// What must be equal before and after reading.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int(status.st_size)
      seconds = Int(status.st_mtim.tv_sec)
      nanoseconds = Int(status.st_mtim.tv_nsec)
    }
  }
}

/// Finds the files of the sources and checks that they are complete and at rest.
struct Delivery {
  let configuration: Configuration
  /// Seconds since 1970; passed in, so that tests have a clock of their own.
  let now: Int
  /// Whether what is wrong with one file is kept, so that the others go on.
  var isPartial = false

  /// All files in the order of kinds and names.
  ///
  /// - Throws: `E521` (66) for a pattern without a file, `E523` (66) for a symbolic link, `E522` (66)
  ///   for something that is not a regular file, `E524` (75) for a file in reception, `E525` (65)
  ///   when a `.sha256` beside the file tells another hash, `E527` (65) for a file that is too old.
  func files() throws(PipelineError) -> [DeliveredFile] { try delivered().files }

  /// The files, and with ``isPartial`` what is wrong with the others; limits of the system and faults
  /// of the disk are always thrown.
  func delivered() throws(PipelineError) -> (files: [DeliveredFile], failures: [Shortfall.Failure])
  {
    var files: [DeliveredFile] = []
    var failures: [Shortfall.Failure] = []
    func keep(_ error: PipelineError, _ kind: String) throws(PipelineError) {
      guard isPartial, ![.systemLimit, .inputOutput].contains(error.status) else { throw error }
      failures.append(
        Shortfall.Failure(kind: kind, status: error.status, findings: error.findings))
    }
    for source in configuration.sources {
      do throws(PipelineError) {
        for path in try paths(of: source) {
          let name = displayName(path)
          do throws(PipelineError) {
            let identity = try check(path, name: name)
            files.append(
              DeliveredFile(path: path, name: name, source: source, identity: identity))
          } catch { try keep(error, source.kind) }
        }
      } catch { try keep(error, source.kind) }
    }
    return (files, failures)
  }

  private func paths(of source: ConfiguredSource) throws(PipelineError) -> [String] {
    let paths: [String]
    do throws(SystemFailure) {
      paths = try FilePattern.paths(source.pattern, in: configuration.folder)
    } catch {
      throw error.inputOutputError
    }
    guard !paths.isEmpty else {
      throw PipelineError(
        .inputMissing, "E521", file: configuration.file, line: source.line,
        facts: ["patroon": source.pattern, "soort": source.kind])
    }
    return paths
  }

  /// Checks, after all files were read, that each is still the file that was checked before: an
  /// upload may have started in between.
  ///
  /// - Throws: `E110` (75) for a file that changed, or that another took the place of.
  static func checkUnchanged(_ files: [DeliveredFile]) throws(PipelineError) {
    for file in files {
      var status = stat()
      guard stat(file.path, &status) == 0, DeliveredFile.Identity(status) == file.identity,
        !FileAccess.exists(file.path + ".part")
      else { throw PipelineError(.tryLater, "E110", file: file.name) }
    }
  }

  private func displayName(_ path: String) -> String {
    let prefix = configuration.folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  private func check(
    _ path: String, name: String
  ) throws(PipelineError) -> DeliveredFile.Identity {
    let status = try regularFile(path, name: name)
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
    return DeliveredFile.Identity(status)
  }

  private func regularFile(_ path: String, name: String) throws(PipelineError) -> stat {
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
    return status
  }

  /// Compares with the hash that the sender put beside the file, when there is one.
  private func checkHash(_ path: String, name: String) throws(PipelineError) {
    guard FileAccess.exists(path + ".sha256") else { return }
    let told = try FileAccess.read(path + ".sha256", name: name + ".sha256", missing: "E520")
    let digits = told.prefix { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 }
    var hasher = SHA256.Hasher()
    try FileAccess.read(path, name: name, missing: "E520") { hasher.update($0) }
    guard String(decoding: digits, as: UTF8.self).lowercased() == hasher.hexDigest() else {
      throw PipelineError(.dataRefused, "E525", file: name)
    }
  }
}
