import TestSupport
import Testing

@testable import Charts

@Suite("Pictures with a palette")
struct IndexedImageTests {
  /// A picture of few colors with runs and rows that repeat, as charts have.
  private func pixels(
    _ random: inout SeededGenerator, width: Int, height: Int, stride: Int
  ) -> [UInt32] {
    // Colors that differ in the first five bits of a channel; two share them.
    let colors: [UInt32] = [0xFF_FFFF, 0xFE_FEFE, 0x10_2030, 0x80_0000, 0x00_80F0, 0xF0_F000]
    var pixels: [UInt32] = []
    for row in 0..<height {
      if row > 0, Bool.random(using: &random) {
        pixels += pixels[((row - 1) * stride)...]
        continue
      }
      var line: [UInt32] = []
      while line.count < width {
        let color = colors.randomElement(using: &random) ?? 0
        let length = min(Int.random(in: 1...7, using: &random), width - line.count)
        line += [UInt32](repeating: 0xFF00_0000 | color, count: length)
      }
      pixels += line + [UInt32](repeating: 0, count: stride - width)
    }
    return pixels
  }

  @Test("Every pixel has the most frequent color of its shade", arguments: 1...60)
  func shades(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...40, using: &random)
    let height = Int.random(in: 1...12, using: &random)
    let stride = width + Int.random(in: 0...3, using: &random)
    let pixels = pixels(&random, width: width, height: height, stride: stride)
    let image = pixels.withUnsafeBytes {
      IndexedImage(pixels: $0, width: width, height: height, stride: 4 * stride)
    }
    func shade(_ color: UInt32) -> UInt32 { color & 0xF8_F8F8 }
    #expect(image.lines.count == (width + 1) * height, "seed \(seed)")
    var counts: [UInt32: Int] = [:]
    for row in 0..<height {
      #expect(image.lines[row * (width + 1)] == 0, "seed \(seed)")
      for x in 0..<width { counts[pixels[row * stride + x] & 0xFF_FFFF, default: 0] += 1 }
    }
    for row in 0..<height {
      for x in 0..<width {
        let color = pixels[row * stride + x] & 0xFF_FFFF
        let shown = image.palette[Int(image.lines[row * (width + 1) + 1 + x])]
        #expect(shade(shown) == shade(color), "seed \(seed)")
        // Only one of equal shades is kept: the one that has more than half of their pixels.
        let all = counts.filter { shade($0.key) == shade(color) }
        let sum = all.values.reduce(0, +)
        if let most = all.first(where: { 2 * $0.value > sum }) {
          #expect(shown == most.key, "seed \(seed)")
        }
      }
    }
  }
}
