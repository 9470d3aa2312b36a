import CSystem
import Glibc

/// An open folder; closed when nobody uses it any more.
///
/// Everything is looked up by one name below the open folder and no symbolic link is followed, so
/// that nobody can lead the program elsewhere by putting a link in the place of a folder or file.
final class Folder: Sendable {
  /// The open folder.
  let descriptor: Int32
  /// Its name, for messages.
  let name: String

  private init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  deinit { close(descriptor) }

  /// Opens an absolute path component by component; what does not exist is made, with mode 0750.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - trusted: A folder that the user named; links in what the two have in common are followed.
  /// - Returns: The folder, open for reading.
  /// - Throws: `E604` (73) for a link in the rest of the path, `E601` (73) when it cannot be made.
  static func open(_ path: String, trusted: String) throws(PipelineError) -> Folder {
    let parts = path.split(separator: "/").map(String.init)
    let known = zip(parts, trusted.split(separator: "/")).prefix { $0 == $1 }.count
    do throws(SystemFailure) {
      var folder = try passage(AT_FDCWD, "/", followsLink: true)
      for (place, part) in parts.enumerated() {
        let isTrusted = place < known
        do throws(SystemFailure) {
          folder = try passage(folder.descriptor, part, followsLink: isTrusted)
        } catch  where error.number == ENOENT {
          folder = try folder.make(part, mode: 0o750)
        } catch {
          guard !folder.isLink(part) else { throw SystemFailure(number: ELOOP, name: part) }
          throw error
        }
      }
      // Only now it must be readable.
      let descriptor = wijkbeeld_openat(
        folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
      guard descriptor >= 0 else { throw SystemFailure(number: errno, name: folder.name) }
      return Folder(descriptor: descriptor, name: folder.name)
    } catch {
      guard error.number == ELOOP else { throw error.outputError }
      throw PipelineError(.outputNotCreated, "E604", file: error.name)
    }
  }

  private static func passage(
    _ parent: Int32, _ name: String, followsLink: Bool
  ) throws(SystemFailure) -> Folder {
    let descriptor = wijkbeeld_open_passage(parent, name, followsLink ? 1 : 0)
    guard descriptor >= 0 else { throw SystemFailure(number: errno, name: name) }
    return Folder(descriptor: descriptor, name: name)
  }

  /// Opens a folder that stands below this one.
  func folder(_ name: String) throws(SystemFailure) -> Folder {
    let descriptor = wijkbeeld_openat(
      self.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw SystemFailure(number: errno, name: name) }
    return Folder(descriptor: descriptor, name: name)
  }

  /// Makes a folder with exactly this mode, whatever the umask.
  ///
  /// Its name must be free. When it cannot get its mode, nothing stays.
  func make(_ name: String, mode: mode_t) throws(SystemFailure) -> Folder {
    guard mkdirat(descriptor, name, mode & 0o700) == 0 else {
      throw SystemFailure(number: errno, name: name)
    }
    do throws(SystemFailure) {
      let made = try folder(name)
      guard fchmod(made.descriptor, mode) == 0 else {
        throw SystemFailure(number: errno, name: name)
      }
      return made
    } catch {
      unlinkat(descriptor, name, AT_REMOVEDIR)
      throw error
    }
  }

  /// Writes a new file with exactly this mode and syncs it; its name must be free.
  ///
  /// A short write is carried on until the system tells what is wrong. A failed sync is not tried
  /// again, because the system drops what it could not write.
  func write(_ bytes: [UInt8], to name: String, mode: mode_t) throws(SystemFailure) {
    let file = wijkbeeld_openat(
      descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw SystemFailure(number: errno, name: name) }
    var number: Int32 = fchmod(file, mode) == 0 ? 0 : errno
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while number == 0, written < bytes.count, let base = bytes.baseAddress {
        let count = Glibc.write(file, base + written, bytes.count - written)
        if count < 0, errno != EINTR { number = errno }
        if count > 0 { written += count }
      }
    }
    if number == 0, fsync(file) != 0 { number = errno }
    if close(file) != 0, number == 0 { number = errno }
    if number != 0 { throw SystemFailure(number: number, name: name) }
  }

  /// Makes sure that the names in the folder survive a loss of power.
  func sync() throws(SystemFailure) {
    guard fsync(descriptor) == 0 else { throw SystemFailure(number: errno, name: name) }
  }

  /// The kind of what stands at a name (`S_IFDIR`, `S_IFREG`, `S_IFLNK`, …); nil when nothing does.
  func kind(of name: String) -> mode_t? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  /// Whether a symbolic link stands at a name.
  func isLink(_ name: String) -> Bool { kind(of: name) == S_IFLNK }

  /// The names in the folder, sorted by bytes.
  func names() throws(SystemFailure) -> [String] {
    let copy = wijkbeeld_openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemFailure(number: errno, name: name) }
    guard let directory = fdopendir(copy) else {
      let number = errno
      close(copy)
      throw SystemFailure(number: number, name: name)
    }
    defer { closedir(directory) }
    return try FileAccess.names(in: directory, name: name)
  }

  /// Removes what stands at a name with everything below it, as far as the system lets it.
  func remove(_ name: String) {
    guard kind(of: name) == S_IFDIR else {
      unlinkat(descriptor, name, 0)
      return
    }
    // What cannot be read cannot be cleared; the next run tries again.
    if let folder = try? folder(name), let names = try? folder.names() {
      for below in names { folder.remove(below) }
    }
    unlinkat(descriptor, name, AT_REMOVEDIR)
  }
}
