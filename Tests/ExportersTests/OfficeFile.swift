import Testing

@testable import Exporters

/// An Office file as a test sees it: its parts by path.
struct OfficeFile {
  let paths: [String]
  let archive: ZipReader

  init(_ bytes: [UInt8]) throws {
    archive = try ZipReader(bytes)
    paths = archive.paths
  }

  /// A part as a tree.
  func tree(_ path: String) throws -> MarkupElement {
    try MarkupParser.root(of: try #require(try archive.read(path), "\(path)"))
  }

  /// The body of the document.
  func body() throws -> MarkupElement {
    try #require(try tree("word/document.xml").first("body"))
  }

  /// The style with a name.
  func style(_ name: String) throws -> MarkupElement? {
    try tree("word/styles.xml").all("style").first { $0.first("name")?.value == name }
  }
}

extension MarkupElement {
  /// All elements below this one with a name, in order, itself left out.
  func below(_ name: String) -> [MarkupElement] {
    elements.flatMap { ($0.name == name ? [$0] : []) + $0.below(name) }
  }

  /// The text of all runs below.
  var plainText: String {
    children.map { child in
      guard case .element(let element) = child else { return "" }
      switch element.name {
      case "w:t":
        return element.children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
      case "w:softHyphen": return "\u{AD}"
      default: return element.plainText
      }
    }.joined()
  }

  /// The texts of the cells of a table, row by row.
  var cellTexts: [[String]] {
    all("tr").map { row in row.all("tc").map(\.plainText) }
  }
}

extension SampleReport {
  /// The figures, drawn once for all tests.
  static let pictures = (try? FigureRenderer().pictures(of: report)) ?? []
}
