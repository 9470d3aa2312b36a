import Charts
import Report

/// Writes the chapter as one self-contained page to read, print and copy from.
public struct HTMLExporter: Sendable {
  /// Makes an exporter.
  public init() {}

  /// The page `hoofdstuk-2.html`.
  public func files(for report: Report) -> [ExportedFile] {
    let head = HTML.element(
      "header", [.css("head")],
      [
        .element("h1", text: report.title),
        .element("p", [.css("subtitle")], text: report.subtitle),
      ])
    let columns = HTML.element(
      "div", [.css("columns")],
      containing: contents(of: report),
      .element("main", [HTMLAttribute("id", "inhoud")], report.sections.map(section)))
    let page = HTML.element(
      "div", [.css("page")], HTMLPage.warnings(report.warnings) + [head, columns])
    let bytes = HTMLPage.bytes(
      title: report.wijk.name + " – " + report.title, body: [page], canCopy: true)
    return [ExportedFile(path: "hoofdstuk-2.html", bytes: bytes)]
  }

  private func contents(of report: Report) -> HTML {
    let entries = report.sections.map { section in
      HTML.element(
        "li",
        containing: .element(
          "a", [HTMLAttribute("href", "#" + anchor(of: section))], text: section.heading))
    }
    return .element(
      "nav", [HTMLAttribute("aria-labelledby", "inhoudsopgave")],
      containing: .element("h2", [HTMLAttribute("id", "inhoudsopgave")], text: "Inhoud"),
      .element("ul", [], entries))
  }

  private func anchor(of section: Section) -> String {
    "deel-" + String(section.id.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }

  private func section(_ section: Section) -> HTML {
    let id = anchor(of: section)
    let heading = HTML.element(
      "h2", [HTMLAttribute("id", id + "-kop")], text: section.heading)
    return .element(
      "section", [HTMLAttribute("id", id), HTMLAttribute("aria-labelledby", id + "-kop")],
      [heading] + section.blocks.map(block))
  }

  private func block(_ block: Block) -> HTML {
    switch block {
    case .subheading(let text): .element("h3", text: text)
    case .paragraph(let text): .element("p", text: text)
    case .bullets(let texts): .element("ul", [], texts.map { .element("li", text: $0) })
    case .notice(let text): .element("p", [.css("notice")], text: text)
    case .officerText(let paragraphs):
      .element("div", [.css("own")], paragraphs.map { .element("p", text: $0) })
    case .officerPrompt(let text): .element("p", [.css("prompt")], text: text)
    case .table(let table): HTMLTable(table).block
    case .figure(let figure): self.figure(figure)
    }
  }

  private func figure(_ figure: ReportFigure) -> HTML {
    let id = "figuur-\(figure.number)"
    let drawing = FigureRenderer().svg(of: figure, id: id)
    let caption = HTMLCaption.pieces(
      label: "Figuur", number: figure.number, badge: figure.badge, caption: figure.caption)
    return .element(
      "figure", [HTMLAttribute("id", id)],
      containing: .element(
        "div",
        [
          .css("scroll"), HTMLAttribute("tabindex", "0"), HTMLAttribute("role", "region"),
          HTMLAttribute("aria-label", "Figuur \(figure.number)"),
        ],
        containing: .drawing(drawing)),
      .element("figcaption", [], caption),
      .element(
        "div", [.css("under")],
        containing: HTMLCaption.copyButton(of: id, name: "Figuur \(figure.number)")))
  }
}
