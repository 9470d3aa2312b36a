import Definitions
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

@Suite("The patient tables against a slow count")
struct PatientTablesTests {
  static let regions = 400
  static let minimumMerged = 8

  private func definitions(_ set: DefinitionSet) -> PatientDefinitions {
    PatientDefinitions(
      groups: set.diseaseGroups, programRules: set.programRules, ages: set.banding("nhg"),
      wideAges: set.banding("multimorbiditeit"), inhabitantAges: set.banding("cbs"),
      limits: [
        "overig_minimum_patienten": Double(Self.minimumMerged), "noemer_percentage": 0,
        "episoden_minimum_patienten": 5, "kapotte_records_aantal": 0,
      ])
  }

  private func engine(
    _ region: PlainRegion, _ definitions: PatientDefinitions
  ) -> (result: RegionResult, releases: [DraftRelease]) {
    let data = region.data
    let counts = PatientCounts(data, plan: region.plan, definitions: definitions)
    var result = RegionResult()
    counts.fill(&result, data: data, plan: region.plan)
    let index = InhabitantIndex(data)
    let releases = region.plan.wijken.enumerated().map { place, wijk in
      var release = DraftRelease(wijk: wijk)
      counts.fill(&release, at: place, data: data, plan: region.plan, inhabitants: index)
      return release
    }
    return (result, releases)
  }

  private func texts(_ table: DraftTable<EnrolledPatients>?) -> [[String]] {
    (table?.rows ?? []).map { row in
      row.map { cell in
        switch cell {
        case .text(let text): text
        case .count(let count): "\(count)"
        case .number(let number): "\((number * 1e6).rounded() / 1e6)"
        case .absent: "-"
        case .unknown: "?"
        case .withheld: "•"
        }
      }
    }
  }

  @Test("400 random regions give the tables of the slow count")
  func agreement() throws {
    let set = try DefinitionSet.load(from: ProjectFolder.definitions.path)
    let definitions = definitions(set)
    var seeds = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &seeds)
    print("PatientTablesTests.agreement: seed \(seed)")
    var random = SeededGenerator(seed: seed)
    var seen: [String: Int] = [:]
    for number in 0..<Self.regions {
      let region = PlainRegion.random(&random)
      let slow = SlowCount(
        region, groups: set.diseaseGroups, rules: set.programRules,
        minimumMergedPatients: Self.minimumMerged)
      let releases = engine(region, definitions).releases
      for (place, release) in releases.enumerated() {
        let tables = Dictionary(
          uniqueKeysWithValues: release.patients.map { (String($0.id.prefix(4)), $0) })
        var expected = [
          "t201": slow.t201(place), "t202": slow.t202(place), "t213": slow.t213(place),
          "t214": slow.t214(place),
        ]
        if !region.episodes.isEmpty {
          expected["t215"] = slow.t215(place)
          expected["t217"] = slow.t217(place)
          expected["t223"] = slow.t223(place)
        }
        #expect(Set(tables.keys) == Set(expected.keys))
        for (id, rows) in expected {
          #expect(texts(tables[id]) == rows, "region \(number), wijk \(place), \(id), seed \(seed)")
        }
        for row in expected["t213"] ?? [] where row[1] != "0" { seen[row[0], default: 0] += 1 }
        if !release.mergedPostcodes.isEmpty { seen["overig", default: 0] += 1 }
        if texts(tables["t217"]).contains(where: { $0[3] == "3+" && $0[4] != "0" }) {
          seen["3+", default: 0] += 1
        }
        for kind in ["programma", "hoofdbehandelaar_onbekend"]
        where texts(tables["t215"]).contains(where: { $0[3] == kind && $0[4] != "0" }) {
          seen[kind, default: 0] += 1
        }
      }
    }
    // The regions must have had everything that they are made for.
    for step in SlowCount.steps + ["overig", "3+", "programma", "hoofdbehandelaar_onbekend"] {
      #expect(seen[step] ?? 0 > 20, "\(step) hardly occurred, seed \(seed)")
    }
  }

  @Test("The order of files and rows changes nothing")
  func order() throws {
    let definitions = definitions(
      try DefinitionSet.load(from: ProjectFolder.definitions.path))
    var seeds = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &seeds)
    print("PatientTablesTests.order: seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let region = PlainRegion.random(&random)
      let one = engine(region, definitions)
      let two = engine(region.shuffled(&random), definitions)
      #expect(one.result.findings.findings == two.result.findings.findings, "seed \(seed)")
      #expect(one.result.refusals.findings == two.result.refusals.findings, "seed \(seed)")
      #expect(one.result.waterfallByFile == two.result.waterfallByFile, "seed \(seed)")
      #expect(one.result.practices == two.result.practices, "seed \(seed)")
      for (left, right) in zip(one.releases, two.releases) {
        #expect(left.patients.map(\.id) == right.patients.map(\.id), "seed \(seed)")
        for (before, after) in zip(left.patients, right.patients) {
          #expect(before.rows == after.rows, "\(before.id), seed \(seed)")
          #expect(before.notes == after.notes, "\(before.id), seed \(seed)")
        }
      }
    }
  }

  @Test("Parts add up: postcodes to wijk, wijk and outside to all, stages to what was read")
  func sums() throws {
    let definitions = definitions(
      try DefinitionSet.load(from: ProjectFolder.definitions.path))
    var seeds = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &seeds)
    print("PatientTablesTests.sums: seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let region = PlainRegion.random(&random)
      let (result, releases) = engine(region, definitions)
      let records = region.patients.reduce(0) { $0 + $1.rows.count + $1.rejected }
      #expect(result.waterfall.first?.count == records)
      let steps = result.waterfall.dropLast().reduce(0) { $0 + $1.change }
      #expect(steps == result.waterfall.last?.count, "seed \(seed)")
      for (place, name) in WaterfallStage.allCases.enumerated() {
        let sum = result.waterfallByFile.reduce(0) { $0 + $1.steps[place].count }
        #expect(sum == result.waterfall[place].count, "\(name.rawValue), seed \(seed)")
      }
      for release in releases {
        for table in release.patients where ["t214", "t215"].contains(table.id.prefix(4)) {
          var sums: [String: [String: Int]] = [:]
          for row in texts(table) {
            sums[row[2...3].joined(separator: "|"), default: [:]][row[0], default: 0] +=
              Int(row[4]) ?? 0
          }
          for (cell, sum) in sums {
            let wijk = sum["wijk"] ?? -1
            #expect((sum["pc4"] ?? 0) + (sum["overig"] ?? 0) == wijk, "\(cell), seed \(seed)")
            #expect(wijk + (sum["buiten"] ?? 0) == sum["Totaal"], "\(cell), seed \(seed)")
          }
        }
      }
    }
  }
}
