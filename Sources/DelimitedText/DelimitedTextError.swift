/// Why a file cannot be read as delimited text; the whole file is refused.
public enum DelimitedTextError: Error, Hashable, Sendable {
  /// The file does not exist, may not be read, or is not a regular file.
  case unreadable(file: String, reason: UnreadableReason)
  /// `E101`: the file has no bytes.
  case empty(file: String)
  /// `E102`: the file is something else, such as `xlsx`, `html` or `pdf`.
  case notText(file: String, kind: String)
  /// `E103`: bytes that are neither UTF-8 nor Windows-1252, or both mixed.
  case encoding(file: String, line: Int)
  /// `E104`: a quote that is never closed, or one inside an unquoted or after a quoted field.
  case quote(file: String, line: Int)
  /// `E105`: the last record is cut off.
  case truncated(file: String, line: Int)
  /// `E106`: a NUL byte.
  case nul(file: String, line: Int, offset: Int)
  /// `E108`: without a layout, the records do not have one width (`cellen`).
  case uneven(file: String, line: Int, expected: Int, found: Int)
  /// `E109`: a field or a record is longer than the limit, in bytes.
  case fieldTooLong(file: String, line: Int, limit: Int)
  /// The file changed while it was read.
  case changed(file: String)

  /// Why a file could not be opened.
  public enum UnreadableReason: String, Hashable, Sendable {
    /// There is no such file.
    case missing
    /// No permission.
    case permission
    /// A directory, device, pipe or socket.
    case notRegular
    /// A symbolic link where those are refused.
    case symbolicLink
    /// Too many open files.
    case tooManyFiles
    /// The disk gave an error.
    case inputOutput
  }
}
