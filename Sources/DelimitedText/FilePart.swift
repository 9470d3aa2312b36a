/// A range of bytes of a file that is read on its own.
public struct FilePart: Hashable, Sendable {
  /// Where it starts, in bytes.
  public let offset: Int
  /// The first byte behind it.
  public let end: Int

  init(offset: Int, end: Int) {
    self.offset = offset
    self.end = end
  }
}

extension ScannedFile {
  /// The parts to read on several cores: cut behind line feeds near equal distances.
  ///
  /// A line feed may stand inside quotes, so the cuts are guesses: after reading a part,
  /// ``RecordReader/isBetweenRecords`` tells whether the cut behind it is one, and when it is not the
  /// file must be read as a whole. UTF-16, files below 1 MiB and files without a line feed near a cut
  /// are one part.
  ///
  /// - Parameter count: How many parts at most.
  /// - Returns: The parts in order; together they are the records of the file.
  /// - Throws: `DelimitedTextError` when the file cannot be read.
  public func parts(_ count: Int) throws(DelimitedTextError) -> [FilePart] {
    try parts(count, minimumSize: 1 << 20)
  }

  func parts(_ count: Int, minimumSize: Int) throws(DelimitedTextError) -> [FilePart] {
    let whole = FilePart(offset: contentOffset, end: size)
    guard count > 1, encoding != .utf16, size >= minimumSize else { return [whole] }
    let input = try InputFile(path: path, name: name)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var parts: [FilePart] = []
    var start = contentOffset
    for number in 1..<count {
      let guess = contentOffset + (size - contentOffset) / count * number
      guard guess > start else { continue }
      try input.seek(to: guess)
      let filled = try input.read(into: buffer)
      guard let place = buffer[..<filled].firstIndex(of: 10), guess + place + 1 < size else {
        continue
      }
      parts.append(FilePart(offset: start, end: guess + place + 1))
      start = guess + place + 1
    }
    return parts + [FilePart(offset: start, end: size)]
  }
}
