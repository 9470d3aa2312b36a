import CCairo

/// Draws on a surface of Cairo, in pixels of the canvas; the font is Carlito.
///
/// It owns nothing: ``Chart/png()`` makes the surface, draws and releases it. Without Carlito on the
/// machine fontconfig takes another font, and texts may turn out wider.
struct CairoCanvas: Canvas {
  private let context: OpaquePointer

  /// Draws on a context whose scale is set.
  init(context: OpaquePointer) {
    self.context = context
    let options = cairo_font_options_create()
    // Settings of the machine must not show: grey edges, letters where the metrics put them.
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
  }

  func line(from start: Point, to end: Point, stroke: Stroke) {
    cairo_move_to(context, start.x, start.y)
    cairo_line_to(context, end.x, end.y)
    paint(fill: nil, stroke: stroke)
  }

  func rect(_ rect: Rect, fill: Color?, stroke: Stroke?) {
    cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
    paint(fill: fill, stroke: stroke)
  }

  func polygon(_ rings: [[Point]], fill: Color?, stroke: Stroke?) {
    for ring in rings where ring.count > 1 {
      cairo_new_sub_path(context)
      for point in ring { cairo_line_to(context, point.x, point.y) }
      cairo_close_path(context)
    }
    paint(fill: fill, stroke: stroke)
  }

  func circle(center: Point, radius: Double, fill: Color?, stroke: Stroke?) {
    cairo_new_sub_path(context)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * Double.pi)
    paint(fill: fill, stroke: stroke)
  }

  func text(_ text: String, at point: Point, style: TextStyle) {
    let text = Self.drawable(text)
    let width = style.anchor == .start ? 0 : self.width(of: text, style: style)
    let start = style.anchor == .end ? width : width / 2
    select(style)
    cairo_move_to(context, point.x - start, point.y)
    color(style.color)
    cairo_show_text(context, text)
    cairo_new_path(context)
  }

  /// How far a text moves the pen on.
  func width(of text: String, style: TextStyle) -> Double {
    select(style)
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, Self.drawable(text), &extents)
    return extents.x_advance
  }

  /// The text with plain blanks: Carlito has no sign for the others, and Cairo draws a box.
  private static func drawable(_ text: String) -> String {
    let legible = text.unicodeScalars.filter(XMLText.isLegible)
    return String(
      String.UnicodeScalarView(legible.map { $0.properties.isWhitespace ? " " : $0 }))
  }

  private func select(_ style: TextStyle) {
    let weight = style.weight == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL
    cairo_select_font_face(context, "Carlito", CAIRO_FONT_SLANT_NORMAL, weight)
    cairo_set_font_size(context, style.size)
  }

  private func color(_ color: Color) {
    func part(_ shift: UInt32) -> Double { Double(color.hex >> shift & 0xFF) / 255 }
    cairo_set_source_rgb(context, part(16), part(8), part(0))
  }

  /// Fills and strokes the path, and forgets it.
  private func paint(fill: Color?, stroke: Stroke?) {
    if let fill {
      color(fill)
      cairo_fill_preserve(context)
    }
    if let stroke {
      color(stroke.color)
      cairo_set_line_width(context, stroke.width)
      cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke_preserve(context)
    }
    cairo_new_path(context)
  }
}
