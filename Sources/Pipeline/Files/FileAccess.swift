import Glibc
import WijkModel

/// Reading small files and handling paths, without a locale or a current folder in between.
enum FileAccess {
  /// Joins a path to a folder; an absolute path stands on its own.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") { return normalized(path) }
    return normalized(folder == "/" ? "/" + path : folder + "/" + path)
  }

  /// The folder of a path.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path from the root; `.` and `..` are resolved by text, symbolic links are not followed.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return normalized(path) }
    guard let buffer = getcwd(nil, 0) else { return normalized(path) }
    defer { free(buffer) }
    return normalized(String(cString: buffer) + "/" + path)
  }

  /// The path without `.`, `..` and double slashes.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined
  }

  /// The bytes of a regular file.
  ///
  /// - Throws: The code given as `missing` (66) when the file is not there, `E522` (66) when it may
  ///   not be read, `E602` (74) when reading fails.
  static func read(
    _ path: String, name: String, missing: FindingCode
  ) throws(PipelineError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path, name: name, missing: missing) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands over the bytes of a regular file block by block; errors as those of the whole.
  static func read(
    _ path: String, name: String, missing: FindingCode, _ take: (UnsafeRawBufferPointer) -> Void
  ) throws(PipelineError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let failure = SystemFailure(number: errno, name: name)
      if failure.isLimit || failure.number == EIO { throw failure.inputOutputError }
      let isMissing = failure.number == ENOENT || failure.number == ENOTDIR
      throw PipelineError(.inputMissing, isMissing ? missing : "E522", file: name)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw PipelineError(.inputMissing, "E522", file: name)
    }
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemFailure(number: errno, name: name).inputOutputError
      }
      block.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// Whether something stands at a path, a broken link included.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a folder stands at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted by bytes; empty when there is no such folder or it may not be
  /// read.
  ///
  /// - Throws: At a limit of the system and at a fault of the disk, so that a folder never seems
  ///   empty by accident.
  static func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let directory = opendir(folder) else {
      if [ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG].contains(errno) { return [] }
      throw SystemFailure(number: errno, name: name(of: folder))
    }
    defer { closedir(directory) }
    return try names(in: directory, name: name(of: folder))
  }

  /// The names in an open folder, sorted by bytes.
  static func names(
    in directory: OpaquePointer, name: String
  ) throws(SystemFailure) -> [String] {
    var names: [String] = []
    while true {
      // Only errno tells the end from a fault.
      errno = 0
      guard let entry = readdir(directory) else { break }
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if found != ".", found != ".." { names.append(found) }
    }
    guard errno == 0 else { throw SystemFailure(number: errno, name: name) }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
