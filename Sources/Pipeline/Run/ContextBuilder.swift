import Definitions
import Report
import WijkModel

/// Gathers what the chapter needs besides the tables.
struct ContextBuilder {
  let run: RegionRun

  /// The context of a wijk.
  ///
  /// - Throws: When the officer's text cannot be read (66) or has a heading without a place (78).
  func context(for wijk: ConfiguredWijk) throws(PipelineError) -> ChapterContext {
    let configuration = run.configuration
    var context = ChapterContext(
      regionName: configuration.region, referenceDate: configuration.referenceDate,
      settings: configuration.settings)
    context.planYear = configuration.planYear
    context.wijktype = wijk.kindOfWijk ?? ""
    context.boundaries = wijk.borders ?? ""
    context.motivation = wijk.motivation ?? ""
    context.targetGroups = wijk.targetGroups.map {
      TargetGroupText(name: $0.name, note: $0.note, source: $0.source)
    }
    context.deviations = deviations()
    context.remarks = run.shortfall.remarks
    context.officerTexts = try officerTexts(wijk)
    context.omitted = wijk.leftOut
    context.chosenProblems = wijk.chosenProblems.map {
      run.definitions.indicator(named: $0)?.id ?? $0
    }
    context.choiceNote = wijk.choiceNote ?? ""
    context.signals = run.data.signals.filter {
      $0.wijk.isEmpty || Slug.make(from: $0.wijk) == wijk.wijk.slug
    }
    context.sources = sources()
    context.definitionsHash = run.definitions.hash
    context.programVersion = ProgramVersion.text
    context.shapes = run.data.shapes
    context.practiceNames = practiceNames(wijk)
    context.findingSummary = findingSummary()
    return context
  }

  /// The choices that differ from their default, as the report and the run record print them.
  func deviations() -> [String] {
    let chosen = run.configuration.settings
    let usual = RegionSettings()
    var sentences: [String] = []
    if chosen.threshold != usual.threshold {
      sentences.append(
        "De drempel voor kleine aantallen is \(chosen.threshold) (gewoonlijk \(usual.threshold)).")
    }
    if chosen.roundsToFive { sentences.append("Getoonde aantallen zijn afgerond op vijftallen.") }
    if chosen.smallestArea != usual.smallestArea {
      sentences.append(
        chosen.smallestArea == 0
          ? "Kleine postcodes zijn niet samengevoegd."
          : "Postcodes met minder dan \(chosen.smallestArea) patiënten zijn samengevoegd.")
    }
    if chosen.countsMissingMainProvider {
      sentences.append("Een onbekende hoofdbehandelaar telt mee als huisarts.")
    }
    if chosen.usesBroadAnxietyAndMood {
      sentences.append("Angst en stemming zijn geteld met de ruime codelijst.")
    }
    if chosen.comparesWithRegion {
      sentences.append(
        "Aandoeningen zijn vergeleken met de andere wijken van de regio, als daarvan minstens "
          + "\(Int(run.definitions.limit("regio_minimum_wijken"))) volledige cijfers hebben.")
    }
    if !chosen.widensForOverdispersion {
      sentences.append("De spreiding tussen praktijken verruimt de marges niet.")
    }
    if chosen.showsPractices { sentences.append("Praktijken zijn met naam genoemd.") }
    if !run.configuration.definitionFiles.isEmpty {
      sentences.append("Er zijn eigen definities toegevoegd.")
    }
    return sentences
  }

  private func officerTexts(_ wijk: ConfiguredWijk) throws(PipelineError) -> [String: [String]] {
    guard let path = wijk.officerTextFile else { return [:] }
    let name = FileAccess.name(of: path)
    let bytes = try FileAccess.read(path, name: name, missing: "E520")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PipelineError(.configuration, "E512", file: name, line: 1)
    }
    return try OfficerText.read(text, file: name, knownIDs: ConfigurationCheck.chapterIDs)
      .paragraphs
  }

  /// One entry per kind, name and years, in the order of kinds.
  private func sources() -> [SourceFact] {
    var facts: [SourceFact] = []
    for record in run.records where !record.isRefused {
      let name =
        run.data.origins.first { $0.file == record.file }?.name
        ?? run.definitions.layouts(of: record.kind).first { $0.id == record.layout }?.sourceName
        ?? ""
      let fact = SourceFact(kind: record.kind, name: name, years: record.years)
      if !facts.contains(fact) { facts.append(fact) }
    }
    return facts
  }

  private func practiceNames(_ wijk: ConfiguredWijk) -> [String] {
    guard run.configuration.settings.showsPractices else { return [] }
    return wijk.wijk.practices.map { practice in
      run.data.practices.first { $0.practice == practice }?.name ?? practice.description
    }
  }

  /// The titles of warnings and errors, without numbers of rows and without places.
  private func findingSummary() -> [String] {
    var titles: [String] = []
    for finding in run.findings {
      guard let message = run.definitions.messages.messages[finding.code],
        message.severity != .info, !titles.contains(message.title)
      else { continue }
      titles.append(message.title)
    }
    return titles.sorted()
  }
}
