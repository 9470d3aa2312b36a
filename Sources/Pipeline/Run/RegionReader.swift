import Definitions
import Importers
import WijkModel

/// What reading all sources of a region gave.
struct RegionReading: Sendable {
  /// The data of the files that were not refused.
  var data = SourceData()
  /// One record per file, in the order of reading, refused ones included.
  var records: [InputRecord] = []
  /// The findings of all files.
  var findings = FindingLog()
  /// The findings of the refused files that are errors.
  var refusals: [Finding] = []
}

/// Reads the files of a region.
struct RegionReader {
  let configuration: Configuration
  let definitions: DefinitionSet

  /// Reads all files; a refused one is kept in ``RegionReading/refusals`` and the others go on, so
  /// that one run names everything that is wrong.
  ///
  /// - Throws: When a file cannot be opened at all (66, 71, 74) or changes while it is read (75).
  func read(
    _ files: [DeliveredFile], progress: (String) -> Void
  ) throws(PipelineError) -> RegionReading {
    var reading = RegionReading()
    reading.data.kinds = Set(configuration.sources.map(\.kind))
    let importer = SourceImporter(
      definitions: definitions, referenceDate: configuration.referenceDate,
      settings: configuration.settings)
    for file in files {
      progress("Lezen: \(file.name)")
      let request = ImportRequest(
        path: file.path, name: file.name, kind: file.source.kind, layout: file.source.layout,
        year: file.source.year, encoding: file.source.encoding, delimiter: file.source.delimiter,
        hasDecimalPoint: file.source.hasDecimalPoint, sourceName: file.source.sourceName)
      do throws(RefusedFile) {
        reading.records.append(
          try importer.read(request, into: &reading.data, findings: &reading.findings))
      } catch {
        try stopWhenUnreadable(error)
        for finding in error.findings {
          reading.findings.add(finding)
          if definitions.messages.severity(of: finding.code) == .error {
            reading.refusals.append(finding)
          }
        }
        reading.records.append(error.record)
      }
    }
    return reading
  }

  /// A file that cannot be opened, or that changes, is not a matter of its contents.
  private func stopWhenUnreadable(_ refusal: RefusedFile) throws(PipelineError) {
    for finding in refusal.findings {
      if let status = ExitStatus(ofReading: finding.code) {
        throw PipelineError(status, findings: [finding])
      }
    }
  }
}
