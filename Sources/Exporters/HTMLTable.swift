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
    return Self.block(id: id, label: name, rows: table.rows.count, content: content, under: under)
  }

  /// A table in its frame with what stands below it; a short one stays on one page of paper.
  static func block(
    id: String?, label: String, rows: Int, content: HTML, under: [HTML]
  ) -> HTML {
    let below: [HTML] = under.isEmpty ? [] : [.element("div", [.css("under")], under)]
    return .element(
      "div",
      (id.map { [HTMLAttribute("id", $0)] } ?? []) + [.css(rows <= 10 ? "block short" : "block")],
      [scroll(label: label, content: content)] + below)
  }

  /// A frame that scrolls sideways, so that the page never does.
  private static func scroll(label: String, content: HTML) -> HTML {
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
      rows: table.rows.map { ($0.cells, kind(of: $0)) })
  }

  /// A row with only a header starts a part of the table.
  private func kind(of row: DisplayRow) -> RowKind {
    if row.cells.count > 1 && row.cells.dropFirst().allSatisfy(\.isEmpty) { return .part }
    return row.isTotal ? .total : .plain
  }

  /// How a row is set apart.
  enum RowKind {
    case plain
    case total
    case part

    fileprivate var attributes: [HTMLAttribute] {
      switch self {
      case .plain: []
      case .total: [.css("total")]
      case .part: [.css("part")]
      }
    }
  }

  /// A table of texts; the first cell of each row is its header.
  static func plain(
    caption: [HTML], columns: [(header: String, isNumeric: Bool)],
    rows: [(cells: [String], kind: RowKind)]
  ) -> HTML {
    let styles = columns.indices.map { style(of: $0, columns: columns, rows: rows) }
    let head = zip(columns, styles).map { column, style in
      HTML.element("th", [HTMLAttribute("scope", "col")] + style, text: column.header)
    }
    let body = rows.map { row in
      HTML.element(
        "tr", row.kind.attributes,
        zip(row.cells, styles).enumerated().map { index, cell in
          index == 0
            ? .element("th", [HTMLAttribute("scope", "row")] + cell.1, text: cell.0)
            : .element("td", cell.1, text: cell.0)
        })
    }
    return .element(
      "table",
      containing: .element(
        "caption", containing: .element("span", [.css("caption")], caption)),
      .element("thead", containing: .element("tr", [], head)), .element("tbody", [], body))
  }

  /// Numbers stand to the right; a column of sentences keeps a width to read on a small screen, and
  /// one of short texts such as dates does not break.
  private static func style(
    of column: Int, columns: [(header: String, isNumeric: Bool)],
    rows: [(cells: [String], kind: RowKind)]
  ) -> [HTMLAttribute] {
    if columns[column].isNumeric { return [.css("n")] }
    let lengths = rows.map { $0.cells.count > column ? $0.cells[column].count : 0 }
    let longest = lengths.max() ?? 0
    if longest <= 12 { return [.css("tight")] }
    return longest > 40 && column > 0 ? [.css("long")] : []
  }
}
