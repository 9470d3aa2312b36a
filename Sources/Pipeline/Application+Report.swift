import DisclosureControl
import Exporters
import Glibc
import Report
import Statistics
import WijkModel

extension Application {
  /// The main job: reads, checks, counts, protects and writes the chapter of every wijk.
  ///
  /// Whatever is thrown, everything that was published before is as it was.
  public func report(
    _ options: RunOptions, progress: (String) -> Void = { _ in }
  ) throws(PipelineError) -> RunSummary {
    try checkArithmetic()
    let configuration = try ConfigurationReader().read(
      path: options.configurationPath, name: options.configurationPath)
    let chosen = try wijken(of: configuration, only: options.wijk)
    let publication = Publication(output: configuration.output)
    try publication.prepare()
    try publication.lock()
    let run = try run(configuration, now: options.now ?? Self.now(), progress: progress)
    guard run.refusals.isEmpty else {
      throw PipelineError(.dataRefused, findings: run.refusals)
    }
    try checkPractices(run)
    progress("Schrijven")
    let chapters = try chapters(of: run)
    let writer = WijkWriter(run: run, formats: options.formats)
    let folders = chapters.filter { chosen.contains($0.wijk.slug) }.map {
      (name: $0.wijk.slug, files: writer.files(for: $0))
    }
    let written = Dictionary(folders.map { ($0.name, $0.files) }) { first, _ in first }
    let index = writer.index(of: chapters, written: written) { slug in
      FileAccess.names(in: configuration.output + "/" + slug)
    }
    try publication.publish(folders, files: index)
    return summary(run, chapters.filter { chosen.contains($0.wijk.slug) })
  }

  /// A report is made only when the statistics still give the known results on this machine.
  private func checkArithmetic() throws(PipelineError) {
    let failures = SelfCheck.failures()
    guard failures.isEmpty else {
      throw PipelineError(
        .internal, "E608", facts: ["reden": failures.joined(separator: ", ")])
    }
  }

  /// The slugs of the wijken to write.
  private func wijken(
    of configuration: Configuration, only name: String?
  ) throws(PipelineError) -> Set<String> {
    guard let name else { return Set(configuration.wijken.map(\.wijk.slug)) }
    let slug = Slug.make(from: name)
    guard configuration.wijken.contains(where: { $0.wijk.slug == slug }) else {
      throw PipelineError(
        .usage, "E514",
        facts: [
          "wijk": name, "namen": configuration.wijken.map(\.wijk.name).joined(separator: ", "),
        ])
    }
    return [slug]
  }

  /// A practice without a single row must not be silent.
  private func checkPractices(_ run: RegionRun) throws(PipelineError) {
    guard run.data.kinds.contains("praktijklijst") else { return }
    let delivered = Set(run.data.patients.flatMap { $0.practices })
    var missing: [Finding] = []
    for wijk in run.configuration.wijken {
      for practice in wijk.wijk.practices where !delivered.contains(practice.number) {
        missing.append(
          Finding(
            "E510", facts: ["praktijk": practice.description, "wijk": wijk.wijk.name]))
      }
    }
    if !missing.isEmpty { throw PipelineError(.inputMissing, findings: missing) }
  }

  private func chapters(of run: RegionRun) throws(PipelineError) -> [Report] {
    var reports: [Report] = []
    let contexts = ContextBuilder(run: run)
    for (wijk, draft) in zip(run.configuration.wijken, run.result.releases) {
      let released = protect(
        draft, settings: run.configuration.settings,
        release: run.configuration.referenceDate.description)
      let context = try contexts.context(for: wijk)
      reports.append(chapter(released, context: context, definitions: run.definitions))
    }
    return reports
  }

  private func summary(_ run: RegionRun, _ reports: [Report]) -> RunSummary {
    let folder = run.configuration.output
    let lines = reports.map { "\($0.wijk.name): \(folder)/\($0.wijk.slug)/" }
    var warnings = [run.definitions.messages.text(for: Finding("W601"))]
    let warned = run.findings.filter {
      run.definitions.messages.severity(of: $0.code) != .info
    }
    if !warned.isEmpty {
      let number = DutchNumber.whole(warned.count)
      warnings.append(
        "Bij het lezen \(warned.count == 1 ? "is" : "zijn") \(number) "
          + "\(warned.count == 1 ? "punt" : "punten") opgevallen. Bekijk ze met \"wijkbeeld "
          + "controleer\" of in intern/datakwaliteit.html.")
    }
    return RunSummary(lines: lines, warnings: warnings)
  }
}

/// Makes the files of a wijk and of the region.
struct WijkWriter {
  let run: RegionRun
  let formats: Set<OutputFormat>

  /// All files of the folder of a wijk.
  func files(for report: Report) -> [ExportedFile] {
    let tables = report.data.map(\.id)
    let record = RunRecord(
      configuration: run.configuration, definitions: run.definitions, records: run.records,
      findings: run.findings)
    var files: [ExportedFile] = []
    if formats.contains(.markdown) { files += MarkdownExporter().files(for: report) }
    if formats.contains(.html) { files += HTMLExporter().files(for: report) }
    if formats.contains(.csv) {
      files += TableExporter().tables(of: report) + TableExporter().internalTables(of: report)
    }
    if !formats.isDisjoint(with: [.markdown, .html]) {
      files += TableExporter().figures(of: report)
    }
    if formats.contains(.json) {
      files.append(
        record.shared(tables: tables, choices: ContextBuilder(run: run).deviations()))
      files.append(record.internalRecord(tables: tables))
    }
    files += DataQualityExporter().files(for: run.quality(of: report.wijk))
    if !report.warnings.isEmpty { files.append(warning(report)) }
    return files
  }

  /// What must be known of tables and figures, which have no room for it themselves.
  private func warning(_ report: Report) -> ExportedFile {
    let text = report.warnings.map { $0 + "\n" }.joined()
    return ExportedFile(path: "VOORLOPIG-niet-delen.txt", bytes: Array(text.utf8))
  }

  /// The page of the region, with links to what stands in the folders of the wijken.
  ///
  /// `standing` gives the paths below the folder of a wijk that this run does not write.
  func index(
    of reports: [Report], written: [String: [ExportedFile]], standing: (String) -> [String]
  ) -> [ExportedFile] {
    let entries = reports.compactMap { report -> RegionIndex.Entry? in
      let slug = report.wijk.slug
      let files = written[slug]?.map(\.path) ?? standing(slug)
      return files.isEmpty ? nil : RegionIndex.Entry(report, files: files)
    }
    let date = DutchDate.long(run.configuration.referenceDate)
    return RegionIndexExporter().files(
      for: RegionIndex(
        region: run.configuration.region, subtitle: "Peildatum \(date)",
        warnings: reports.first?.warnings ?? [], wijken: entries))
  }
}
