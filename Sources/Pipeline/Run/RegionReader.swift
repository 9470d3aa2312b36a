import Definitions
import DelimitedText
import Glibc
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
    var rest = files[...]
    while let first = rest.first {
      let count = max(1, rest.prefix(while: Self.isOfPersons).count)
      let group = Array(rest.prefix(count))
      for file in group { progress("Lezen: \(file.name)") }
      if count > 1 {
        try readTogether(group, importer, into: &reading)
      } else {
        let result = Self.read(first, importer, &reading.data, &reading.findings)
        try add(result, of: first, to: &reading)
      }
      rest = rest.dropFirst(count)
    }
    return reading
  }

  /// Reads files of persons side by side; what they gave is joined in their order.
  private func readTogether(
    _ files: [DeliveredFile], _ importer: SourceImporter, into reading: inout RegionReading
  ) throws(PipelineError) {
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let parts = concurrently(files.count, threads: processors) { index in
      var part = FileReading()
      part.result = Self.read(files[index], importer, &part.data, &part.findings)
      return part
    }
    for (file, part) in zip(files, parts) {
      reading.data.patients += part.data.patients
      reading.data.episodes += part.data.episodes
      reading.data.carePrograms += part.data.carePrograms
      reading.findings.add(part.findings)
      if let result = part.result { try add(result, of: file, to: &reading) }
    }
  }

  /// Files of persons are large, and of all data they only add lists of their own.
  private static func isOfPersons(_ file: DeliveredFile) -> Bool {
    PatientKind(rawValue: file.source.kind) != nil
  }

  private static func read(
    _ file: DeliveredFile, _ importer: SourceImporter, _ data: inout SourceData,
    _ findings: inout FindingLog
  ) -> Result<InputRecord, RefusedFile> {
    let request = ImportRequest(
      path: file.path, name: file.name, kind: file.source.kind, layout: file.source.layout,
      year: file.source.year, encoding: file.source.encoding, delimiter: file.source.delimiter,
      hasDecimalPoint: file.source.hasDecimalPoint, sourceName: file.source.sourceName)
    do throws(RefusedFile) {
      return .success(try importer.read(request, into: &data, findings: &findings))
    } catch { return .failure(error) }
  }

  /// Keeps the record of a file, or why it is refused.
  private func add(
    _ result: Result<InputRecord, RefusedFile>, of file: DeliveredFile,
    to reading: inout RegionReading
  ) throws(PipelineError) {
    do throws(RefusedFile) {
      reading.records.append(try result.get())
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

/// What one of several files gave.
private struct FileReading: Sendable {
  var data = SourceData()
  var findings = FindingLog()
  var result: Result<InputRecord, RefusedFile>?
}
