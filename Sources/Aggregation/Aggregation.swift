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
  var result = RegionResult()
  counts.fill(&result, data: data, plan: plan)
  for (place, wijk) in plan.wijken.enumerated() {
    var release = DraftRelease(wijk: wijk)
    counts.fill(&release, at: place, data: data, plan: plan, inhabitants: inhabitants)
    result.releases.append(release)
  }
  return result
}
