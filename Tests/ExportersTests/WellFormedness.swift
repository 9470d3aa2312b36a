import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML reader sees in a page.
final class WellFormedness: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  private(set) var sources: [String] = []
  private(set) var text = ""
  private(set) var cells: [String] = []
  private(set) var isWellFormed = false
  private(set) var title: String?
  private var cell: String?

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements.append(name)
    if let id = attributes["id"] { ids.append(id) }
    if let link = attributes["href"] { links.append(link) }
    if let source = attributes["src"] { sources.append(source) }
    if name == "td" || name == "th" || name == "h1" { cell = "" }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "td" || name == "th", let text = cell {
      cells.append(text)
      cell = nil
    } else if name == "h1" {
      title = cell
      cell = nil
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
    cell? += string
  }
}

/// A text without the signs that writers drop, and with one form of line break.
func legible(_ text: String) -> String {
  let dropped: Set<UInt32> = Set(0x00...0x08).union(0x0B...0x0C).union(0x0E...0x1F)
    .union(0x7F...0x9F).union([0xFFFE, 0xFFFF, 0x200E, 0x200F, 0x061C])
    .union(0x202A...0x202E).union(0x2066...0x2069)
  let kept = text.unicodeScalars.filter { !dropped.contains($0.value) }
  return String(String.UnicodeScalarView(kept)).replacingOccurrences(of: "\r\n", with: "\n")
    .replacingOccurrences(of: "\r", with: "\n")
}
