import Foundation
import Testing

@testable import Exporters

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A workbook as a reader sees it, read with an XML reader that is not ours.
struct WorkbookFile {
  /// A cell: its text, or its number, and the number of its style.
  struct Cell: Equatable {
    var text: String?
    var number: Double?
    var style = 0
  }

  let paths: [String]
  private let parts: [String: [UInt8]]
  /// The names on the tabs, in order.
  let sheetNames: [String]
  private let strings: [String]

  init(_ bytes: [UInt8]) throws {
    let archive = try ZipReader(bytes)
    paths = archive.paths
    var parts: [String: [UInt8]] = [:]
    for path in archive.paths { parts[path] = try archive.read(path) }
    self.parts = parts
    func part(_ path: String) throws -> XMLSketch {
      try XMLSketch(try #require(try archive.read(path)))
    }
    sheetNames = try part("xl/workbook.xml").all("sheet").compactMap { $0.attributes["name"] }
    strings = try part("xl/sharedStrings.xml").all("si").map(\.text)
  }

  /// A part as text.
  func text(_ path: String) throws -> String {
    String(decoding: try #require(parts[path], "\(path)"), as: UTF8.self)
  }

  /// A part, read.
  func part(_ path: String) throws -> XMLSketch {
    try XMLSketch(try #require(parts[path], "\(path)"))
  }

  /// The path of a sheet by its place.
  func path(ofSheet index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }

  /// The cells of a sheet by their name, such as `B7`.
  func cells(ofSheet index: Int) throws -> [String: Cell] {
    var cells: [String: Cell] = [:]
    for item in try part(path(ofSheet: index)).all("c") {
      guard let name = item.attributes["r"] else { continue }
      var cell = Cell(style: Int(item.attributes["s"] ?? "0") ?? 0)
      if item.attributes["t"] == "s" {
        cell.text = Int(item.text).map { strings[$0] }
      } else if !item.text.isEmpty {
        cell.number = Double(item.text)
      }
      cells[name] = cell
    }
    return cells
  }
}

/// The elements of an XML document with their attributes and text.
final class XMLSketch: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    try #require(parser.parse())
  }

  /// All elements of a name, in order.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open { elements[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
