import Definitions
import WijkModel

extension PatientCounts {
  /// Waterfalls, findings and data quality, into the result of a region.
  func fill(_ result: inout RegionResult, data: SourceData, plan: RegionPlan) {
    let book = register.waterfalls
    result.waterfall = book.total.steps
    result.waterfallByFile = book.byFile.sorted { $0.key < $1.key }.map {
      FileWaterfall(file: $0.key, steps: $0.value.steps)
    }
    result.countedByFile = book.byFile.mapValues { $0[.counted] }
    for joined in [conditions?.joinedByFile, programs?.joinedByFile] {
      // The wide form of a practice list keeps the number of its patients.
      result.countedByFile.merge(joined ?? [:]) { patients, _ in patients }
    }
    for log in [register.findings, conditions?.findings, programs?.findings] {
      if let log { result.findings.add(log) }
    }
    for log in [conditions?.refusals, programs?.refusals, episodeRefusals()] {
      if let log { result.refusals.add(log) }
    }
    let doubles = plan.settings.searchesDoubles ? possibleDoubles(data) : nil
    for place in register.directory.entries.indices where isPractice(place) {
      result.practices.append(quality(place, plan: plan, doubles: doubles))
    }
  }

  /// Whether a code has enough rows to be told as one of a practice; W306 counts the others.
  private func isPractice(_ place: Int) -> Bool {
    register.directory.entries[place].wijk != nil
      || register.waterfalls.byPractice[place][.read] >= PracticeDirectory.rowsOfPractice
  }

  private func quality(_ place: Int, plan: RegionPlan, doubles: [Int]?) -> PracticeQuality {
    let entry = register.directory.entries[place]
    var quality = PracticeQuality(
      practice: entry.agb, name: entry.name,
      wijk: entry.wijk.map { plan.wijken[$0].slug } ?? "")
    quality.steps = register.waterfalls.byPractice[place].steps
    quality.patients = practices[place].patients
    quality.sexOtherOrUnknown = register.sexPlaced[place]
    quality.postcodeUnknown = practices[place].postcodeUnknown
    quality.possibleDoubles = doubles?[place]
    quality.episodes = conditions?.episodes[place] ?? 0
    quality.episodesWithoutPatient = conditions?.orphans[place] ?? 0
    quality.careRows = programs?.rows[place] ?? 0
    if conditions != nil {
      for (bit, group) in definitions.groups.enumerated()
      where !group.isShown || group.id == "DM_ONGESPECIFICEERD" {
        quality.incompleteGroups[group.id] = practiceGroups[place * 64 + bit]
      }
    }
    return quality
  }

  /// E306: episodes that do not fit their practice (ingest.md, file level 7).
  private func episodeRefusals() -> FindingLog {
    var log = FindingLog()
    guard let conditions else { return log }
    let minimum = Int(definitions.limit("episoden_minimum_patienten", default: 200))
    let share = definitions.limit("episoden_zonder_patient_procent", default: 10)
    // A few odd rows are a finding (W304), not a lost leading zero: as for broken records.
    let always = Int(definitions.limit("kapotte_records_aantal", default: 20))
    for (place, entry) in register.directory.entries.enumerated() where entry.wijk != nil {
      let (episodes, orphans) = (conditions.episodes[place], conditions.orphans[place])
      let facts = entry.agb.map { ["praktijk": $0.description] } ?? [:]
      if episodes == 0 && practices[place].patients >= minimum {
        log.add(Finding("E306", file: entry.file, facts: facts))
      } else if orphans > always && Double(orphans) * 100 > share * Double(episodes) {
        let percentage = Int((100 * Double(orphans) / Double(episodes)).rounded())
        log.add(
          Finding(
            "E306", file: entry.file, column: "patientnummer", count: orphans,
            facts: facts.merging(["aandeel": "\(percentage)\u{A0}%"]) { first, _ in first }))
      }
    }
    return log
  }

  /// Counted patients per practice with birth date, sex and full postcode of a counted patient of
  /// another practice.
  private func possibleDoubles(_ data: SourceData) -> [Int] {
    var counts = [Int](repeating: 0, count: register.directory.entries.count)
    let pairs = zip(register.doubleKeys, register.practices).filter { $0.0 != 0 }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count && pairs[end].0 == pairs[start].0 { end += 1 }
      if pairs[end - 1].1 != pairs[start].1 {
        for pair in pairs[start..<end] { counts[Int(pair.1)] += 1 }
      }
      start = end
    }
    return counts
  }
}
