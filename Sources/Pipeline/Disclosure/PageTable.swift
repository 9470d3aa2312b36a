/// A table of the chapter as it stands in a published file, read from the outside.
struct PageTable: Hashable, Sendable {
  /// The caption, with the number and the badge.
  let caption: String
  /// The header, then the rows; all texts without markup.
  let rows: [[String]]

  /// Whether the table counts patients.
  var countsPatients: Bool {
    caption.contains("Patiëntenpopulatie") || caption.contains("Inwoners en patiënten")
  }

  /// `Tabel 13`, for messages.
  var name: String {
    guard let start = caption.firstRange(of: "Tabel ") else { return "tabel" }
    return "Tabel " + caption[start.upperBound...].prefix { $0.isNumber }
  }
}

/// Finds the tables in published files, by the end of the file name.
///
/// A format is added here and nowhere else.
enum PageReader {
  /// The tables of a file; nil for a format that holds none or is not read.
  static func tables(_ path: String, _ bytes: [UInt8]) -> [PageTable]? {
    if path.hasSuffix(".md") { return markdown(String(decoding: bytes, as: UTF8.self)) }
    if path.hasSuffix(".html") { return html(String(decoding: bytes, as: UTF8.self)) }
    return nil
  }

  /// Whether a file is of a format that is read.
  static func canRead(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".html") }

  // MARK: - Markdown

  /// Pipe tables; the caption is the last other line before one.
  static func markdown(_ text: String) -> [PageTable] {
    var tables: [PageTable] = []
    var caption = ""
    var rows: [[String]] = []
    for line in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("|") {
        let cells = markdownCells(line)
        let isRule = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
        if !isRule { rows.append(cells) }
        continue
      }
      if !rows.isEmpty { tables.append(PageTable(caption: caption, rows: rows)) }
      rows = []
      if line.contains(where: { !$0.isWhitespace }) { caption = plain(line) }
    }
    return tables
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

  private static func plain(_ line: Substring) -> String {
    line.filter { $0 != "*" && $0 != "\\" }
  }

  // MARK: - HTML

  /// The `table` elements; scripts and styles hold none.
  static func html(_ text: String) -> [PageTable] {
    var tables: [PageTable] = []
    var caption = ""
    var rows: [[String]] = []
    var cell: String?
    var isCaption = false
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let content = rest[..<open]
      if isCaption { caption += content } else { cell? += content }
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      switch tag.prefix(while: { $0 != " " && $0 != "\n" }).lowercased() {
      case "table": (caption, rows, cell) = ("", [], nil)
      case "caption": isCaption = true
      case "/caption": isCaption = false
      case "tr": rows.append([])
      case "td", "th": cell = ""
      case "/td", "/th":
        if let text = cell, !rows.isEmpty { rows[rows.count - 1].append(unescaped(text)) }
        cell = nil
      case "/table":
        let filled = rows.filter { !$0.isEmpty }
        if !filled.isEmpty { tables.append(PageTable(caption: unescaped(caption), rows: filled)) }
      case "script", "style":
        // What stands in them is no markup.
        let end = tag.hasPrefix("script") ? "</script" : "</style"
        if let found = rest.firstRange(of: end) { rest = rest[found.lowerBound...] }
      default: break
      }
    }
    return tables
  }

  private static func unescaped(_ text: String) -> String {
    var result = text
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
      ("&amp;", "&"),
    ] { result = result.replacing(name, with: character) }
    return trimmed(result)
  }

  private static func trimmed(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
