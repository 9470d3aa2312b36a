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

  private let elementLimit: Int
  private var cursor: MarkupCursor
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
    cursor = MarkupCursor(try MarkupText.utf8(content))
    self.elementLimit = elementLimit
  }

  /// The next piece; nil at the end of a whole document.
  mutating func next() throws(MarkupParser.Failure) -> Piece? {
    if endsNext {
      endsNext = false
      close()
      return .end
    }
    while cursor.index < cursor.bytes.count {
      guard cursor.bytes[cursor.index] == UInt8(ascii: "<") else {
        if try takesText() { return .text }
        continue
      }
      cursor.index += 1
      guard cursor.index < cursor.bytes.count else { throw .malformed }
      switch cursor.bytes[cursor.index] {
      case UInt8(ascii: "/"):
        cursor.index += 1
        try end()
        return .end
      case UInt8(ascii: "?"):
        cursor.index += 1
        try cursor.skip(past: "?>")
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
    cursor.holds(local, name.local..<name.range.upperBound)
  }

  /// The text of the piece that was read, with references resolved.
  var text: String { resolved(content) }

  /// An attribute of the element that begins, by its name as written; nil when it has none.
  func attribute(_ name: StaticString) -> String? {
    for attribute in attributes where cursor.holds(name, attribute.name.range) {
      return resolved(attribute.value)
    }
    return nil
  }

  /// The bytes of an attribute of the element that begins, references as they are written.
  func attributeBytes(_ name: StaticString) -> ArraySlice<UInt8>? {
    for attribute in attributes where cursor.holds(name, attribute.name.range) {
      return cursor.bytes[attribute.value.range]
    }
    return nil
  }

  /// The element that begins, without what stands in it.
  var element: MarkupElement {
    MarkupElement(
      name: cursor.string(name.range), local: cursor.string(name.local..<name.range.upperBound),
      space: name.space,
      attributes: attributes.map { attribute in
        let name = attribute.name
        return MarkupAttribute(
          name: cursor.string(name.range), local: cursor.string(name.local..<name.range.upperBound),
          space: name.space, value: resolved(attribute.value))
      }, children: [])
  }

  /// References were checked when they were read.
  private func resolved(_ value: Value) -> String {
    guard value.hasReferences else { return cursor.string(value.range) }
    return MarkupText.resolved(cursor.bytes[value.range]) ?? ""
  }
}

// MARK: - Pieces

extension MarkupScanner {
  /// Reads up to the next tag; false for blanks outside of the root.
  private mutating func takesText() throws(MarkupParser.Failure) -> Bool {
    let start = cursor.index
    var place = cursor.index
    var hasReferences = false
    while place < cursor.bytes.count, cursor.bytes[place] != UInt8(ascii: "<") {
      if cursor.bytes[place] == UInt8(ascii: "&") { hasReferences = true }
      place += 1
    }
    cursor.index = place
    if open.isEmpty {
      guard cursor.bytes[start..<cursor.index].allSatisfy(MarkupText.isBlank) else {
        throw .malformed
      }
      return false
    }
    content = try value(start..<cursor.index, hasReferences)
    return true
  }

  private func value(
    _ range: Range<Int>, _ hasReferences: Bool
  ) throws(MarkupParser.Failure) -> Value {
    if hasReferences, MarkupText.resolved(cursor.bytes[range]) == nil { throw .malformed }
    return Value(range: range, hasReferences: hasReferences)
  }

  /// Goes past a comment, or reads a section of characters; true for the latter.
  private mutating func takesSection() throws(MarkupParser.Failure) -> Bool {
    if cursor.skips("!--") {
      try cursor.skip(past: "-->")
      return false
    }
    guard cursor.skips("![CDATA[") else { throw .documentType }
    let start = cursor.index
    try cursor.skip(past: "]]>")
    guard !open.isEmpty else { throw .malformed }
    content = Value(range: start..<(cursor.index - 3), hasReferences: false)
    return true
  }

  private mutating func start() throws(MarkupParser.Failure) {
    guard !hasRoot || !open.isEmpty else { throw .malformed }
    count += 1
    guard count <= elementLimit, open.count < MarkupParser.depthLimit else { throw .tooLarge }
    hasRoot = true
    let outer = bindings.count
    let own = try cursor.takeName()
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    var hasPrefixes = false
    while true {
      let hasBlank = cursor.skipBlanks()
      guard cursor.index < cursor.bytes.count else { throw .malformed }
      if cursor.bytes[cursor.index] == UInt8(ascii: ">") {
        cursor.index += 1
        break
      }
      if cursor.bytes[cursor.index] == UInt8(ascii: "/") {
        guard cursor.skips("/>") else { throw .malformed }
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
    let own = try cursor.takeName()
    for other in attributes where cursor.isSame(other.name.range, own.range) { throw .malformed }
    _ = cursor.skipBlanks()
    guard cursor.index < cursor.bytes.count, cursor.bytes[cursor.index] == UInt8(ascii: "=") else {
      throw .malformed
    }
    cursor.index += 1
    _ = cursor.skipBlanks()
    guard cursor.index < cursor.bytes.count else { throw .malformed }
    let quote = cursor.bytes[cursor.index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed }
    let start = cursor.index + 1
    var place = start
    var hasReferences = false
    while place < cursor.bytes.count, cursor.bytes[place] != quote {
      guard cursor.bytes[place] != UInt8(ascii: "<") else { throw .malformed }
      if cursor.bytes[place] == UInt8(ascii: "&") { hasReferences = true }
      place += 1
    }
    guard place < cursor.bytes.count else { throw .malformed }
    let value = try value(start..<place, hasReferences)
    cursor.index = place + 1
    if cursor.bytes[own.range.lowerBound] == UInt8(ascii: "x") { bind(own.range, value) }
    let name = Name(range: own.range, local: own.colon ?? own.range.lowerBound, space: .other)
    attributes.append(Attribute(name: name, value: value))
    return own.colon != nil
  }

  /// Remembers what a prefix stands for when an attribute says so.
  private mutating func bind(_ name: Range<Int>, _ value: Value) {
    guard name.count >= 5, cursor.holds("xmlns", name.prefix(5)) else { return }
    if name.count == 5 {
      let none = name.upperBound..<name.upperBound
      bindings.append(Binding(prefix: none, space: MarkupElement.Space(resolved(value))))
    } else if cursor.bytes[name.lowerBound + 5] == UInt8(ascii: ":") {
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
      let raw = MarkupCursor.Name(
        range: range, colon: cursor.bytes[colon] == UInt8(ascii: ":") ? colon : nil)
      attributes[place] = Attribute(
        name: try resolve(raw, isAttribute: true), value: attribute.value)
    }
  }

  /// The vocabulary of a name by its prefix, once the bindings of its tag are known.
  private func resolve(
    _ raw: MarkupCursor.Name, isAttribute: Bool
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
    guard let space = cursor.holds("xmlns", prefix) ? .other : space(of: prefix) else {
      throw .malformed
    }
    return Name(range: range, local: colon + 1, space: space)
  }

  private func space(of prefix: Range<Int>) -> MarkupElement.Space? {
    var place = bindings.count
    while place > 0 {
      place -= 1
      if cursor.isSame(bindings[place].prefix, prefix) { return bindings[place].space }
    }
    return cursor.holds("xml", prefix) ? .other : nil
  }

  private mutating func end() throws(MarkupParser.Failure) {
    let name = try cursor.takeName().range
    _ = cursor.skipBlanks()
    guard cursor.index < cursor.bytes.count, cursor.bytes[cursor.index] == UInt8(ascii: ">"),
      let last = open.last,
      cursor.isSame(last.name, name)
    else { throw .malformed }
    cursor.index += 1
    close()
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    if bindings.count > last.bindings { bindings.removeLast(bindings.count - last.bindings) }
  }
}
