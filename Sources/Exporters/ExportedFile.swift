/// A file that an exporter made.
public struct ExportedFile: Hashable, Sendable {
  /// The path below the wijk's folder, such as `tabellen/t201-postcodes.csv`.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
