import Definitions
import Statistics
import WijkModel

/// The ranking of conditions among the patients who live in a wijk: t210 and t222 (top3.md,
/// section 6).
///
/// Candidates are the disease groups with a theme that have patients. A group whose count may not be
/// published takes no part at all, so that ranks, intervals and variants can be recomputed from what is
/// published.
///
/// - Parameters:
///   - wijk: The wijk; ``WijkGroupCounts/wijk`` of its counts is its slug.
///   - region: The counts of all wijken of the configuration, this one included; their order has no
///     meaning.
///   - data: Where scores of seriousness are found.
///   - plan: The reference date and the settings of the region.
///   - definitions: The groups, in the order that breaks ties, and the numbers of the ranking.
/// - Returns: t210 and t222, or nothing when the wijk has too few patients for a percentage
///   (`noemer_percentage`) or no candidate.
public func patientRanking(
  for wijk: Wijk, among region: [WijkGroupCounts], data: SourceData, plan: RegionPlan,
  definitions: DefinitionSet
) -> [DraftTable<EnrolledPatients>] {
  let smallest = Int(definitions.limits["noemer_percentage"] ?? 100)
  guard let own = region.first(where: { $0.wijk == wijk.slug }), own.patients > 0,
    own.patients >= smallest
  else { return [] }
  let severities = SeverityIndex(data, wijk: wijk) { definitions.group(named: $0)?.id }
  let groups = definitions.diseaseGroups(for: plan.settings).filter {
    $0.isShown && !$0.theme.isEmpty
  }
  var comparisons: Set<Int> = []
  let candidates = groups.enumerated().compactMap { order, group -> RankingCandidate? in
    guard let count = own.counts.first(where: { $0.group == group.id }),
      count.cases > 0, !own.suppressed.contains(group.id)
    else { return nil }
    let spread = PatientSpread(group.id, region, minimum: definitions.ranking[.minimumAreas])
    if let areas = spread?.areas { comparisons.insert(areas) }
    return RankingCandidate(
      count, of: group, order: order, patients: own.patients, spread: spread?.value,
      year: plan.referenceDate.components.year, severities)
  }
  guard !candidates.isEmpty else { return [] }
  let ranking = ProblemRanking(candidates, rules: definitions.ranking)
  let writer = RankingTables(ranking: ranking)
  var notes = writer.notes()
  for areas in comparisons.sorted() {
    notes.append(
      TableNote("vergelijkingsgebieden", ["soort": "wijken", "aantal": String(areas)]))
  }
  var top = DraftTable<EnrolledPatients>(id: "t210-top3-patienten", columns: patientColumns)
  writer.appendTop(to: &top)
  top.notes = notes + writer.topNotes()
  var all = DraftTable<EnrolledPatients>(id: "t222-ranglijst-patienten", columns: patientColumns)
  writer.appendAll(to: &all)
  all.notes = notes
  return [top, all]
}

/// Every figure of a row comes from the count in `personen` and hides with it.
private let patientColumns: [TableColumn] = RankingTables.columns.map { name in
  switch name {
  case "populatie", "rang", "probleem": TableColumn(name, .dimension)
  case "thema", "basis", "jaar", "b1_ernst", "c": TableColumn(name, .attribute)
  case "personen": TableColumn(name, .count(measure: "patienten"))
  case "rang_laag", "rang_hoog", "zekerheid", "robuust_van_19":
    TableColumn(name, .derived(from: "personen"))
  // Unrounded, each of the others gives the count back.
  default: TableColumn(name, .derived(from: "personen"), rounding: .decimals(1))
  }
}

/// How much the wijken differ from what is expected of them.
private struct PatientSpread {
  /// The standard deviation of the differences in percent; nil when all are equal.
  let value: Double?
  /// The number of wijken.
  let areas: Int

  /// Takes 100·(O − E)/N of every wijk that may publish the group; nil when there are too few.
  init?(_ group: String, _ region: [WijkGroupCounts], minimum: Double) {
    let differences = region.compactMap { wijk -> Double? in
      guard wijk.patients > 0, !wijk.suppressed.contains(group),
        let count = wijk.counts.first(where: { $0.group == group }),
        let expected = count.expected
      else { return nil }
      return 100 * (Double(count.cases) - expected) / Double(wijk.patients)
    }
    guard Double(differences.count) >= minimum else { return nil }
    areas = differences.count
    value = sampleStandardDeviation(differences).flatMap { $0 > 1e-9 ? $0 : nil }
  }
}

extension RankingCandidate {
  /// A disease group among *N* patients: p = 100·O/N with Wilson limits, r = 100·E/N.
  fileprivate init(
    _ count: GroupCount, of group: DiseaseGroup, order: Int, patients: Int, spread: Double?,
    year: Int, _ severities: SeverityIndex
  ) {
    let n = Double(patients)
    let cases = Double(count.cases)
    let expected = count.expected
    let limits = wilsonInterval(of: cases, in: n).map {
      ConfidenceInterval(low: 100 * $0.low, high: 100 * $0.high)
    }
    // z = (O − E)/√E in the unit of p.
    let test = expected.flatMap { $0 > 0 ? 100 * $0.squareRoot() / n : nil }
    self.init(
      id: group.id, theme: group.theme, order: order, percentage: 100 * cases / n, limits: limits,
      reference: expected.map { 100 * $0 / n }, spread: spread ?? test, basis: .counted, year: year,
      severity: severities.severity(group.id), influence: severities.influence(group.id),
      people: cases)
    isTest = spread == nil && test != nil
    let ratio = expected.flatMap { PoissonInterval.ratio(observed: count.cases, expected: $0) }
    gate = ratio.map { $0.low > 1 || $0.high < 1 } ?? false
  }
}
