import Report

/// A table of the chapter on a page.
struct HTMLTable {
  private let table: ReportTable

  init(_ table: ReportTable) { self.table = table }

  /// The table with its caption, notes and copy button.
  var block: HTML {
    let id = "tabel-\(table.number)"
    let name = "Tabel \(table.number)"
    var under: [HTML] = []
    if !table.notes.isEmpty {
      under.append(
        .element(
          "div", [.css("notes")],
          table.notes.map { .element("p", [.css("note")], text: $0) }))
    }
    under.append(HTMLCaption.copyButton(of: id, name: name))
    return .element(
      "div", [HTMLAttribute("id", id), .css("block")],
      containing: Self.scroll(label: name, content: content),
      .element("div", [.css("under")], under))
  }

  /// A frame that scrolls sideways, so that the page never does.
  static func scroll(label: String, content: HTML) -> HTML {
    .element(
      "div",
      [
        .css("scroll"), HTMLAttribute("tabindex", "0"), HTMLAttribute("role", "region"),
        HTMLAttribute("aria-label", label),
      ],
      containing: content)
  }

  private var content: HTML {
    let caption = HTMLCaption.pieces(
      label: "Tabel", number: table.number, badge: table.badge, caption: table.caption)
    return Self.plain(
      caption: caption, columns: table.columns.map { ($0.header, $0.isNumeric) },
      rows: table.rows.map { ($0.cells, $0.isTotal) })
  }

  /// A table of texts; the first cell of each row is its header.
  static func plain(
    caption: [HTML], columns: [(header: String, isNumeric: Bool)],
    rows: [(cells: [String], isTotal: Bool)]
  ) -> HTML {
    let head = columns.map { column in
      HTML.element(
        "th", [HTMLAttribute("scope", "col")] + (column.isNumeric ? [.css("n")] : []),
        text: column.header)
    }
    let body = rows.map { row in
      HTML.element(
        "tr", style(of: row.cells, isTotal: row.isTotal),
        zip(row.cells, columns).enumerated().map { index, pair in
          let numeric: [HTMLAttribute] = pair.1.isNumeric ? [.css("n")] : []
          return index == 0
            ? .element("th", [HTMLAttribute("scope", "row")] + numeric, text: pair.0)
            : .element("td", numeric, text: pair.0)
        })
    }
    return .element(
      "table",
      containing: .element(
        "caption", containing: .element("span", [.css("caption")], caption)),
      .element("thead", containing: .element("tr", [], head)), .element("tbody", [], body))
  }

  /// A total is set apart; a row with only a header starts a part of the table.
  private static func style(of cells: [String], isTotal: Bool) -> [HTMLAttribute] {
    if isTotal { return [.css("total")] }
    return cells.count > 1 && cells.dropFirst().allSatisfy(\.isEmpty) ? [.css("part")] : []
  }
}
