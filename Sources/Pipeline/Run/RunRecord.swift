import Definitions
import Exporters
import WijkModel

/// What a run did: the shared record without row counts, and the internal one with them.
struct RunRecord {
  let configuration: Configuration
  let definitions: DefinitionSet
  let records: [InputRecord]
  let findings: [Finding]

  /// `verantwoording.json` of a wijk; shared, so without counts of rows.
  func shared(tables: [String], choices: [String]) -> ExportedFile {
    let value: JSONValue = .object(
      head() + [
        JSONMember("instellingen", .list(choices.map { .text($0) })),
        JSONMember("bronnen", .list(records.map(source))),
        JSONMember("meldingen", .list(codes().map { .text($0.code) })),
        JSONMember("tabellen", .list(tables.map { .text($0) })),
      ])
    return ExportedFile(path: "verantwoording.json", bytes: Array(JSONText.write(value).utf8))
  }

  /// `intern/run.json` of a wijk, with counts of rows and findings.
  func internalRecord(tables: [String]) -> ExportedFile {
    let value: JSONValue = .object(
      head() + [
        JSONMember(
          "bronnen",
          .list(
            records.map { record in
              guard case .object(let members) = source(record) else { return .null }
              return .object(
                members + [
                  JSONMember("bestand", .text(record.file)),
                  JSONMember("records", .integer(record.records)),
                  JSONMember("geteld", .integer(record.counted)),
                  JSONMember("afgekeurd", .integer(record.rejected)),
                ])
            })),
        JSONMember(
          "meldingen",
          .list(
            codes().map { .object(["code": .text($0.code), "aantal": .integer($0.count)]) })),
        JSONMember("tabellen", .list(tables.map { .text($0) })),
      ])
    return ExportedFile(path: "intern/run.json", bytes: Array(JSONText.write(value).utf8))
  }

  private func head() -> [JSONMember] {
    [
      JSONMember("programma", .text("wijkbeeld")),
      JSONMember("versie", .text(ProgramVersion.text)),
      JSONMember("definities_sha256", .text(definitions.hash)),
      JSONMember("regio", .text(configuration.region)),
      JSONMember("peildatum", .text(configuration.referenceDate.description)),
      JSONMember("drempel", .integer(configuration.settings.threshold)),
    ]
  }

  private func source(_ record: InputRecord) -> JSONValue {
    .object([
      "soort": .text(record.kind), "indeling": .text(record.layout),
      "sha256": .text(record.sha256), "grootte": .integer(record.size),
      "datum": record.years.isEmpty
        ? .text(configuration.referenceDate.description)
        : .list(record.years.map { .integer($0) }),
    ])
  }

  private func codes() -> [(code: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in findings { counts[finding.code.rawValue, default: 0] += finding.count }
    return counts.sorted { $0.key < $1.key }.map { (code: $0.key, count: $0.value) }
  }
}

/// The version of the program.
public enum ProgramVersion {
  /// The version as printed.
  public static let text = "0.1.0"
}
