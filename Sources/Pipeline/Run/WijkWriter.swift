import Exporters
import Report
import WijkModel

/// Makes the files of a wijk and of the region.
struct WijkWriter {
  let run: RegionRun
  let formats: Set<OutputFormat>
  let house: HouseStyle

  /// All files of the folder of a wijk.
  ///
  /// - Parameters:
  ///   - report: The chapter.
  ///   - temporaryFolder: Where files may stand that are needed while the workbook is made.
  /// - Returns: The files with their paths below that folder.
  /// - Throws: `E605` (71) when there is no memory for them, `E602` (74) when the disk is full.
  func files(
    for report: Report, temporaryFolder: String
  ) throws(PipelineError) -> [ExportedFile] {
    do throws(ExportError) {
      return try allFiles(for: report, temporaryFolder)
    } catch {
      switch error {
      case .noMemory: throw PipelineError(.systemLimit, "E605")
      case .notWritten(let file, 0): throw PipelineError(.inputOutput, "E602", file: file)
      case .notWritten(let file, let number):
        throw SystemFailure(number: number, name: file).inputOutputError
      }
    }
  }

  private func allFiles(
    for report: Report, _ temporaryFolder: String
  ) throws(ExportError) -> [ExportedFile] {
    let tables = report.data.map(\.id)
    let record = RunRecord(
      configuration: run.configuration, definitions: run.definitions, records: run.records,
      findings: run.findings)
    var files: [ExportedFile] = []
    if formats.contains(.markdown) { files += MarkdownExporter().files(for: report) }
    if formats.contains(.html) { files += HTMLExporter().files(for: report) }
    if formats.contains(.xlsx) {
      files += try XlsxExporter(temporaryFolder: temporaryFolder).files(
        for: report, date: run.configuration.referenceDate)
    }
    if formats.contains(.csv) {
      files += TableExporter().tables(of: report) + TableExporter().dutchTables(of: report)
      files += TableExporter().internalTables(of: report)
    }
    if !formats.isDisjoint(with: [.markdown, .html, .docx]) {
      let pictures = try FigureRenderer().pictures(of: report)
      files += TableExporter().figures(pictures)
      if formats.contains(.docx) { files += try word(report, pictures) }
    }
    if formats.contains(.json) {
      files.append(
        record.shared(tables: tables, choices: ContextBuilder(run: run).deviations()))
      files.append(record.internalRecord(tables: tables))
    }
    files += DataQualityExporter().files(for: run.quality(of: report.wijk))
    return files
  }

  private func word(
    _ report: Report, _ pictures: [FigurePicture]
  ) throws(ExportError) -> [ExportedFile] {
    try DocxExporter(house: house, date: run.configuration.referenceDate).files(
      for: report, pictures: pictures, officerFile: officerFile(of: report.wijk))
  }

  /// The file for the officer's own text, as the officer knows it: seen from the configuration.
  private func officerFile(of wijk: Wijk) -> String {
    let configuration = run.configuration
    let given = configuration.wijken.first { $0.wijk.slug == wijk.slug }?.officerTextFile
    guard let given else { return "duiding/\(wijk.slug).md" }
    let folder = configuration.folder + "/"
    return given.hasPrefix(folder) ? String(given.dropFirst(folder.count)) : given
  }

  /// The page of the region, with links to what stands in the folders of the wijken.
  ///
  /// `standing` gives the paths below the folder of a wijk that this run does not write.
  func index(
    of reports: [Report], written: [String: [ExportedFile]],
    standing: (String) throws(SystemFailure) -> [String]
  ) throws(SystemFailure) -> [ExportedFile] {
    var entries: [RegionIndex.Entry] = []
    for report in reports {
      let slug = report.wijk.slug
      let own = written[slug]?.map(\.path)
      let files = if let own { own } else { try standing(slug) }
      if !files.isEmpty { entries.append(RegionIndex.Entry(report, files: files)) }
    }
    for wijk in run.shortfall.wijken {
      let files = try standing(wijk.slug)
      guard !files.isEmpty else { continue }
      entries.append(
        RegionIndex.Entry(
          name: wijk.name, folder: wijk.slug, files: files, headlines: [],
          warnings: ["Niet vernieuwd: dit is het rapport van een eerdere ronde."]))
    }
    let date = DutchDate.long(run.configuration.referenceDate)
    return RegionIndexExporter().files(
      for: RegionIndex(
        region: run.configuration.region, subtitle: "Peildatum \(date)",
        warnings: reports.first?.warnings ?? [], wijken: entries))
  }
}
