import Report

/// The text of the chapter in WordprocessingML: `word/document.xml`.
struct DocxBody {
  private let report: Report
  private let house: HouseStyle
  private let pictures: [String: FigurePicture]
  private let copyFirst: String
  private var writer = MarkupWriter()
  private var isWide = false
  private var isFirstSection = true

  init(report: Report, house: HouseStyle, pictures: [FigurePicture], copyFirst: String) {
    self.report = report
    self.house = house
    self.copyFirst = copyFirst
    self.pictures = Dictionary(pictures.map { ($0.id, $0) }) { first, _ in first }
  }

  private var styles: StyleIDs { house.styles }

  /// The part, without its relationships.
  static func bytes(
    of report: Report, house: HouseStyle, pictures: [FigurePicture], copyFirst: String
  ) -> [UInt8] {
    MarkupWriter.document { writer in
      var body = DocxBody(report: report, house: house, pictures: pictures, copyFirst: copyFirst)
      swap(&body.writer, &writer)
      body.document()
      swap(&body.writer, &writer)
    }
  }

  private mutating func document() {
    writer.literal(Self.start)
    heading(report.title, .chapter)
    writer.paragraph(report.subtitle, style: styles[.subtitle])
    for warning in report.warnings { writer.paragraph(warning, style: styles[.warning]) }
    writer.paragraph(copyFirst, style: styles[.notice])
    for section in report.sections { self.section(section) }
    writer.tree(house.page.section(isFirst: isFirstSection, isWide: isWide))
    writer.literal("</w:body></w:document>")
  }

  private static let start: StaticString = """
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
    xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"><w:body>
    """

  private mutating func section(_ section: Section) {
    // A heading goes to the page of the table behind it.
    turn(wide: isWide(section.blocks.first))
    let startsPage = section.id == "bijlage" && !isWide
    heading(section.heading, .section, startsPage: startsPage)
    for (index, block) in section.blocks.enumerated() {
      if case .subheading = block {
        turn(wide: isWide(section.blocks.dropFirst(index + 1).first))
      } else {
        turn(wide: isWide(block))
      }
      self.block(block)
    }
  }

  private mutating func heading(_ text: String, _ style: WordStyle, startsPage: Bool = false) {
    writer.paragraph(
      text, style: styles[style], ownNumber: house.numberedHeadings.contains(style),
      startsPage: startsPage)
  }

  private mutating func block(_ block: Block) {
    switch block {
    case .subheading(let text): heading(text, .subheading)
    case .paragraph(let text): writer.paragraph(text, style: styles[.normal])
    case .bullets(let texts):
      for text in texts { writer.paragraph(text, style: styles[.bullet]) }
    case .notice(let text): writer.paragraph(text, style: styles[.notice])
    case .officerText(let texts):
      for text in texts { writer.paragraph(text, style: styles[.officerText]) }
    case .officerPrompt(let text): writer.paragraph(text, style: styles[.officerPrompt])
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    }
  }

  /// Ends the section so far and starts one with the paper the other way, unless it lies so already.
  private mutating func turn(wide: Bool) {
    if wide == isWide { return }
    writer.sectionBreak(
      house.page.section(isFirst: isFirstSection, isWide: isWide), style: styles[.gap])
    isFirstSection = false
    isWide = wide
  }

  /// Whether a block needs the paper on its side.
  private func isWide(_ block: Block?) -> Bool {
    guard case .table(let table)? = block else { return false }
    return table.columns.count > 10 || !widths(of: table, isWide: false).fits
  }

  private func widths(of table: ReportTable, isWide: Bool) -> ColumnWidths {
    .best(
      of: table, available: house.page.textWidth(isWide: isWide), size: house.tableTextSize,
      scale: house.textScale)
  }

  // MARK: Tables and figures

  private mutating func table(_ table: ReportTable) {
    caption("Tabel", table.number, table.badge, table.caption, keepsNext: true)
    DocxTable(table: table, styles: styles, widths: widths(of: table, isWide: isWide))
      .write(to: &writer)
    if !table.notes.isEmpty {
      writer.paragraph(table.notes.joined(separator: " "), style: styles[.tableNote])
    }
    // Two tables without a paragraph between them would become one.
    writer.paragraph("", style: styles[.gap])
  }

  private mutating func figure(_ figure: ReportFigure) {
    if let picture = pictures[figure.id] {
      let extent = WordPicture.extent(
        of: picture, width: Int(Double(house.page.textWidth(isWide: false)) * WordPicture.share),
        height: house.page.textHeight * 3 / 4)
      writer.paragraph(style: styles[.figure], keepsNext: true) { writer in
        writer.element("w:r") {
          $0.picture(
            number: figure.number, name: "Figuur \(figure.number)",
            description: figure.alternative, extent: extent)
        }
      }
    }
    caption("Figuur", figure.number, figure.badge, figure.caption, keepsNext: false)
  }

  /// `Tabel 3. Wijkpopulatie (inwoners) · …`, the number as a field with its value stored.
  private mutating func caption(
    _ label: String, _ number: Int, _ badge: Badge, _ text: String, keepsNext: Bool
  ) {
    let styles = styles
    writer.paragraph(style: styles[.caption], keepsNext: keepsNext) { writer in
      writer.run(label + " ", style: styles[.strong])
      writer.element("w:fldSimple", ["w:instr": " SEQ \(label) \\* ARABIC "]) {
        $0.run("\(number)", style: styles[.strong])
      }
      writer.run(". ", style: styles[.strong])
      if let style = WordStyle(badge) {
        writer.run(badge.rawValue, style: styles[style])
        writer.run(" · ")
      }
      writer.run(text)
    }
  }
}

extension WordStyle {
  /// The style of a badge; nil when the figures are about nobody.
  fileprivate init?(_ badge: Badge) {
    switch badge {
    case .inhabitants: self = .inhabitants
    case .patients: self = .patients
    case .both: self = .both
    case .insured: self = .insured
    case .none: return nil
    }
  }
}
