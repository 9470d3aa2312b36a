import Definitions
import DelimitedText
import WijkModel

// Each importer moves to a file of its own.
extension SourceImporter {
  func readMap(
    _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    throw log.refusal("E201")
  }

  func readInhabitants(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readSocioeconomicStatus(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readWijkProfile(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readMonitor(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readAreaLinks(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readPraktijkspiegel(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readCosts(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readReference(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readActivities(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readSignals(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}

  func readSeverity(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}
}
