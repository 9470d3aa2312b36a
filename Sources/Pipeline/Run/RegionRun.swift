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
  var findings: [Finding]
  /// Findings that refuse the run (65), of files and of the aggregation.
  let refusals: [Finding]
  let data: SourceData
  let result: RegionResult
  /// The practices of the rows of every file of persons; looked up once for all wijken.
  let practicesOfFiles: [(file: String, practices: Set<UInt32>)]
  /// What a run with `--deels` left out.
  var shortfall = Shortfall()

  /// The data-quality report over the whole region.
  var quality: DataQualityReport { quality(of: nil) }

  /// The data-quality report over the whole region, or over one wijk: its practices, the files that
  /// hold rows of them, and the files that all wijken share.
  func quality(of wijk: Wijk?) -> DataQualityReport {
    let builder = QualityBuilder(configuration: configuration, definitions: definitions)
    guard let wijk else {
      return builder.report(
        title: configuration.region, records: records, findings: findings,
        waterfall: steps(result.waterfall),
        waterfallByFile: waterfallByFile, practices: result.practices)
    }
    let foreign = filesOfOthers(than: wijk)
    let practices = result.practices.filter { $0.wijk == wijk.slug }
    return builder.report(
      title: wijk.name, records: records.filter { !foreign.contains($0.file) },
      findings: findings.filter { $0.file.map { !foreign.contains($0) } ?? true },
      waterfall: sum(practices.map(\.steps)), waterfallByFile: waterfallByFile,
      practices: practices)
  }

  private var waterfallByFile: [String: [QualityStep]] {
    Dictionary(result.waterfallByFile.map { ($0.file, steps($0.steps)) }) { first, _ in first }
  }

  private func steps(_ steps: [WaterfallStep]) -> [QualityStep] {
    steps.map { QualityStep($0.name, $0.change) }
  }

  private func sum(_ waterfalls: [[WaterfallStep]]) -> [QualityStep] {
    guard let first = waterfalls.first else { return [] }
    return first.indices.map { index in
      QualityStep(
        first[index].name,
        waterfalls.reduce(0) { $0 + ($1.indices.contains(index) ? $1[index].change : 0) })
    }
  }

  /// Layouts of the lists of patients and episodes of a wijk, in order; another HIS often means another.
  func layouts(of wijk: Wijk) -> [String] {
    let foreign = filesOfOthers(than: wijk)
    let own = records.filter {
      ["praktijklijst", "episoden"].contains($0.kind) && !foreign.contains($0.file)
    }
    return Set(own.map { $0.kind + "/" + $0.layout }).sorted()
  }

  /// Files with rows of practices of other wijken only.
  private func filesOfOthers(than wijk: Wijk) -> Set<String> {
    let own = Set(wijk.practices.map(\.number))
    let others = configuration.practices.subtracting(own)
    var files: Set<String> = []
    for (file, practices) in practicesOfFiles
    where !practices.isDisjoint(with: others) && practices.isDisjoint(with: own) {
      files.insert(file)
    }
    return files
  }

  /// The practices of the rows of each list of persons, in the order of the data.
  static func practicesOfFiles(_ data: SourceData) -> [(file: String, practices: Set<UInt32>)] {
    let lists =
      data.patients.map { ($0.file, $0.practices) } + data.episodes.map { ($0.file, $0.practices) }
      + data.carePrograms.map { ($0.file, $0.practices) }
    return lists.map { file, rows in
      var practices: Set<UInt32> = []
      var last: UInt32?
      // Rows of one practice follow each other: a set is asked when another one begins.
      for practice in rows where practice != last {
        practices.insert(practice)
        last = practice
      }
      return (file, practices)
    }
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
    let reading = try read(configuration, definitions, now: now, progress: progress)
    progress("Tellen")
    return count(configuration, definitions, reading)
  }

  /// Reads all sources; with `isPartial` what fails is kept in ``RegionReading/failures``.
  func read(
    _ configuration: Configuration, _ definitions: DefinitionSet, now: Int,
    isPartial: Bool = false, progress: (String) -> Void
  ) throws(PipelineError) -> RegionReading {
    try ConfigurationCheck(configuration: configuration, definitions: definitions).check()
    var delivery = Delivery(configuration: configuration, now: now)
    delivery.isPartial = isPartial
    let (files, failures) = try delivery.delivered()
    var reader = RegionReader(configuration: configuration, definitions: definitions)
    reader.isPartial = isPartial
    var reading = try reader.read(files, progress: progress)
    reading.failures = failures + reading.failures
    try Delivery.checkUnchanged(files)
    return reading
  }

  /// Counts what was read, for the wijken of a configuration.
  func count(
    _ configuration: Configuration, _ definitions: DefinitionSet, _ reading: RegionReading
  ) -> RegionRun {
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
      data: reading.data, result: result,
      practicesOfFiles: RegionRun.practicesOfFiles(reading.data))
  }

  /// Records that reach the counts: of practice lists the counted patients, of others the accepted.
  private func counted(_ record: InputRecord, _ result: RegionResult) -> Int {
    if record.isRefused { return 0 }
    return result.countedByFile[record.file] ?? record.records - record.rejected
  }
}
