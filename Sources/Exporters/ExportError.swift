/// Why a file could not be made.
public enum ExportError: Error, Hashable, Sendable {
  /// The system gives no memory for a picture, a workbook or an archive.
  case noMemory
  /// A file could not be written whole, such as on a full disk.
  case notWritten(file: String)
}
