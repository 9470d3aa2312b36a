/// Reads an Office file back, because a full disk leaves parts of it empty or cut off.
enum WorkbookCheck {
  /// Whether the archive can be read, has a list of contents, and every part is not empty and its
  /// XML well-formed.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard let archive = try? ZipReader(bytes, limits: .own),
      archive.paths.first == "[Content_Types].xml"
    else { return false }
    return archive.paths.allSatisfy { path in
      guard let part = try? archive.read(path) else { return false }
      return MarkupParser.canRead(part, elementLimit: ZipReader.Limits.own.elements)
    }
  }
}
