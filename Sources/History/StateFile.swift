import Foundation
import GRDB
import Glibc

/// What the program remembers of earlier runs of one output folder: one SQLite file.
///
/// It holds runs with the hashes and row counts of their inputs, and every release of patient figures as
/// it was published, so protected. Nothing in it is about one person. The file has mode 0600, its folder
/// 0700. One process at a time writes it; the caller holds the lock of the output folder.
public struct StateFile: Sendable {
  /// The name of the folder below the output folder.
  public static let folderName = ".wijkbeeld"
  /// The name of the file in that folder.
  public static let fileName = "toestand.sqlite"

  /// "WYKB": the mark of our files among SQLite files.
  static let applicationID = 0x5759_4B42

  let database: DatabaseQueue

  /// Whether a state file stands below an output folder, sound or not.
  public static func exists(below output: String) -> Bool {
    var status = stat()
    return lstat(path(below: output), &status) == 0
  }

  /// Opens the state and checks that it is whole.
  ///
  /// - Parameters:
  ///   - output: The output folder.
  ///   - isReadOnly: Whether nothing will be written; for commands that run without the lock.
  /// - Returns: The state, with its tables as this version knows them.
  /// - Throws: `missing` without a file, `damaged` for one that SQLite finds broken, that is not ours or
  ///   that is no regular file, `newer` for one of a newer program, `unusable` when the system refuses.
  public static func open(
    below output: String, isReadOnly: Bool = false
  ) throws(HistoryError) -> StateFile {
    let path = path(below: output)
    try check(path)
    do {
      let state = StateFile(database: try queue(path, isReadOnly: isReadOnly))
      do {
        try state.checkIntegrity()
        if !isReadOnly { try Schema.migrator.migrate(state.database) }
      } catch {
        try? state.database.close()
        throw error
      }
      return state
    } catch {
      throw HistoryError(error)
    }
  }

  /// Makes an empty state; a sound or broken one that stands is replaced.
  ///
  /// It is made beside its place and put there in one step, so that a run that is killed leaves either
  /// nothing or a whole file.
  ///
  /// - Throws: `unusable` when the system refuses.
  public static func create(below output: String) throws(HistoryError) -> StateFile {
    let path = path(below: output)
    try makeFolder(output + "/" + folderName)
    let draft = path + ".nieuw"
    for leftover in [draft, draft + "-journal", path + "-journal"] { unlink(leftover) }
    let descriptor = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system() }
    fchmod(descriptor, 0o600)
    Glibc.close(descriptor)
    do {
      let database = try queue(draft, isReadOnly: false)
      try database.write { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
      try Schema.migrator.migrate(database)
      try database.close()
    } catch {
      unlink(draft)
      throw HistoryError(error)
    }
    guard rename(draft, path) == 0 else { throw .system() }
    return try open(below: output)
  }

  /// Closes the file; without it the file is closed when the process ends.
  public func close() throws(HistoryError) {
    do { try database.close() } catch { throw HistoryError(error) }
  }

  private static func path(below output: String) -> String {
    output + "/" + folderName + "/" + fileName
  }

  /// Opens a database whose object stays until the process ends, closed or not.
  ///
  /// Letting go of it makes libdispatch start a thread, and where there is no memory for one it waits
  /// for ever: the run would hang with its work done.
  private static func queue(_ path: String, isReadOnly: Bool) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration(isReadOnly))
    _ = Unmanaged.passRetained(queue)
    return queue
  }

  private static func configuration(_ isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(10)
    configuration.label = "wijkbeeld"
    return configuration
  }

  /// Refuses what is not a regular file before SQLite opens it.
  private static func check(_ path: String) throws(HistoryError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .system()
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged }
  }

  private static func makeFolder(_ path: String) throws(HistoryError) {
    var status = stat()
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .system() }
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .damaged }
    chmod(path, 0o700)
  }

  private func checkIntegrity() throws {
    try database.read { database in
      let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard mark == Self.applicationID else { throw HistoryError.damaged }
      let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
      guard verdict == "ok" else { throw HistoryError.damaged }
      if try Schema.migrator.hasBeenSuperseded(database) { throw HistoryError.newer }
    }
  }
}

extension HistoryError {
  /// The error of a failed call of the system, by `errno`.
  static func system() -> HistoryError {
    .unusable(reason: String(cString: strerror(errno)))
  }

  /// What an error of SQLite means to us; it never holds a value of the database.
  init(_ error: any Error) {
    if let known = error as? HistoryError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .unusable(reason: "onbekende fout")
      return
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged
    case .SQLITE_FULL: self = .unusable(reason: "de schijf is vol")
    case .SQLITE_IOERR: self = .unusable(reason: "een fout van de schijf")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      self = .unusable(reason: "geen toegang")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .unusable(reason: "een ander programma gebruikt het")
    case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: self = .damaged
    default: self = .unusable(reason: "fout \(error.resultCode.rawValue) van SQLite")
    }
  }
}
