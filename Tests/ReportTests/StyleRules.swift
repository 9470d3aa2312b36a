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
        for row in table.rows where row.cells.count != table.columns.count {
          faults.append("a row of \(table.id) has \(row.cells.count) cells")
        }
        faults += table.rows.flatMap { $0.cells.flatMap { plainFaults($0) } }
      case .figure(let figure):
        faults += sentenceFaults(figure.alternative) + plainFaults(figure.caption)
      }
    }
    return faults
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
    return faults
  }

  private static func sentences(_ text: String) -> [String] {
    text.components(separatedBy: ". ").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
