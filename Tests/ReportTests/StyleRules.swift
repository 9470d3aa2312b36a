import Foundation

@testable import Report

/// The rules that every generated text must keep.
enum StyleRules {
  /// What is wrong with a chapter, one line per fault.
  static func faults(_ report: Report) -> [String] {
    var faults: [String] = []
    for block in report.sections.flatMap(\.blocks) {
      switch block {
      case .paragraph(let text), .notice(let text): faults += sentenceFaults(text)
      case .bullets(let texts): faults += texts.flatMap { plainFaults($0) }
      case .officerPrompt(let text), .subheading(let text): faults += plainFaults(text)
      case .officerText: break
      case .table(let table):
        faults += table.notes.flatMap { sentenceFaults($0) } + plainFaults(table.caption)
        if table.columns.count > 10 { faults.append("more than 10 columns: \(table.id)") }
        if table.notes.count > 6 { faults.append("\(table.notes.count) notes: \(table.id)") }
        for row in table.rows where row.cells.count != table.columns.count {
          faults.append("a row of \(table.id) has \(row.cells.count) cells")
        }
        faults += table.rows.flatMap { $0.cells.flatMap { plainFaults($0) } }
      case .figure(let figure):
        faults += sentenceFaults(figure.alternative) + plainFaults(figure.caption)
      }
    }
    return faults + repetitions(report)
  }

  /// Sentences that stand twice in the running text.
  private static func repetitions(_ report: Report) -> [String] {
    var seen: Set<String> = []
    let paragraphs = report.sections.flatMap(\.blocks).flatMap { block -> [String] in
      switch block {
      case .paragraph(let text), .notice(let text): [text]
      case .bullets(let texts): texts
      default: []
      }
    }
    return paragraphs.flatMap { sentences($0) }.map {
      $0.hasSuffix(".") ? String($0.dropLast()) : $0
    }
    .filter { $0.count > 25 && !seen.insert($0).inserted }.map { "twice: \($0)" }
  }

  /// Faults of a text that consists of sentences.
  static func sentenceFaults(_ text: String) -> [String] {
    var faults = plainFaults(text)
    if !(text.hasSuffix(".") || text.hasSuffix("?")) { faults.append("no period: \(text)") }
    for sentence in sentences(text) {
      let words = sentence.split(separator: " ").count
      if words > 30 { faults.append("\(words) words: \(sentence)") }
      if let first = sentence.first, first.isLowercase { faults.append("no capital: \(sentence)") }
    }
    return faults
  }

  /// Faults of any text.
  static func plainFaults(_ text: String) -> [String] {
    var faults: [String] = []
    func forbid(_ pattern: String, _ fault: String) {
      if text.range(of: pattern, options: .regularExpression) != nil {
        faults.append("\(fault): \(text)")
      }
    }
    forbid("  ", "double space")
    forbid(" [.,;:)]", "space before a sign")
    forbid("\\.\\.|,,|,\\.", "double sign")
    forbid("(^|[ (])1 [a-z]+en( |\\.|,)", "one with a plural")
    forbid("[0-9]\\.[0-9]{1,2}([^0-9]|$)", "English decimal point")
    forbid("[0-9] %|[0-9]%", "no no-break space before %")
    let isDate = text.wholeMatch(of: /[0-9]{2}-[0-9]{2}-[0-9]{4}/) != nil
    if !isDate { forbid("[0-9]-[0-9]", "hyphen between numbers") }
    forbid("nil|Optional|nan|inf\\b", "program text")
    let lowercased = text.lowercased()
    for word in forbiddenWords
    where lowercased.range(of: "\\b\(word)\\b", options: .regularExpression) != nil {
      faults.append("the word “\(word)”: \(text)")
    }
    forbid("[0-9]{5,}", "thousands without a dot")
    forbid("\"", "straight quotes")
    forbid("(^| )de (aantal|cijfer|verschil|oordeel) ", "wrong article")
    forbid("patiënten wie|personen wie|(inwoners|patiënten) waarvan", "“waarvan” of persons")
    return faults
  }

  /// English, jargon and empty words; the WSV speaks, so nobody is addressed and nothing is "ours".
  static let forbiddenWords = [
    "the", "and", "with", "missing", "unknown", "baseline", "outlier", "outcome",
    "score\u{AD}",
    "significant", "significante", "prevalentie", "populaties", "u", "uw", "wij", "we", "onze",
    "middels", "teneinde", "dient", "dienen", "inzake", "qua", "alsmede", "zulks", "conform",
    "respectievelijk", "casus", "hierdoor", "hiervan", "waarbij", "derhalve",
  ]

  private static func sentences(_ text: String) -> [String] {
    text.components(separatedBy: ". ").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
