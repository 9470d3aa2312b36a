import Report

/// The sentences that a report says itself, made of released tables or written by the officer.
///
/// A file may say them: what a number in them counts need not be guessed.
struct OwnSentences {
  private let known: Set<String>

  /// No sentences.
  static let none = OwnSentences([])

  /// The sentences of all texts of a report.
  init(_ report: Report) {
    var texts = [report.title, report.subtitle] + report.warnings
    for section in report.sections {
      texts.append(section.heading)
      texts += section.blocks.flatMap(Self.texts)
    }
    self.init(texts)
  }

  private init(_ texts: [String]) {
    known = Set(texts.flatMap(ProseCheck.sentences).map(Self.bare))
  }

  /// Whether a sentence of a file is one of the report's; blanks and marks may differ by format.
  func contains(_ sentence: String) -> Bool { known.contains(Self.bare(sentence)) }

  private static func bare(_ sentence: String) -> String {
    sentence.filter { $0.isLetter || $0.isNumber || $0 == "%" }
  }

  private static func texts(_ block: Block) -> [String] {
    switch block {
    case .subheading(let text), .paragraph(let text), .notice(let text), .officerPrompt(let text):
      [text]
    case .bullets(let texts), .officerText(let texts): texts
    case .table(let table):
      captions(table.caption, table.badge) + table.notes + table.columns.map(\.header)
        + table.rows.flatMap(\.cells)
    case .figure(let figure): captions(figure.caption, figure.badge) + [figure.alternative]
    }
  }

  /// A caption alone and behind the population that it is about, as files show it.
  private static func captions(_ caption: String, _ badge: Badge) -> [String] {
    [caption, badge.rawValue + " · " + caption]
  }
}
