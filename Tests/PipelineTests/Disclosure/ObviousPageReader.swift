import Foundation

@testable import Pipeline

/// The obvious reader of pages that ``PageReader`` must agree with: sign by sign, with the searches of
/// the library.
enum ObviousPageReader {
  static func html(_ text: String) -> PublishedPage {
    var reader = ObviousHTMLReader(text)
    return reader.read()
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func unescaped(_ text: String) -> String {
    var result = text
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
      ("&amp;", "&"),
    ] { result = result.replacing(name, with: character) }
    return trimmed(result)
  }
}

extension ObviousPageReader {
  /// Pipe tables, of which the caption is the last other line before one; other lines are texts.
  static func markdown(_ text: String) -> PublishedPage {
    var page = PublishedPage()
    var caption = ""
    var rows: [[String]] = []
    for line in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("|") {
        let cells = markdownCells(line)
        let isRule = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
        if !isRule { rows.append(cells) }
        continue
      }
      if !rows.isEmpty { page.tables.append(PageTable(caption: caption, rows: rows)) }
      rows = []
      if line.contains(where: { !$0.isWhitespace }) {
        caption = plain(line.hasPrefix("- ") ? line.dropFirst(2) : line)
        page.texts.append(caption)
      }
    }
    return page
  }

  private static func markdownCells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        cell.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(trimmed(cell))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells.map { $0.filter { $0 != "*" } }
  }

  /// A line without signs of Markdown.
  private static func plain(_ line: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in line {
      if !isEscaped, character == "\\" || character == "*" {
        isEscaped = character == "\\"
        continue
      }
      isEscaped = false
      result.append(character)
    }
    return unescaped(result)
  }
}

/// Reads HTML and SVG by their tags, without a tree.
private struct ObviousHTMLReader {
  private var rest: Substring
  private var page = PublishedPage()
  /// The text since the last tag that ends one.
  private var text = ""
  private var caption = ""
  private var rows: [[String]] = []
  private var cell: String?
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

  init(_ text: String) { rest = text[...] }

  /// Elements within a sentence.
  private static let inline: Set<Substring> = [
    "span", "b", "strong", "em", "i", "a", "sup", "sub", "small", "tspan", "br", "br/",
  ]

  mutating func read() -> PublishedPage {
    while let open = rest.firstIndex(of: "<") {
      take(rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      takeAttributes(of: tag)
      let name = tag.prefix { !$0.isWhitespace }.lowercased()
      if !Self.inline.contains(name.hasPrefix("/") ? name.dropFirst() : name[...]) { endText() }
      take(tag: name, tag)
    }
    take(rest)
    endText()
    return page
  }

  private mutating func take(_ content: Substring) {
    if isCaption {
      caption += content
    } else if cell != nil {
      cell? += content
    } else {
      text += content
    }
  }

  private mutating func endText() {
    let sentence = ObviousPageReader.unescaped(text)
    text = ""
    guard !sentence.isEmpty else { return }
    page.texts.append(sentence)
    if drawing?.isTitle == true { drawing?.title = sentence }
    if let place = drawing?.place { drawing?.texts.append((place.x, place.y, sentence)) }
  }

  private mutating func take(tag name: String, _ tag: Substring) {
    switch name {
    case "table": (caption, rows, cell) = ("", [], nil)
    case "caption": isCaption = true
    case "/caption":
      isCaption = false
      page.texts.append(ObviousPageReader.unescaped(caption))
    case "tr": rows.append([])
    case "td", "th": cell = ""
    case "/td", "/th":
      if let text = cell, !rows.isEmpty {
        rows[rows.count - 1].append(ObviousPageReader.unescaped(text))
      }
      cell = nil
    case "/table":
      let filled = rows.filter { !$0.isEmpty }
      if !filled.isEmpty {
        page.tables.append(PageTable(caption: ObviousPageReader.unescaped(caption), rows: filled))
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
    guard let found = rest.firstRange(of: end) else { return }
    if isText { page.texts.append(ObviousPageReader.trimmed(rest[..<found.lowerBound])) }
    rest = rest[found.lowerBound...]
  }

  private static func place(of tag: Substring) -> (x: Double, y: Double)? {
    let attributes = attributes(of: tag)
    func number(_ name: Substring) -> Double? {
      attributes.first { $0.name == name }.flatMap { Double($0.value) }
    }
    guard let x = number("x"), let y = number("y") else { return nil }
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

  /// Attributes that a reader or a program can read: descriptions, names, and all data.
  private mutating func takeAttributes(of tag: Substring) {
    guard tag.contains("=") else { return }
    let read: Set<Substring> = ["alt", "title", "aria-label", "content", "value", "summary"]
    for item in Self.attributes(of: tag)
    where read.contains(item.name) || item.name.hasPrefix("data-") {
      let text = ObviousPageReader.unescaped(String(item.value))
      if !text.isEmpty { page.texts.append(text) }
    }
  }

  private static func attributes(of tag: Substring) -> [(name: Substring, value: Substring)] {
    var found: [(Substring, Substring)] = []
    var rest = tag
    while let sign = rest.firstRange(of: "=\"") {
      let name = rest[..<sign.lowerBound]
      let start = name.lastIndex(where: \.isWhitespace).map { name.index(after: $0) }
      let value = rest[sign.upperBound...]
      guard let end = value.firstIndex(of: "\"") else { break }
      found.append((name[(start ?? name.startIndex)...], value[..<end]))
      rest = value[value.index(after: end)...]
    }
    return found
  }
}
