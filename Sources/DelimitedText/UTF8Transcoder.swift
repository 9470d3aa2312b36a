/// Turns blocks of a scanned file into UTF-8; a block of ASCII or UTF-8 is passed on as it is.
struct UTF8Transcoder {
  private let encoding: TextEncoding
  private let isBigEndian: Bool
  private var half: UInt8?
  private var highSurrogate: UInt32 = 0

  /// Makes a transcoder for the content of a file, without its byte-order mark.
  init(encoding: TextEncoding, isBigEndian: Bool) {
    self.encoding = encoding
    self.isBigEndian = isBigEndian
  }

  /// The room that a block of some length needs at most.
  static func room(for blockSize: Int) -> Int { 3 * blockSize + 8 }

  /// The block as UTF-8, in the block itself or in `room`; a code unit cut in two waits for the next block.
  mutating func transcode(
    _ block: UnsafeRawBufferPointer, room: UnsafeMutableRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    guard let source = block.baseAddress?.assumingMemoryBound(to: UInt8.self),
      let target = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    else { return block }
    switch encoding {
    case .utf8: return block
    case .windows1252:
      let ascii = Self.asciiPrefix(source, block.count)
      if ascii == block.count { return block }
      target.update(from: source, count: ascii)
      return UnsafeRawBufferPointer(
        rebasing: room[..<Self.fromWindows1252(source, ascii, block.count, target)])
    case .utf16:
      return UnsafeRawBufferPointer(rebasing: room[..<fromUTF16(source, block.count, target)])
    }
  }

  private static func asciiPrefix(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var i = 0
    while i &+ 8 <= count {
      let word = UnsafeRawPointer(bytes + i).loadUnaligned(as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      i &+= 8
    }
    while i < count && bytes[i] < 0x80 { i &+= 1 }
    return i
  }

  private static func fromWindows1252(
    _ source: UnsafePointer<UInt8>, _ start: Int, _ count: Int,
    _ target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    Windows1252.scalars.withUnsafeBufferPointer { scalars in
      var filled = start
      var i = start
      while i < count {
        // Between two such letters lie many bytes of ASCII; the room has three bytes per byte.
        while i &+ 16 <= count {
          let bytes = UnsafeRawPointer(source + i).loadUnaligned(as: SIMD16<UInt8>.self)
          UnsafeMutableRawPointer(target + filled).storeBytes(of: bytes, as: SIMD16<UInt8>.self)
          let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
          if (words.x | words.y) & 0x8080_8080_8080_8080 != 0 { break }
          i &+= 16
          filled &+= 16
        }
        if i == count { break }
        // One at a time to the next letter that is not ASCII, and that letter.
        var byte = source[i]
        while byte < 0x80 && i &+ 1 < count {
          target[filled] = byte
          filled &+= 1
          i &+= 1
          byte = source[i]
        }
        put(UInt32(scalars[Int(byte)]), target, &filled)
        i &+= 1
      }
      return filled
    }
  }

  private mutating func fromUTF16(
    _ source: UnsafePointer<UInt8>, _ count: Int, _ target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var filled = 0
    var i = 0
    while i < count {
      let byte = source[i]
      i &+= 1
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit =
        isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
      if unit & 0xFC00 == 0xD800 {
        highSurrogate = unit
      } else if unit & 0xFC00 == 0xDC00 {
        let scalar = 0x10000 &+ ((highSurrogate & 0x3FF) << 10) &+ (unit & 0x3FF)
        Self.put(scalar, target, &filled)
      } else {
        Self.put(unit, target, &filled)
      }
    }
    return filled
  }

  private static func put(
    _ scalar: UInt32, _ target: UnsafeMutablePointer<UInt8>, _ filled: inout Int
  ) {
    func add(_ byte: UInt32) {
      target[filled] = UInt8(truncatingIfNeeded: byte)
      filled &+= 1
    }
    switch scalar {
    case 0..<0x80: add(scalar)
    case 0x80..<0x800:
      add(0xC0 | scalar >> 6)
      add(0x80 | scalar & 0x3F)
    case 0x800..<0x10000:
      add(0xE0 | scalar >> 12)
      add(0x80 | (scalar >> 6) & 0x3F)
      add(0x80 | scalar & 0x3F)
    default:
      add(0xF0 | scalar >> 18)
      add(0x80 | (scalar >> 12) & 0x3F)
      add(0x80 | (scalar >> 6) & 0x3F)
      add(0x80 | scalar & 0x3F)
    }
  }
}
