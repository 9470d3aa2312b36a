/// The letters of tables, as far as widths of columns depend on them.
struct TableFont {
  /// The size in points.
  let size: Double
  /// How much wider the letters are than those of Calibri of the same size.
  let scale: Double

  init(sheet: StyleSheet, theme: MarkupElement?) {
    func defaults(_ value: (MarkupElement) -> String?) -> String? {
      sheet.styles.first("docDefaults")?.first("rPrDefault")?.first("rPr").flatMap(value)
    }
    func found(_ value: (MarkupElement) -> String?) -> String? {
      sheet.inherited(.tableText) { $0.first("rPr").flatMap(value) } ?? defaults(value)
    }
    let halfPoints = found { $0.first("sz")?.value }.flatMap { Int($0) } ?? 20
    size = Double(min(max(halfPoints, 8), 48)) / 2
    let themed = found { $0.first("rFonts")?.attribute("asciiTheme") }
    let named = found { $0.first("rFonts")?.attribute("ascii") }
    let name =
      themed.flatMap { Self.font($0.hasPrefix("major") ? "majorFont" : "minorFont", of: theme) }
      ?? named
    scale = theme == nil && named == nil ? 1 : Self.scale(of: name ?? "Times New Roman")
  }

  private static func font(_ name: String, of theme: MarkupElement?) -> String? {
    func child(_ element: MarkupElement?, _ local: String) -> MarkupElement? {
      element?.elements.first { $0.space == .drawing && $0.local == local }
    }
    let fonts = child(child(theme, "themeElements"), "fontScheme")
    return child(child(fonts, name), "latin")?.plainAttribute("typeface")
  }

  /// Mean width of Dutch text against Calibri, rounded up.
  private static func scale(of font: String) -> Double {
    switch font.lowercased() {
    case "calibri", "carlito", "calibri light", "corbel", "garamond", "times new roman": 1
    case "cambria", "candara", "franklin gothic book", "gill sans mt": 1.06
    case "arial", "helvetica", "segoe ui", "liberation sans", "open sans", "aptos", "roboto": 1.12
    case "georgia", "tahoma", "trebuchet ms", "century gothic", "montserrat": 1.18
    case "verdana", "lucida sans", "dejavu sans": 1.28
    default: 1.15
    }
  }
}
