import Definitions
import WijkModel

extension PatientCounts {
  /// The patient tables of a wijk in the order of the chapter, into its release.
  func fill(
    _ release: inout DraftRelease, at place: Int, data: SourceData, plan: RegionPlan,
    inhabitants: InhabitantIndex
  ) {
    let wijk = plan.wijken[place]
    let tally = tallies[place]
    let areas = areas(
      of: wijk, tally: tally, smallestArea: data.patients.isEmpty ? 0 : plan.settings.smallestArea)
    release.mergedPostcodes = areas.merged
    release.practiceCount = tally.practices.count { $0 > 0 }
    let coverage = CoverageTables(
      wijk: wijk, tally: tally, areas: areas, definitions: definitions, inhabitants: inhabitants,
      data: data, threshold: plan.settings.threshold)
    release.patients.append(coverage.postcodes())
    guard !data.patients.isEmpty else {
      let tables = ["t202", "t210", "t213", "t214", "t215", "t216", "t217", "t222", "t223"]
      addMissing(tables, source: "praktijklijst", to: &release)
      return
    }
    release.patients.append(coverage.origin())
    release.patients.append(PatientTables.waterfall(register.waterfalls.byWijk[place]))
    var tables = PatientTables(tally: tally, areas: areas, definitions: definitions)
    release.patients.append(tables.demography())
    guard conditions != nil else {
      addMissing(
        ["t210", "t215", "t216", "t217", "t222", "t223"], source: "episoden", to: &release)
      return
    }
    tables.conditionNotes = conditionNotes(place)
    let delivered = chainCareNotes(place)
    tables.hasPrograms = !delivered.isEmpty
    var conditions = tables.conditions()
    conditions.notes += delivered
    release.patients += [conditions, tables.multimorbidity(), tables.programAges()]
  }

  /// The areas of the tables of a wijk, with small postcodes merged.
  func areas(of wijk: Wijk, tally: PatientTally, smallestArea: Int) -> WijkAreas {
    WijkAreas(
      wijk, tally: tally, smallestArea: smallestArea,
      minimumPostcodes: Int(definitions.limit("overig_minimum_postcodes", default: 2)),
      minimumPatients: Int(definitions.limit("overig_minimum_patienten", default: 200)))
  }

  /// The counts that the ranking among patients of every wijk needs (top3.md, section 6).
  ///
  /// `rates` holds the reference of each wijk, in the order of the plan.
  func rankingCounts(_ plan: RegionPlan, rates: [ReferenceRates]) -> [WijkGroupCounts] {
    zip(zip(plan.wijken, tallies), rates).map { pair, rates in
      let (wijk, tally) = pair
      let places = wijk.postcodes.indices
      let ages = tally.wijkAges()
      var counts: [GroupCount] = []
      var hidden: Set<String> = []
      for (bit, group) in definitions.groups.enumerated() where group.isShown {
        let cases = places.reduce(0) { $0 + tally.groups[$1 * 64 + bit] }
        counts.append(
          GroupCount(group: group.id, cases: cases, expected: rates[group]?.expected(ages)))
        if cases > 0 && cases < plan.settings.threshold { hidden.insert(group.id) }
      }
      return WijkGroupCounts(
        wijk: wijk.slug, patients: tally.patients(places), counts: counts, suppressed: hidden)
    }
  }

  private func addMissing(_ tables: [String], source: String, to release: inout DraftRelease) {
    release.notes += tables.map {
      TableNote("bron-ontbreekt", ["tabel": $0, "bron": source])
    }
  }

  /// Practices of a wijk with counted patients, by their place in the directory.
  func activePractices(_ wijk: Int) -> [Int] {
    register.directory.entries.indices.filter {
      register.directory.entries[$0].wijk == wijk && practices[$0].patients > 0
    }
  }

  func conditionNotes(_ wijk: Int) -> [TableNote] {
    var notes: [TableNote] = []
    let practices = activePractices(wijk)
    let silent = practices.count { conditions?.episodes[$0] == 0 }
    if silent > 0 {
      notes.append(
        TableNote(
          "episoden-ontbreken", ["aantal": String(silent), "totaal": String(practices.count)]))
    }
    let limit = definitions.limit("diabetes_niet_vastgelegd_procent", default: 5)
    let (all, withoutType) = diabetes[wijk]
    if Double(withoutType) * 100 > limit * Double(all) {
      notes.append(TableNote("diabetes-type-onbekend"))
    }
    return notes
  }

  /// How many practices delivered chain care; nothing when none did.
  private func chainCareNotes(_ wijk: Int) -> [TableNote] {
    let practices = activePractices(wijk)
    let delivered = practices.count { (programs?.rows[$0] ?? 0) > 0 }
    guard delivered > 0 else { return [] }
    return [
      TableNote(
        "ketenzorg-praktijken",
        ["aantal": String(delivered), "totaal": String(practices.count)])
    ]
  }
}
