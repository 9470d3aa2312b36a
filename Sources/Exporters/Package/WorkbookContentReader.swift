import DisclosureControl

/// Reads the sheets of an Excel file with the values that its charts keep.
struct WorkbookContentReader {
  /// A cell by its row and column, from 1 and 0.
  struct Place: Hashable {
    let row: Int
    let column: Int
  }

  private let package: PackageReader
  private let strings: [String]
  private let formats: [NumberFormat]

  /// How a number is shown, as far as it changes what the number says.
  private enum NumberFormat { case plain, percentage, euros }

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
    var sheets: [String: [Place: String]] = [:]
    var read: Set<String> = ["xl/sharedStrings.xml", "xl/styles.xml"]
    let targets = try package.relationships(of: "xl/workbook.xml")
    for sheet in try package.tree("xl/workbook.xml").descendants("sheet") {
      let id = sheet.attributes.first { $0.space == .reference }?.value
      guard let name = sheet.plainAttribute("name"),
        let target = targets.first(where: { $0.id == id })
      else { throw .damaged(part: "xl/workbook.xml") }
      let cells = cells(of: try package.tree(target.target))
      try add(cells, of: name, at: target.target, to: &content)
      sheets[name] = cells
      read.insert(target.target)
    }
    for path in package.paths where path.hasPrefix("xl/charts/") && path.hasSuffix(".xml") {
      addValues(of: try package.tree(path), sheets, to: &content)
    }
    try package.addOtherParts(to: &content) { read.contains($0) || $0.hasPrefix("xl/charts/_rels") }
    return content
  }

  // MARK: - Sheets

  /// The cells of a sheet: those of its table, those under its header outside of it, and other texts.
  private func add(
    _ cells: [Place: String], of name: String, at path: String, to content: inout OfficeContent
  ) throws(HouseStyleError) {
    var range: CellRange?
    for target in try package.relationships(of: path) where target.kind == "table" {
      range = try package.tree(target.target).plainAttribute("ref").flatMap { CellRange($0) }
    }
    let rows = Dictionary(grouping: cells.keys, by: \.row).mapValues {
      $0.map(\.column).max() ?? 0
    }
    func texts(_ row: Int) -> [String] {
      (0...(rows[row] ?? 0)).map { cells[Place(row: row, column: $0)] ?? "" }
    }
    let order = rows.keys.sorted()
    guard let range else {
      for row in order { content.add(texts(row).joined(separator: " ")) }
      return
    }
    let caption = order.filter { $0 < range.firstRow }.map { texts($0).joined(separator: " ") }
    content.texts += caption
    let header = range.columns.map { cells[Place(row: range.firstRow, column: $0)] ?? "" }
    var table = [header]
    var beside = [header]
    for row in order where row >= range.firstRow {
      let inside = range.rows.contains(row)
      if inside, row > range.firstRow {
        table.append(range.columns.map { cells[Place(row: row, column: $0)] ?? "" })
      }
      let all = texts(row)
      let outside = inside ? Array(all.dropFirst(range.columns.upperBound)) : all
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

  private func cells(of sheet: MarkupElement) -> [Place: String] {
    var cells: [Place: String] = [:]
    for cell in sheet.descendants("c") {
      guard let name = cell.plainAttribute("r"), let place = CellRange.place(name[...]) else {
        continue
      }
      let value = cell.elements.first { $0.local == "v" }.map(Self.text) ?? ""
      let text =
        switch cell.plainAttribute("t") {
        case "s": Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "inlineStr": Self.text(of: cell)
        case "str", "b", "e": value
        default: number(value, style: cell.plainAttribute("s").flatMap { Int($0) } ?? 0)
        }
      if !text.isEmpty { cells[place] = text }
    }
    return cells
  }

  private func number(_ value: String, style: Int) -> String {
    guard let number = Double(value), formats.indices.contains(style) else { return value }
    switch formats[style] {
    case .plain: return value
    case .percentage: return MachineNumber.text(number * 100) + " %"
    case .euros: return "€ " + value
    }
  }

  private static func formats(_ styles: MarkupElement) -> [NumberFormat] {
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
    of chart: MarkupElement, _ sheets: [String: [Place: String]], to content: inout OfficeContent
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

/// A range of cells, such as `A5:E26`.
private struct CellRange {
  let firstRow: Int
  let rows: ClosedRange<Int>
  let columns: Range<Int>

  typealias Place = WorkbookContentReader.Place

  /// Reads a range with or without signs for fixed rows and columns; nil for anything else.
  init?(_ text: some StringProtocol) {
    let plain = String(text.filter { $0 != "$" })
    let ends = plain.split(separator: ":").compactMap { Self.place($0) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    firstRow = first.row
    rows = first.row...last.row
    columns = first.column..<last.column + 1
  }

  /// The cell that has a number in a row or column of cells.
  func place(at index: Int) -> Place? {
    let place =
      columns.count == 1
      ? Place(row: firstRow + index, column: columns.lowerBound)
      : Place(row: firstRow, column: columns.lowerBound + index)
    return rows.contains(place.row) && columns.contains(place.column) ? place : nil
  }

  /// `B7` as its row and column.
  static func place(_ name: Substring) -> Place? {
    let letters = name.prefix { ("A"..."Z").contains($0) }
    guard !letters.isEmpty, letters.count <= 3, let row = Int(name.dropFirst(letters.count)),
      row > 0
    else { return nil }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    return Place(row: row, column: column - 1)
  }

  /// `'t215-grafiek'!$B$6:$B$10` as the name of the sheet and the range.
  static func onSheet(_ formula: String) -> (String, CellRange)? {
    guard let sign = formula.lastIndex(of: "!"),
      let range = CellRange(formula[formula.index(after: sign)...])
    else { return nil }
    var name = formula[..<sign]
    if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 1 {
      name = name.dropFirst().dropLast()
    }
    return (String(name).replacing("''", with: "'"), range)
  }
}
