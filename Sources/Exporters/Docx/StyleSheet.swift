/// The styles and list numbering of a document: those of a house style with what the chapter needs.
struct StyleSheet {
  /// `word/styles.xml`.
  private(set) var styles: MarkupElement
  /// `word/numbering.xml`; nil when nothing is numbered.
  private(set) var numbering: MarkupElement?
  /// The ids to use.
  private(set) var ids: [WordStyle: String] = [:]
  private var bulletNumber = 0

  /// An empty style sheet in our own type: Calibri, or Carlito with the same widths.
  static let empty = MarkupElement.word(
    "styles", [:],
    [
      .word(
        "docDefaults", [:],
        [
          .word(
            "rPrDefault", [:],
            [
              .word(
                "rPr", [:],
                [
                  .word(
                    "rFonts",
                    [
                      "asciiTheme": "minorHAnsi", "eastAsiaTheme": "minorHAnsi",
                      "hAnsiTheme": "minorHAnsi", "cstheme": "minorBidi",
                    ]), .word("sz", ["val": "20"]), .word("szCs", ["val": "20"]),
                ])
            ]),
          .word(
            "pPrDefault", [:],
            [
              .word(
                "pPr", [:],
                [.word("spacing", ["after": "110", "line": "259", "lineRule": "auto"])])
            ]),
        ])
    ]
  ).declaring("w")

  /// Our own.
  static let standard = StyleSheet(complete: empty, numbering: nil)

  /// Completes the style sheet of a house style.
  ///
  /// - Parameters:
  ///   - styles: The root of `styles.xml`.
  ///   - numbering: The root of `numbering.xml`, when there is one.
  /// - Throws: ``HouseStyleError/damaged(part:)`` when the prefix `w` means something else.
  init(styles: MarkupElement, numbering: MarkupElement?) throws(HouseStyleError) {
    let styles = try Self.declared(styles, "styles")
    let numbering = try numbering.map { root throws(HouseStyleError) in
      try Self.declared(root, "numbering")
    }
    self.init(complete: styles, numbering: numbering)
  }

  private init(complete styles: MarkupElement, numbering: MarkupElement?) {
    self.styles = styles
    self.numbering = numbering
    setLanguage()
    find()
    if ids[.bullet] == nil { addBulletNumbering() }
    add()
  }

  /// The root with the prefix `w` for WordprocessingML, which the added elements use.
  private static func declared(
    _ root: MarkupElement, _ name: String
  ) throws(HouseStyleError) -> MarkupElement {
    if root.space == .strict { throw .strict }
    guard root.space == .word, root.local == name else { throw .damaged(part: name + ".xml") }
    guard let declaration = root.plainAttribute("xmlns:w") else { return root.declaring("w") }
    guard declaration == MarkupElement.wordAddress else { throw .damaged(part: name + ".xml") }
    return root
  }

  // MARK: Looking up

  private func find(_ style: WordStyle) -> MarkupElement? {
    let wanted = style.name.lowercased()
    let candidates = styles.all("style").filter {
      ($0.attribute("type") ?? "paragraph") == style.kind.rawValue
    }
    let named = candidates.first { candidate in
      let name = candidate.first("name")?.value ?? ""
      // Old versions wrote other names of a style behind a comma.
      return name.lowercased() == wanted
        || name.split(separator: ",").first.map { $0.lowercased() } == wanted
    }
    guard style == .normal || style == .normalTable || style == .defaultFont else { return named }
    return candidates.first { Self.isOn($0.attribute("default")) } ?? named
  }

  private mutating func find() {
    for style in WordStyle.allCases {
      ids[style] = find(style)?.attribute("styleId")
    }
    // A list style without a list would give paragraphs without a bullet: ours is added under
    // another name.
    if ids[.bullet] != nil, !isNumbered(.bullet) { ids[.bullet] = nil }
  }

  /// Whether a style numbers its paragraphs, by itself or by what it starts from.
  func isNumbered(_ style: WordStyle) -> Bool {
    guard
      let number = inherited(style, { $0.first("pPr")?.first("numPr")?.first("numId")?.value })
    else { return false }
    return number != "0"
      && numbering?.all("num").contains { $0.attribute("numId") == number } == true
  }

  /// What a style says, or the first one that it starts from that says it.
  func inherited<Value>(_ style: WordStyle, _ value: (MarkupElement) -> Value?) -> Value? {
    var id = ids[style]
    // A circle of styles ends too.
    for _ in 0..<20 {
      guard let current = id,
        let element = styles.all("style").first(where: { $0.attribute("styleId") == current })
      else { return nil }
      if let found = value(element) { return found }
      id = element.first("basedOn")?.value
    }
    return nil
  }

  static func isOn(_ value: String?) -> Bool {
    value == "1" || value == "true" || value == "on"
  }

  // MARK: Completing

  /// The whole chapter is Dutch, so that the spelling check is as well.
  private mutating func setLanguage() {
    styles = Self.inDutch(styles)
    var defaults = styles.first("docDefaults") ?? .word("docDefaults")
    var outer = defaults.first("rPrDefault") ?? .word("rPrDefault")
    var inner = outer.first("rPr") ?? .word("rPr")
    guard inner.first("lang") == nil else { return }
    // Among what stands in an `rPr`, only these come behind the language.
    let later: Set<String> = ["eastAsianLayout", "specVanish", "oMath"]
    let place = inner.children.firstIndex { later.contains($0.element?.local ?? "") }
    inner.children.insert(
      .element(.word("lang", ["val": "nl-NL", "eastAsia": "nl-NL", "bidi": "ar-SA"])),
      at: place ?? inner.children.endIndex)
    outer.put(inner, first: true)
    defaults.put(outer, first: true)
    styles.put(defaults, first: true)
  }

  private static func inDutch(_ element: MarkupElement) -> MarkupElement {
    var result = element
    if element.space == .word, element.local == "lang" {
      for index in result.attributes.indices where result.attributes[index].local == "val" {
        result.attributes[index].value = "nl-NL"
      }
    }
    result.children = element.children.map { child in
      if case .element(let element) = child { .element(inDutch(element)) } else { child }
    }
    return result
  }

  private mutating func add() {
    var taken = Set(styles.all("style").compactMap { $0.attribute("styleId")?.lowercased() })
    var names = Set(styles.all("style").compactMap { $0.first("name")?.value?.lowercased() })
    let missing = WordStyle.allCases.filter { ids[$0] == nil }
    for style in missing { ids[style] = Self.free(style.preferredID, &taken) }
    for style in missing {
      var element = style.definition(ids: ids, bulletNumber: bulletNumber)
      if !names.insert(style.name.lowercased()).inserted {
        let name = Self.free("Wijkplan " + style.name.lowercased(), &names)
        element.put(.word("name", ["val": name]), first: true)
      }
      styles.children.append(.element(element))
    }
  }

  private static func free(_ wanted: String, _ taken: inout Set<String>) -> String {
    var candidate = wanted
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = wanted + "\(number)"
      number += 1
    }
    return candidate
  }

  private mutating func addBulletNumbering() {
    var root = numbering ?? MarkupElement.word("numbering").declaring("w")
    func next(_ name: String, _ attribute: String) -> Int {
      (root.all(name).compactMap { $0.attribute(attribute).flatMap { Int($0) } }.max() ?? 0) + 1
    }
    let list = next("abstractNum", "abstractNumId")
    bulletNumber = next("num", "numId")
    let level = MarkupElement.word(
      "lvl", ["ilvl": "0"],
      [
        .word("start", ["val": "1"]), .word("numFmt", ["val": "bullet"]),
        .word("lvlText", ["val": "•"]), .word("lvlJc", ["val": "left"]),
        .word("pPr", [:], [.word("ind", ["left": "284", "hanging": "227"])]),
      ])
    let definition = MarkupElement.word(
      "abstractNum", ["abstractNumId": "\(list)"],
      [.word("multiLevelType", ["val": "hybridMultilevel"]), level])
    let number = MarkupElement.word(
      "num", ["numId": "\(bulletNumber)"], [.word("abstractNumId", ["val": "\(list)"])])
    root.insert(definition, after: ["numPicBullet", "abstractNum"])
    root.insert(number, after: ["numPicBullet", "abstractNum", "num"])
    numbering = root
  }
}

extension MarkupElement {
  /// The address of WordprocessingML.
  static let wordAddress = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// The element with its own prefix declared for WordprocessingML.
  func declaring(_ prefix: String) -> MarkupElement {
    var result = self
    result.attributes.insert(
      MarkupAttribute(
        name: "xmlns:" + prefix, local: prefix, space: .other, value: Self.wordAddress), at: 0)
    return result
  }

  /// Puts a child in the place of the one with its name, or in front of or behind the others.
  mutating func put(_ child: MarkupElement, first: Bool) {
    let place = children.firstIndex {
      $0.element?.space == .word && $0.element?.local == child.local
    }
    if let place {
      children[place] = .element(child)
    } else {
      children.insert(.element(child), at: first ? 0 : children.endIndex)
    }
  }

  /// Puts a child behind the last one with one of the names, or in front of all.
  mutating func insert(_ child: MarkupElement, after names: Set<String>) {
    let place = children.lastIndex { names.contains($0.element?.local ?? "") }
    children.insert(.element(child), at: place.map { $0 + 1 } ?? 0)
  }
}

extension MarkupNode {
  /// The element, when it is one.
  var element: MarkupElement? {
    if case .element(let element) = self { element } else { nil }
  }
}
