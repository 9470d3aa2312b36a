import Definitions
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

@Suite("Episodes and chain care of counted patients")
struct PatientConditionsTests {
  private let set: DefinitionSet

  init() throws { set = try DefinitionSet.load(from: ProjectFolder.definitions.path) }

  private func result(
    patients: Int, practices: [UInt32] = [11], episodes: [EpisodeRow], care: [CareRow] = []
  ) -> RegionResult {
    var region = PlainRegion(plan: testPlan([practices], postcodes: [[1901]]))
    region.patients = practices.map { practice in
      PlainFile(
        name: "p\(practice).csv",
        rows: (1...max(1, patients)).map {
          PatientRow(number: "\($0)", practice: practice, line: UInt32($0 + 1))
        })
    }
    region.episodes = [PlainFile(name: "e.csv", rows: episodes)]
    region.care = care.isEmpty ? [] : [PlainFile(name: "k.csv", rows: care)]
    return aggregate(region.data, plan: region.plan, definitions: set)
  }

  private func episode(
    _ number: Int, _ code: String = "T90.02", practice: UInt32 = 11, line: UInt32 = 2
  ) -> EpisodeRow {
    EpisodeRow(number: "\(number)", practice: practice, code: code, begin: -9, end: nil, line: line)
  }

  static let rules: [(String, DiseaseGroup.EpisodeRule, Int32?, Int32?, Bool)] = [
    ("open", .active, -5, nil, true), ("ends on the day", .active, -5, 0, false),
    ("ends a day later", .active, -5, 1, true), ("begins on the day", .active, 0, nil, true),
    ("begins later", .chronic, 1, nil, false), ("ended long ago", .chronic, -900, -800, true),
    ("no dates", .active, nil, nil, true), ("ended 12 months ago", .recent, -900, -365, false),
    ("ended a day later", .recent, -900, -364, true), ("ended, active", .active, -900, -364, false),
  ]

  @Test("The rule of a group decides which episodes count", arguments: rules)
  func episodeRule(
    name: String, rule: DiseaseGroup.EpisodeRule, begin: Int32?, end: Int32?, counts: Bool
  ) throws {
    let code = try #require(ICPCCode("R96"))
    let group = DiseaseGroup(
      id: "X", name: "X", program: nil,
      codes: [CodeRule(code: code, match: .exact, isExcluded: false)], episodes: rule,
      countsAsChronic: true, theme: "", isShown: true, source: "verzonnen")
    let rules = EpisodeRules([group], date: PatientRow.date, recentMonths: 12)
    let mask = rules.groups(
      code: code.packed, begin: PatientRow.day(begin), end: PatientRow.day(end))
    #expect(mask == (counts ? 1 : 0), "\(name)")
  }

  @Test("Every code belongs to the groups that the definitions say")
  func codes() {
    let rules = EpisodeRules(set.diseaseGroups, date: PatientRow.date, recentMonths: 12)
    for letter in ICPCCode.chapters.sorted() {
      for rubric in 0...99 {
        for subcode in [0, 1, 2, 3, 99] {
          guard let code = ICPCCode(chapter: letter, rubric: rubric, subcode: subcode) else {
            continue
          }
          let mask = rules.groups(
            code: code.packed, begin: ColumnCode.noDate, end: ColumnCode.noDate)
          for (bit, group) in set.diseaseGroups.enumerated() {
            let isIn = mask >> UInt64(bit) & 1 == 1
            if isIn != group.includes(code) {
              Issue.record("\(code) and \(group.id)")
            }
          }
        }
      }
    }
  }

  @Test("A month before the last of March is the last of February")
  func months() {
    for (from, months, to) in [
      ("2026-03-31", 1, "2026-02-28"), ("2024-02-29", 12, "2023-02-28"),
      ("2026-07-01", 12, "2025-07-01"), ("2026-01-15", 1, "2025-12-15"),
    ] {
      #expect(CalendarDate(iso: from)?.months(before: months).description == to)
    }
  }

  @Test("Episodes without a patient are one finding with their number")
  func orphans() {
    let episodes = [episode(1), episode(8, line: 3), episode(9, line: 4)]
    let result = result(patients: 5, episodes: episodes)
    #expect(
      result.findings.findings == [
        Finding("W304", file: "e.csv", line: 3, column: "patientnummer", count: 2)
      ])
    #expect(result.refusals.findings.isEmpty)
    #expect(result.practices.map(\.episodesWithoutPatient) == [2])
    #expect(result.countedByFile == ["p11.csv": 5, "e.csv": 1])
  }

  @Test("A practice of 200 patients without any episode is refused, one of 199 is not")
  func withoutEpisodes() {
    let none = result(patients: 200, practices: [11, 21], episodes: [episode(1)])
    #expect(
      none.refusals.findings == [Finding("E306", facts: ["praktijk": "00000021"])])
    let few = result(patients: 199, practices: [11, 21], episodes: [episode(1)])
    #expect(few.refusals.findings.isEmpty)
    let notes = few.releases.flatMap(\.patients).filter { $0.id.hasPrefix("t215") }
      .flatMap(\.notes)
    #expect(notes == [TableNote("episoden-ontbreken", ["aantal": "1", "totaal": "2"])])
  }

  @Test(
    "More than 10 % of the episodes without a patient is refused, when there are more than 20",
    arguments: [(21, 189, false), (21, 188, true), (20, 10, false)])
  func lostZeros(orphans: Int, others: Int, isRefused: Bool) {
    let episodes =
      (0..<orphans).map { episode(1000 + $0) } + (0..<others).map { _ in episode(1) }
    let codes = result(patients: 5, episodes: episodes).refusals.findings.map(\.code)
    #expect(codes == (isRefused ? ["E306"] : []))
  }

  @Test("Episodes without AGB codes are refused when there are several practices")
  func withoutCodes() {
    let blank = [episode(1, practice: 0)]
    let one = result(patients: 5, episodes: blank)
    #expect(one.refusals.findings.isEmpty)
    #expect(one.practices.map(\.episodes) == [1])
    let two = result(patients: 5, practices: [11, 21], episodes: blank)
    #expect(two.refusals.findings.map(\.code) == ["E201"])
  }

  @Test("Diabetes without a type is said when it is more than 5 % of all diabetes")
  func diabetesType() {
    func notes(_ codes: [String]) -> [TableNote] {
      let episodes = codes.enumerated().map { episode($0.offset + 1, $0.element) }
      return result(patients: 30, episodes: episodes).releases.flatMap(\.patients)
        .filter { $0.id.hasPrefix("t215") }.flatMap(\.notes)
    }
    let typed = [String](repeating: "T90.02", count: 19)
    #expect(notes(typed + ["T90"]).isEmpty)
    #expect(notes(typed.dropLast() + ["T90"]) == [TableNote("diabetes-type-onbekend")])
    // Whoever has both codes has a type.
    #expect(notes(["T90.02"]).isEmpty)
  }

  static let care: [(String, UInt8, [CareRow], [String])] = [
    ("takes part", 40, [row(.diabetes)], ["Diabetes programma"]),
    ("too young", 17, [row(.diabetes)], []),
    ("asthma from 16", 16, [row(.asthma)], ["Astma programma"]),
    ("a specialist", 40, [row(.copd, .specialist)], []),
    ("nobody recorded", 40, [row(.copd, .unknown)], ["COPD hoofdbehandelaar_onbekend"]),
    ("two rows", 40, [row(.copd, .unknown), row(.copd)], ["COPD programma"]),
    (
      "diabetes goes before CVRM", 40, [row(.cvrm), row(.diabetes), row(.copd)],
      ["COPD programma", "Diabetes programma"]
    ),
    (
      "diabetes of a specialist does not", 40, [row(.cvrm), row(.diabetes, .specialist)],
      ["CVRM programma"]
    ),
    ("does not take part", 40, [row(.cvrm, participation: .no)], []),
    ("unknown", 40, [row(.cvrm, participation: .unknown)], []),
    ("ended on the day", 40, [row(.cvrm, end: 0)], []),
    ("begins later", 40, [row(.cvrm, begin: 1)], []),
  ]

  private static func row(
    _ program: CareProgram, _ provider: MainProvider = .generalPractitioner,
    participation: Participation = .yes, begin: Int32? = nil, end: Int32? = nil
  ) -> CareRow {
    CareRow(
      number: "1", practice: 11, program: program, participation: participation,
      provider: provider, begin: begin, end: end, line: 2)
  }

  @Test("Who is in a programme", arguments: care)
  func programs(name: String, age: UInt8, rows: [CareRow], expected: [String]) throws {
    var region = PlainRegion(plan: testPlan([[11]], postcodes: [[1901]]))
    region.patients = [
      PlainFile(name: "p.csv", rows: [PatientRow(number: "1", practice: 11, age: age, line: 2)])
    ]
    region.episodes = [PlainFile(name: "e.csv", rows: [episode(1)])]
    region.care = [PlainFile(name: "k.csv", rows: rows)]
    let result = aggregate(region.data, plan: region.plan, definitions: set)
    let table = try #require(
      result.releases.first?.patients.first { $0.id.hasPrefix("t215") })
    let found = table.rows.filter {
      $0[0] == .text("wijk") && $0[3] != .text("bekend") && $0[4] != .count(0)
    }
    #expect(
      found.map { row in
        row[2...3].map { if case .text(let text) = $0 { text } else { "" } }
          .joined(separator: " ")
      } == expected, "\(name)")
  }
}
