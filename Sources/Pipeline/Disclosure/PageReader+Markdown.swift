extension PageReader {
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
