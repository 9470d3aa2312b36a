import Definitions
import DelimitedText
import WijkModel

/// Reads input files of all kinds into columns and figures.
///
/// One file at a time; the order of files decides nothing but the order of the columns.
public struct SourceImporter: Sendable {
  /// The definitions in force.
  public let definitions: DefinitionSet
  /// Ages and dates in the future are judged at this date.
  public let referenceDate: CalendarDate
  /// The choices of the configuration.
  public let settings: RegionSettings

  /// Makes an importer.
  public init(
    definitions: DefinitionSet, referenceDate: CalendarDate, settings: RegionSettings
  ) {
    self.definitions = definitions
    self.referenceDate = referenceDate
    self.settings = settings
  }

  /// Reads one file into the data.
  ///
  /// Nothing is added to `data` and `findings` when the file is refused; the findings are then in
  /// the error.
  ///
  /// - Parameters:
  ///   - request: The file and its kind.
  ///   - data: Gets the rows.
  ///   - findings: Gets the findings.
  /// - Returns: What was read, for the run record; `counted` of a practice list is 0 until the
  ///   aggregation fills it.
  /// - Throws: ``RefusedFile`` when the file cannot be used as a whole.
  public func read(
    _ request: ImportRequest, into data: inout SourceData, findings: inout FindingLog
  ) throws(RefusedFile) -> InputRecord {
    var log = FileLog(file: request.name, kind: request.kind)
    do {
      if request.kind == "kaart" {
        try readMap(request, into: &data, log: &log)
      } else {
        let table = try openTable(request, log: &log)
        try read(table, request, into: &data, log: &log)
      }
    } catch {
      throw log.refusal(adding: error)
    }
    findings.add(log.findings)
    return log.record
  }

  /// Hands the table to the importer of its kind, which appends to `data` after its last row.
  private func read(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    switch request.kind {
    case "praktijklijst": try readPracticeList(table, request, into: &data, log: &log)
    case "episoden": try readEpisodes(table, request, into: &data, log: &log)
    case "ketenzorg": try readCarePrograms(table, request, into: &data, log: &log)
    case "praktijken": try readPractices(table, request, into: &data, log: &log)
    case "inwoners": try readInhabitants(table, request, into: &data, log: &log)
    case "ses": try readSocioeconomicStatus(table, request, into: &data, log: &log)
    case "wijkprofiel": try readWijkProfile(table, request, into: &data, log: &log)
    case "gezondheidsmonitor": try readMonitor(table, request, into: &data, log: &log)
    case "gebiedskoppeling": try readAreaLinks(table, request, into: &data, log: &log)
    case "praktijkspiegel": try readPraktijkspiegel(table, request, into: &data, log: &log)
    case "zorgkosten": try readCosts(table, request, into: &data, log: &log)
    case "referentie": try readReference(table, request, into: &data, log: &log)
    case "activiteiten": try readActivities(table, request, into: &data, log: &log)
    case "signalen": try readSignals(table, request, into: &data, log: &log)
    case "ernst": try readSeverity(table, request, into: &data, log: &log)
    default: throw log.refusal("E201", facts: ["soort": request.kind])
    }
  }
}
