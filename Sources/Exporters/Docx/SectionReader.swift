/// Reads paper, headers and footers of the last section of a document.
struct SectionReader {
  let package: PackageReader
  let document: String
  let relationships: [PackageRelationship]

  /// The layout; headers and footers are copied.
  ///
  /// A section without a header of its own has that of the section before it.
  func layout(_ copier: inout PartCopier) throws(HouseStyleError) -> PageLayout {
    let root = try package.tree(document)
    if root.space == .strict { throw .strict }
    guard root.space == .word, let body = root.first("body") else {
      throw .damaged(part: document)
    }
    var sections: [MarkupElement] = []
    Self.collect(body, into: &sections)
    guard var last = sections.last?.canonical() else { return .standard(footer: nil) }
    last.children.removeAll { Self.isReference($0.element) }
    var references: [MarkupElement] = []
    for name in ["headerReference", "footerReference"] {
      for kind in ["default", "first", "even"] {
        let found = sections.last { section in
          reference(name, kind, in: section) != nil
        }
        guard let found, let id = reference(name, kind, in: found),
          let target = relationships.first(where: { $0.id == id && !$0.isExternal })?.target
        else { continue }
        let path = "word/\(name == "headerReference" ? "header" : "footer")-\(kind).xml"
        try copier.add(target, to: path)
        references.append(.reference(name, kind: kind, id: Self.id(path)))
      }
    }
    last.children.insert(contentsOf: references.map(MarkupNode.element), at: 0)
    return PageLayout(section: last)
  }

  private static func isReference(_ element: MarkupElement?) -> Bool {
    element?.local == "headerReference" || element?.local == "footerReference"
  }

  private func reference(_ name: String, _ kind: String, in section: MarkupElement) -> String? {
    section.all(name).first { ($0.attribute("type") ?? "default") == kind }?.attributes
      .first { $0.space == .reference && $0.local == "id" }?.value
  }

  /// All sections in the order of the document.
  private static func collect(_ element: MarkupElement, into sections: inout [MarkupElement]) {
    for child in element.elements where child.space == .word {
      if child.local == "sectPr" {
        sections.append(child)
      } else {
        collect(child, into: &sections)
      }
    }
  }

  /// The kind of relationship of a copied header or footer.
  static func kind(of part: PackagePart) -> String? {
    if part.path.hasPrefix("word/header-") { return "header" }
    return part.path.hasPrefix("word/footer-") ? "footer" : nil
  }

  /// The name by which a section refers to a copied header or footer.
  static func id(of part: PackagePart) -> String? {
    kind(of: part) == nil ? nil : id(part.path)
  }

  private static func id(_ path: String) -> String {
    "rId-" + path.dropFirst("word/".count).dropLast(".xml".count)
  }
}
