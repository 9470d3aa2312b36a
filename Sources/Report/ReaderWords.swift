import WijkModel

/// The words that a reader sees in the place of codes of machines, by the name of the column.
///
/// Files for programs keep the codes; files for Excel have these words.
public struct ReaderWords: Hashable, Sendable {
  /// No words: every text stays as it is.
  public static let none = ReaderWords([:])

  private let words: [String: [String: String]]

  /// Makes words from texts by code, by the name of the column.
  public init(_ words: [String: [String: String]]) { self.words = words }

  /// The word for a text in a column; a text without one as it stands.
  public func word(for text: String, in column: String) -> String {
    words[column]?[text] ?? text
  }

  /// The words of a chapter.
  ///
  /// - Parameters:
  ///   - wijk: The wijk; its slug becomes its name.
  ///   - problems: The names of problems by their id.
  init(wijk: Wijk, problems: [String: String]) {
    let elsewhere = "buiten de wijk of onbekend"
    var areas = [wijk.slug: wijk.name]
    areas["buiten-of-onbekend"] = elsewhere
    let verdict = ["vergelijkbaar": VerdictText.word("vergelijkbaar")]
    words = [
      "gebied_soort": [
        AreaKind.postcode4.rawValue: "postcode", AreaKind.merged.rawValue: "samengevoegd",
        AreaKind.outside.rawValue: elsewhere,
      ],
      "gebied": areas, "probleem": problems,
      "basis": ["model": BasisText.word("model"), "herverdeeld": BasisText.word("herverdeeld")],
      "oordeel": verdict, "oordeel95": verdict, "oordeel_bh": verdict,
      "soort": ["hoofdbehandelaar_onbekend": "hoofdbehandelaar onbekend"],
      "maat": ["dsr_ratio": "verhouding (1 = gelijk)", "apc_procent": "% per jaar"],
    ]
  }
}
