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
  /// The index in the palette of each pixel, row by row, each row behind the number of its filter in
  /// PNG: 0 for none, best with a palette.
  private(set) var lines: [UInt8]
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
    var shades = Shades()
    var rows: [Range<Int>] = []
    for row in 0..<height {
      if let last = rows.last, Self.repeatsRow(row, pixels, width: width, stride: stride) {
        rows.append(last)
        shades.count(last)
      } else {
        rows.append(
          shades.count(
            UnsafeRawBufferPointer(rebasing: pixels[row * stride..<(row + 1) * stride]), width))
      }
    }
    palette = shades.palette()
    let length = width + 1
    lines = [UInt8](unsafeUninitializedCapacity: length * height) { bytes, count in
      let all = UnsafeMutableRawBufferPointer(bytes)
      for (row, runs) in rows.enumerated() {
        all[row * length] = 0
        shades.fill(
          UnsafeMutableRawBufferPointer(
            rebasing: all[row * length + 1..<(row + 1) * length]), runs)
      }
      count = length * height
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
}

/// Counts of colors, in buckets of five bits per channel.
private struct Shades {
  /// The index in the palette by bucket, once ``palette()`` was made.
  private(set) var places = [UInt8](repeating: 0, count: 1 << 15)
  private var counts = [Int32](repeating: 0, count: 1 << 15)
  /// A color of the bucket with its lead on the others (Boyer and Moore's majority vote).
  private var leaders = [UInt32](repeating: 0, count: 1 << 15)
  private var leads = [Int32](repeating: 0, count: 1 << 15)

  static func bucket(_ color: UInt32) -> Int {
    let red = (color >> 19) & 0x1F
    let green = (color >> 11) & 0x1F
    let blue = (color >> 3) & 0x1F
    return Int(red << 10 | green << 5 | blue)
  }

  /// The runs of pixels of one color of all rows that differ from the one above.
  private var runs: [(color: UInt32, length: Int32)] = []

  /// Counts the pixels of a row by runs of one color; gives the places of its runs.
  mutating func count(_ row: UnsafeRawBufferPointer, _ width: Int) -> Range<Int> {
    let colors = row.bindMemory(to: UInt32.self)
    let first = runs.count
    var start = 0
    while start < width {
      let color = colors[start]
      let end = Self.endOfRun(row, from: start, width)
      runs.append((color & 0xFF_FFFF, Int32(end - start)))
      start = end
    }
    count(first..<runs.count)
    return first..<runs.count
  }

  /// Where the run of one color ends that starts at a pixel; two pixels are compared at a time.
  private static func endOfRun(_ row: UnsafeRawBufferPointer, from start: Int, _ width: Int) -> Int
  {
    let color = row.loadUnaligned(fromByteOffset: 4 * start, as: UInt32.self)
    let pair = UInt64(color) << 32 | UInt64(color)
    var end = start + 1
    while end + 2 <= width,
      row.loadUnaligned(fromByteOffset: 4 * end, as: UInt64.self) == pair
    {
      end += 2
    }
    while end < width, row.loadUnaligned(fromByteOffset: 4 * end, as: UInt32.self) == color {
      end += 1
    }
    return end
  }

  /// Counts runs, once more when a row repeats the one above.
  mutating func count(_ places: Range<Int>) {
    for place in places { add(runs[place].color, runs[place].length) }
  }

  /// Writes the indices of runs.
  func fill(_ line: UnsafeMutableRawBufferPointer, _ places: Range<Int>) {
    guard let start = line.baseAddress else { return }
    var offset = 0
    for place in places {
      let run = runs[place]
      memset(start + offset, Int32(self.places[Self.bucket(run.color)]), Int(run.length))
      offset += Int(run.length)
    }
  }

  private mutating func add(_ color: UInt32, _ number: Int32) {
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
