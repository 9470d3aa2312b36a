import CCairo

/// A picture as PNG.
public struct PNGImage: Hashable, Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// The size in pixels of the canvas (1/96 inch), at which it should be shown; it has twice as many
  /// pixels of its own.
  public let size: Size
}

/// Why a picture could not be drawn.
public enum DrawingError: Error, Hashable, Sendable {
  /// The system gives no memory for it.
  case noMemory
}

extension Chart {
  /// The chart as PNG on a white ground, with two pixels for each of the canvas (192 per inch).
  ///
  /// The same on one machine; another version of Cairo, FreeType or the font gives other bytes. A
  /// chart of more than 16,000 such pixels is drawn smaller.
  public func png() throws(DrawingError) -> PNGImage {
    let size = self.size
    let scale = min(2, 16_000 / max(size.width, size.height, 1))
    let width = Int((size.width * scale).rounded(.up))
    let height = Int((size.height * scale).rounded(.up))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { throw .noMemory }
    defer { cairo_surface_destroy(surface) }
    draw(on: surface, scale: scale)
    cairo_surface_flush(surface)
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { throw .noMemory }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let image = IndexedImage(
      pixels: UnsafeRawBufferPointer(start: data, count: stride * height), width: width,
      height: height, stride: stride)
    guard let bytes = PNGEncoder.bytes(of: image, pixelsPerInch: 96 * scale) else {
      throw .noMemory
    }
    return PNGImage(bytes: bytes, size: size)
  }

  private func draw(on surface: OpaquePointer, scale: Double) {
    guard let context = cairo_create(surface) else { return }
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    var canvas = CairoCanvas(context: context)
    draw(on: &canvas)
  }
}
