import Aggregation
import Definitions
import Exporters
import WijkModel

/// What `controleer --formaat json` prints (product.md, section 9).
struct CheckReport {
  let referenceDate: CalendarDate
  let records: [InputRecord]
  let findings: [Finding]
  let waterfall: [(step: String, count: Int)]
  let messages: MessageCatalog

  /// The report as JSON text.
  func json() -> String {
    JSONText.write(
      .object([
        "peildatum": .text(referenceDate.description),
        "bestanden": .list(records.map(file)),
        "meldingen": .list(findings.map(finding)),
        "kolommen": .list(records.flatMap { record in record.columns.map { column(record, $0) } }),
        "waterval": .list(
          waterfall.map {
            .object(["stap": .text($0.step), "aantal": .integer($0.count)])
          }),
      ]))
  }

  private func file(_ record: InputRecord) -> JSONValue {
    .object([
      "bestand": .text(record.file), "soort": .text(record.kind), "indeling": .text(record.layout),
      "codering": .text(record.encoding), "scheidingsteken": .text(record.delimiter),
      "records": .integer(record.records), "geteld": .integer(record.counted),
      "afgekeurd": .integer(record.rejected), "geweigerd": .flag(record.isRefused),
      "sha256": .text(record.sha256),
    ])
  }

  private func finding(_ finding: Finding) -> JSONValue {
    var members = [
      JSONMember("code", .text(finding.code.rawValue)),
      JSONMember("ernst", .text(messages.severity(of: finding.code).rawValue)),
    ]
    if let file = finding.file { members.append(JSONMember("bestand", .text(file))) }
    if let line = finding.line { members.append(JSONMember("regel", .integer(line))) }
    if let column = finding.column { members.append(JSONMember("kolom", .text(column))) }
    members.append(JSONMember("aantal", .integer(finding.count)))
    members.append(JSONMember("tekst", .text(messages.text(for: finding))))
    return .object(members)
  }

  private func column(_ record: InputRecord, _ column: ColumnRecord) -> JSONValue {
    .object([
      "bestand": .text(record.file), "kolom": .text(column.column),
      "waarde": .integer(column.values), "onbekend": .integer(column.unknown),
      "afgekeurd": .integer(column.rejected),
    ])
  }
}
