import WijkModel

extension SourceImporter {
  func readPractices(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}
}
