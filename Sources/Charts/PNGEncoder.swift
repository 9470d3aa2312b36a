import CZlib

/// Writes PNG with a palette (ISO/IEC 15948).
enum PNGEncoder {
  /// The effort of zlib: twice as fast as its usual 6, for files that are a quarter larger.
  private static let effort: Int32 = 3

  /// The file; nil when there is no memory for it.
  static func bytes(of image: IndexedImage, pixelsPerInch: Double) -> [UInt8]? {
    guard let data = compressed(image.lines) else { return nil }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits per pixel, a palette, the only methods there are, no interlacing.
    append(
      "IHDR", bigEndian(UInt32(image.width)) + bigEndian(UInt32(image.height)) + [8, 3, 0, 0, 0],
      to: &file)
    let perMetre = bigEndian(UInt32((pixelsPerInch / 0.0254).rounded()))
    append("pHYs", perMetre + perMetre + [1], to: &file)
    append("PLTE", image.palette.flatMap { bigEndian($0).dropFirst() }, to: &file)
    append("IDAT", data, to: &file)
    append("IEND", [], to: &file)
    return file
  }

  private static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var length = compressBound(uLong(bytes.count))
    var isDone = false
    let result = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      isDone = compress2(buffer.baseAddress, &length, bytes, uLong(bytes.count), effort) == Z_OK
      count = isDone ? Int(length) : 0
    }
    return isDone ? result : nil
  }

  private static func append(_ name: String, _ data: [UInt8], to file: inout [UInt8]) {
    let content = Array(name.utf8) + data
    file += bigEndian(UInt32(data.count)) + content
    file += bigEndian(UInt32(truncatingIfNeeded: crc32(0, content, uInt(content.count))))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
