import Definitions
import Report
import WijkModel

/// Puts the facts of reading and counting into the data-quality report.
struct QualityBuilder {
  let configuration: Configuration
  let definitions: DefinitionSet

  /// The report over all files and practices of a region.
  func report(
    title: String, records: [InputRecord], findings: [Finding], waterfall: [QualityStep],
    waterfallByFile: [String: [QualityStep]], practices: [CountedPractice]
  ) -> DataQualityReport {
    let files = Set(records.map(\.file))
    return DataQualityReport(
      region: title, referenceDate: configuration.referenceDate, inputs: records,
      findings: findings, waterfall: waterfall, waterfallByFile: waterfallByFile,
      practices: practices.map(practice), messages: definitions.messages
    ) { sentence($0, files: files) }
  }

  /// The sentence of a finding; under the heading of its file the file is not said again.
  private func sentence(_ finding: Finding, files: Set<String>) -> String {
    let isUnderItsFile = finding.file.map(files.contains) ?? false
    return definitions.messages.text(
      for: Finding(
        finding.code, file: isUnderItsFile ? nil : finding.file, line: finding.line,
        column: finding.column, count: finding.count, facts: finding.facts))
  }

  private func practice(_ counted: CountedPractice) -> PracticeQuality {
    let wijk = configuration.wijken.first { $0.wijk.slug == counted.wijk }?.wijk.name ?? ""
    return PracticeQuality(
      practice: counted.practice?.description ?? counted.name,
      name: counted.practice == nil ? "" : counted.name, wijk: wijk,
      waterfall: counted.steps.map { QualityStep($0.name, $0.change) }, facts: facts(counted))
  }

  private func facts(_ counted: CountedPractice) -> [PracticeQuality.Fact] {
    var facts = [
      PracticeQuality.Fact("Getelde patiënten", counted.patients),
      PracticeQuality.Fact(
        "Postcode onbekend of buitenlands", counted.postcodeUnknown,
        advice: "Vul de postcode aan in het HIS."),
      PracticeQuality.Fact("Geslacht anders of onbekend", counted.sexOtherOrUnknown),
    ]
    if let doubles = counted.possibleDoubles {
      facts.append(
        PracticeQuality.Fact(
          "Mogelijk ook bij een andere praktijk ingeschreven", doubles,
          advice: "Controleer de inschrijving."))
    }
    if counted.episodes > 0 || counted.episodesWithoutPatient > 0 {
      facts.append(PracticeQuality.Fact("Episoden gelezen", counted.episodes))
      facts.append(
        PracticeQuality.Fact(
          "Episoden zonder patiënt in de praktijklijst", counted.episodesWithoutPatient,
          advice: "Maak beide exporten op dezelfde dag en met dezelfde patiëntnummers."))
    }
    for group in definitions.diseaseGroups {
      guard let count = counted.incompleteGroups[group.id], count > 0 else { continue }
      let isUnfinished = group.name.hasSuffix("nader te coderen") || group.countsAsChronic
      let advice = isUnfinished ? "Kies in het HIS de code met twee cijfers achter de punt." : ""
      facts.append(PracticeQuality.Fact(group.name, count, advice: advice))
    }
    return facts
  }
}
