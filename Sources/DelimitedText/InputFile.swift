import Glibc

/// An open regular file; closed when nobody uses it any more.
final class InputFile {
  /// What must be equal before and after reading.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// How messages name the file.
  let name: String
  /// The state of the file when it was opened.
  let identity: Identity
  private let descriptor: Int32

  /// Opens a file without ever waiting: a pipe, device, socket or directory is refused.
  init(path: String, name: String) throws(DelimitedTextError) {
    self.name = name
    var status = stat()
    // Asked before opening, because opening a device can do something.
    guard stat(path, &status) == 0 else { throw Self.failure(errno, name) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(file: name, reason: .notRegular)
    }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.failure(errno, name) }
    guard fstat(descriptor, &status) == 0 else {
      let error = errno
      close(descriptor)
      throw Self.failure(error, name)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(file: name, reason: .notRegular)
    }
    self.descriptor = descriptor
    identity = Self.identity(of: status)
  }

  deinit { close(descriptor) }

  /// Reads until the buffer is full or the file ends; the number of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DelimitedTextError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    var filled = 0
    while filled < buffer.count {
      let count = Glibc.read(descriptor, start + filled, buffer.count - filled)
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw Self.failure(errno, name)
      }
    }
    return filled
  }

  /// Goes to a place, in bytes from the start.
  func seek(to offset: Int) throws(DelimitedTextError) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset) else {
      throw Self.failure(errno, name)
    }
  }

  /// Throws `.changed` when the open file is no longer as it was when it was opened.
  func checkUnchanged() throws(DelimitedTextError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(errno, name) }
    guard Self.identity(of: status) == identity else { throw .changed(file: name) }
  }

  private static func identity(of status: stat) -> Identity {
    Identity(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
      seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
  }

  private static func failure(_ error: Int32, _ name: String) -> DelimitedTextError {
    let reason: DelimitedTextError.UnreadableReason =
      switch error {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .permission
      case ELOOP: .symbolicLink
      case EMFILE, ENFILE: .tooManyFiles
      case EISDIR, ENXIO: .notRegular
      default: .inputOutput
      }
    return .unreadable(file: name, reason: reason)
  }
}
