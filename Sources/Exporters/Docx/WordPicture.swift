/// Lengths and paths of pictures in Word.
enum WordPicture {
  /// English Metric Units, of which an inch has 914,400 and a twentieth of a point 635.
  private static let unitsPerTwip = 635
  private static let unitsPerPixel = 9_525.0
  /// The part of the width of the text that a figure takes; its letters are then 7.5 points.
  static let share = 0.86

  /// Width and height in English Metric Units, made smaller to fit into the given twips.
  static func extent(
    of picture: FigurePicture, width: Int, height: Int
  ) -> (width: Int, height: Int) {
    let size = picture.svg.size
    let natural = (size.width * unitsPerPixel, size.height * unitsPerPixel)
    let scale = min(
      1, Double(width * unitsPerTwip) / max(natural.0, 1),
      Double(height * unitsPerTwip) / max(natural.1, 1))
    return (Int(natural.0 * scale), Int(natural.1 * scale))
  }

  /// The path of the drawing in the package, by the number of the figure.
  static func path(_ number: Int, _ ending: String) -> String {
    "word/media/figuur\(number).\(ending)"
  }
}

extension MarkupWriter {
  /// A picture on the line, as PNG with the drawing beside it for Word 2016 and later.
  mutating func picture(
    number: Int, name: String, description: String, extent: (width: Int, height: Int)
  ) {
    let width = "\(extent.width)"
    let height = "\(extent.height)"
    element("w:drawing") { writer in
      writer.element(
        "wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]
      ) { writer in
        writer.empty("wp:extent", ["cx": width, "cy": height])
        writer.empty("wp:docPr", ["id": "\(number)", "name": name, "descr": description])
        writer.element("wp:cNvGraphicFramePr") {
          $0.empty("a:graphicFrameLocks", ["noChangeAspect": "1"])
        }
        writer.element("a:graphic") { writer in
          writer.element(
            "a:graphicData",
            ["uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"]
          ) { writer in
            writer.element("pic:pic") { writer in
              writer.element("pic:nvPicPr") { writer in
                writer.empty("pic:cNvPr", ["id": "\(number)", "name": name, "descr": description])
                writer.empty("pic:cNvPicPr")
              }
              writer.pictureFill(number)
              writer.pictureShape(width, height)
            }
          }
        }
      }
    }
  }

  private mutating func pictureFill(_ number: Int) {
    element("pic:blipFill") { writer in
      writer.element("a:blip", ["r:embed": "rIdFiguur\(number)png"]) { writer in
        writer.element("a:extLst") { writer in
          writer.element("a:ext", ["uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"]) {
            $0.empty("asvg:svgBlip", ["r:embed": "rIdFiguur\(number)svg"])
          }
        }
      }
      writer.element("a:stretch") { $0.empty("a:fillRect") }
    }
  }

  private mutating func pictureShape(_ width: String, _ height: String) {
    element("pic:spPr") { writer in
      writer.element("a:xfrm") { writer in
        writer.empty("a:off", ["x": "0", "y": "0"])
        writer.empty("a:ext", ["cx": width, "cy": height])
      }
      writer.element("a:prstGeom", ["prst": "rect"]) { $0.empty("a:avLst") }
    }
  }
}
