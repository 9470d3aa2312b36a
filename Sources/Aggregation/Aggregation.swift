import Definitions
import WijkModel

/// Counts everything that the reports need of a region.
///
/// The result does not depend on the order of files or rows.
///
/// - Parameters:
///   - data: What the importers read.
///   - plan: The region: reference date, wijken, settings.
///   - definitions: Disease groups, programmes, bandings and limits in force.
/// - Returns: One draft release per wijk with its tables, and what happened to every record.
public func aggregate(
  _ data: SourceData, plan: RegionPlan, definitions: DefinitionSet
) -> RegionResult {
  let counts = PatientCounts(
    data, plan: plan, definitions: PatientDefinitions(definitions, settings: plan.settings))
  let inhabitants = InhabitantIndex(data)
  let figures = PublishedFigures(data, plan: plan, definitions: definitions, index: inhabitants)
  // Without episodes there is no condition to rank.
  let reference = ReferenceRates(data)
  let bands = definitions.ageBandings["vijfjaars"]?.bands ?? []
  let rates = plan.wijken.indices.map {
    counts.regionalRates(leavingOut: $0, plan: plan, bands: bands) ?? reference
  }
  let rankingCounts =
    counts.conditions == nil ? [] : counts.rankingCounts(plan, rates: rates)
  var result = RegionResult()
  counts.fill(&result, data: data, plan: plan)
  for (place, wijk) in plan.wijken.enumerated() {
    var release = DraftRelease(wijk: wijk)
    release.groups = counts.groupFacts()
    counts.fill(&release, at: place, data: data, plan: plan, inhabitants: inhabitants)
    if let prevalence = counts.prevalence(at: place, data: data, plan: plan, rates: rates[place]) {
      release.patients.append(prevalence.shared())
      release.internalPatients.append(prevalence.unrounded())
      release.rates = counts.standardizedRates(
        at: place, plan: plan, rates: reference)
    }
    let rankings = patientRanking(
      for: wijk, among: rankingCounts, data: data, plan: plan, definitions: definitions)
    release.add(figures.tables(for: wijk), rankings: rankings)
    result.releases.append(release)
  }
  return result
}

extension DraftRelease {
  /// Adds the published figures and the rankings of patients; tables come in the order of their ids.
  fileprivate mutating func add(
    _ tables: PublishedTables, rankings: [DraftTable<EnrolledPatients>]
  ) {
    patients = (patients + rankings + tables.patients).sorted { $0.id < $1.id }
    inhabitants += tables.inhabitants
    insured += tables.insured
    others += tables.others
    notes += tables.notes
  }
}
