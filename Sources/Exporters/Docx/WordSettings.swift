/// `word/settings.xml`: of a house style only what the layout depends on.
///
/// Left out are protection, tracked changes, mail merge, the link to a template elsewhere, variables
/// and the marks of editing sessions.
enum WordSettings {
  /// What is kept or added, in the order of the schema.
  private static let order = [
    "zoom", "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop",
    "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps",
    "evenAndOddHeaders", "characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping",
    "decimalSymbol", "listSeparator",
  ]

  /// What every document has unless the house style says otherwise.
  private static let usual: [MarkupElement] = [
    .word("defaultTabStop", ["val": "709"]),
    .word("characterSpacingControl", ["val": "doNotCompress"]),
    .word(
      "compat", [:],
      [
        .word(
          "compatSetting",
          [
            "name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word",
            "val": "15",
          ])
      ]),
    .word(
      "clrSchemeMapping",
      [
        "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "accent1": "accent1",
        "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5",
        "accent6": "accent6", "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
      ]),
  ]

  /// What every document has, also when a house style says otherwise: the text is Dutch.
  private static let fixed: [MarkupElement] = [
    .word("zoom", ["percent": "100"]), .word("themeFontLang", ["val": "nl-NL"]),
    .word("decimalSymbol", ["val": ","]), .word("listSeparator", ["val": ";"]),
  ]

  /// The part.
  ///
  /// - Parameter reference: The root of the settings of a house style; nil for our own.
  /// - Returns: The part.
  static func part(from reference: MarkupElement?) -> PackagePart {
    let given = (reference?.elements ?? []).filter { $0.space == .word }.map { $0.canonical() }
    let chosen = order.compactMap { name -> MarkupElement? in
      let candidates = [fixed, given, usual]
      return candidates.lazy.compactMap { $0.first { $0.local == name } }.first
    }
    let root = MarkupElement.word("settings", [:], chosen).declaring("w")
    return PackagePart(
      path: "word/settings.xml",
      contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
      bytes: MarkupWriter.document { $0.tree(root) })
  }
}
