/// Reads the tables and texts of a Word file.
struct WordContentReader {
  private let package: PackageReader
  private var found = OfficeContent()
  /// The last paragraph outside of tables, which is the caption of the next table.
  private var caption = ""

  init(_ package: PackageReader) { self.package = package }

  /// Everything that the file shows.
  func content() throws(HouseStyleError) -> OfficeContent {
    var reader = self
    reader.read(try package.tree("word/document.xml"))
    try package.addOtherParts(to: &reader.found) { $0 == "word/document.xml" }
    return reader.found
  }

  private mutating func read(_ element: MarkupElement) {
    found.addDescriptions(of: element)
    for case .element(let child) in element.children {
      switch child.name {
      case "w:tbl": table(child)
      case "w:p":
        var text = ""
        Self.addText(of: child, to: &text)
        if text.contains(where: { !$0.isWhitespace }) {
          found.texts.append(text)
          caption = text
        }
        read(child)
      default: read(child)
      }
    }
  }

  private mutating func table(_ element: MarkupElement) {
    var rows: [[String]] = []
    var inner: [MarkupElement] = []
    for row in element.all("tr") {
      var cells: [String] = []
      for cell in row.all("tc") {
        cells.append(Self.text(ofCell: cell))
        // A table in a cell of a table is one more.
        inner += cell.all("tbl")
      }
      rows.append(cells)
    }
    found.tables.append(
      OfficeContent.Table(sheet: "", caption: caption, rows: rows, isBeside: false))
    found.addDescriptions(of: element)
    for table in inner { self.table(table) }
  }

  /// The paragraphs of a cell that hold something.
  private static func text(ofCell cell: MarkupElement) -> String {
    var texts = ""
    for case .element(let child) in cell.children
    where child.space == .word && child.local == "p" {
      var text = ""
      addText(of: child, to: &text)
      if text.isEmpty { continue }
      if !texts.isEmpty { texts += " " }
      texts += text
    }
    return texts
  }

  /// Adds the text of the runs of a paragraph, deleted ones too: they stand in the file.
  private static func addText(of element: MarkupElement, to text: inout String) {
    for case .element(let child) in element.children {
      switch child.name {
      case "w:t", "w:delText":
        for case .text(let part) in child.children { text += part }
      case "w:tab", "w:br": text += " "
      case "w:noBreakHyphen": text += "-"
      case "w:softHyphen", "w:instrText", "w:tbl": break
      default: addText(of: child, to: &text)
      }
    }
  }
}
