import CSystem
import Exporters
import Glibc
import WijkModel

/// Publishes the folders of wijken: built beside the old ones, synced, swapped in one step each.
///
/// Readers see the old set or the new one, never half a wijk. Whatever fails before the swap leaves
/// the old set as it was.
struct Publication {
  /// The output folder.
  let output: String

  private var staging: String { output + "/.wijkbeeld-nieuw" }

  /// The output folder with its name for messages.
  private var name: String { FileAccess.name(of: output) }

  /// Makes the output folder and checks that it can be written, before any input is read.
  ///
  /// - Throws: `E601` (73).
  func prepare() throws(PipelineError) {
    var made = ""
    for part in output.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o750) != 0, errno != EEXIST { throw notCreated(errno) }
    }
    guard FileAccess.isFolder(output) else { throw notCreated(ENOTDIR) }
    guard access(output, W_OK | X_OK) == 0 else { throw notCreated(errno) }
  }

  /// Takes the lock of the output folder; it is held until the process ends.
  ///
  /// - Throws: `E603` (75) when another run holds it.
  func lock() throws(PipelineError) {
    let descriptor = open(
      output + "/.wijkbeeld-slot", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw notCreated(errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      close(descriptor)
      throw PipelineError(.tryLater, "E603")
    }
  }

  /// Publishes complete folders by their name, and files of the output folder itself after them.
  ///
  /// - Throws: `E602` (74) when something cannot be written; everything is then as it was. `E610`
  ///   (74) when something fails after the swap; the new folders then stand.
  func publish(
    _ folders: [(name: String, files: [ExportedFile])], files: [ExportedFile]
  ) throws(PipelineError) {
    removeTree(staging)
    var isSwapped = false
    do throws(PipelineError) {
      try makeFolder(staging, mode: 0o700)
      for folder in folders { try stage(folder.name, folder.files) }
      for file in files { try write(file, below: staging) }
      try sync(staging)
      try swap(folders.map(\.name))
      isSwapped = true
      for file in files { try replace(file) }
      try sync(output)
    } catch {
      removeTree(staging)
      guard isSwapped, let finding = error.findings.first else { throw error }
      throw PipelineError(.inputOutput, "E610", file: finding.file, facts: finding.facts)
    }
    removeTree(staging)
  }

  private func stage(_ name: String, _ files: [ExportedFile]) throws(PipelineError) {
    let folder = staging + "/" + name
    try makeFolder(folder, mode: 0o750)
    var folders: Set<String> = [folder]
    for file in files {
      var path = folder
      for part in file.path.split(separator: "/").dropLast() {
        path += "/" + part
        if folders.insert(path).inserted {
          try makeFolder(path, mode: part == "intern" || path.contains("/intern/") ? 0o700 : 0o750)
        }
      }
      try write(file, below: folder)
    }
    for folder in folders.sorted(by: >) { try sync(folder) }
  }

  /// Exchanges each folder with the old one; a failure undoes the exchanges before it.
  private func swap(_ names: [String]) throws(PipelineError) {
    var done: [(name: String, hadOld: Bool)] = []
    for name in names {
      let new = staging + "/" + name
      let old = output + "/" + name
      let hadOld = FileAccess.exists(old)
      if (hadOld ? wijkbeeld_exchange(new, old) : rename(new, old)) != 0 {
        let number = errno
        for (name, hadOld) in done.reversed() {
          let (new, old) = (staging + "/" + name, output + "/" + name)
          _ = hadOld ? wijkbeeld_exchange(new, old) : rename(old, new)
        }
        throw failed(output, number)
      }
      done.append((name, hadOld))
    }
  }

  private func replace(_ file: ExportedFile) throws(PipelineError) {
    guard rename(staging + "/" + file.path, output + "/" + file.path) == 0 else {
      throw failed(file.path, errno)
    }
  }

  private func makeFolder(_ path: String, mode: mode_t) throws(PipelineError) {
    guard mkdir(path, mode) == 0, chmod(path, mode) == 0 else { throw failed(path, errno) }
  }

  /// Writes all bytes; a short write is carried on until the system tells what is wrong.
  private func write(_ file: ExportedFile, below folder: String) throws(PipelineError) {
    let path = folder + "/" + file.path
    let descriptor = open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard descriptor >= 0 else { throw failed(file.path, errno) }
    var number: Int32 = fchmod(descriptor, 0o640) == 0 ? 0 : errno
    file.bytes.withUnsafeBytes { bytes in
      var written = 0
      while number == 0, written < bytes.count, let base = bytes.baseAddress {
        let count = Glibc.write(descriptor, base + written, bytes.count - written)
        if count < 0, errno != EINTR { number = errno }
        if count > 0 { written += count }
      }
    }
    if number == 0, fsync(descriptor) != 0 { number = errno }
    if close(descriptor) != 0, number == 0 { number = errno }
    if number != 0 { throw failed(file.path, number) }
  }

  private func sync(_ folder: String) throws(PipelineError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed(folder, errno) }
    let number: Int32 = fsync(descriptor) == 0 ? 0 : errno
    close(descriptor)
    if number != 0 { throw failed(folder, number) }
  }

  private func removeTree(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in FileAccess.names(in: path) { removeTree(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  private func failed(_ path: String, _ number: Int32) -> PipelineError {
    let limit = number == EMFILE || number == ENFILE
    return PipelineError(
      limit ? .systemLimit : .inputOutput, limit ? "E605" : "E602", file: FileAccess.name(of: path),
      facts: ["reden": SystemReason.text(number)])
  }

  private func notCreated(_ number: Int32) -> PipelineError {
    PipelineError(
      .outputNotCreated, "E601", file: name, facts: ["reden": SystemReason.text(number)])
  }
}
