import Charts

/// A piece of a web page; text is escaped when it is written, and no raw markup can be made of data.
///
/// Names of elements and attributes, styles and scripts are `StaticString`, so that only literals of
/// this module get there. The text is well-formed XML too.
indirect enum HTML: Sendable {
  /// Text.
  case text(String)
  /// An element.
  case element(StaticString, [HTMLAttribute], [HTML])
  /// Several pieces, one behind the other.
  case group([HTML])
  /// A drawing.
  case drawing(SVGDocument)
  /// A style sheet.
  case style(StaticString)
  /// A script.
  case script(StaticString)

  /// An element with pieces inside.
  static func element(
    _ name: StaticString, _ attributes: [HTMLAttribute] = [], containing content: HTML...
  ) -> HTML {
    .element(name, attributes, content)
  }

  /// An element with text inside.
  static func element(
    _ name: StaticString, _ attributes: [HTMLAttribute] = [], text: String
  ) -> HTML {
    .element(name, attributes, [.text(text)])
  }
}

/// An attribute of an element; the value is escaped when it is written.
struct HTMLAttribute: Sendable {
  let name: StaticString
  let value: String

  init(_ name: StaticString, _ value: String = "") {
    self.name = name
    self.value = value
  }

  /// The attribute `class`.
  static func css(_ value: StaticString) -> HTMLAttribute { HTMLAttribute("class", "\(value)") }
}

extension HTML {
  /// The markup as text.
  var markup: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .text(let content): text += XMLText.escaped(content)
    case .group(let parts): for part in parts { part.write(to: &text) }
    case .drawing(let document): text += document.inlineText
    case .style(let sheet): text += "<style>\n\(sheet)</style>\n"
    case .script(let code):
      // The comment signs let XML readers skip the script, and mean nothing to browsers.
      text += "<script>/*<![CDATA[*/\n\(code)/*]]>*/</script>\n"
    case .element(let name, let attributes, let content):
      let name = "\(name)"
      text += "<" + name
      for attribute in attributes {
        text += " \(attribute.name)=\"" + XMLText.escaped(attribute.value) + "\""
      }
      if Self.void.contains(name) {
        text += "/>\n"
        return
      }
      text += ">"
      if Self.open.contains(name) { text += "\n" }
      for part in content { part.write(to: &text) }
      text += "</" + name + ">"
      if Self.block.contains(name) { text += "\n" }
    }
  }

  /// Elements without content.
  private static let void: Set<String> = ["meta", "link", "br", "hr"]
  /// Elements whose content starts on a line of its own.
  private static let open: Set<String> = [
    "html", "head", "body", "header", "nav", "main", "aside", "section", "div", "ul", "ol", "table",
    "thead",
    "tbody", "figure",
  ]
  /// Elements after which a line ends.
  private static let block: Set<String> = open.union([
    "title", "h1", "h2", "h3", "p", "li", "tr", "caption", "figcaption", "button",
  ])
}
