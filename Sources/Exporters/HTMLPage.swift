/// A self-contained page: no network, everything inline.
enum HTMLPage {
  /// The page as bytes.
  ///
  /// - Parameters:
  ///   - title: What the browser's tab says.
  ///   - body: What is in the body, without the status line.
  ///   - canCopy: Whether the script for the copy buttons is needed.
  /// - Returns: The page in UTF-8.
  static func bytes(title: String, body: [HTML], canCopy: Bool) -> [UInt8] {
    var content: [HTML] = [
      .element(
        "a", [.css("skip"), HTMLAttribute("href", "#inhoud")], text: "Naar de inhoud")
    ]
    content += body
    if canCopy {
      content.append(
        .element(
          "p", [HTMLAttribute("id", "melding"), .css("status"), HTMLAttribute("role", "status")],
          []))
      content.append(.script(HTMLScript.copy))
    }
    let page = HTML.element(
      "html", [HTMLAttribute("lang", "nl")],
      containing: head(title: title, canCopy: canCopy), .element("body", [], content))
    return Array(("<!DOCTYPE html>\n" + page.markup).utf8)
  }

  /// Warnings that stand on top of everything.
  static func warnings(_ texts: [String]) -> [HTML] {
    guard !texts.isEmpty else { return [] }
    let lines = texts.map { HTML.element("p", text: $0) }
    return [
      .element(
        "aside", [.css("warning"), HTMLAttribute("aria-label", "Let op")], lines)
    ]
  }

  private static func head(title: String, canCopy: Bool) -> HTML {
    let scripts = canCopy ? " script-src 'unsafe-inline';" : ""
    let policy =
      "default-src 'none'; style-src 'unsafe-inline';" + scripts
      + " img-src data: blob:; base-uri 'none'; form-action 'none'"
    return .element(
      "head",
      containing: .element("meta", [HTMLAttribute("charset", "utf-8")]),
      .element(
        "meta",
        [
          HTMLAttribute("http-equiv", "Content-Security-Policy"), HTMLAttribute("content", policy),
        ]),
      .element(
        "meta",
        [
          HTMLAttribute("name", "viewport"),
          HTMLAttribute("content", "width=device-width, initial-scale=1"),
        ]),
      .element(
        "meta",
        [HTMLAttribute("name", "color-scheme"), HTMLAttribute("content", "light dark")]),
      .element(
        "meta", [HTMLAttribute("name", "robots"), HTMLAttribute("content", "noindex")]),
      .element("title", text: title),
      .style(HTMLStyle.base), .style(HTMLStyle.tables), .style(HTMLStyle.print))
  }
}
