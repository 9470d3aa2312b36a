/// Why a file could not be made.
public enum ExportError: Error, Hashable, Sendable {
  /// The system gives no memory for a picture, a workbook or an archive.
  case noMemory
  /// A file could not be written whole; `number` is the system's reason (errno), 0 when it is unknown.
  case notWritten(file: String, number: Int32 = 0)
}
