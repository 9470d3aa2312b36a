import Foundation
import Testing
import WijkModel

@testable import Report

/// The chapter as plain text, for reading and for searching.
func text(_ report: Report) -> String {
  var lines = [report.title, report.subtitle] + report.warnings
  for section in report.sections {
    lines.append("\n## " + section.heading)
    for block in section.blocks { lines += plainLines(block) }
  }
  return lines.joined(separator: "\n")
}

private func plainLines(_ block: Block) -> [String] {
  switch block {
  case .subheading(let text): return ["### " + text]
  case .paragraph(let text): return [text]
  case .bullets(let texts): return texts.map { "- " + $0 }
  case .notice(let text): return ["! " + text]
  case .officerText(let texts): return texts.map { "> " + $0 }
  case .officerPrompt(let text): return ["[" + text + "]"]
  case .table(let table):
    let title = "Tabel \(table.number) (\(table.id)) \(table.caption) [\(table.badge.rawValue)]"
    return [title, table.columns.map(\.header).joined(separator: " | ")]
      + table.rows.map { $0.cells.joined(separator: " | ") } + table.notes.map { "  " + $0 }
  case .figure(let figure):
    return [
      "Figuur \(figure.number) (\(figure.id)) \(figure.caption) [\(figure.badge.rawValue)]",
      "  alt: " + figure.alternative,
    ]
  }
}
