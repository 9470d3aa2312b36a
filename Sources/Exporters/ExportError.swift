/// Why a file could not be made.
public enum ExportError: Error, Hashable, Sendable {
  /// The system gives no memory for a picture.
  case noMemory
}
