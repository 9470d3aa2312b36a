import Glibc

/// Standard output could not be written, such as on a full disk.
struct TerminalError: Error {}

/// Writing to the standard streams with a check that it was really written.
enum Terminal {
  /// Whether messages go to a person at a terminal; progress is shown only then.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a result to standard output.
  ///
  /// - Throws: ``TerminalError`` when not all bytes were taken.
  static func write(_ text: String) throws {
    guard put(text) else { throw TerminalError() }
  }

  /// Writes to standard output; false when not all bytes were taken.
  static func put(_ text: String) -> Bool { put(Array(text.utf8), to: STDOUT_FILENO) }

  /// Writes a message and a line end to standard error.
  static func message(_ text: String) { _ = put(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Shows what is going on, at a terminal only; the next line overwrites it.
  static func progress(_ text: String) {
    guard isInteractive else { return }
    _ = put(Array(("\r\u{1B}[K" + text).utf8), to: STDERR_FILENO)
  }

  /// Takes the progress line away.
  static func endProgress() { progress("") }

  /// Ends the process at once.
  ///
  /// Everything is written, and a library that waits for its own thread where
  /// memory ran out (OpenBLAS does) must not keep the night from ending.
  static func exit(_ code: Int32) -> Never { _exit(code) }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(descriptor, base + written, buffer.count - written)
        if count < 0 && errno != EINTR { return false }
        if count > 0 { written += count }
      }
      return true
    }
  }
}
