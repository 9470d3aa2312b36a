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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let code: FindingCode = errno == ENOENT || errno == ENOTDIR ? missing : "E522"
      if errno == EMFILE || errno == ENFILE {
        throw PipelineError(.systemLimit, "E605", file: name)
      }
      throw PipelineError(.inputMissing, code, file: name)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw PipelineError(.inputMissing, "E522", file: name)
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw PipelineError(
          .inputOutput, "E602", file: name, facts: ["reden": SystemReason.text(errno)])
      }
      bytes.append(contentsOf: block[..<count])
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

  /// The names in a folder, sorted by bytes; empty when it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}

/// Dutch words for the errors of the system.
enum SystemReason {
  /// A short reason for an error number.
  static func text(_ number: Int32) -> String {
    switch number {
    case ENOSPC: "de schijf is vol"
    case EDQUOT: "het quotum is op"
    case EFBIG: "het bestand mag niet groter worden"
    case EACCES, EPERM: "geen toegang"
    case EROFS: "de schijf is alleen-lezen"
    case EMFILE, ENFILE: "te veel open bestanden"
    case EIO: "een fout van de schijf"
    case ENOENT: "bestaat niet"
    case ENOTDIR: "geen map"
    case ELOOP: "een koppeling in het pad"
    case EPIPE: "de ontvanger is gestopt"
    default: "systeemfout \(number)"
    }
  }
}
