/// An element of an XML document that was read, with names as they were written.
struct MarkupElement: Hashable, Sendable {
  /// The vocabularies that matter here.
  enum Space: Hashable, Sendable {
    /// WordprocessingML.
    case word
    /// References to other parts (`r:id`).
    case reference
    /// Lists of relationships of a package.
    case relationships
    /// The list of content types of a package.
    case contentTypes
    /// DrawingML, of the theme.
    case drawing
    /// The strict variant of any of these, which Word does not write by itself.
    case strict
    /// Anything else.
    case other
  }

  /// The name as written, such as `w:style`.
  var name: String
  /// The name without its prefix.
  var local: String
  /// The vocabulary.
  var space: Space
  /// The attributes in order, namespace declarations included.
  var attributes: [MarkupAttribute]
  /// Elements and texts in order.
  var children: [MarkupNode]

  /// An element of WordprocessingML with the prefix `w`.
  static func word(
    _ local: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ children: [MarkupElement] = []
  ) -> MarkupElement {
    MarkupElement(
      name: "w:" + local, local: local, space: .word,
      attributes: attributes.map {
        MarkupAttribute(name: "w:" + $0.key, local: $0.key, space: .word, value: $0.value)
      }, children: children.map(MarkupNode.element))
  }

  /// The child elements of WordprocessingML with a name.
  func all(_ local: String) -> [MarkupElement] {
    elements.filter { $0.space == .word && $0.local == local }
  }

  /// The first child element of WordprocessingML with a name.
  func first(_ local: String) -> MarkupElement? {
    elements.first { $0.space == .word && $0.local == local }
  }

  /// All child elements.
  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All elements below this one with a name without its prefix, in order, itself left out.
  func descendants(_ local: String) -> [MarkupElement] {
    elements.flatMap { ($0.local == local ? [$0] : []) + $0.descendants(local) }
  }

  /// The attribute of WordprocessingML with a name.
  func attribute(_ local: String) -> String? {
    attributes.first { $0.space == .word && $0.local == local }?.value
  }

  /// An attribute without prefix.
  func plainAttribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The attribute `w:val`.
  var value: String? { attribute("val") }

  /// The element and everything below it that belongs to WordprocessingML, with the prefixes `w`
  /// and `r`, whatever the source called them.
  func canonical() -> MarkupElement {
    let kept = attributes.compactMap { attribute -> MarkupAttribute? in
      let prefix: String
      switch attribute.space {
      case .word: prefix = "w:"
      case .reference: prefix = "r:"
      default: return nil
      }
      if attribute.local.hasPrefix("rsid") { return nil }
      return MarkupAttribute(
        name: prefix + attribute.local, local: attribute.local, space: attribute.space,
        value: attribute.value)
    }
    return MarkupElement(
      name: "w:" + local, local: local, space: .word, attributes: kept,
      children: elements.filter { $0.space == .word }.map { .element($0.canonical()) })
  }
}

/// An attribute of an element.
struct MarkupAttribute: Hashable, Sendable {
  /// The name as written.
  var name: String
  /// The name without its prefix.
  var local: String
  /// The vocabulary; an attribute without prefix has none.
  var space: MarkupElement.Space
  /// The value, with references resolved.
  var value: String
}

/// What stands in an element.
enum MarkupNode: Hashable, Sendable {
  /// An element.
  case element(MarkupElement)
  /// Text, with references resolved.
  case text(String)
}
