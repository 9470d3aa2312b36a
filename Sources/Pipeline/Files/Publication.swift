import CSystem
import Exporters
import Glibc
import History
import WijkModel

/// Publishes the folders of wijken: built beside the old ones, synced, swapped in one step each.
///
/// Readers see the old set or the new one, never half a wijk. Whatever fails before the swap leaves
/// the old set as it was. No symbolic link below the configuration's folder is followed.
struct Publication {
  /// The name of the folder that holds lock, state and staging; only its owner can enter it.
  static let stateName = StateFile.folderName
  /// The name of the lock file in the folder of the state.
  private static let lockName = "slot"

  /// The absolute path of the output folder.
  let path: String
  /// The output folder.
  let output: Folder
  /// The folder of the state.
  let state: Folder
  /// Set when signals are listened to.
  let interruption: Interruption?

  /// Opens the output folder and its state folder, making them when needed, and checks that they
  /// can be written, before any input is read.
  ///
  /// - Parameters:
  ///   - path: The output folder, absolute.
  ///   - trusted: The folder of the configuration; links in the path to it are followed.
  ///   - interruption: Set when signals are listened to.
  /// - Returns: The publication, without the lock.
  /// - Throws: `E601` (73) when it cannot be written, `E604` (73) when a link or something strange
  ///   stands in the way.
  static func open(
    _ path: String, trusted: String, interruption: Interruption? = nil
  ) throws(PipelineError) -> Publication {
    let output = try Folder.open(path, trusted: trusted)
    guard faccessat(output.descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      throw SystemFailure(number: errno, name: output.name).outputError
    }
    do throws(SystemFailure) {
      switch output.kind(of: stateName) {
      case nil:
        let state = try output.make(stateName, mode: 0o700)
        try output.sync()
        return Publication(
          path: path, output: output, state: state, interruption: interruption)
      case S_IFDIR:
        let state = try output.folder(stateName)
        guard fchmod(state.descriptor, 0o700) == 0 else {
          throw SystemFailure(number: errno, name: stateName)
        }
        return Publication(
          path: path, output: output, state: state, interruption: interruption)
      default: throw SystemFailure(number: ELOOP, name: stateName)
      }
    } catch {
      guard error.number == ELOOP else { throw error.outputError }
      throw PipelineError(.outputNotCreated, "E604", file: error.name)
    }
  }

  /// Checks that where the folders and files will come nothing strange stands.
  ///
  /// - Throws: `E604` (73), naming it.
  func checkDestinations(folders: [String], files: [String]) throws(PipelineError) {
    for name in folders where ![nil, S_IFDIR].contains(output.kind(of: name)) {
      throw PipelineError(.outputNotCreated, "E604", file: name)
    }
    for name in files where ![nil, S_IFREG].contains(output.kind(of: name)) {
      throw PipelineError(.outputNotCreated, "E604", file: name)
    }
  }

  /// Takes the lock, which the system gives back when the process ends however it ends, and clears
  /// what killed runs left behind.
  ///
  /// - Returns: The lock, to be given back by a process that goes on.
  /// - Throws: `E603` (75) when another run holds it, `E604` (73) when a link stands in the state.
  @discardableResult
  func lock() throws(PipelineError) -> OutputLock {
    let descriptor = wijkbeeld_openat(
      state.descriptor, Self.lockName, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600
    )
    guard descriptor >= 0 else {
      if errno == ELOOP { throw PipelineError(.outputNotCreated, "E604", file: Self.lockName) }
      throw SystemFailure(number: errno, name: Self.lockName).outputError
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let number = errno
      close(descriptor)
      guard number == EWOULDBLOCK else {
        throw SystemFailure(number: number, name: Self.lockName).outputError
      }
      throw PipelineError(.tryLater, "E603")
    }
    let lock = OutputLock(descriptor: descriptor)
    do throws(PipelineError) { try clearLeftovers() } catch {
      lock.release()
      throw error
    }
    return lock
  }

  /// Removes what a run that is stopped has staged.
  func clear() {
    for name in (try? state.names()) ?? [] where name.hasPrefix(Staging.prefix) {
      state.remove(name)
    }
  }

  /// Only staging folders and unfinished files are ours to remove; a link is nobody's.
  private func clearLeftovers() throws(PipelineError) {
    let names: [String]
    do throws(SystemFailure) { names = try state.names() } catch { throw error.outputError }
    for name in names {
      if state.isLink(name) { throw PipelineError(.outputNotCreated, "E604", file: name) }
      if name.hasPrefix(Staging.prefix) { state.remove(name) }
    }
  }

  /// Publishes complete folders by their name, and files of the output folder itself after them.
  ///
  /// - Throws: `E602` (74) or `E605` (71) when something cannot be written; everything is then as it
  ///   was. `E610` (74) when something fails after the swap; the new folders then stand.
  func publish(
    _ folders: [(name: String, files: [ExportedFile])], files: [ExportedFile]
  ) throws(PipelineError) {
    var isSwapped = false
    var staging: Staging?
    do throws(SystemFailure) {
      let made = try stage(folders, files)
      staging = made
      try finish { () throws(SystemFailure) in
        try swap(folders.map(\.name) + files.map(\.path), with: made.folder)
        isSwapped = true
        try output.sync()
      }
    } catch {
      try shield { () throws(PipelineError) in staging?.remove() }
      guard isSwapped else { throw error.inputOutputError }
      throw error.afterSwap
    }
    staging?.remove()
  }

  /// Runs something that needs temporary files, on the file system of the output; they are removed.
  ///
  /// - Parameter body: Takes the path of an empty folder that only its owner can enter.
  /// - Returns: What the body returns.
  /// - Throws: `E602` (74) or `E605` (71) when the folder cannot be made, and what the body throws.
  func withTemporaryFolder<Result>(
    _ body: (String) throws(PipelineError) -> Result
  ) throws(PipelineError) -> Result {
    var made: Staging?
    do throws(SystemFailure) {
      try shield { () throws(SystemFailure) in made = try Staging(in: state) }
    } catch { throw error.inputOutputError }
    guard let made else { throw SystemFailure(number: ENOENT, name: output.name).inputOutputError }
    defer { made.remove() }
    return try body(path + "/" + Self.stateName + "/" + made.folder.name)
  }

  /// Puts a complete folder in a place that is free or an empty folder, in one step.
  ///
  /// - Throws: `E601` (73) when it cannot be made, `E602` (74) or `E605` (71) while writing.
  static func place(
    _ name: String, _ files: [ExportedFile], in parent: Folder
  ) throws(PipelineError) {
    let staging: Staging
    do throws(SystemFailure) {
      staging = try Staging(in: parent, prefix: ".\(name)-")
    } catch { throw error.outputError }
    defer { staging.remove() }
    do throws(SystemFailure) {
      try staging.add(name, files) { body throws(SystemFailure) in try body() }
      // Renaming takes the place of an empty folder, and of nothing else.
      guard renameat(staging.folder.descriptor, name, parent.descriptor, name) == 0 else {
        throw SystemFailure(number: errno, name: name)
      }
      try parent.sync()
    } catch { throw error.inputOutputError }
  }

  /// Replaces one file of the output folder; readers see the old or the new one.
  func replace(_ name: String, with bytes: [UInt8]) throws(SystemFailure) {
    let temporary = Staging.prefix + Staging.randomName()
    do throws(SystemFailure) {
      try state.write(bytes, to: temporary, mode: 0o640)
      guard renameat(state.descriptor, temporary, output.descriptor, name) == 0 else {
        throw SystemFailure(number: errno, name: name)
      }
    } catch {
      state.remove(temporary)
      throw error
    }
    try output.sync()
  }

  private func stage(
    _ folders: [(name: String, files: [ExportedFile])], _ files: [ExportedFile]
  ) throws(SystemFailure) -> Staging {
    var made: Staging?
    try shield { () throws(SystemFailure) in made = try Staging(in: state) }
    guard let staging = made else { throw SystemFailure(number: ENOENT, name: output.name) }
    do throws(SystemFailure) {
      for folder in folders {
        try staging.add(folder.name, folder.files) { body throws(SystemFailure) in
          try shield(body)
        }
      }
      for file in files {
        try shield { () throws(SystemFailure) in
          try staging.folder.write(file.bytes, to: file.path, mode: 0o640)
        }
      }
      try staging.folder.sync()
    } catch {
      try shield { () throws(SystemFailure) in staging.remove() }
      throw error
    }
    return staging
  }

  /// Exchanges each folder and file with the old one; a failure undoes the exchanges before it.
  ///
  /// What is of another kind than the new one is not ours and stays.
  private func swap(_ names: [String], with new: Folder) throws(SystemFailure) {
    var done: [(name: String, hadOld: Bool)] = []
    for name in names {
      let old = output.kind(of: name)
      let hadOld = old != nil
      let isOurs = old == nil || old == S_IFLNK || old == new.kind(of: name)
      if !isOurs || exchange(name, new, hadOld: hadOld) != 0 {
        let number = isOurs ? errno : EEXIST
        for (name, hadOld) in done.reversed() {
          if hadOld {
            _ = exchange(name, new, hadOld: true)
          } else {
            _ = renameat(output.descriptor, name, new.descriptor, name)
          }
        }
        throw SystemFailure(number: number, name: name)
      }
      done.append((name, hadOld))
    }
  }

  private func exchange(_ name: String, _ new: Folder, hadOld: Bool) -> Int32 {
    hadOld
      ? wijkbeeld_exchange(new.descriptor, name, output.descriptor, name)
      : wijkbeeld_rename_new(new.descriptor, name, output.descriptor, name)
  }

  private func shield<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    guard let interruption else { return try body() }
    try interruption.shield(body)
  }

  private func finish<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    guard let interruption else { return try body() }
    try interruption.finish(body)
  }
}

/// The lock of an output folder.
struct OutputLock {
  fileprivate let descriptor: Int32

  /// Gives the lock back; the end of the process does so too.
  func release() { close(descriptor) }
}
