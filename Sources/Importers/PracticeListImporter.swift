import WijkModel

extension SourceImporter {
  func readPracticeList(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {}
}
