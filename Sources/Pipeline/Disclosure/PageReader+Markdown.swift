extension PageReader {
  /// Pipe tables, of which the caption is the last other line before one; other lines are texts.
  static func markdown(_ bytes: [UInt8]) -> PublishedPage {
    var page = PublishedPage()
    var caption = ""
    var rows: [[String]] = []
    func endTable() {
      if !rows.isEmpty { page.tables.append(PageTable(caption: caption, rows: rows)) }
      rows = []
    }
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.first == UInt8(ascii: "|") {
        let cells = markdownCells(line)
        if !cells.allSatisfy(isRule) { rows.append(cells) }
        continue
      }
      endTable()
      if !PageText.isBlank(line) {
        caption = plain(PageText.starts(line, "- ") ? line.dropFirst(2) : line)
        page.texts.append(caption)
      }
    }
    endTable()
    return page
  }

  /// Whether a cell is of the line between a header and its rows.
  private static func isRule(_ cell: String) -> Bool {
    !cell.isEmpty
      && cell.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ")
      }
  }

  private static func markdownCells(_ line: ArraySlice<UInt8>) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isEscaped = false
    for byte in line.dropFirst() {
      if isEscaped {
        cell.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "|") {
        cells.append(markdownCell(cell))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
    }
    return cells
  }

  /// A cell without stars, which make it bold.
  private static func markdownCell(_ cell: [UInt8]) -> String {
    let text = PageText.line(cell[...])
    return cell.contains(UInt8(ascii: "*")) ? text.filter { $0 != "*" } : text
  }

  /// A line without signs of Markdown.
  private static func plain(_ line: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(line.count)
    var isEscaped = false
    for byte in line {
      if !isEscaped, byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "*") {
        isEscaped = byte == UInt8(ascii: "\\")
        continue
      }
      isEscaped = false
      result.append(byte)
    }
    return PageText.unescaped(result[...])
  }
}
