internal import CLibxlsxwriter

/// Writes the first sheet: what is in the workbook, with links.
struct ContentsWriter {
  private let plan: WorkbookPlan
  private let workbook: Workbook
  private let sheet: UnsafeMutablePointer<lxw_worksheet>

  /// Prepares the sheet.
  init(_ plan: WorkbookPlan, _ workbook: Workbook, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.plan = plan
    self.workbook = workbook
    self.sheet = sheet
  }

  /// Writes everything.
  func write(page: PageTexts) {
    worksheet_set_column(sheet, 0, 0, 26, nil)
    worksheet_set_column(sheet, 1, 1, 92, nil)
    worksheet_set_column(sheet, 2, 2, 36, nil)
    var row: UInt32 = 0
    line(plan.title, .title, at: &row, height: 22)
    line(plan.subtitle, .about, at: &row)
    for warning in plan.warnings { line(warning, .warning, at: &row, height: 32) }
    line(Self.explanation, .note, at: &row, height: 50)
    list("Tabellen", plan.tables, at: &row)
    list("Figuren", plan.figures, at: &row)
    page.apply(to: sheet, title: "Inhoud")
    worksheet_activate(sheet)
  }

  private static let explanation =
    "Elke tabel staat op een eigen blad, met filters. Getallen zijn getallen, ook al ziet u een "
    + "afgerond getal. • = niet getoond, om te voorkomen dat personen herkenbaar zijn; onbekend = "
    + "niet bekend in de bron; leeg = bestaat niet. Inwoners en patiënten zijn apart geteld."

  private func line(
    _ text: String, _ look: Workbook.Look, at row: inout UInt32, height: Double = 16
  ) {
    worksheet_merge_range(
      sheet, row, 0, row, 2, WorkbookText.cell(text), workbook.format(look))
    worksheet_set_row(sheet, row, height, nil)
    row += 1
  }

  private func list(_ heading: String, _ sheets: [SheetPlan], at row: inout UInt32) {
    guard !sheets.isEmpty else { return }
    row += 1
    for (column, text) in [heading, "Wat staat er", "Over wie"].enumerated() {
      worksheet_write_string(sheet, row, UInt16(column), text, workbook.format(.heading))
    }
    row += 1
    for item in sheets {
      worksheet_write_url_opt(
        sheet, row, 0, "internal:'\(item.name)'!A1", workbook.format(.link), item.name, nil)
      let title = WorkbookText.cell(item.title)
      worksheet_write_string(sheet, row, 1, title, workbook.format(.cell))
      worksheet_write_string(
        sheet, row, 2, WorkbookText.cell(item.about.count > 1 ? item.about[0] : ""),
        workbook.format(.cell))
      worksheet_set_row(sheet, row, 15.5 * max((Double(title.count) / 106).rounded(.up), 1), nil)
      row += 1
    }
  }
}
