import Charts

/// Writes XML from front to back; text and values of attributes are escaped here and nowhere else.
///
/// Names are `StaticString`, so no markup can be made of data.
struct MarkupWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// Starts a document with its declaration.
  static func document(_ content: (inout MarkupWriter) -> Void) -> [UInt8] {
    var writer = MarkupWriter()
    writer.literal("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    content(&writer)
    return writer.bytes
  }

  /// Markup of this program.
  mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// An element with content.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout MarkupWriter) -> Void
  ) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    content(&self)
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    literal(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element without content.
  mutating func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    start(name, attributes)
    bytes.append(UInt8(ascii: "/"))
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element with only the attribute `w:val`.
  mutating func value(_ name: StaticString, _ value: String) {
    empty(name, ["w:val": value])
  }

  /// Text between elements.
  mutating func text(_ text: String) { append(text) }

  /// An element that was read or built as a tree.
  mutating func tree(_ element: MarkupElement) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: element.name.utf8)
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      literal("=\"")
      append(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
    if element.children.isEmpty {
      literal("/>")
      return
    }
    bytes.append(UInt8(ascii: ">"))
    for child in element.children {
      switch child {
      case .element(let element): tree(element)
      case .text(let text): append(text)
      }
    }
    literal("</")
    bytes.append(contentsOf: element.name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func start(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    bytes.append(UInt8(ascii: "<"))
    literal(name)
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      literal(name)
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      append(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Signs that XML forbids are dropped; most texts have nothing to escape or to drop.
  private mutating func append(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x20, 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x7E: true
      default: false
      }
    }
    bytes.append(contentsOf: isPlain ? text.utf8 : XMLText.escaped(text).utf8)
  }
}
