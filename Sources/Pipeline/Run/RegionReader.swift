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
  /// With `--deels`: the files that cannot be used, by their kind; ``refusals`` is then empty.
  var failures: [Shortfall.Failure] = []
}

/// Reads the files of a region.
struct RegionReader {
  let configuration: Configuration
  let definitions: DefinitionSet
  /// Whether what is wrong with one file is kept, so that the others go on.
  var isPartial = false

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
        let status = try statusWhenUnreadable(error)
        for finding in error.findings { reading.findings.add(finding) }
        let errors = error.findings.filter {
          definitions.messages.severity(of: $0.code) == .error
        }
        if isPartial {
          reading.failures.append(
            Shortfall.Failure(
              kind: file.source.kind, status: status ?? .dataRefused, findings: errors))
        } else {
          reading.refusals += errors
        }
        reading.records.append(error.record)
      }
    }
    return reading
  }

  /// The status of a file that cannot be opened, or that changes, which is not a matter of its
  /// contents; it stops the run unless that goes on without the file.
  private func statusWhenUnreadable(
    _ refusal: RefusedFile
  ) throws(PipelineError) -> ExitStatus? {
    for finding in refusal.findings {
      guard let status = ExitStatus(ofReading: finding.code) else { continue }
      if isPartial, status == .inputMissing || status == .tryLater { return status }
      throw PipelineError(status, findings: [finding])
    }
    return nil
  }
}
