/// An encoding of a text file.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "utf-8"
  /// Windows-1252, decoded by our own table; undefined bytes refuse the file.
  case windows1252 = "windows-1252"
  /// UTF-16 with a byte-order mark, either byte order.
  case utf16 = "utf-16"
}

/// A file after the first pass over all its bytes: encoding decided, hash taken, not yet parsed.
public struct ScannedFile: Sendable {
  /// Where it is.
  public let path: String
  /// How messages name it.
  public let name: String
  /// Size in bytes.
  public let size: Int
  /// SHA-256 of the bytes in hexadecimal digits; empty when it was not asked for.
  public let sha256: String
  /// The encoding of the whole file.
  public let encoding: TextEncoding
  /// Whether a byte-order mark was there.
  public let hasByteOrderMark: Bool
  /// The delimiter that a `sep=` line names, or nil.
  public let declaredDelimiter: UInt8?
  /// Whether the last byte ends a line.
  public let endsWithNewline: Bool

  /// What the file was when it was scanned; a later reader wants the same.
  let identity: InputFile.Identity
  /// Where the records start, in bytes: behind the byte-order mark and the `sep=` line.
  let contentOffset: Int
  /// Whether UTF-16 has its high byte first.
  let isBigEndian: Bool

  /// The physical line on which the records start.
  var firstLine: Int { declaredDelimiter == nil ? 1 : 2 }
}
