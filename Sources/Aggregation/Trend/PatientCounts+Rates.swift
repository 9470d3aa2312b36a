import Statistics
import WijkModel

extension PatientCounts {
  /// The standardized rates of the programmes in the areas of a wijk, for later comparisons over time.
  ///
  /// Directly standardized to the reference population by its own bands and sex; age bands without
  /// patients join a neighbour (``Statistics/DirectStandardization``). Empty without a reference.
  func standardizedRates(
    at wijk: Int, plan: RegionPlan, rates: ReferenceRates
  ) -> [StandardizedRate] {
    guard conditions != nil, let standard = StandardPopulation(rates) else { return [] }
    let tally = tallies[wijk]
    let areas = areas(
      of: plan.wijken[wijk], tally: tally, smallestArea: plan.settings.smallestArea)
    var result: [StandardizedRate] = []
    for entry in areas.postcodes + [areas.rest, areas.wijk].compactMap({ $0 }) {
      for (index, program) in definitions.programs.enumerated() {
        let groups = Sex.allCases.map { sex in
          standard.cells.filter { $0.sex == sex }.map { cell in
            StandardStratum(
              cases: Double(
                tally.cases(ofProgram: index, places: entry.places, sex: sex, band: cell.band)),
              persons: Double(tally.patients(entry.places, sex: sex, band: cell.band)),
              weight: cell.weight)
          }
        }
        guard let joined = try? DirectStandardization.joiningEmptyBands(groups),
          let rate = try? DirectStandardization(joined.strata)
        else { continue }
        result.append(
          StandardizedRate(
            area: entry.area, group: program.program.rawValue,
            standard: standard.mark(joins: joined.joins), rate: rate.value,
            variance: rate.variance))
      }
    }
    return result
  }
}
