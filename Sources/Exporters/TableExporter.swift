import Charts
import DelimitedText
import DisclosureControl
import Report

/// Writes the tables as tidy CSV, the structure of the release as JSON and the figures as
/// SVG and PNG.
public struct TableExporter: Sendable {
  /// Makes an exporter.
  public init() {}

  /// `tabellen/<id>.csv` for every published table, and `tabellen/audit.json`.
  public func tables(of report: Report) -> [ExportedFile] {
    report.data.map { table in
      ExportedFile(path: "tabellen/\(table.id).csv", bytes: Self.csv(of: table))
    } + [ExportedFile(path: "tabellen/audit.json", bytes: Self.audit(of: report.structure))]
  }

  /// `tabellen-excel/<id>.csv`: the same tables to open in Dutch Excel by a double click, with the
  /// headers and words of the workbook: `;`, decimal comma, CRLF, byte-order mark.
  ///
  /// They stand in a folder of their own, so that nobody takes them for the tables for programs.
  public func dutchTables(of report: Report) -> [ExportedFile] {
    report.data.map { table in
      var writer = DelimitedWriter(.dutch)
      writer.append(texts: table.columns.map { ColumnTitle.title(of: $0.name) })
      for row in table.rows {
        writer.append(
          zip(row, table.columns).map { Self.dutch($0, column: $1.name, words: report.words) })
      }
      return ExportedFile(path: "tabellen-excel/\(table.id).csv", bytes: writer.bytes)
    }
  }

  private static func dutch(
    _ cell: ReleasableCell, column: String, words: ReaderWords
  ) -> DelimitedWriter.Cell {
    switch (self.cell(cell), cell) {
    case (_, .text(let text)) where !text.isEmpty: .text(words.word(for: text, in: column))
    case (.number(let digits), _): .number(digits.replacing(".", with: ","))
    case (let other, _): other
    }
  }

  /// `intern/tabellen/<id>.csv`: figures in full precision of what `tabellen/` shows; not shared.
  public func internalTables(of report: Report) -> [ExportedFile] {
    report.internalData.map { table in
      ExportedFile(path: "intern/tabellen/\(table.id).csv", bytes: Self.csv(of: table))
    }
  }

  /// `figuren/<id>.svg` and `.png` for every figure that the chapter shows.
  public func figures(_ pictures: [FigurePicture]) -> [ExportedFile] {
    pictures.flatMap { picture in
      let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.svg.text
      return [
        ExportedFile(path: "figuren/\(picture.id).svg", bytes: Array(text.utf8)),
        ExportedFile(path: "figuren/\(picture.id).png", bytes: picture.png.bytes),
      ]
    }
  }

  /// A table in the machine form: UTF-8, comma, decimal point, LF.
  ///
  /// Suppressed is `•`, absent is empty, unknown is `onbekend`; a figure is the shortest decimal
  /// that reads back to the same double, without an exponent.
  public static func csv(of table: ReleasableTable) -> [UInt8] {
    var writer = DelimitedWriter(.machine)
    writer.append(texts: table.columns.map(\.name))
    for row in table.rows { writer.append(row.map(cell)) }
    return writer.bytes
  }

  private static func cell(_ cell: ReleasableCell) -> DelimitedWriter.Cell {
    switch cell {
    case .text(let text): text.isEmpty ? .empty : .text(text)
    case .count, .number: .number(cell.text)
    case .suppressed, .unknown: .text(cell.text)
    case .absent: .empty
    }
  }

  /// `audit.json` of a structure.
  public static func audit(of structure: ReleaseStructure) -> [UInt8] {
    Array(JSONText.write(json(.object(structure.members))).utf8)
  }

  private static func json(_ value: ReleaseStructure.Value) -> JSONValue {
    switch value {
    case .text(let text): .text(text)
    case .number(let number): .integer(number)
    case .flag(let flag): .flag(flag)
    case .null: .null
    case .list(let values): .list(values.map(json))
    case .object(let members): .object(members.map { JSONMember($0.name, json($0.value)) })
    }
  }
}
