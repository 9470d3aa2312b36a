import Aggregation
import Definitions
import Report
import WijkModel

/// Everything that reading and counting a region gave, before anything is protected or written.
struct RegionRun: Sendable {
  let configuration: Configuration
  let definitions: DefinitionSet
  let records: [InputRecord]
  /// Findings of importers and aggregation, sorted.
  let findings: [Finding]
  /// Findings that refuse the run (65), of files and of the aggregation.
  let refusals: [Finding]
  let data: SourceData
  let result: RegionResult

  /// The data-quality report over the whole region.
  var quality: DataQualityReport {
    QualityBuilder(configuration: configuration, definitions: definitions).report(
      records: records, findings: findings,
      waterfall: result.waterfall.map { QualityStep($0.name, $0.change) },
      waterfallByFile: Dictionary(
        result.waterfallByFile.map { file in
          (file.file, file.steps.map { QualityStep($0.name, $0.change) })
        }
      ) { first, _ in first },
      practices: result.practices)
  }
}

extension Application {
  /// Reads and counts all sources of a configuration.
  ///
  /// - Throws: For the configuration (78), a missing source or practice (66), a file in reception
  ///   (75). Refused files are in ``RegionRun/refusals``.
  func run(
    _ configuration: Configuration, now: Int, progress: (String) -> Void
  ) throws(PipelineError) -> RegionRun {
    let definitions = try definitions(for: configuration)
    try ConfigurationCheck(configuration: configuration, definitions: definitions).check()
    let files = try Delivery(configuration: configuration, now: now).files()
    let reading = try RegionReader(configuration: configuration, definitions: definitions)
      .read(files, progress: progress)
    progress("Tellen")
    let result = aggregate(
      reading.data, plan: configuration.regionPlan, definitions: definitions)
    var findings = reading.findings
    findings.add(result.findings)
    findings.add(result.refusals)
    var records = reading.records
    for index in records.indices {
      records[index].counted = counted(records[index], result)
    }
    return RegionRun(
      configuration: configuration, definitions: definitions, records: records,
      findings: findings.findings, refusals: reading.refusals + result.refusals.findings,
      data: reading.data, result: result)
  }

  /// Records that reach the counts: of practice lists the counted patients, of others the accepted.
  private func counted(_ record: InputRecord, _ result: RegionResult) -> Int {
    if record.isRefused { return 0 }
    return result.countedByFile[record.file] ?? record.records - record.rejected
  }
}
