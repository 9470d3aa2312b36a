/// How styles look that a house style lacks, and all styles of our own one.
///
/// Colors carry the name of the theme color as well, so that in a house style they follow its theme.
extension WordStyle {
  /// The style as it is added.
  func definition(ids: [WordStyle: String], bulletNumber: Int) -> MarkupElement {
    var children = [MarkupElement.word("name", ["val": name])]
    if let base, let id = ids[base] { children.append(.word("basedOn", ["val": id])) }
    if isFollowedByNormal, let id = ids[.normal] { children.append(.word("next", ["val": id])) }
    if self == .defaultFont || self == .normalTable {
      children += [.word("uiPriority", ["val": "99"]), .word("semiHidden")]
      children.append(.word("unhideWhenUsed"))
    } else {
      children.append(.word("qFormat"))
    }
    if let id = ids[self] {
      children += properties(bulletNumber: bulletNumber)
      var attributes = [("type", kind.rawValue)]
      if self == .normal || self == .defaultFont || self == .normalTable {
        attributes.append(("default", "1"))
      }
      if !isBuiltIn { attributes.append(("customStyle", "1")) }
      var element = MarkupElement.word("style", [:], children)
      element.attributes = (attributes + [("styleId", id)]).map {
        MarkupAttribute(name: "w:" + $0.0, local: $0.0, space: .word, value: $0.1)
      }
      return element
    }
    return .word("style", [:], children)
  }

  private func properties(bulletNumber: Int) -> [MarkupElement] {
    switch self {
    case .normal, .defaultFont, .officerText: []
    case .normalTable: [.normalTable]
    case .chapter: heading(level: 0, size: 38, before: 0, after: 40)
    case .section: heading(level: 1, size: 27, before: 360, after: 100)
    case .subheading: heading(level: 2, size: 22, before: 200, after: 50)
    case .subtitle: [.spacing(before: 0, after: 240), .type(size: 24, color: .soft)]
    case .bullet: [bullet(bulletNumber)]
    case .caption:
      [
        .paragraph([.word("keepLines")], spacing: .init(before: 200, after: 80, line: 245)),
        .type(size: 19, color: .ink),
      ]
    case .figure:
      [.paragraph([.word("keepNext")], spacing: .init(before: 200, after: 0, line: 240))]
    case .notice:
      [.box(line: .soft, ground: "F1F4F6"), .type(size: nil, color: .ink)]
    case .warning:
      [.box(line: .warning, ground: "FFF3D1"), .type(size: nil, color: .warningInk, isBold: true)]
    case .officerPrompt:
      [.box(line: .line, ground: nil), .type(size: nil, color: .soft, isItalic: true)]
    case .footer: [.spacing(before: 0, after: 0), .type(size: 17, color: .soft)]
    case .strong: [.type(size: nil, color: nil, isBold: true)]
    default: tableProperties
    }
  }

  private var tableProperties: [MarkupElement] {
    switch self {
    case .tableText:
      [.spacing(before: 0, after: 0), .type(size: 17, color: .ink)]
    case .tableNumber, .tableHeadNumber:
      [.word("pPr", [:], [.word("jc", ["val": "right"])])]
    case .tableHead:
      [.word("pPr", [:], [.word("keepNext")]), .type(size: nil, color: .ink, isBold: true)]
    case .tableNote:
      [
        .paragraph([.word("keepLines")], spacing: .init(before: 50, after: 0, line: 240)),
        .type(size: 16, color: .soft),
      ]
    case .gap:
      [
        .word(
          "pPr", [:],
          [
            .word(
              "spacing", ["before": "0", "after": "0", "line": "160", "lineRule": "exact"])
          ]),
        .type(size: 8, color: nil),
      ]
    case .inhabitants: [.type(size: nil, color: .init("143F66"), isBold: true, ground: "E2EEF8")]
    case .patients: [.type(size: nil, color: .init("6A3B00"), isBold: true, ground: "FBE9D2")]
    case .both: [.type(size: nil, color: .init("3B3472"), isBold: true, ground: "ECEBF7")]
    case .insured: [.type(size: nil, color: .init("1B4D27"), isBold: true, ground: "E3F1E6")]
    case .table: .wijkplanTable
    default: []
    }
  }

  private func heading(level: Int, size: Int, before: Int, after: Int) -> [MarkupElement] {
    [
      .paragraph(
        [.word("keepNext"), .word("keepLines")],
        spacing: .init(before: before, after: after, line: 240),
        last: [.word("outlineLvl", ["val": "\(level)"])]),
      .type(size: size, color: .heading, isBold: true),
    ]
  }

  private func bullet(_ number: Int) -> MarkupElement {
    .word(
      "pPr", [:],
      [
        .word("numPr", [:], [.word("numId", ["val": "\(number)"])]),
        .word("spacing", ["before": "0", "after": "40"]), .word("contextualSpacing"),
      ])
  }
}

/// A color with its name in the theme.
struct WordColor: Sendable {
  let hex: String
  let theme: String?

  init(_ hex: String, theme: String? = nil) {
    self.hex = hex
    self.theme = theme
  }

  static let ink = WordColor("1D2731", theme: "text1")
  static let heading = WordColor("143F66", theme: "text2")
  static let rule = WordColor("2A6496", theme: "accent1")
  static let soft = WordColor("55616D")
  static let line = WordColor("D9DFE4")
  static let warning = WordColor("D19A00")
  static let warningInk = WordColor("533900")
}

/// Space around and in a paragraph, in twentieths of a point; `line` in 240ths of a line.
struct WordSpacing: Sendable {
  let before: Int
  let after: Int
  let line: Int
}

extension MarkupElement {
  fileprivate static func spacing(before: Int, after: Int) -> MarkupElement {
    paragraph([], spacing: WordSpacing(before: before, after: after, line: 240))
  }

  fileprivate static func paragraph(
    _ first: [MarkupElement], spacing: WordSpacing, last: [MarkupElement] = []
  ) -> MarkupElement {
    let space = word(
      "spacing",
      [
        "before": "\(spacing.before)", "after": "\(spacing.after)", "line": "\(spacing.line)",
        "lineRule": "auto",
      ])
    return word("pPr", [:], first + [space] + last)
  }

  /// A paragraph with a line on its left and maybe a ground.
  fileprivate static func box(
    line: WordColor, ground: String?
  ) -> MarkupElement {
    var children = [
      word("keepLines"),
      word("pBdr", [:], [border("left", size: 24, space: 8, color: line)]),
    ]
    if let ground {
      children.append(word("shd", ["val": "clear", "color": "auto", "fill": ground]))
    }
    children.append(
      word("spacing", ["before": "120", "after": "160", "line": "252", "lineRule": "auto"]))
    children.append(word("ind", ["left": "227"]))
    return word("pPr", [:], children)
  }

  /// Letters; sizes in half points.
  fileprivate static func type(
    size: Int?, color: WordColor?, isBold: Bool = false, isItalic: Bool = false,
    ground: String? = nil
  ) -> MarkupElement {
    var children: [MarkupElement] = []
    if isBold { children += [word("b"), word("bCs")] }
    if isItalic { children += [word("i"), word("iCs")] }
    if let color {
      if let theme = color.theme {
        children.append(word("color", ["val": color.hex, "themeColor": theme]))
      } else {
        children.append(word("color", ["val": color.hex]))
      }
    }
    if let size {
      children += [word("sz", ["val": "\(size)"]), word("szCs", ["val": "\(size)"])]
    }
    if let ground {
      children.append(word("shd", ["val": "clear", "color": "auto", "fill": ground]))
    }
    return word("rPr", [:], children)
  }

  fileprivate static func border(
    _ side: String, size: Int, space: Int = 0, color: WordColor
  ) -> MarkupElement {
    var element = word(
      side,
      ["val": "single", "sz": "\(size)", "space": "\(space)", "color": color.hex])
    if let theme = color.theme {
      element.attributes.append(
        MarkupAttribute(name: "w:themeColor", local: "themeColor", space: .word, value: theme))
    }
    return element
  }

  /// What a document needs that has no table style at all.
  fileprivate static let normalTable = word(
    "tblPr", [:],
    [
      word("tblInd", ["w": "0", "type": "dxa"]),
      word(
        "tblCellMar", [:],
        [
          word("top", ["w": "0", "type": "dxa"]), word("left", ["w": "108", "type": "dxa"]),
          word("bottom", ["w": "0", "type": "dxa"]), word("right", ["w": "108", "type": "dxa"]),
        ]),
    ])
}

extension [MarkupElement] {
  /// Rules above and below, a rule under the header, every second row on a light ground.
  fileprivate static let wijkplanTable: [MarkupElement] = [
    .word(
      "tblPr", [:],
      [
        .word("tblStyleRowBandSize", ["val": "1"]), .word("tblStyleColBandSize", ["val": "1"]),
        .word("tblInd", ["w": "0", "type": "dxa"]),
        .word(
          "tblBorders", [:],
          [
            .border("top", size: 12, color: .rule), .border("bottom", size: 8, color: .rule),
            .border("insideH", size: 4, color: .line),
          ]),
        .word(
          "tblCellMar", [:],
          [
            .word("top", ["w": "\(TableShape.paddingAbove)", "type": "dxa"]),
            .word("left", ["w": "\(TableShape.paddingBeside)", "type": "dxa"]),
            .word("bottom", ["w": "\(TableShape.paddingAbove)", "type": "dxa"]),
            .word("right", ["w": "\(TableShape.paddingBeside)", "type": "dxa"]),
          ]),
      ]),
    .word(
      "tblStylePr", ["type": "firstRow"],
      [
        .word("tblPr"),
        .word(
          "tcPr", [:],
          [
            .word("tcBorders", [:], [.border("bottom", size: 8, color: .rule)]),
            .word("vAlign", ["val": "bottom"]),
          ]),
      ]),
    .word(
      "tblStylePr", ["type": "band2Horz"],
      [
        .word("tblPr"),
        .word(
          "tcPr", [:], [.word("shd", ["val": "clear", "color": "auto", "fill": "F4F7FA"])]),
      ]),
  ]
}
