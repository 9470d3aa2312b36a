import Definitions
import Statistics
import WijkModel

extension PatientCounts {
  /// t216 of a wijk, or nil without practice lists or episodes.
  ///
  /// The programmes are always there; another shown group only with a reference.
  func prevalence(
    at wijk: Int, data: SourceData, plan: RegionPlan, rates: ReferenceRates
  ) -> PrevalenceTable? {
    guard conditions != nil, !data.patients.isEmpty else { return nil }
    let tally = tallies[wijk]
    let areas = areas(
      of: plan.wijken[wijk], tally: tally, smallestArea: plan.settings.smallestArea)
    let entries = areas.postcodes + [areas.rest, areas.wijk].compactMap { $0 }
    let notes = conditionNotes(wijk)
    let groups = comparedGroups(rates)
    let comparisons = groups.map { group in
      PrevalenceComparison(
        name: group.name, isProgram: group.isProgram,
        isJudged: group.isJudged(despite: notes),
        dispersion: plan.settings.widensForOverdispersion ? dispersion(group, wijk: wijk) : 1,
        cells: entries.map { entry in
          PrevalenceCell(
            cases: group.cases(of: entry.places, in: tally, definitions: definitions),
            patients: tally.patients(entry.places),
            expected: group.rates?.expected(tally.ages(of: entry.places)))
        })
    }
    return PrevalenceTable(
      areas: entries.map(\.area), groups: comparisons,
      notes: notes + self.notes(groups, comparisons, wijk: wijk, data: data, plan: plan),
      smallestDenominator: Int(definitions.limit("noemer_percentage", default: 100)))
  }

  private func comparedGroups(_ rates: ReferenceRates) -> [ComparedGroup] {
    let programs = definitions.programs.enumerated().map { index, program in
      // A programme of several groups has no single reference.
      let bit = program.mask.nonzeroBitCount == 1 ? program.mask.trailingZeroBitCount : nil
      return ComparedGroup(
        name: program.program.rawValue, bit: bit, program: index,
        isDiabetes: program.program == .diabetes,
        rates: bit.flatMap { rates[definitions.groups[$0]] })
    }
    let others = definitions.otherGroups.compactMap { bit, group in
      rates[group].map {
        ComparedGroup(name: group.name, bit: bit, program: nil, isDiabetes: false, rates: $0)
      }
    }
    return programs + others
  }

  /// The factor φ between the practices of a wijk; 1 for fewer than three.
  ///
  /// All their counted patients take part, wherever they live.
  private func dispersion(_ group: ComparedGroup, wijk: Int) -> Double {
    let practices = activePractices(wijk)
    guard practices.count >= 3, let bit = group.bit, let rates = group.rates else { return 1 }
    let units = practices.compactMap { practice in
      rates.expected(ages(ofPractice: practice)).map {
        (observed: Double(practiceGroups[practice * 64 + bit]), expected: $0)
      }
    }
    return units.count == practices.count ? Overdispersion.factor(units) : 1
  }

  private func ages(ofPractice practice: Int) -> [Sex: [Int]] {
    var ages: [Sex: [Int]] = [:]
    for sex in Sex.allCases {
      let start = (practice * 2 + Int(sex.rawValue)) * PatientTally.ageCount
      ages[sex] = Array(practiceAges[start..<start + PatientTally.ageCount])
    }
    return ages
  }

  /// With what was compared, and why a verdict is missing.
  private func notes(
    _ groups: [ComparedGroup], _ comparisons: [PrevalenceComparison], wijk: Int, data: SourceData,
    plan: RegionPlan
  ) -> [TableNote] {
    var notes: [TableNote] = []
    let reasons = Set(conditionNotes(wijk).map(\.code))
    if reasons.contains("episoden-ontbreken") { notes.append(TableNote("geen-oordeel-episoden")) }
    if reasons.contains("diabetes-type-onbekend") {
      notes.append(TableNote("geen-oordeel-diabetes"))
    }
    func add(_ note: TableNote) { if !notes.contains(note) { notes.append(note) } }
    func names(_ isIn: (ComparedGroup) -> Bool) -> String {
      groups.filter(isIn).map(\.name).joined(separator: "|")
    }
    let references = groups.compactMap(\.rates)
    if plan.settings.comparesWithRegion, references.contains(where: { $0.origin >= 0 }) {
      notes.append(TableNote("regio-te-weinig-wijken"))
    }
    for rates in references {
      let source =
        data.origins.indices.contains(rates.origin) ? data.origins[rates.origin].name : ""
      add(
        TableNote(
          "referentie",
          [
            "naam": source.isEmpty ? rates.area : "\(rates.area), \(source)",
            "jaar": String(rates.year),
          ]))
    }
    let without = names { $0.rates == nil }
    if groups.allSatisfy({ $0.rates == nil }) {
      add(TableNote("geen-referentie"))
    } else if !without.isEmpty {
      add(TableNote("geen-referentie", ["groepen": without]))
    }
    let others = names { $0.rates.map { !$0.isSameDefinition } ?? false }
    if !others.isEmpty { add(TableNote("andere-definitie", ["groepen": others])) }
    let gaps = zip(groups, comparisons).filter { group, comparison in
      group.rates != nil && comparison.cells.contains { $0.expected == nil }
    }.map(\.0.name)
    if !gaps.isEmpty {
      add(TableNote("referentie-onvolledig", ["groepen": gaps.joined(separator: "|")]))
    }
    if plan.settings.widensForOverdispersion, groups.contains(where: { $0.rates != nil }) {
      let isKnown = activePractices(wijk).count >= 3
      add(TableNote(isKnown ? "spreiding-praktijken" : "spreiding-onbekend"))
    }
    return notes
  }
}

/// A disease group or programme that is compared with its reference.
private struct ComparedGroup {
  let name: String
  /// The bit of its disease group; nil for a programme of several groups.
  let bit: Int?
  /// The place of the programme in the definitions; nil for another group.
  let program: Int?
  let isDiabetes: Bool
  let rates: ReferenceRates.Rates?

  var isProgram: Bool { program != nil }

  /// Whether a verdict is allowed: the same definition, every practice with episodes, and for diabetes a
  /// type that is recorded.
  func isJudged(despite notes: [TableNote]) -> Bool {
    guard let rates, rates.isSameDefinition else { return false }
    return !notes.contains {
      $0.code == "episoden-ontbreken" || isDiabetes && $0.code == "diabetes-type-onbekend"
    }
  }

  /// The patients of places in the group, as in t215.
  func cases(of places: [Int], in tally: PatientTally, definitions: PatientDefinitions) -> Int {
    if let program {
      let width = definitions.programs.count
      return places.reduce(0) { $0 + tally.programs[$1 * width + program] }
    }
    guard let bit else { return 0 }
    return places.reduce(0) { $0 + tally.groups[$1 * 64 + bit] }
  }
}
