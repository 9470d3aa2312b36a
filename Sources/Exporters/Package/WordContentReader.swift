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
    for child in element.elements {
      switch child.name {
      case "w:tbl": table(child)
      case "w:p":
        let text = Self.text(of: child)
        found.add(text)
        if text.contains(where: { !$0.isWhitespace }) { caption = text }
        read(child)
      default: read(child)
      }
    }
  }

  private mutating func table(_ element: MarkupElement) {
    let rows = element.all("tr").map { row in
      row.all("tc").map { cell in
        cell.all("p").map(Self.text).filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
    found.tables.append(
      OfficeContent.Table(sheet: "", caption: caption, rows: rows, isBeside: false))
    found.addDescriptions(of: element)
    // A table in a cell of a table is one more.
    for cell in element.all("tr").flatMap({ $0.all("tc") }) {
      for inner in cell.all("tbl") { table(inner) }
    }
  }

  /// The text of the runs of a paragraph, deleted ones too: they stand in the file.
  private static func text(of element: MarkupElement) -> String {
    element.elements.map { child in
      switch child.name {
      case "w:t", "w:delText":
        child.children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
      case "w:tab", "w:br": " "
      case "w:noBreakHyphen": "-"
      case "w:softHyphen", "w:instrText", "w:tbl": ""
      default: text(of: child)
      }
    }.joined()
  }
}
