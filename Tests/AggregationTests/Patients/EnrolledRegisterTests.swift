import Testing
import WijkModel

@testable import Aggregation

@Suite("From practice lists to counted patients")
struct EnrolledRegisterTests {
  private func register(
    _ files: [PatientColumns], plan: RegionPlan = testPlan(), practices: [PracticeInfo] = []
  ) -> EnrolledRegister {
    var data = SourceData()
    data.patients = files
    data.practices = practices
    return EnrolledRegister(data, plan: plan)
  }

  static let oneRow: [(PatientRow, WaterfallStage)] = [
    (PatientRow(number: "1"), .counted),
    (PatientRow(number: "1", from: nil), .counted),
    (PatientRow(number: "1", from: 0), .counted),
    (PatientRow(number: "1", from: 1), .notYetEnrolled),
    (PatientRow(number: "1", until: 1), .counted),
    (PatientRow(number: "1", until: 0), .left),
    (PatientRow(number: "1", until: -1), .left),
    (PatientRow(number: "1", died: 1), .counted),
    (PatientRow(number: "1", died: 0), .deceased),
    (PatientRow(number: "1", until: -5, died: -5), .left),
    (PatientRow(number: "1", category: .temporary), .temporary),
    (PatientRow(number: "1", category: .passerby), .temporary),
    (PatientRow(number: "1", category: .unknown), .categoryUnknown),
    (PatientRow(number: "1", age: ColumnCode.ageUnknown), .ageUnknown),
    (PatientRow(number: "1", age: ColumnCode.bornLater), .bornLater),
    (PatientRow(number: "1", age: 0), .counted),
    (PatientRow(number: "1", age: 120), .counted),
    (PatientRow(number: "1", postcode: ColumnCode.postcodeUnknown), .counted),
    (PatientRow(number: "1", postcode: ColumnCode.postcodeForeign), .counted),
    (PatientRow(number: "1", practice: ColumnCode.noPractice), .practiceUnknown),
    (PatientRow(number: "1", practice: 1_990_099), .practiceOutside),
    (PatientRow(number: "1", sex: .unknown), .counted),
  ]

  @Test("Every row ends in exactly one stage", arguments: oneRow)
  func stage(row: PatientRow, stage: WaterfallStage) {
    let register = register([PatientColumns("p.csv", rejected: 3, [row])])
    let total = register.waterfalls.total
    #expect(total[.read] == 4)
    #expect(total[.rejected] == 3)
    #expect(total[stage] == 1)
    #expect(register.count == (stage == .counted ? 1 : 0))
    #expect(register.waterfalls.byFile["p.csv"] == total)
  }

  static let twoRows: [(String, [PatientRow], [WaterfallStage: Int])] = [
    (
      "the same row twice",
      [PatientRow(number: "1"), PatientRow(number: "1")], [.counted: 1, .duplicate: 1]
    ),
    (
      "another postcode on the same day",
      [PatientRow(number: "1"), PatientRow(number: "1", postcode: 1902)], [.contradiction: 2]
    ),
    (
      "a later registration",
      [PatientRow(number: "1", from: -9), PatientRow(number: "1", postcode: 1902, from: -5)],
      [.counted: 1, .duplicate: 1]
    ),
    (
      "a later registration that has ended",
      [PatientRow(number: "1", from: -9), PatientRow(number: "1", from: -5, until: -2)],
      [.counted: 1, .left: 1]
    ),
    (
      "a registration in the future",
      [PatientRow(number: "1", from: -9), PatientRow(number: "1", from: 5)],
      [.counted: 1, .notYetEnrolled: 1]
    ),
    (
      "left by one row, not by the other, of the same day",
      [PatientRow(number: "1"), PatientRow(number: "1", until: -2)], [.contradiction: 1, .left: 1]
    ),
    (
      "an old registration and a contradiction later",
      [
        PatientRow(number: "1", from: -9), PatientRow(number: "1", from: -5),
        PatientRow(number: "1", age: 41, from: -5),
      ], [.contradiction: 2, .duplicate: 1]
    ),
    (
      "a contradiction before a later registration",
      [
        PatientRow(number: "1", from: -9), PatientRow(number: "1", age: 41, from: -9),
        PatientRow(number: "1", from: -5),
      ], [.counted: 1, .duplicate: 2]
    ),
    (
      "no date and a date",
      [PatientRow(number: "1", from: nil), PatientRow(number: "1", from: -5)],
      [.counted: 1, .duplicate: 1]
    ),
    (
      "two numbers", [PatientRow(number: "1"), PatientRow(number: "01")], [.counted: 2]
    ),
    (
      "one number in two practices of the wijk",
      [PatientRow(number: "1"), PatientRow(number: "1", practice: 1_990_022)], [.counted: 2]
    ),
    (
      "one pseudonym in two practices, the later registration counts",
      [
        PatientRow(number: "1", pseudonym: "x", from: -9),
        PatientRow(number: "7", practice: 1_990_022, pseudonym: "x", from: -5),
      ], [.counted: 1, .duplicate: 1]
    ),
    (
      "one pseudonym on the same day in two practices with one content",
      [
        PatientRow(number: "1", pseudonym: "x"),
        PatientRow(number: "7", practice: 1_990_022, pseudonym: "x"),
      ], [.counted: 1, .duplicate: 1]
    ),
    (
      "one pseudonym on the same day with other ages",
      [
        PatientRow(number: "1", pseudonym: "x"),
        PatientRow(number: "7", practice: 1_990_022, pseudonym: "x", age: 41),
      ], [.contradiction: 2]
    ),
  ]

  @Test("Rows of one person are compared", arguments: twoRows)
  func compared(name: String, rows: [PatientRow], expected: [WaterfallStage: Int]) {
    let plan = testPlan([[1_990_011, 1_990_022]], postcodes: [[1901]])
    for order in [rows, rows.reversed()] {
      let total = register([PatientColumns("p.csv", order)], plan: plan).waterfalls.total
      for stage in WaterfallStage.allCases where stage != .read {
        #expect(total[stage] == expected[stage] ?? 0, "\(name): \(stage.rawValue)")
      }
    }
    let apart = rows.enumerated().map { PatientColumns("\($0).csv", [$1]) }
    let total = register(apart, plan: plan).waterfalls.total
    for (stage, count) in expected { #expect(total[stage] == count, "\(name), apart") }
  }

  @Test("Several AGB codes of one practice are one practice")
  func sharedPractice() throws {
    let codes = try [1_990_011, 1_990_022].map { try #require(AGBCode($0)) }
    let info = PracticeInfo(
      practice: codes[1], name: "", wijk: "", fte: nil, mainPractice: codes[0])
    let rows = [PatientRow(number: "1"), PatientRow(number: "1", practice: 1_990_022)]
    let register = register([PatientColumns("p.csv", rows)], practices: [info])
    #expect(register.waterfalls.total[.counted] == 1)
    #expect(register.waterfalls.total[.duplicate] == 1)
    #expect(register.directory.entries.count == 1)
  }

  @Test("A blank AGB code takes the only code of its file, or none")
  func blankCode() {
    let blank = PatientRow(number: "2", practice: ColumnCode.noPractice)
    let sole = [PatientRow(number: "1"), blank]
    #expect(register([PatientColumns("p.csv", sole)]).waterfalls.total[.counted] == 2)
    let two = sole + [PatientRow(number: "3", practice: 1_990_099)]
    let total = register([PatientColumns("p.csv", two)]).waterfalls.total
    #expect(total[.practiceUnknown] == 1)
    #expect(total[.practiceOutside] == 1)
  }

  @Test("A file without AGB codes is a practice of the only wijk")
  func filePractice() {
    let row = PatientRow(number: "1", practice: ColumnCode.noPractice)
    let files = ["a.csv", "b.csv"].map { PatientColumns($0, isOnePractice: true, [row]) }
    #expect(register(files).count == 2)
    let regional = testPlan([[1_990_011], [1_990_022]], postcodes: [[1901], [1902]])
    #expect(register(files, plan: regional).waterfalls.total[.practiceOutside] == 2)
  }

  @Test("Findings name the lines and never a number")
  func findings() {
    let rows = [
      PatientRow(number: "1"), PatientRow(number: "1", postcode: 1902), PatientRow(number: "2"),
      PatientRow(number: "2"), PatientRow(number: "3", practice: 1_990_099),
    ]
    let findings = register([PatientColumns("p.csv", rows)]).findings.findings
    #expect(
      findings == [
        Finding(
          "E303", file: "p.csv", line: 2, column: "patientnummer", count: 2,
          facts: ["andere": "3"]),
        Finding("W303", file: "p.csv", line: 5, column: "patientnummer"),
        Finding("W306", file: "p.csv", line: 6, column: "praktijk_agb"),
      ])
  }

  @Test("A practice in no wijk is named by its code; eight digits of a few rows are not (W306)")
  func outsidePractice() {
    let strangers = (0..<20).map { PatientRow(number: "\($0)", practice: 1_990_099) }
    let odd = PatientRow(number: "x", practice: 12_345_678)
    let findings = register([PatientColumns("p.csv", strangers + [odd])]).findings.findings
    #expect(
      findings == [
        Finding(
          "W306", file: "p.csv", line: 2, column: "praktijk_agb", count: 20,
          facts: ["praktijk": "01990099"]),
        Finding("W306", file: "p.csv", line: 22, column: "praktijk_agb"),
      ])
  }

  @Test("Rejected records belong to the wijk of all other rows of their file")
  func wijkOfRejected() {
    let plan = testPlan([[1_990_011], [1_990_022]], postcodes: [[1901], [1902]])
    let files = [
      PatientColumns("a.csv", rejected: 2, [PatientRow(number: "1")]),
      PatientColumns(
        "b.csv", rejected: 5,
        [PatientRow(number: "1"), PatientRow(number: "1", practice: 1_990_022)]),
    ]
    let book = register(files, plan: plan).waterfalls
    #expect(book.byWijk.map { $0[.rejected] } == [2, 0])
    #expect(book.total[.rejected] == 7)
    #expect(book.byPractice.map { $0[.read] } == [4, 1])
  }
}
