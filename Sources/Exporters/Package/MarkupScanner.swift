/// Reads an XML document piece by piece, without a tree.
///
/// Only what Office files need: no document type, so no entities of its own and nothing from outside;
/// the depth and the number of elements are limited. Comments and processing instructions are left
/// out. Everything is checked, also what nobody asks for: names, references, vocabularies, ends of
/// elements. Source: Extensible Markup Language (XML) 1.0 and Namespaces in XML 1.0 (W3C).
struct MarkupScanner {
  /// What comes next in a document.
  enum Piece: Hashable {
    /// An element begins; its name and attributes are in the scanner until the next piece.
    case start
    /// The element that began last and has not ended ends; an empty one ends as well.
    case end
    /// Text in an element; it may be asked for until the next piece.
    case text
  }

  /// A name in the document.
  struct Name {
    /// The bytes of the whole name.
    let range: Range<Int>
    /// The place of the first byte behind the prefix.
    let local: Int
    /// The vocabulary; an attribute without prefix has none.
    let space: MarkupElement.Space
  }

  /// An attribute of the element that begins.
  private struct Attribute {
    let name: Name
    let value: Value
  }

  /// Bytes with or without references in them.
  private struct Value {
    let range: Range<Int>
    let hasReferences: Bool
  }

  /// What a prefix stands for from some element on.
  private struct Binding {
    /// The prefix; empty for names without one.
    let prefix: Range<Int>
    let space: MarkupElement.Space
  }

  private struct OpenElement {
    let name: Range<Int>
    /// How many bindings hold outside of it.
    let bindings: Int
  }

  /// The name of the element that begins.
  private(set) var name = Name(range: 0..<0, local: 0, space: .other)

  /// A name before its prefix is resolved.
  private struct RawName {
    let range: Range<Int>
    /// The place of the colon behind its prefix.
    let colon: Int?
  }

  private let bytes: [UInt8]
  private let elementLimit: Int
  private var index = 0
  private var count = 0
  private var hasRoot = false
  /// Whether the element that began is empty, so that its end comes next.
  private var endsNext = false
  private var open: [OpenElement] = []
  private var attributes: [Attribute] = []
  private var bindings: [Binding] = []
  private var content = Value(range: 0..<0, hasReferences: false)

  /// Prepares reading.
  ///
  /// - Parameters:
  ///   - content: The bytes of the document.
  ///   - elementLimit: The most elements that it may have.
  /// - Throws: `malformed` when the bytes are no text.
  init(_ content: [UInt8], elementLimit: Int) throws(MarkupParser.Failure) {
    bytes = try MarkupText.utf8(content)
    self.elementLimit = elementLimit
  }

  /// The next piece; nil at the end of a whole document.
  mutating func next() throws(MarkupParser.Failure) -> Piece? {
    if endsNext {
      endsNext = false
      close()
      return .end
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if try takesText() { return .text }
        continue
      }
      index += 1
      guard index < bytes.count else { throw .malformed }
      switch bytes[index] {
      case UInt8(ascii: "/"):
        index += 1
        try end()
        return .end
      case UInt8(ascii: "?"):
        index += 1
        try skip(past: "?>")
      case UInt8(ascii: "!"):
        if try takesSection() { return .text }
      default:
        try start()
        return .start
      }
    }
    guard hasRoot, open.isEmpty else { throw .malformed }
    return nil
  }

  // MARK: - What was read

  /// The number of elements that are open.
  var depth: Int { open.count }

  /// Whether the element that begins has a name, its prefix left out.
  func isLocal(_ local: StaticString) -> Bool {
    holds(local, name.local..<name.range.upperBound)
  }

  /// The text of the piece that was read, with references resolved.
  var text: String { resolved(content) }

  /// An attribute of the element that begins, by its name as written; nil when it has none.
  func attribute(_ name: StaticString) -> String? {
    for attribute in attributes where holds(name, attribute.name.range) {
      return resolved(attribute.value)
    }
    return nil
  }

  /// The bytes of an attribute of the element that begins, references as they are written.
  func attributeBytes(_ name: StaticString) -> ArraySlice<UInt8>? {
    for attribute in attributes where holds(name, attribute.name.range) {
      return bytes[attribute.value.range]
    }
    return nil
  }

  /// The element that begins, without what stands in it.
  var element: MarkupElement {
    MarkupElement(
      name: string(name.range), local: string(name.local..<name.range.upperBound),
      space: name.space,
      attributes: attributes.map { attribute in
        let name = attribute.name
        return MarkupAttribute(
          name: string(name.range), local: string(name.local..<name.range.upperBound),
          space: name.space, value: resolved(attribute.value))
      }, children: [])
  }

  private func holds(_ literal: StaticString, _ range: Range<Int>) -> Bool {
    guard literal.utf8CodeUnitCount == range.count else { return false }
    return literal.withUTF8Buffer { expected in
      for place in 0..<expected.count where bytes[range.lowerBound + place] != expected[place] {
        return false
      }
      return true
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// References were checked when they were read.
  private func resolved(_ value: Value) -> String {
    guard value.hasReferences else { return string(value.range) }
    return MarkupText.resolved(bytes[value.range]) ?? ""
  }
}

// MARK: - Pieces

extension MarkupScanner {
  /// Reads up to the next tag; false for blanks outside of the root.
  private mutating func takesText() throws(MarkupParser.Failure) -> Bool {
    let start = index
    var place = index
    var hasReferences = false
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      if bytes[place] == UInt8(ascii: "&") { hasReferences = true }
      place += 1
    }
    index = place
    if open.isEmpty {
      guard bytes[start..<index].allSatisfy(MarkupText.isBlank) else { throw .malformed }
      return false
    }
    content = try value(start..<index, hasReferences)
    return true
  }

  private func value(
    _ range: Range<Int>, _ hasReferences: Bool
  ) throws(MarkupParser.Failure) -> Value {
    if hasReferences, MarkupText.resolved(bytes[range]) == nil { throw .malformed }
    return Value(range: range, hasReferences: hasReferences)
  }

  /// Goes past a comment, or reads a section of characters; true for the latter.
  private mutating func takesSection() throws(MarkupParser.Failure) -> Bool {
    if skips("!--") {
      try skip(past: "-->")
      return false
    }
    guard skips("![CDATA[") else { throw .documentType }
    let start = index
    try skip(past: "]]>")
    guard !open.isEmpty else { throw .malformed }
    content = Value(range: start..<(index - 3), hasReferences: false)
    return true
  }

  private mutating func start() throws(MarkupParser.Failure) {
    guard !hasRoot || !open.isEmpty else { throw .malformed }
    count += 1
    guard count <= elementLimit, open.count < MarkupParser.depthLimit else { throw .tooLarge }
    hasRoot = true
    let outer = bindings.count
    let own = try takeName()
    attributes.removeAll(keepingCapacity: true)
    var hasPrefixes = false
    while true {
      let hasBlank = skipBlanks()
      guard index < bytes.count else { throw .malformed }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        break
      }
      if bytes[index] == UInt8(ascii: "/") {
        guard skips("/>") else { throw .malformed }
        endsNext = true
        break
      }
      guard hasBlank, attributes.count < 200 else { throw .malformed }
      if try takesAttribute() { hasPrefixes = true }
    }
    name = try resolve(own, isAttribute: false)
    if hasPrefixes { try resolveAttributes() }
    open.append(OpenElement(name: own.range, bindings: outer))
  }

  /// Reads an attribute; true when it has a prefix, which is known at the end of the tag only.
  private mutating func takesAttribute() throws(MarkupParser.Failure) -> Bool {
    let own = try takeName()
    for other in attributes where isSame(other.name.range, own.range) { throw .malformed }
    _ = skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { throw .malformed }
    index += 1
    _ = skipBlanks()
    guard index < bytes.count else { throw .malformed }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed }
    let start = index + 1
    var place = start
    var hasReferences = false
    while place < bytes.count, bytes[place] != quote {
      guard bytes[place] != UInt8(ascii: "<") else { throw .malformed }
      if bytes[place] == UInt8(ascii: "&") { hasReferences = true }
      place += 1
    }
    guard place < bytes.count else { throw .malformed }
    let value = try value(start..<place, hasReferences)
    index = place + 1
    if bytes[own.range.lowerBound] == UInt8(ascii: "x") { bind(own.range, value) }
    let name = Name(range: own.range, local: own.colon ?? own.range.lowerBound, space: .other)
    attributes.append(Attribute(name: name, value: value))
    return own.colon != nil
  }

  /// Remembers what a prefix stands for when an attribute says so.
  private mutating func bind(_ name: Range<Int>, _ value: Value) {
    guard name.count >= 5, holds("xmlns", name.prefix(5)) else { return }
    if name.count == 5 {
      let none = name.upperBound..<name.upperBound
      bindings.append(Binding(prefix: none, space: MarkupElement.Space(resolved(value))))
    } else if bytes[name.lowerBound + 5] == UInt8(ascii: ":") {
      let prefix = name.dropFirst(6)
      bindings.append(Binding(prefix: prefix, space: MarkupElement.Space(resolved(value))))
    }
  }

  private mutating func resolveAttributes() throws(MarkupParser.Failure) {
    for place in attributes.indices {
      let attribute = attributes[place]
      let range = attribute.name.range
      // Until here the place of the colon, if there is one, stands in that of the local name.
      let colon = attribute.name.local
      let raw = RawName(range: range, colon: bytes[colon] == UInt8(ascii: ":") ? colon : nil)
      attributes[place] = Attribute(
        name: try resolve(raw, isAttribute: true), value: attribute.value)
    }
  }

  /// The vocabulary of a name by its prefix, once the bindings of its tag are known.
  private func resolve(
    _ raw: RawName, isAttribute: Bool
  ) throws(MarkupParser.Failure) -> Name {
    let range = raw.range
    guard let colon = raw.colon else {
      let none = range.lowerBound..<range.lowerBound
      return Name(
        range: range, local: range.lowerBound,
        space: isAttribute ? .other : space(of: none) ?? .other)
    }
    let prefix = range.lowerBound..<colon
    guard colon + 1 < range.upperBound else { throw .malformed }
    guard let space = holds("xmlns", prefix) ? .other : space(of: prefix) else {
      throw .malformed
    }
    return Name(range: range, local: colon + 1, space: space)
  }

  private func space(of prefix: Range<Int>) -> MarkupElement.Space? {
    var place = bindings.count
    while place > 0 {
      place -= 1
      if isSame(bindings[place].prefix, prefix) { return bindings[place].space }
    }
    return holds("xml", prefix) ? .other : nil
  }

  private mutating func end() throws(MarkupParser.Failure) {
    let name = try takeName().range
    _ = skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">"), let last = open.last,
      isSame(last.name, name)
    else { throw .malformed }
    index += 1
    close()
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    if bindings.count > last.bindings { bindings.removeLast(bindings.count - last.bindings) }
  }
}

// MARK: - Signs

extension MarkupScanner {
  private mutating func skipBlanks() -> Bool {
    guard index < bytes.count, MarkupText.isBlank(bytes[index]) else { return false }
    var place = index + 1
    while place < bytes.count, MarkupText.isBlank(bytes[place]) { place += 1 }
    index = place
    return true
  }

  /// Goes past a literal when it stands here.
  private mutating func skips(_ literal: StaticString) -> Bool {
    let end = index + literal.utf8CodeUnitCount
    guard end <= bytes.count, holds(literal, index..<end) else { return false }
    index = end
    return true
  }

  private mutating func skip(past literal: StaticString) throws(MarkupParser.Failure) {
    while index < bytes.count {
      if skips(literal) { return }
      index += 1
    }
    throw .malformed
  }

  private func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for place in 0..<first.count
    where bytes[first.lowerBound + place] != bytes[second.lowerBound + place] {
      return false
    }
    return true
  }

  /// Reads a name; more than one colon is malformed (Namespaces in XML 1.0, section 7).
  private mutating func takeName() throws(MarkupParser.Failure) -> RawName {
    let start = index
    var place = start
    var colon: Int?
    while place < bytes.count, !MarkupText.endsName(bytes[place]) {
      if bytes[place] == UInt8(ascii: ":") {
        guard colon == nil else { throw .malformed }
        colon = place
      }
      place += 1
    }
    guard place > start, !(0x30...0x39).contains(bytes[start]), bytes[start] != 0x2D,
      bytes[start] != 0x2E
    else { throw .malformed }
    index = place
    return RawName(range: start..<place, colon: colon)
  }
}
