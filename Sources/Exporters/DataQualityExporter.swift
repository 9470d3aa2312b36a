import DelimitedText
import Report
import WijkModel

/// Writes `intern/datakwaliteit.html` and `.csv`, for the practices and the manager alone.
public struct DataQualityExporter: Sendable {
  /// Makes an exporter.
  public init() {}

  /// The page and the table for Dutch Excel; both say that they are not to be shared.
  public func files(for report: DataQualityReport) -> [ExportedFile] {
    [
      ExportedFile(
        path: "intern/datakwaliteit.html", bytes: DataQualityPage(report).bytes),
      ExportedFile(path: "intern/datakwaliteit.csv", bytes: Self.csv(of: report)),
    ]
  }

  /// One table of everything: `;`, decimal comma, CRLF, byte-order mark.
  ///
  /// `onderdeel` is `waterval`, `bestand`, `kolom`, `praktijk` or `melding`.
  private static func csv(of report: DataQualityReport) -> [UInt8] {
    var writer = DelimitedWriter(.dutch)
    writer.append(texts: [report.warning])
    writer.append(texts: [
      "onderdeel", "bestand", "praktijk", "regel", "kolom", "code", "ernst", "omschrijving",
      "aantal", "percentage",
    ])
    for step in report.waterfall { writer.append(QualityLine("waterval", step).cells) }
    for file in report.files { for line in lines(of: file) { writer.append(line.cells) } }
    for practice in report.practices {
      for line in lines(of: practice) { writer.append(line.cells) }
    }
    for finding in report.allFindings { writer.append(QualityLine(finding).cells) }
    return writer.bytes
  }

  private static func lines(of file: FileQuality) -> [QualityLine] {
    let counts = [
      ("gelezen", file.input.records), ("geteld", file.input.counted),
      ("afgekeurd", file.input.rejected),
    ]
    var lines = counts.map { label, count in
      QualityLine("bestand", file: file.input.file, text: label, count: count)
    }
    for step in file.waterfall {
      lines.append(
        QualityLine("waterval", file: file.input.file, text: step.step, count: step.count))
    }
    for column in file.columns {
      lines.append(
        QualityLine(
          "kolom", file: file.input.file, column: column.column, text: "gevuld",
          count: column.values, percentage: column.completeness))
    }
    return lines
  }

  private static func lines(of practice: PracticeQuality) -> [QualityLine] {
    practice.waterfall.map {
      QualityLine("waterval", practice: practice.practice, text: $0.step, count: $0.count)
    }
      + practice.facts.map {
        QualityLine("praktijk", practice: practice.practice, text: $0.label, count: $0.count)
      }
  }
}

/// A line of the table for Dutch Excel.
private struct QualityLine {
  let part: String
  var file = ""
  var practice = ""
  var line: Int?
  var column = ""
  var code = ""
  var severity = ""
  let text: String
  let count: Int
  var percentage: Double?

  init(
    _ part: String, file: String = "", practice: String = "", column: String = "", text: String,
    count: Int, percentage: Double? = nil
  ) {
    self.part = part
    self.file = file
    self.practice = practice
    self.column = column
    self.text = text
    self.count = count
    self.percentage = percentage
  }

  init(_ part: String, _ step: QualityStep) {
    self.init(part, text: step.step, count: step.count)
  }

  init(_ finding: QualityFinding) {
    self.init(
      "melding", file: finding.file ?? "", column: finding.column ?? "", text: finding.text,
      count: finding.count)
    line = finding.line
    code = finding.code.rawValue
    severity = finding.severity.rawValue
  }

  var cells: [DelimitedWriter.Cell] {
    func text(_ text: String) -> DelimitedWriter.Cell { text.isEmpty ? .empty : .text(text) }
    return [
      text(part), text(file), text(practice), line.map { .number(String($0)) } ?? .empty,
      text(column), text(code), text(severity), text(self.text), .number(String(count)),
      percentage.map { .number(Self.dutch($0)) } ?? .empty,
    ]
  }

  /// One decimal, a decimal comma, no dots: a number to Dutch Excel.
  private static func dutch(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10),\(abs(tenths % 10))"
  }
}
