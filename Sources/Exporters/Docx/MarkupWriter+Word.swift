/// Pieces of WordprocessingML that come back everywhere.
extension MarkupWriter {
  /// A run of text.
  ///
  /// - Parameters:
  ///   - text: The text; line breaks in it are blanks to Word.
  ///   - style: The id of a character style.
  mutating func run(_ text: String, style: String? = nil) {
    guard !text.isEmpty else { return }
    element("w:r") { writer in
      if let style { writer.element("w:rPr") { $0.value("w:rStyle", style) } }
      // Word has an element for the hyphen that shows only at the end of a line; few texts have one.
      guard text.utf8.contains(0xAD) else { return writer.plain(text) }
      for (index, piece) in text.split(separator: "\u{AD}", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { writer.empty("w:softHyphen") }
        writer.plain(String(piece))
      }
    }
  }

  private mutating func plain(_ text: String) {
    if text.isEmpty { return }
    if Self.isPadded(text) {
      element("w:t", ["xml:space": "preserve"]) { $0.text(text) }
    } else {
      element("w:t") { $0.text(text) }
    }
  }

  /// Whether a text begins or ends with a space or has two side by side, which Word would drop.
  private static func isPadded(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      let isSpace = byte == 0x20
      if isSpace, isAfterSpace { return true }
      isAfterSpace = isSpace
    }
    return isAfterSpace
  }

  /// A paragraph of one text.
  mutating func paragraph(
    _ text: String, style: String, keepsNext: Bool = false, ownNumber: Bool = false,
    startsPage: Bool = false
  ) {
    paragraph(style: style, keepsNext: keepsNext, ownNumber: ownNumber, startsPage: startsPage) {
      $0.run(text)
    }
  }

  /// A paragraph.
  ///
  /// - Parameters:
  ///   - style: The id of its style.
  ///   - keepsNext: Whether it stays on the page of the next paragraph.
  ///   - ownNumber: Whether the number that the style gives is left out.
  ///   - startsPage: Whether it starts a page.
  ///   - content: Its runs.
  mutating func paragraph(
    style: String, keepsNext: Bool = false, ownNumber: Bool = false, startsPage: Bool = false,
    _ content: (inout MarkupWriter) -> Void
  ) {
    element("w:p") { writer in
      writer.element("w:pPr") { writer in
        writer.value("w:pStyle", style)
        if keepsNext { writer.empty("w:keepNext") }
        if startsPage { writer.empty("w:pageBreakBefore") }
        if ownNumber {
          writer.element("w:numPr") { writer in
            writer.value("w:ilvl", "0")
            writer.value("w:numId", "0")
          }
          writer.empty("w:ind", ["w:left": "0", "w:firstLine": "0"])
        }
      }
      content(&writer)
    }
  }

  /// An empty paragraph that ends a section.
  mutating func sectionBreak(_ section: MarkupElement, style: String) {
    element("w:p") { writer in
      writer.element("w:pPr") { writer in
        writer.value("w:pStyle", style)
        writer.tree(section)
      }
    }
  }
}
