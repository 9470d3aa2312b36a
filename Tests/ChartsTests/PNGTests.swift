import CCairo
import TestSupport
import Testing

@testable import Charts

/// A picture read back by Cairo (libpng), which also checks its sums.
private struct DecodedPicture {
  let width: Int
  let height: Int
  /// `0xRRGGBB`, row by row.
  let pixels: [UInt32]

  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let surface = withUnsafeMutablePointer(to: &rest) { rest in
      cairo_image_surface_create_from_png_stream(
        { closure, target, length in
          guard let rest = closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self),
            rest.pointee.count >= Int(length), let target
          else { return CAIRO_STATUS_READ_ERROR }
          for (index, byte) in rest.pointee.prefix(Int(length)).enumerated() {
            target[index] = byte
          }
          rest.pointee = rest.pointee.dropFirst(Int(length))
          return CAIRO_STATUS_SUCCESS
        }, rest)
    }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    let raw = UnsafeRawPointer(data)
    pixels = (0..<height).flatMap { row in
      UnsafeRawBufferPointer(start: raw + row * stride, count: 4 * width)
        .bindMemory(to: UInt32.self).map { $0 & 0xFF_FFFF }
    }
    self.width = width
    self.height = height
  }

  func pixel(_ x: Int, _ y: Int) -> UInt32 { pixels[y * width + x] }
}

@Suite("Drawing in PNG")
struct PNGTests {
  private struct Sketch: Chart {
    var size = Size(width: 40, height: 30)
    let drawing: @Sendable (inout CairoCanvas) -> Void

    func draw(on canvas: inout some Canvas) {
      guard var cairo = canvas as? CairoCanvas else { return }
      drawing(&cairo)
    }
  }

  private func picture(_ drawing: @escaping @Sendable (inout CairoCanvas) -> Void) throws
    -> DecodedPicture
  {
    try #require(DecodedPicture(try Sketch(drawing: drawing).png().bytes))
  }

  @Test("Every form lies where it was drawn, in its exact color, on white")
  func forms() throws {
    let picture = try picture { canvas in
      canvas.rect(Rect(x: 0, y: 0, width: 10, height: 10), fill: Color(0x2A_6496), stroke: nil)
      canvas.circle(center: Point(25, 5), radius: 4, fill: Color(0xE2_9A4B), stroke: nil)
      canvas.polygon(
        [
          [Point(0, 20), Point(10, 20), Point(10, 30), Point(0, 30)],
          [Point(3, 23), Point(7, 23), Point(7, 27), Point(3, 27)],
        ], fill: Color(0x12_3456), stroke: nil)
      canvas.line(
        from: Point(20, 20), to: Point(40, 20), stroke: Stroke(Color(0x00_AA00), width: 2))
    }
    #expect(picture.width == 80)
    #expect(picture.height == 60)
    #expect(picture.pixel(2, 2) == 0x2A_6496)
    #expect(picture.pixel(21, 2) == 0xFF_FFFF)
    #expect(picture.pixel(50, 10) == 0xE2_9A4B)
    #expect(picture.pixel(2, 42) == 0x12_3456)
    #expect(picture.pixel(10, 50) == 0xFF_FFFF, "the inner ring is a hole")
    #expect(picture.pixel(60, 40) == 0x00_AA00)
    #expect(picture.pixel(30, 40) == 0xFF_FFFF)
  }

  @Test("Dashes leave gaps, and the next line has none")
  func dashes() throws {
    let picture = try picture { canvas in
      let color = Color(0x00_0000)
      canvas.line(
        from: Point(0, 5), to: Point(40, 5), stroke: Stroke(color, width: 2, dashes: [5, 5]))
      canvas.line(from: Point(0, 15), to: Point(40, 15), stroke: Stroke(color, width: 2))
    }
    #expect(picture.pixel(4, 10) == 0 && picture.pixel(14, 10) == 0xFF_FFFF)
    #expect((0..<80).allSatisfy { picture.pixel($0, 30) == 0 })
  }

  @Test("A text stands at its anchor", arguments: [TextAnchor.start, .middle, .end])
  func anchors(anchor: TextAnchor) throws {
    let picture = try picture { canvas in
      canvas.text("HHH", at: Point(20, 20), style: TextStyle(size: 10, anchor: anchor))
    }
    let inked = (0..<80).filter { x in (0..<60).contains { picture.pixel(x, $0) != 0xFF_FFFF } }
    let low = try #require(inked.min())
    let high = try #require(inked.max())
    // Three letters of 6.23 pixels, two dots each.
    #expect(high - low > 30 && high - low < 38)
    switch anchor {
    case .start: #expect(low >= 40 && low <= 43)
    case .middle: #expect(abs(low + high - 79) <= 3)
    case .end: #expect(high >= 36 && high <= 39)
    }
  }

  @Test("A picture with more than 256 colors keeps the frequent ones and stays near the others")
  func manyColors() throws {
    // The edges of letters: shades between white and one of the colors of a chart.
    let inks = Palette.sequence(9) + Palette.series
    func shade(_ index: Int) -> UInt32 {
      let ink = inks[index % inks.count].hex
      let part = Double(index / inks.count) / Double(1000 / inks.count + 1)
      return [UInt32(0), 8, 16].reduce(0) { color, shift in
        let value = Double(ink >> shift & 0xFF)
        return color | UInt32(255 - part * (255 - value)) << shift
      }
    }
    let shades = (0..<1000).map(shade)
    let picture = try picture { canvas in
      for index in 0..<1000 {
        canvas.rect(
          Rect(x: Double(index % 40), y: Double(index / 40), width: 1, height: 1),
          fill: Color(shades[index]), stroke: nil)
      }
      canvas.rect(Rect(x: 0, y: 26, width: 40, height: 4), fill: Color(0xF1_F3F5), stroke: nil)
    }
    #expect(Set(shades).count > 500)
    #expect(picture.pixel(20, 56) == 0xF1_F3F5)
    #expect(Set(picture.pixels).count <= 256)
    let largest = shades.indices.flatMap { index in
      let shown = picture.pixel(2 * (index % 40), 2 * (index / 40))
      return [UInt32(0), 8, 16].map { shift in
        abs(Int(shades[index] >> shift & 0xFF) - Int(shown >> shift & 0xFF))
      }
    }.max()
    #expect(try #require(largest) <= 24)
  }

  @Test("The widths of the table are those of the font, so that nothing overflows")
  func widths() throws {
    let signs = (0x20...0x7E).map { $0 } + [0xA0, 0xE9, 0xEB, 0xFC, 0x2013, 0x2022, 0x2026, 0x2212]
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1)
    defer { cairo_surface_destroy(surface) }
    let context = try #require(cairo_create(surface))
    defer { cairo_destroy(context) }
    let canvas = CairoCanvas(context: context)
    for weight in [FontWeight.regular, .bold] {
      let style = TextStyle(size: 1000, weight: weight)
      for sign in signs {
        let text = String(try #require(Unicode.Scalar(UInt32(sign))))
        let drawn = canvas.width(of: text, style: style)
        let table = TextMetrics.width(of: text, size: 1000, weight: weight)
        #expect(drawn <= table + 1, "U+\(String(sign, radix: 16)) is \(drawn), not \(table)")
      }
    }
  }

  @Test("A picture is not blank, and nothing touches its edge")
  func edges() throws {
    func check(_ chart: some Chart) throws {
      let picture = try #require(DecodedPicture(try chart.png().bytes))
      #expect(picture.pixels.count { $0 != 0xFF_FFFF } > 1500)
      for x in 0..<picture.width {
        #expect(
          picture.pixel(x, 0) == 0xFF_FFFF && picture.pixel(x, picture.height - 1) == 0xFF_FFFF)
      }
      for y in 0..<picture.height {
        #expect(
          picture.pixel(0, y) == 0xFF_FFFF && picture.pixel(picture.width - 1, y) == 0xFF_FFFF)
      }
    }
    try check(SmallCharts.pyramid)
    try check(SmallCharts.dots)
    try check(SmallCharts.bars)
    try check(SmallCharts.map)
    try check(SmallCharts.trend)
  }

  @Test("Two drawings are the same, and a very long one is drawn smaller")
  func same() throws {
    #expect(try SmallCharts.trend.png() == SmallCharts.trend.png())
    let long = Sketch(size: Size(width: 10, height: 100_000)) { canvas in
      canvas.rect(Rect(x: 0, y: 0, width: 10, height: 50_000), fill: Palette.ink, stroke: nil)
    }
    let picture = try #require(DecodedPicture(try long.png().bytes))
    #expect(picture.height == 16_000)
    #expect(picture.pixel(0, 7_990) == Palette.ink.hex && picture.pixel(0, 8_010) == 0xFF_FFFF)
  }

  @Test("Signs that are not legible are left out, whatever the text")
  func illegible() throws {
    let style = TextStyle(size: 10)
    func drawn(_ text: String) throws -> [UInt32] {
      try picture { $0.text(text, at: Point(2, 20), style: style) }.pixels
    }
    #expect(try drawn("A\u{0}\u{7}B\u{202E}C") == drawn("ABC"))
    #expect(try drawn("7\u{A0}%\u{202F}x\n") == drawn("7 % x "))
    #expect(try drawn("") == drawn("\u{0}"))
  }
}
