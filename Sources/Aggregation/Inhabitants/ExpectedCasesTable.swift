import Definitions
import Statistics
import WijkModel

/// t221: the cases of each condition that are expected among all inhabitants.
///
/// E = Σ over sex and age class of inhabitants × the rate of the reference population (indirect
/// standardization, the idea of Nivel's VAAM). An estimate without interval and without verdict.
struct ExpectedCasesTable {
  let data: SourceData
  let plan: RegionPlan
  let definitions: DefinitionSet
  let index: InhabitantIndex
  let rates: ReferenceRates
  let wijk: Wijk

  /// The table, or nil when inhabitants by age and sex or reference rates are not known.
  func table() -> DraftTable<Inhabitants>? {
    let bands = index.finestBands(bySex: true)
    let groups = definitions.diseaseGroups(for: plan.settings).filter(\.isShown).compactMap {
      group in rates[group].map { (group, $0) }
    }
    guard !bands.isEmpty, !groups.isEmpty else { return nil }
    var table = DraftTable<Inhabitants>(
      id: "t221-verwachte-aandoeningen", dimensions: ["gebied_soort", "gebied", "groep"],
      attributes: ["verwacht", "inwoners", "referentie", "jaar"])
    var origins = OriginSet()
    var partial: [String] = []
    let expected = groups.map { _, rate in
      wijk.postcodes.map { cases($0, bands: bands, rate, &origins) }
    }
    for (place, postcode) in wijk.postcodes.enumerated() {
      for (group, row) in zip(groups, expected) {
        table.append(cells(Area(postcode), group, row[place]))
      }
    }
    for (group, row) in zip(groups, expected) {
      let known = row.compactMap { $0 }
      let sum =
        known.isEmpty ? nil : (orderedSum(known.map(\.cases)), orderedSum(known.map(\.people)))
      if known.count < row.count && !known.isEmpty { partial.append(group.0.name) }
      table.append(cells(wijk.area, group, sum))
      origins.add(group.1.origin)
    }
    if !partial.isEmpty {
      table.notes.append(TableNote("minstens", ["kenmerken": partial.joined(separator: "|")]))
    }
    let others = groups.filter { !$0.1.isSameDefinition }.map(\.0.name)
    if !others.isEmpty {
      table.notes.append(TableNote("andere-definitie", ["groepen": others.joined(separator: "|")]))
    }
    table.notes.append(TableNote("modelschatting"))
    table.cite(origins, in: data)
    return table
  }

  private func cells(
    _ area: Area, _ group: (DiseaseGroup, ReferenceRates.Rates),
    _ expected: (cases: Double, people: Double)?
  ) -> [DraftCell] {
    [
      .text(area.kind.rawValue), .text(area.code), .text(group.0.name),
      DraftCell(expected?.cases), DraftCell(expected?.people), .text(group.1.area),
      .count(group.1.year),
    ]
  }

  /// Expected cases and inhabitants of a postcode; nil when a class is unknown.
  private func cases(
    _ postcode: Postcode4, bands: [AgeBand], _ rates: ReferenceRates.Rates,
    _ origins: inout OriginSet
  ) -> (cases: Double, people: Double)? {
    var cases = CompensatedSum()
    var people = CompensatedSum()
    for band in bands {
      for sex in Sex.allCases {
        guard let figure = index.figure(postcode, band: band, sex: sex),
          let number = figure.number, let rate = rates.rate(sex: sex, band: band)
        else { return nil }
        cases.add(number * rate)
        people.add(number)
        origins.add(figure.origins, years: [figure.year])
      }
    }
    return (cases.value, people.value)
  }
}
