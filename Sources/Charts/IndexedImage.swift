import Glibc

/// A picture of at most 256 colors, one byte per pixel.
///
/// Charts have few colors; their soft edges have more than 256 shades, which nobody tells apart.
/// Shades that agree in the first five bits of red, green and blue become one, the most frequent of
/// them, so that plain surfaces keep their exact color. A palette makes the PNG a third of the size
/// and several times faster to write.
struct IndexedImage {
  /// The colors, `0xRRGGBB`; 1 to 256, most frequent first.
  private(set) var palette: [UInt32] = []
  /// The index in the palette of each pixel, row by row.
  private(set) var indices: [UInt8]
  /// Pixels in a row.
  let width: Int
  /// Rows.
  let height: Int

  /// Reduces a picture of 32-bit pixels (`0x??RRGGBB` in the order of the machine).
  ///
  /// `stride` is the number of bytes from one row to the next.
  init(pixels: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int) {
    self.width = width
    self.height = height
    indices = []
    var shades = Shades()
    let repeats = (0..<height).map { Self.repeatsRow($0, pixels, width: width, stride: stride) }
    for row in 0..<height {
      if repeats[row] {
        shades.countAgain()
      } else {
        shades.count(
          UnsafeRawBufferPointer(rebasing: pixels[row * stride..<(row + 1) * stride]), width)
      }
    }
    palette = shades.palette()
    indices = [UInt8](unsafeUninitializedCapacity: width * height) { bytes, count in
      for row in 0..<height {
        if repeats[row], let output = bytes.baseAddress {
          memcpy(output + row * width, output + (row - 1) * width, width)
        } else {
          Self.fill(bytes, row: row, width: width, pixels: pixels, stride: stride, shades.places)
        }
      }
      count = width * height
    }
  }

  /// Whether a row is equal to the one above, as many rows of a chart are.
  private static func repeatsRow(
    _ row: Int, _ pixels: UnsafeRawBufferPointer, width: Int, stride: Int
  ) -> Bool {
    guard row > 0, let source = pixels.baseAddress else { return false }
    let line = source + row * stride
    return memcmp(line, line - stride, 4 * width) == 0
  }

  /// Writes the indices of a row.
  private static func fill(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, row: Int, width: Int,
    pixels: UnsafeRawBufferPointer, stride: Int, _ places: [UInt8]
  ) {
    guard let source = pixels.baseAddress, let target = bytes.baseAddress else { return }
    let output = target + row * width
    let colors = (source + row * stride).assumingMemoryBound(to: UInt32.self)
    places.withUnsafeBufferPointer { places in
      var last = ~colors[0]
      var place: UInt8 = 0
      for x in 0..<width {
        let color = colors[x]
        if color != last {
          last = color
          place = places[Shades.bucket(color)]
        }
        output[x] = place
      }
    }
  }
}

/// Counts of colors, in buckets of five bits per channel.
private struct Shades {
  /// The index in the palette by bucket, once ``palette()`` was made.
  private(set) var places = [UInt8](repeating: 0, count: 1 << 15)
  private var counts = [Int](repeating: 0, count: 1 << 15)
  /// A color of the bucket with its lead on the others (Boyer and Moore's majority vote).
  private var leaders = [UInt32](repeating: 0, count: 1 << 15)
  private var leads = [Int](repeating: 0, count: 1 << 15)

  static func bucket(_ color: UInt32) -> Int {
    let red = (color >> 19) & 0x1F
    let green = (color >> 11) & 0x1F
    let blue = (color >> 3) & 0x1F
    return Int(red << 10 | green << 5 | blue)
  }

  /// The runs of one color of the row that was counted last.
  private var runs: [(color: UInt32, length: Int)] = []

  /// Counts the pixels of a row by runs of one color.
  mutating func count(_ row: UnsafeRawBufferPointer, _ width: Int) {
    let colors = row.bindMemory(to: UInt32.self)
    runs.removeAll(keepingCapacity: true)
    var start = 0
    for x in 1...max(width, 1) where x == width || colors[x] != colors[start] {
      runs.append((colors[start] & 0xFF_FFFF, x - start))
      start = x
    }
    countAgain()
  }

  /// Counts the row that was counted last once more.
  mutating func countAgain() {
    for run in runs { add(run.color, run.length) }
  }

  private mutating func add(_ color: UInt32, _ number: Int) {
    let bucket = Self.bucket(color)
    counts[bucket] += number
    if leaders[bucket] == color {
      leads[bucket] += number
    } else if leads[bucket] < number {
      leaders[bucket] = color
      leads[bucket] = number - leads[bucket]
    } else {
      leads[bucket] -= number
    }
  }

  /// The colors of the 256 fullest buckets; those of the other buckets become the nearest of them.
  mutating func palette() -> [UInt32] {
    let used = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$0], leaders[$0]) > (counts[$1], leaders[$1]) }
    let palette = used.prefix(256).map { leaders[$0] }
    for (index, bucket) in used.enumerated() {
      places[bucket] = UInt8(
        index < palette.count ? index : Self.nearest(leaders[bucket], in: palette))
    }
    return palette
  }

  private static func nearest(_ color: UInt32, in palette: [UInt32]) -> Int {
    func distance(_ other: UInt32) -> Int {
      [UInt32(0), 8, 16].reduce(0) { sum, shift in
        let difference = Int(color >> shift & 0xFF) - Int(other >> shift & 0xFF)
        return sum + difference * difference
      }
    }
    return palette.indices.min { distance(palette[$0]) < distance(palette[$1]) } ?? 0
  }
}
