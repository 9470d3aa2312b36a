/// Reads the sheets of an Excel file with the values that its charts keep.
struct WorkbookContentReader {
  private let package: PackageReader
  private let strings: [String]
  private let formats: [SheetReader.NumberFormat]

  init(_ package: PackageReader) throws(HouseStyleError) {
    self.package = package
    strings =
      package.paths.contains("xl/sharedStrings.xml")
      ? try package.tree("xl/sharedStrings.xml").elements.map(Self.text) : []
    formats = Self.formats(try package.tree("xl/styles.xml"))
  }

  /// Everything that the file shows.
  func content() throws(HouseStyleError) -> OfficeContent {
    var content = OfficeContent()
    var sheets: [String: SheetCells] = [:]
    var read: Set<String> = ["xl/sharedStrings.xml", "xl/styles.xml"]
    let targets = try package.relationships(of: "xl/workbook.xml")
    for sheet in try package.tree("xl/workbook.xml").descendants("sheet") {
      let id = sheet.attributes.first { $0.space == .reference }?.value
      guard let name = sheet.plainAttribute("name"),
        let target = targets.first(where: { $0.id == id })
      else { throw .damaged(part: "xl/workbook.xml") }
      let cells = try cells(at: target.target)
      try add(cells, of: name, at: target.target, to: &content)
      sheets[name] = cells
      read.insert(target.target)
    }
    var charts: [String: MarkupElement] = [:]
    for path in package.paths where path.hasPrefix("xl/charts/") && path.hasSuffix(".xml") {
      let chart = try package.tree(path)
      addValues(of: chart, sheets, to: &content)
      charts[path] = chart
    }
    try package.addOtherParts(to: &content, trees: charts) {
      read.contains($0) || $0.hasPrefix("xl/charts/_rels")
    }
    return content
  }

  // MARK: - Sheets

  /// The cells of a sheet: those of its table, those under its header outside of it, and other texts.
  private func add(
    _ cells: SheetCells, of name: String, at path: String, to content: inout OfficeContent
  ) throws(HouseStyleError) {
    var range: CellRange?
    for target in try package.relationships(of: path) where target.kind == "table" {
      range = try package.tree(target.target).plainAttribute("ref").flatMap { CellRange($0) }
    }
    let rows = cells.rows
    guard let range else {
      for row in rows { content.add(row.texts.joined(separator: " ")) }
      return
    }
    let caption = rows.prefix { $0.number < range.firstRow }.map {
      $0.texts.joined(separator: " ")
    }
    content.texts += caption
    let header = range.columns.map {
      cells[SheetCells.Place(row: range.firstRow, column: $0)] ?? ""
    }
    var table = [header]
    var beside = [header]
    for row in rows.dropFirst(caption.count) {
      let inside = range.rows.contains(row.number)
      if inside, row.number > range.firstRow { table.append(row.texts(in: range.columns)) }
      let outside = inside ? Array(row.texts.dropFirst(range.columns.upperBound)) : row.texts
      content.add(outside.joined(separator: " "))
      if outside.contains(where: { Double($0) != nil }) { beside.append(outside) }
    }
    let title = caption.joined(separator: " ")
    content.tables.append(
      OfficeContent.Table(sheet: name, caption: title, rows: table, isBeside: false))
    if beside.count > 1 {
      content.tables.append(
        OfficeContent.Table(sheet: name, caption: title, rows: beside, isBeside: true))
    }
  }

  private func cells(at path: String) throws(HouseStyleError) -> SheetCells {
    var reader = SheetReader(strings: strings, formats: formats)
    try package.scan(path) { reader.take($0, &$1) }
    return reader.cells
  }

  private static func formats(_ styles: MarkupElement) -> [SheetReader.NumberFormat] {
    var codes = ["9": "0%", "10": "0.00%"]
    for format in styles.descendants("numFmt") {
      if let id = format.plainAttribute("numFmtId") {
        codes[id] = format.plainAttribute("formatCode")
      }
    }
    let list = styles.elements.first { $0.local == "cellXfs" }?.elements ?? []
    return list.map { format in
      let code = format.plainAttribute("numFmtId").flatMap { codes[$0] } ?? ""
      return code.contains("%") ? .percentage : code.contains("€") ? .euros : .plain
    }
  }

  // MARK: - Charts

  /// The values that the series of a chart keep, beside the cells that they come from.
  private func addValues(
    of chart: MarkupElement, _ sheets: [String: SheetCells], to content: inout OfficeContent
  ) {
    for reference in chart.descendants("numRef") + chart.descendants("strRef") {
      guard let formula = reference.elements.first(where: { $0.local == "f" }),
        let (name, range) = CellRange.onSheet(Self.text(of: formula))
      else { continue }
      for point in reference.descendants("pt") {
        guard let index = point.plainAttribute("idx").flatMap({ Int($0) }), index >= 0 else {
          continue
        }
        let stored = point.elements.first { $0.local == "v" }.map(Self.text) ?? ""
        let place = range.place(at: index)
        content.storedValues.append(
          OfficeContent.StoredValue(
            sheet: name, cell: place.flatMap { sheets[name]?[$0] } ?? "", stored: stored))
      }
    }
  }

  private static func text(of element: MarkupElement) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.local == "rPh" ? "" : text(of: element)
      }
    }.joined()
  }
}
