extension PageReader {
  /// The tables, drawings and texts of a page or of a drawing of its own.
  ///
  /// What stands in scripts is text too, whoever reads the file sees it; styles are left out.
  static func html(_ bytes: [UInt8]) -> PublishedPage {
    var reader = HTMLPageReader(bytes)
    return reader.read()
  }

  /// The same of a text.
  static func html(_ text: String) -> PublishedPage { html(Array(text.utf8)) }
}

/// Reads HTML and SVG by their tags, without a tree.
private struct HTMLPageReader {
  private let bytes: [UInt8]
  private var index = 0
  private var page = PublishedPage()
  /// The text since the last tag that ends one.
  private var text: [UInt8] = []
  private var caption: [UInt8] = []
  private var rows: [[String]] = []
  private var cell: [UInt8] = []
  private var isCell = false
  private var isCaption = false
  private var drawing: Drawing?

  /// The texts of a drawing with their height.
  private struct Drawing {
    var title = ""
    var isTitle = false
    /// Where the text stands that is being read.
    var place: (x: Double, y: Double)?
    var texts: [(x: Double, y: Double, text: String)] = []
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> PublishedPage {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      take(bytes[index..<open])
      index = open
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
      index = close + 1
      take(tag: bytes[open + 1..<close])
    }
    take(bytes[index...])
    endText()
    return page
  }

  private mutating func take(_ content: ArraySlice<UInt8>) {
    if isCaption {
      caption += content
    } else if isCell {
      cell += content
    } else {
      text += content
    }
  }

  private mutating func take(tag: ArraySlice<UInt8>) {
    takeAttributes(of: tag)
    let name = Self.name(of: tag)
    if !Self.isInline(name) { endText() }
    take(tag: name, tag)
  }

  /// The name of a tag in lower case, with the slash of an end.
  private static func name(of tag: ArraySlice<UInt8>) -> String {
    var end = tag.startIndex
    while end < tag.endIndex, PageText.blank(at: end, tag) == 0 { end += 1 }
    let name = tag[..<end]
    let isUpper = name.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let text = String(decoding: name, as: UTF8.self)
    return isUpper ? text.lowercased() : text
  }

  /// Whether an element stands within a sentence.
  private static func isInline(_ name: String) -> Bool {
    switch name {
    case "span", "b", "strong", "em", "i", "a", "sup", "sub", "small", "tspan", "br", "br/",
      "/span", "/b", "/strong", "/em", "/i", "/a", "/sup", "/sub", "/small", "/tspan", "/br",
      "/br/":
      true
    default: false
    }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    let sentence = PageText.unescaped(text[...])
    text.removeAll(keepingCapacity: true)
    guard !sentence.isEmpty else { return }
    page.texts.append(sentence)
    if drawing?.isTitle == true { drawing?.title = sentence }
    if let place = drawing?.place { drawing?.texts.append((place.x, place.y, sentence)) }
  }

  private mutating func take(tag name: String, _ tag: ArraySlice<UInt8>) {
    switch name {
    case "table": (caption, rows, isCell) = ([], [], false)
    case "caption": isCaption = true
    case "/caption":
      isCaption = false
      page.texts.append(PageText.unescaped(caption[...]))
    case "tr": rows.append([])
    case "td", "th":
      cell.removeAll(keepingCapacity: true)
      isCell = true
    case "/td", "/th":
      if isCell, !rows.isEmpty { rows[rows.count - 1].append(PageText.unescaped(cell[...])) }
      isCell = false
    case "/table":
      let filled = rows.filter { !$0.isEmpty }
      if !filled.isEmpty {
        page.tables.append(PageTable(caption: PageText.unescaped(caption[...]), rows: filled))
      }
    case "svg": drawing = Drawing()
    case "title": drawing?.isTitle = true
    case "/title": drawing?.isTitle = false
    case "text": drawing?.place = Self.place(of: tag)
    case "/text": drawing?.place = nil
    case "/svg": endDrawing()
    case "script", "style": skip(to: "</" + name, isText: name == "script")
    default: break
    }
  }

  /// What stands in scripts and styles is no markup.
  private mutating func skip(to end: String, isText: Bool) {
    guard let found = PageText.place(of: Array(end.utf8), in: bytes[index...]) else { return }
    if isText { page.texts.append(PageText.line(bytes[index..<found.lowerBound])) }
    index = found.lowerBound
  }

  private static func place(of tag: ArraySlice<UInt8>) -> (x: Double, y: Double)? {
    var place: (x: Double?, y: Double?)
    forEachAttribute(of: tag) { name, value in
      if place.x == nil, PageText.equals(name, "x") {
        place.x = Double(String(decoding: value, as: UTF8.self))
      } else if place.y == nil, PageText.equals(name, "y") {
        place.y = Double(String(decoding: value, as: UTF8.self))
      }
    }
    guard let x = place.x, let y = place.y else { return nil }
    return (x, y)
  }

  /// A drawing as a table: texts at one height are a row, and so are two texts right below each other.
  private mutating func endDrawing() {
    guard let drawing else { return }
    self.drawing = nil
    var lines: [(y: Double, texts: [String])] = []
    var pairs: [[String]] = []
    for (place, item) in drawing.texts.enumerated() {
      if let line = lines.firstIndex(where: { abs($0.y - item.y) < 3 }) {
        lines[line].texts.append(item.text)
      } else {
        lines.append((item.y, [item.text]))
      }
      guard place > 0 else { continue }
      let above = drawing.texts[place - 1]
      if above.x == item.x, (0..<20).contains(item.y - above.y) {
        pairs.append([above.text, item.text])
      }
    }
    let rows = lines.map(\.texts).filter { $0.count > 1 } + pairs
    guard let width = rows.map(\.count).max() else { return }
    let header = [String](repeating: "", count: width)
    page.tables.append(PageTable(caption: drawing.title, rows: [header] + rows, isFigure: true))
  }

  // MARK: - Attributes

  /// Attributes that a reader or a program can read: descriptions, names, and all data.
  private mutating func takeAttributes(of tag: ArraySlice<UInt8>) {
    var texts: [String] = []
    Self.forEachAttribute(of: tag) { name, value in
      guard Self.isRead(name) else { return }
      let text = PageText.unescaped(value)
      if !text.isEmpty { texts.append(text) }
    }
    page.texts += texts
  }

  private static func isRead(_ name: ArraySlice<UInt8>) -> Bool {
    switch name.count {
    case 3: PageText.equals(name, "alt")
    case 5: PageText.equals(name, "title") || PageText.equals(name, "value") || isData(name)
    case 7: PageText.equals(name, "content") || PageText.equals(name, "summary") || isData(name)
    case 10: PageText.equals(name, "aria-label") || isData(name)
    default: isData(name)
    }
  }

  private static func isData(_ name: ArraySlice<UInt8>) -> Bool { PageText.starts(name, "data-") }

  private static let sign = Array("=\"".utf8)

  /// Gives the names of attributes with what stands between the quotes behind them.
  private static func forEachAttribute(
    of tag: ArraySlice<UInt8>, _ take: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void
  ) {
    var rest = tag
    while let sign = PageText.place(of: sign, in: rest) {
      let value = rest[sign.upperBound...]
      guard let end = value.firstIndex(of: UInt8(ascii: "\"")) else { return }
      var start = sign.lowerBound
      while start > rest.startIndex, !PageText.isBlank(rest[start - 1..<start]) { start -= 1 }
      take(rest[start..<sign.lowerBound], value[..<end])
      rest = value[(end + 1)...]
    }
  }
}
