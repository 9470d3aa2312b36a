/// The paper, margins, headers and footers of a document.
struct PageLayout: Hashable, Sendable {
  /// Width and height of the paper, in twentieths of a point.
  let size: (width: Int, height: Int)
  /// Space at the sides, the gutter included.
  let sides: Int
  /// Space above and below.
  let ends: Int
  /// What a section of the whole document says, in the order of the schema.
  private let children: [MarkupElement]

  /// Paper from 7 to 56 cm.
  private static let sane = 4_000...32_000

  static func == (one: PageLayout, other: PageLayout) -> Bool {
    one.children == other.children && one.size == other.size
  }

  func hash(into hasher: inout Hasher) { hasher.combine(children) }

  /// A4 with margins of 2.5 cm.
  static func standard(footer id: String?) -> PageLayout {
    var children: [MarkupElement] = []
    if let id { children.append(.reference("footerReference", kind: "default", id: id)) }
    return PageLayout(section: .word("sectPr", [:], children + standardPaper))
  }

  private static let standardPaper: [MarkupElement] = [
    .word("pgSz", ["w": "11906", "h": "16838"]),
    .word(
      "pgMar",
      [
        "top": "1191", "right": "1417", "bottom": "1191", "left": "1417", "header": "567",
        "footer": "567", "gutter": "0",
      ]),
  ]

  /// The layout of a section; paper and margins that leave no room for text are replaced.
  ///
  /// - Parameter section: A `sectPr` with the prefixes `w` and `r`.
  init(section: MarkupElement) {
    var kept = section.elements.filter { Self.order.contains($0.local) }
    // One table would not fit into two columns of text.
    kept.removeAll { $0.local == "cols" && ($0.attribute("num") ?? "1") != "1" }
    let paper = kept.first { $0.local == "pgSz" }
    let margins = kept.first { $0.local == "pgMar" }
    let width = Self.number(paper, "w"), height = Self.number(paper, "h")
    let left = Self.number(margins, "left"), right = Self.number(margins, "right")
    let gutter = Self.number(margins, "gutter") ?? 0
    let top = Self.number(margins, "top").map(abs), bottom = Self.number(margins, "bottom").map(abs)
    if let width, let height, let left, let right, let top, let bottom,
      Self.sane.contains(width), Self.sane.contains(height), left >= 0, right >= 0, gutter >= 0,
      width - left - right - gutter >= 4_000, height - top - bottom >= 4_000
    {
      size = (width, height)
      sides = left + right + gutter
      ends = top + bottom
    } else {
      kept.removeAll { $0.local == "pgSz" || $0.local == "pgMar" }
      kept += Self.standardPaper
      size = (11_906, 16_838)
      sides = 2 * 1_417
      ends = 2 * 1_191
    }
    children = Self.order.flatMap { name in kept.filter { $0.local == name } }
  }

  /// What is kept of a section, in the order of the schema.
  private static let order = [
    "headerReference", "footerReference", "pgSz", "pgMar", "paperSrc", "pgBorders", "pgNumType",
    "cols", "titlePg", "docGrid",
  ]

  private static func number(_ element: MarkupElement?, _ name: String) -> Int? {
    element?.attribute(name).flatMap { Int($0) }
  }

  /// The width of the text.
  func textWidth(isWide: Bool) -> Int {
    // Turning the paper turns its margins with it.
    (isWide ? max(size.width, size.height) : size.width) - (isWide ? turnedSides : sides)
  }

  /// The height of the text.
  var textHeight: Int { size.height - ends }

  /// Whether the paper lies on its side already.
  private var isLying: Bool { size.width >= size.height }

  private var turnedSides: Int { isLying ? sides : ends }

  /// A section of the document.
  ///
  /// - Parameters:
  ///   - isFirst: Only the first section has a title page and starts its own page numbers.
  ///   - isWide: Whether the paper lies on its side.
  /// - Returns: A `sectPr`.
  func section(isFirst: Bool, isWide: Bool) -> MarkupElement {
    var children = children
    if !isFirst {
      children.removeAll { $0.local == "titlePg" }
      children = children.map { element in
        guard element.local == "pgNumType" else { return element }
        var element = element
        element.attributes.removeAll { $0.local == "start" }
        return element
      }
    }
    if isWide, !isLying { children = children.map(turned) }
    let place = children.firstIndex { !$0.local.hasSuffix("Reference") } ?? children.endIndex
    children.insert(.word("type", ["val": "nextPage"]), at: place)
    return .word("sectPr", [:], children)
  }

  private func turned(_ element: MarkupElement) -> MarkupElement {
    var element = element
    let names: [String: String]
    switch element.local {
    case "pgSz":
      element.attributes.removeAll { $0.local == "orient" || $0.local == "code" }
      element.attributes.append(
        MarkupAttribute(name: "w:orient", local: "orient", space: .word, value: "landscape"))
      names = ["w": "h", "h": "w"]
    case "pgMar": names = ["top": "right", "right": "bottom", "bottom": "left", "left": "top"]
    default: return element
    }
    let old = element
    for index in element.attributes.indices {
      guard let source = names[element.attributes[index].local],
        let value = old.attribute(source)
      else { continue }
      // Above and below, a minus sign asks for an exact height; at the sides it means nothing.
      let isSide = ["left", "right"].contains(element.attributes[index].local)
      element.attributes[index].value = String(value.drop { isSide && $0 == "-" })
    }
    return element
  }
}

extension MarkupElement {
  /// A reference of a section to a header or footer.
  static func reference(_ name: String, kind: String, id: String) -> MarkupElement {
    var element = word(name, ["type": kind])
    element.attributes.append(
      MarkupAttribute(name: "r:id", local: "id", space: .reference, value: id))
    return element
  }
}
