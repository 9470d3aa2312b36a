import Report

/// Lengths that tables share, in twentieths of a point.
enum TableShape {
  /// Above and below the text of a cell.
  static let paddingAbove = 22
  /// On both sides of the text of a cell.
  static let paddingBeside = 85
  /// On both sides of the text of a cell of a wide table.
  static let tightPaddingBeside = 45
  /// Up to this number of rows a table stays on one page.
  static let shortRows = 12
}

/// A table of the chapter in WordprocessingML.
struct DocxTable {
  let table: ReportTable
  let styles: StyleIDs
  let widths: ColumnWidths

  /// The table, without caption and notes.
  func write(to writer: inout MarkupWriter) {
    writer.element("w:tbl") { writer in
      properties(&writer)
      writer.element("w:tblGrid") { writer in
        for width in widths.twips { writer.empty("w:gridCol", ["w:w": "\(width)"]) }
      }
      header(&writer)
      for (index, row) in table.rows.enumerated() { self.row(row, at: index, &writer) }
    }
  }

  private func properties(_ writer: inout MarkupWriter) {
    writer.element("w:tblPr") { writer in
      writer.value("w:tblStyle", styles[.table])
      writer.empty("w:tblW", ["w:w": "\(widths.twips.reduce(0, +))", "w:type": "dxa"])
      writer.empty("w:tblLayout", ["w:type": "fixed"])
      if widths.padding != TableShape.paddingBeside {
        writer.element("w:tblCellMar") { writer in
          for side in ["w:left", "w:right"] as [StaticString] {
            writer.empty(side, ["w:w": "\(widths.padding)", "w:type": "dxa"])
          }
        }
      }
      writer.empty(
        "w:tblLook",
        [
          "w:val": "04A0", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "1",
          "w:lastColumn": "0", "w:noHBand": "0", "w:noVBand": "1",
        ])
      writer.value("w:tblCaption", "Tabel \(table.number). \(table.caption)")
      writer.value("w:tblDescription", description)
    }
  }

  /// What a screen reader says of the table before its cells.
  private var description: String {
    let badge = table.badge == .none ? "" : table.badge.rawValue + ". "
    let headers = table.columns.map(\.header).filter { !$0.isEmpty }.joined(separator: ", ")
    let rows = table.rows.count == 1 ? "1 rij" : "\(table.rows.count) rijen"
    return badge + "\(rows) onder de kop: \(headers)."
  }

  private func header(_ writer: inout MarkupWriter) {
    writer.element("w:tr") { writer in
      writer.element("w:trPr") { writer in
        writer.empty("w:cantSplit")
        writer.empty("w:tblHeader")
      }
      for (column, width) in zip(table.columns, widths.twips) {
        writer.element("w:tc") { writer in
          writer.element("w:tcPr") {
            $0.empty("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])
          }
          let style = styles[column.isNumeric ? .tableHeadNumber : .tableHead]
          writer.paragraph(column.header, style: style, keepsNext: true)
        }
      }
    }
  }

  private func row(_ row: DisplayRow, at index: Int, _ writer: inout MarkupWriter) {
    let keepsNext = keepsNext(index)
    let isPart = isPart(row)
    writer.element("w:tr") { writer in
      writer.element("w:trPr") { $0.empty("w:cantSplit") }
      for (column, width) in zip(table.columns.indices, widths.twips) {
        let text = column < row.cells.count ? row.cells[column] : ""
        writer.element("w:tc") { writer in
          cellProperties(width, isFirstTotal: isFirstTotal(index), &writer)
          let style = styles[table.columns[column].isNumeric ? .tableNumber : .tableText]
          writer.paragraph(style: style, keepsNext: keepsNext || isPart) {
            $0.run(text, style: row.isTotal || isPart ? styles[.strong] : nil)
          }
        }
      }
    }
  }

  private func cellProperties(_ width: Int, isFirstTotal: Bool, _ writer: inout MarkupWriter) {
    writer.element("w:tcPr") { writer in
      writer.empty("w:tcW", ["w:w": "\(width)", "w:type": "dxa"])
      if isFirstTotal {
        writer.element("w:tcBorders") {
          $0.empty(
            "w:top",
            [
              "w:val": "single", "w:sz": "6", "w:space": "0", "w:color": WordColor.rule.hex,
              "w:themeColor": "accent1",
            ])
        }
      }
    }
  }

  /// A rule stands above the totals, not between them.
  private func isFirstTotal(_ index: Int) -> Bool {
    table.rows[index].isTotal && (index == 0 || !table.rows[index - 1].isTotal)
  }

  /// A row with only a header starts a part of the table.
  private func isPart(_ row: DisplayRow) -> Bool {
    row.cells.count > 1 && row.cells.dropFirst().allSatisfy(\.isEmpty)
  }

  /// A short table stays together, of a long one the first and last rows; notes stay with it.
  private func keepsNext(_ index: Int) -> Bool {
    let last = table.rows.count - 1
    if index == last { return !table.notes.isEmpty }
    return table.rows.count <= TableShape.shortRows || index == 0 || index >= last - 2
  }
}
