import Charts
import Report

/// Writes the chapter as Markdown (GitHub Flavored), with figures as links to `figuren/`.
public struct MarkdownExporter: Sendable {
  /// Makes an exporter.
  public init() {}

  /// The file `hoofdstuk-2.md`.
  public func files(for report: Report) -> [ExportedFile] {
    var parts = ["# " + MarkdownText.inline(report.title), MarkdownText.inline(report.subtitle)]
    parts += report.warnings.map { "> **" + MarkdownText.inline($0) + "**" }
    for section in report.sections {
      parts.append("## " + MarkdownText.inline(section.heading))
      parts += section.blocks.flatMap(block)
    }
    let text = parts.joined(separator: "\n\n") + "\n"
    return [ExportedFile(path: "hoofdstuk-2.md", bytes: Array(text.utf8))]
  }

  private func block(_ block: Block) -> [String] {
    switch block {
    case .subheading(let text): ["### " + MarkdownText.inline(text)]
    case .paragraph(let text): [MarkdownText.paragraph(text)]
    case .bullets(let texts):
      [texts.map { "- " + MarkdownText.paragraph($0) }.joined(separator: "\n")]
    case .notice(let text): ["> " + MarkdownText.paragraph(text)]
    case .officerText(let paragraphs): paragraphs.map(MarkdownText.paragraph)
    case .officerPrompt(let text): ["*" + MarkdownText.inline(text) + "*"]
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    }
  }

  private func caption(_ label: String, _ number: Int, _ badge: Badge, _ text: String) -> String {
    let badge = badge == .none ? "" : MarkdownText.inline(badge.rawValue) + " · "
    return "**\(label) \(number).** " + badge + MarkdownText.inline(text)
  }

  private func table(_ table: ReportTable) -> [String] {
    let caption = caption("Tabel", table.number, table.badge, table.caption)
    let head = table.columns.map { MarkdownText.cell($0.header) }
    let rule = table.columns.map { $0.isNumeric ? "---:" : "---" }
    let rows = [head, rule] + table.rows.map { $0.cells.map(MarkdownText.cell) }
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return [caption, lines.joined(separator: "\n")] + table.notes.map(MarkdownText.paragraph)
  }

  private func figure(_ figure: ReportFigure) -> [String] {
    let alternative = MarkdownText.inline(figure.alternative)
    return [
      "![\(alternative)](figuren/\(figure.id).svg)",
      caption("Figuur", figure.number, figure.badge, figure.caption),
    ]
  }
}

/// Text in Markdown: no sign of it is taken for markup.
enum MarkdownText {
  /// A text inside a line; line breaks become blanks.
  static func inline(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where XMLText.isLegible(scalar) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\n", "\r", "\t": result += " "
      case "\\", "`", "*", "_", "[", "]", "|", "~":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A cell of a table; a line break becomes a blank.
  static func cell(_ text: String) -> String {
    let text = inline(text)
    return text.hasPrefix(" ") || text.hasSuffix(" ") ? trimmed(text) : text
  }

  /// A paragraph; a first sign that would start a heading, list, quotation or rule is escaped.
  static func paragraph(_ text: String) -> String {
    let text = trimmed(inline(text))
    guard let first = text.first else { return "" }
    if "#>+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    if !digits.isEmpty, let sign = rest.first, ".)".contains(sign),
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    {
      return digits + "\\" + rest
    }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
