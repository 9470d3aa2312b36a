import DisclosureControl
import Exporters

/// Reads published files as an outsider, by the end of the file name.
///
/// A format is added here and nowhere else.
enum PageReader {
  /// The ends of the names of files that are read.
  private static let endings = [".md", ".html", ".docx", ".xlsx", ".svg", ".json"]

  /// Whether a file is of a format that is read.
  static func canRead(_ path: String) -> Bool {
    if path.hasPrefix("tabellen/") || path.hasPrefix("intern/") { return false }
    return endings.contains(where: path.hasSuffix) || isExcelTable(path)
  }

  /// What a file shows; nil when it cannot be read as its name says.
  static func read(_ path: String, _ bytes: [UInt8]) -> PublishedPage? {
    if isExcelTable(path) { return copy(path, bytes) }
    if path.hasSuffix(".docx") || path.hasSuffix(".xlsx") {
      return OfficeContent(bytes).map(office)
    }
    if path.hasSuffix(".md") { return markdown(bytes) }
    if path.hasSuffix(".html") || path.hasSuffix(".svg") { return html(bytes) }
    return json(bytes)
  }

  private static func isExcelTable(_ path: String) -> Bool {
    path.hasPrefix("tabellen-excel/") && path.hasSuffix(".csv")
  }

  private static func copy(_ path: String, _ bytes: [UInt8]) -> PublishedPage {
    let name = String(path.dropFirst("tabellen-excel/".count))
    return PublishedPage(copies: [
      TableCopy(
        number: String(name.prefix { $0 != "-" && $0 != "." }), name: name,
        rows: PublishedCSV.records(bytes))
    ])
  }

  /// The texts of a JSON file; numbers in it count no patients.
  private static func json(_ bytes: [UInt8]) -> PublishedPage {
    PublishedPage(texts: bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  // MARK: - Word and Excel

  private static func office(_ content: OfficeContent) -> PublishedPage {
    var page = PublishedPage(texts: content.texts)
    for table in content.tables {
      if isCopy(table) {
        page.copies.append(
          TableCopy(number: table.sheet, name: "blad " + table.sheet, rows: table.rows))
      } else {
        page.tables.append(
          PageTable(
            caption: table.caption, rows: table.rows, sheet: table.sheet,
            isFigure: table.sheet.hasPrefix("f")))
      }
    }
    for value in content.storedValues where !isSame(value.stored, value.cell) {
      page.strayValues.append(
        StrayValue(
          sheet: value.sheet, isHidden: value.cell == ReleasableCell.suppressedText))
    }
    for drawing in content.drawings {
      let figure = html(drawing)
      page.tables += figure.tables
      page.texts += figure.texts
    }
    return page
  }

  /// Sheets with the name of a machine table, such as `t214`, hold that table.
  private static func isCopy(_ table: OfficeContent.Table) -> Bool {
    table.sheet.count == 4 && table.sheet.hasPrefix("t")
      && table.sheet.dropFirst().allSatisfy(\.isNumber) && !table.isBeside
  }

  /// Whether a chart keeps what its cell shows; a chart keeps nothing, or zero, of a text.
  private static func isSame(_ stored: String, _ cell: String) -> Bool {
    if stored == cell { return true }
    guard let number = Double(stored) else { return stored.isEmpty }
    return Double(cell).map { $0 == number } ?? (number == 0)
  }
}
