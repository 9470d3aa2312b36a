extension ScannedFile {
  /// Reads a whole file once: kind, encoding, hash, `sep=` line; nothing is parsed or kept.
  ///
  /// Never waits for a pipe or device. A byte-order mark beats `encoding`. Without either the file
  /// is UTF-8 when all of it is, else Windows-1252 when no byte is undefined there and no UTF-8
  /// sequence occurs; anything else is refused.
  ///
  /// - Parameters:
  ///   - path: Where the file is; symbolic links are followed.
  ///   - name: How messages name it.
  ///   - encoding: The encoding the configuration names, or nil to decide.
  ///   - takesHash: Whether ``ScannedFile/sha256`` is wanted; it is empty otherwise.
  /// - Returns: What is known of the file.
  /// - Throws: `DelimitedTextError` when the file is no readable text or changes meanwhile.
  public static func scan(
    path: String, name: String, encoding: TextEncoding? = nil, takesHash: Bool = true
  ) throws(DelimitedTextError) -> ScannedFile {
    try scan(
      path: path, name: name, encoding: encoding, takesHash: takesHash,
      blockSize: RecordReader.blockSize)
  }

  static func scan(
    path: String, name: String, encoding: TextEncoding?, takesHash: Bool = true, blockSize: Int
  ) throws(DelimitedTextError) -> ScannedFile {
    let input = try InputFile(path: path, name: name)
    guard input.identity.size > 0 else { throw .empty(file: name) }
    // A multiple of eight keeps the words of the scanner aligned.
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: (blockSize + 7) / 8 * 8, alignment: 16)
    defer { buffer.deallocate() }
    var pass = ScanPass(input: input, requested: encoding, takesHash: takesHash)
    while true {
      let count = try input.read(into: buffer)
      if count == 0 { break }
      try pass.consume(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    try input.checkUnchanged()
    return try pass.file(path: path)
  }
}

/// The state of the first pass over a file.
private struct ScanPass {
  private let input: InputFile
  private let requested: TextEncoding?
  private var hasher: SHA256.Hasher?
  private var opening: Opening?
  private var bytesScanner = EncodingScanner()
  private var unitScanner: UTF16Scanner?
  private var size = 0
  private var lastUnit: (UInt8, UInt8) = (0, 0)

  init(input: InputFile, requested: TextEncoding?, takesHash: Bool) {
    self.input = input
    hasher = takesHash ? SHA256.Hasher() : nil
    self.requested = requested
  }

  mutating func consume(_ block: UnsafeRawBufferPointer) throws(DelimitedTextError) {
    guard let start = block.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    if opening == nil {
      if let kind = FileKind.notText(block) { throw .notText(file: input.name, kind: kind) }
      let found = Opening(block)
      opening = found
      if found.mark == .utf16 { unitScanner = UTF16Scanner(isBigEndian: found.isBigEndian) }
    }
    hasher?.update(block)
    if unitScanner != nil {
      unitScanner?.consume(start, count: block.count)
    } else {
      bytesScanner.consume(start, count: block.count)
    }
    if let place = unitScanner?.firstNul ?? bytesScanner.firstNul {
      throw .nul(file: input.name, line: try line(at: place), offset: place)
    }
    size += block.count
    lastUnit =
      block.count > 1 ? (block[block.count - 2], block[block.count - 1]) : (lastUnit.1, block[0])
  }

  /// The result, at the end of the file.
  func file(path: String) throws(DelimitedTextError) -> ScannedFile {
    guard let opening, size > 0 else { throw .empty(file: input.name) }
    guard size == input.identity.size else { throw .changed(file: input.name) }
    if opening.mark != nil && size == opening.markSize { throw .empty(file: input.name) }
    let verdict =
      unitScanner?.verdict
      ?? bytesScanner.verdict(requested: requested, hasByteOrderMark: opening.mark == .utf8)
    switch verdict {
    case .bad(let offset): throw .encoding(file: input.name, line: try line(at: offset))
    case .encoding(let encoding):
      return ScannedFile(
        path: path, name: input.name, size: size, sha256: hasher?.hexDigest() ?? "",
        encoding: encoding,
        hasByteOrderMark: opening.mark != nil, declaredDelimiter: opening.delimiter,
        endsWithNewline: endsWithNewline, identity: input.identity,
        contentOffset: opening.contentOffset, isBigEndian: opening.isBigEndian)
    }
  }

  private var endsWithNewline: Bool {
    guard unitScanner != nil, let opening else { return lastUnit.1 == 10 || lastUnit.1 == 13 }
    let (high, low) = opening.isBigEndian ? lastUnit : (lastUnit.1, lastUnit.0)
    return high == 0 && (low == 10 || low == 13)
  }

  // Lines are counted only when a message needs one: the usual pass is faster without.
  private func line(at offset: Int) throws(DelimitedTextError) -> Int {
    var counter = LineCounter()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    try input.seek(to: 0)
    var left = offset
    while left > 0 {
      let count = min(try input.read(into: buffer), left)
      if count == 0 { break }
      if unitScanner == nil {
        for byte in buffer[..<count] { counter.consume(UInt16(byte)) }
      } else {
        let first = opening?.isBigEndian == true ? 0 : 1
        for i in stride(from: 0, to: count - 1, by: 2) {
          counter.consume(UInt16(buffer[i + first]) << 8 | UInt16(buffer[i + 1 - first]))
        }
      }
      left -= count
    }
    return counter.line
  }
}

/// What stands before the records: a byte-order mark and a `sep=` line, as Excel writes it.
private struct Opening {
  let mark: TextEncoding?
  let markSize: Int
  let isBigEndian: Bool
  let delimiter: UInt8?
  let contentOffset: Int

  init(_ block: UnsafeRawBufferPointer) {
    isBigEndian = block.starts(with: [0xFE, 0xFF])
    if isBigEndian || block.starts(with: [0xFF, 0xFE]) {
      (mark, markSize) = (.utf16, 2)
    } else if block.starts(with: [0xEF, 0xBB, 0xBF]) {
      (mark, markSize) = (.utf8, 3)
    } else {
      (mark, markSize) = (nil, 0)
    }
    let stride = mark == .utf16 ? 2 : 1
    let low = stride == 2 && isBigEndian ? 1 : 0
    var units: [UInt16] = []
    var place = markSize
    while units.count < 12 && place + stride <= block.count {
      units.append(
        stride == 1
          ? UInt16(block[place])
          : UInt16(block[place + 1 - low]) << 8 | UInt16(block[place + low]))
      place += stride
    }
    let (found, length) = Self.declaration(units) ?? (nil, 0)
    delimiter = found
    contentOffset = markSize + length * stride
  }

  // `sep=;` or `"sep=;"` and a line end; the delimiter and the length in code units.
  private static func declaration(_ units: [UInt16]) -> (UInt8?, Int)? {
    let isQuoted = units.first == 0x22
    let text = units.dropFirst(isQuoted ? 1 : 0)
    let word = text.prefix(4).map { (65...90).contains($0) ? $0 + 32 : $0 }
    guard word == Array("sep=".utf16), let sign = text.dropFirst(4).first, sign < 128,
      isDelimiter(UInt8(sign))
    else { return nil }
    var rest = text.dropFirst(5)
    if isQuoted {
      guard rest.first == 0x22 else { return nil }
      rest = rest.dropFirst()
    }
    guard let end = rest.first else { return (UInt8(sign), units.count) }
    guard end == 10 || end == 13 else { return nil }
    let next = rest.dropFirst().first
    let isPair = next.map { ($0 == 10 || $0 == 13) && $0 != end } ?? false
    return (UInt8(sign), units.count - rest.count + (isPair ? 2 : 1))
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 9: true
    case 0x22, 0x2D, 0x2E, 0x5F: false
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }
}
