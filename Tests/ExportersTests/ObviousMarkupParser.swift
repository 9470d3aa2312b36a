@testable import Exporters

/// The obvious reader of XML that ``MarkupScanner`` must agree with: texts of every name and value, a
/// dictionary of prefixes for every element.
///
/// Only what Office files need: no document type, so no entities of its own and nothing from outside;
/// the depth and the number of elements are limited. Comments and processing instructions are left
/// out. Source: Extensible Markup Language (XML) 1.0 and Namespaces in XML 1.0 (W3C).
struct ObviousMarkupParser {
  typealias Failure = MarkupParser.Failure

  private let bytes: [UInt8]
  private let elementLimit: Int
  private var index = 0
  private var count = 0
  private var open: [OpenElement] = []

  private struct OpenElement {
    var element: MarkupElement
    /// Vocabulary by prefix, the default one under the empty prefix.
    let spaces: [String: MarkupElement.Space]
  }

  private init(_ bytes: [UInt8], elementLimit: Int) {
    self.bytes = bytes
    self.elementLimit = elementLimit
  }

  /// The root element of a document.
  ///
  /// - Parameters:
  ///   - content: The bytes of the document.
  ///   - elementLimit: The most elements that it may have.
  /// - Returns: The element that holds all others.
  /// - Throws: ``Failure`` when it cannot be read.
  static func root(
    of content: [UInt8], elementLimit: Int = ZipReader.Limits.foreign.elements
  ) throws(Failure) -> MarkupElement {
    let bytes = try utf8(content)
    // Bytes of control mean nothing in XML; a hole in a file is made of them.
    guard bytes.allSatisfy({ $0 >= 0x20 || isBlank($0) }) else { throw .malformed }
    var parser = ObviousMarkupParser(bytes, elementLimit: elementLimit)
    return try parser.document()
  }

  /// The bytes as UTF-8 without a byte order mark, lines ended by LF (XML 1.0, section 2.11).
  private static func utf8(_ content: [UInt8]) throws(Failure) -> [UInt8] {
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
      let isBig = content[0] == 0xFE
      let units = stride(from: 2, to: content.count - 1, by: 2).map { place -> UInt16 in
        let (first, second) = (UInt16(content[place]), UInt16(content[place + 1]))
        return isBig ? first << 8 | second : second << 8 | first
      }
      guard let text = String(validating: units, as: UTF16.self) else { throw .malformed }
      return lines(text.utf8)
    }
    let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard String(validating: content[start...], as: UTF8.self) != nil else { throw .malformed }
    if start == 0, !content.contains(0x0D) { return content }
    return lines(content[start...])
  }

  private static func lines(_ content: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterReturn = false
    for byte in content {
      if !(byte == 0x0A && isAfterReturn) { result.append(byte == 0x0D ? 0x0A : byte) }
      isAfterReturn = byte == 0x0D
    }
    return result
  }

  private mutating func document() throws(Failure) -> MarkupElement {
    var root: MarkupElement?
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        try text()
        continue
      }
      if skips("<?") {
        try skip(past: "?>")
      } else if skips("<!--") {
        try skip(past: "-->")
      } else if skips("<![CDATA[") {
        let start = index
        try skip(past: "]]>")
        try append(.text(String(decoding: bytes[start..<(index - 3)], as: UTF8.self)))
      } else if skips("<!") {
        throw .documentType
      } else if skips("</") {
        if let finished = try end() {
          guard root == nil else { throw .malformed }
          root = finished
        }
      } else {
        index += 1
        guard root == nil else { throw .malformed }
        root = try start()
      }
    }
    guard let root, open.isEmpty else { throw .malformed }
    return root
  }

  // MARK: Pieces

  private mutating func text() throws(Failure) {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    let piece = bytes[start..<index]
    if open.isEmpty {
      guard piece.allSatisfy(Self.isBlank) else { throw .malformed }
      return
    }
    try append(.text(try resolved(piece)))
  }

  private mutating func append(_ node: MarkupNode) throws(Failure) {
    guard !open.isEmpty else { throw .malformed }
    open[open.count - 1].element.children.append(node)
  }

  /// A start tag; gives the element when it is an empty root.
  private mutating func start() throws(Failure) -> MarkupElement? {
    count += 1
    guard count <= elementLimit, open.count < MarkupParser.depthLimit else { throw .tooLarge }
    let name = try self.name()
    var attributes: [(name: String, value: String)] = []
    while true {
      let hasBlank = skipBlanks()
      if skips("/>") {
        let opened = try element(name, attributes)
        return try close(opened.element)
      }
      if skips(">") {
        open.append(try element(name, attributes))
        return nil
      }
      guard hasBlank, attributes.count < 200 else { throw .malformed }
      let attribute = try self.attribute()
      guard !attributes.contains(where: { $0.name == attribute.name }) else { throw .malformed }
      attributes.append(attribute)
    }
  }

  private mutating func attribute() throws(Failure) -> (name: String, value: String) {
    let name = try self.name()
    _ = skipBlanks()
    guard skips("=") else { throw .malformed }
    _ = skipBlanks()
    guard index < bytes.count else { throw .malformed }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote {
      guard bytes[index] != UInt8(ascii: "<") else { throw .malformed }
      index += 1
    }
    guard index < bytes.count else { throw .malformed }
    index += 1
    return (name, try resolved(bytes[start..<(index - 1)]))
  }

  /// An end tag; gives the root when it is closed.
  private mutating func end() throws(Failure) -> MarkupElement? {
    let name = try self.name()
    _ = skipBlanks()
    guard skips(">"), let last = open.popLast(), last.element.name == name else {
      throw .malformed
    }
    return try close(last.element)
  }

  private mutating func close(_ element: MarkupElement) throws(Failure) -> MarkupElement? {
    if open.isEmpty { return element }
    try append(.element(element))
    return nil
  }

  private func element(
    _ name: String, _ attributes: [(name: String, value: String)]
  ) throws(Failure) -> OpenElement {
    var spaces = open.last?.spaces ?? ["xml": .other]
    for (name, value) in attributes where name == "xmlns" || name.hasPrefix("xmlns:") {
      spaces[name == "xmlns" ? "" : String(name.dropFirst(6))] = MarkupElement.Space(value)
    }
    func resolve(
      _ name: String, isAttribute: Bool
    ) throws(Failure) -> (String, MarkupElement.Space) {
      let parts = name.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 1 { return (name, isAttribute ? .other : spaces[""] ?? .other) }
      guard parts.count == 2, !parts[1].isEmpty else { throw .malformed }
      if parts[0] == "xmlns" { return (String(parts[1]), .other) }
      guard let space = spaces[String(parts[0])] else { throw .malformed }
      return (String(parts[1]), space)
    }
    let (local, space) = try resolve(name, isAttribute: false)
    var resolved: [MarkupAttribute] = []
    for (name, value) in attributes {
      let (local, space) = try resolve(name, isAttribute: true)
      resolved.append(MarkupAttribute(name: name, local: local, space: space, value: value))
    }
    return OpenElement(
      element: MarkupElement(
        name: name, local: local, space: space, attributes: resolved, children: []),
      spaces: spaces)
  }
}

// MARK: - Signs

extension ObviousMarkupParser {
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipBlanks() -> Bool {
    let start = index
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    return index > start
  }

  /// Goes past a literal when it stands here.
  private mutating func skips(_ literal: StaticString) -> Bool {
    literal.withUTF8Buffer { expected in
      guard bytes.count - index >= expected.count,
        bytes[index..<(index + expected.count)].elementsEqual(expected)
      else { return false }
      index += expected.count
      return true
    }
  }

  private mutating func skip(past literal: StaticString) throws(Failure) {
    while index < bytes.count {
      if skips(literal) { return }
      index += 1
    }
    throw .malformed
  }

  private mutating func name() throws(Failure) -> String {
    let start = index
    while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
    guard index > start, !(0x30...0x39).contains(bytes[start]), bytes[start] != 0x2D,
      bytes[start] != 0x2E
    else { throw .malformed }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x2C, 0x2F, 0x3B...0x40, 0x5B...0x5E, 0x60, 0x7B...0x7F: true
    default: false
    }
  }

  /// A text with its references replaced; only the five of XML and numbers exist here.
  private func resolved(_ piece: ArraySlice<UInt8>) throws(Failure) -> String {
    guard piece.contains(UInt8(ascii: "&")) else { return String(decoding: piece, as: UTF8.self) }
    var result = ""
    var rest = piece
    while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += String(decoding: rest[..<sign], as: UTF8.self)
      guard let end = rest[sign...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw .malformed
      }
      result.unicodeScalars.append(
        try scalar(String(decoding: rest[(sign + 1)..<end], as: UTF8.self)))
      rest = rest[(end + 1)...]
    }
    return result + String(decoding: rest, as: UTF8.self)
  }

  private func scalar(_ reference: String) throws(Failure) -> Unicode.Scalar {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard reference.hasPrefix("#") else { throw .malformed }
      let isHexadecimal = reference.hasPrefix("#x")
      let digits = reference.dropFirst(isHexadecimal ? 2 : 1)
      guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number > 0,
        let scalar = Unicode.Scalar(number)
      else { throw .malformed }
      return scalar
    }
  }
}
