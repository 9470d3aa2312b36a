import Definitions
import WijkModel

extension PatientCounts {
  /// The rates of disease groups among all counted patients of the other wijken of the region, by sex
  /// and five-year band.
  ///
  /// Who compares with the region compares with practices that record in the same way. The wijk itself
  /// is left out, because a part is compared with the rest. A wijk whose practices lack episodes takes no
  /// part.
  ///
  /// - Parameters:
  ///   - wijk: The place of the wijk in the plan.
  ///   - plan: The region.
  ///   - bands: The age bands, young first.
  /// - Returns: The rates, or nil when the configuration does not ask for them or fewer other wijken than
  ///   `regio_minimum_wijken` take part.
  func regionalRates(
    leavingOut wijk: Int, plan: RegionPlan, bands: [AgeBand]
  ) -> ReferenceRates? {
    guard plan.settings.comparesWithRegion, conditions != nil else { return nil }
    let others = plan.wijken.indices.filter { other in
      other != wijk && !activePractices(other).isEmpty
        && !conditionNotes(other).contains { $0.code == "episoden-ontbreken" }
    }
    guard Double(others.count) >= definitions.limit("regio_minimum_wijken", default: 5) else {
      return nil
    }
    var groups: [String: [Sex: [ReferenceRates.Cell]]] = [:]
    for (bit, group) in definitions.groups.enumerated() {
      for sex in Sex.allCases {
        groups[group.id, default: [:]][sex] = bands.map { band in
          ReferenceRates.Cell(
            band: band,
            persons: Double(
              others.reduce(0) {
                $0 + tallies[$1].patients(0...tallies[$1].unknownPlace, sex: sex, band: band)
              }),
            cases: Double(
              others.reduce(0) { $0 + tallies[$1].patients(group: bit, sex: sex, band: band) }))
        }
      }
    }
    return ReferenceRates(
      area: "de andere wijken van \(plan.name)", year: plan.referenceDate.components.year,
      groups: groups)
  }
}
