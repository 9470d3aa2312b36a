import Definitions
import Statistics
import WijkModel

/// The figures that others published, indexed once for all wijken of a region.
public struct PublishedFigures: Sendable {
  let data: SourceData
  let plan: RegionPlan
  let definitions: DefinitionSet
  let index: InhabitantIndex
  let links: AreaLinks
  let monitor: MonitorReader
  let characteristics: CharacteristicReader
  let rates: ReferenceRates

  /// Indexes the figures of a region.
  public init(
    _ data: SourceData, plan: RegionPlan, definitions: DefinitionSet, index: InhabitantIndex
  ) {
    self.data = data
    self.plan = plan
    self.definitions = definitions
    self.index = index
    let links = AreaLinks(data)
    let figures = MonitorIndex(data, links: links)
    let postcodes = figures.postcodes.union(plan.wijken.flatMap(\.postcodes))
    self.links = links
    monitor = MonitorReader(
      monitor: figures, links: links, plan: plan, rules: definitions.ranking,
      people: AgeBaseIndex(
        index, bases: figures.ageBases, postcodes: index.isEmpty ? [] : postcodes))
    characteristics = CharacteristicReader(
      index: CharacteristicIndex(data, links: links), links: links, inhabitants: index,
      definitions: definitions, plan: plan)
    rates = ReferenceRates(data)
  }

  /// All tables of a wijk that come from published figures, in the order of their ids.
  ///
  /// A table without a source is not made; a note `bron-ontbreekt` names it and the source.
  public func tables(for wijk: Wijk) -> PublishedTables {
    var result = PublishedTables()
    addCharacteristics(to: &result, wijk)
    let top = addHealth(to: &result, wijk)
    addExpected(to: &result, wijk)
    addActivities(to: &result, wijk, top: top)
    addCareUse(to: &result, wijk)
    result.inhabitants.sort { $0.id < $1.id }
    return result
  }

  // MARK: - Who lives here

  private func addCharacteristics(to result: inout PublishedTables, _ wijk: Wijk) {
    let ages = AgeTable(
      data: data, plan: plan, definitions: definitions, index: index, links: links, wijk: wijk)
    result.add(ages.table(), "t203", "inwoners")
    let tables = CharacteristicTables(reader: characteristics, data: data, wijk: wijk)
    result.add(tables.origin(), "t204", "inwoners")
    let households = tables.rows(.household)
    let groups = [75, 80].compactMap { AgeGroupRows(from: $0, for: wijk, index) }
    result.add(
      tables.table("t205-huishoudens-groepen", of: households, groups: groups), "t205", "inwoners")
    let status = tables.rows(.socioeconomic)
    result.add(tables.table("t206-ses", of: status), "t206", "ses")
    let differences = DifferenceTable(definitions: definitions, index: index, wijk: wijk)
    let compared =
      differences.ages()
      + DifferenceTable.characteristics(tables.rows(.origin) + households + status)
    var table = differences.table(compared)
    let used = result.inhabitants.filter { $0.id < "t207" }
    table?.origins = Set(used.flatMap(\.origins)).sorted { ($0.file, $0.name) < ($1.file, $1.name) }
    table?.years = Set(used.flatMap(\.years)).sorted()
    if let table { result.inhabitants.append(table) }
  }

  // MARK: - How they are

  /// Adds t208, t209 and t211, and gives the indicators of the top 3.
  private func addHealth(to result: inout PublishedTables, _ wijk: Wijk) -> [String] {
    let table = MonitorTable(reader: monitor, data: data, definitions: definitions, wijk: wijk)
    result.add(table.table(), "t208", "gezondheidsmonitor")
    let severities = SeverityIndex(data, wijk: wijk) { definitions.indicator(named: $0)?.id }
    let candidates = InhabitantCandidates(
      wijk, reader: monitor, definitions: definitions, severities: severities)
    let ranking = ProblemRanking(candidates.candidates, rules: definitions.ranking)
    let tables = candidates.tables(ranking, data: data)
    result.inhabitants += tables
    if tables.isEmpty {
      result.notes.append(missing("t209", "gezondheidsmonitor"))
    }
    return ranking.top.map(\.candidate.id)
  }

  private func addExpected(to result: inout PublishedTables, _ wijk: Wijk) {
    let table = ExpectedCasesTable(
      data: data, plan: plan, definitions: definitions, index: index, rates: rates, wijk: wijk)
    let source = rates.isEmpty ? "referentie" : "inwoners"
    result.add(table.table(), "t221", source)
  }

  // MARK: - What is done and used

  private func addActivities(to result: inout PublishedTables, _ wijk: Wijk, top: [String]) {
    guard data.kinds.contains("activiteiten") || !data.activities.isEmpty else {
      result.notes.append(missing("t212", "activiteiten"))
      return
    }
    let table = ActivityTable(
      activities: data.activities, plan: plan, definitions: definitions, wijk: wijk)
    result.others.append(table.table(top: top))
  }

  private func addCareUse(to result: inout PublishedTables, _ wijk: Wijk) {
    let pooled = PraktijkspiegelTable(
      data: data, settings: plan.settings, definitions: definitions, wijk: wijk)
    switch pooled.table() {
    case .table(let table): result.patients.append(table)
    case .tooFewPractices:
      result.notes.append(TableNote("minder-dan-drie-praktijken", ["tabel": "t219"]))
    case .missing: result.notes.append(missing("t219", "praktijkspiegel"))
    }
    let costs = CostTableMaker(
      data: data, definitions: definitions, links: links, wijk: wijk)
    if let table = costs.table() {
      result.insured.append(table)
    } else {
      let isUnlinked = !data.costs.isEmpty && links.municipalities(wijk.postcodes).isEmpty
      result.notes.append(missing("t220", isUnlinked ? "gebiedskoppeling" : "zorgkosten"))
    }
  }

  private func missing(_ table: String, _ source: String) -> TableNote {
    TableNote("bron-ontbreekt", ["tabel": table, "bron": source])
  }
}

/// The tables of one wijk that come from published figures.
///
/// For several wijken make ``PublishedFigures`` once instead.
public func publishedTables(
  for wijk: Wijk, data: SourceData, plan: RegionPlan, definitions: DefinitionSet,
  index: InhabitantIndex
) -> PublishedTables {
  PublishedFigures(data, plan: plan, definitions: definitions, index: index).tables(for: wijk)
}

extension PublishedTables {
  /// Adds a table, or the note that its source is missing.
  fileprivate mutating func add(
    _ table: DraftTable<Inhabitants>?, _ number: String, _ source: String
  ) {
    if let table {
      inhabitants.append(table)
    } else {
      notes.append(TableNote("bron-ontbreekt", ["tabel": number, "bron": source]))
    }
  }
}
