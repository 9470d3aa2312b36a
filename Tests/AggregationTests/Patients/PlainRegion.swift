import Definitions
import TestSupport
import WijkModel

@testable import Aggregation

/// An episode of an invented file, in plain values; days count from the reference date.
struct EpisodeRow: Hashable {
  var number: String
  var practice: UInt32
  var code: String
  var begin: Int32?
  var end: Int32?
  var line: UInt32 = 0
}

/// A chain-care row of an invented file, in plain values.
struct CareRow: Hashable {
  var number: String
  var practice: UInt32
  var program: CareProgram
  var participation: Participation
  var provider: MainProvider
  var begin: Int32?
  var end: Int32?
  var line: UInt32 = 0
}

/// A file of rows with its name.
struct PlainFile<Row> {
  var name: String
  var rejected = 0
  var isOnePractice = false
  var rows: [Row]
}

/// An invented region in plain values, from which both the engine and the slow count start.
struct PlainRegion {
  var patients: [PlainFile<PatientRow>] = []
  var episodes: [PlainFile<EpisodeRow>] = []
  var care: [PlainFile<CareRow>] = []
  /// The main AGB number of AGB numbers that are part of another practice.
  var mains: [UInt32: UInt32] = [:]
  /// Inhabitants per postcode of the wijken; nil is secret, a postcode may be absent.
  var inhabitants: [Int: Int?] = [:]
  var plan: RegionPlan

  /// The same region as the importers would hand it over.
  var data: SourceData {
    var data = SourceData()
    data.patients = patients.map {
      PatientColumns($0.name, rejected: $0.rejected, isOnePractice: $0.isOnePractice, $0.rows)
    }
    data.episodes = episodes.map { file in
      var columns = EpisodeColumns(file: file.name)
      for row in file.rows {
        guard let key = PersonKey(Array(row.number.utf8)), let code = ICPCCode(row.code) else {
          continue
        }
        columns.keys.append(key)
        columns.practices.append(row.practice)
        columns.codes.append(code.packed)
        columns.begins.append(PatientRow.day(row.begin))
        columns.ends.append(PatientRow.day(row.end))
        columns.lines.append(row.line)
      }
      return columns
    }
    data.carePrograms = care.map { file in
      var columns = CareProgramColumns(file: file.name)
      for row in file.rows {
        guard let key = PersonKey(Array(row.number.utf8)) else { continue }
        columns.keys.append(key)
        columns.practices.append(row.practice)
        columns.programs.append(row.program)
        columns.participations.append(row.participation)
        columns.mainProviders.append(row.provider)
        columns.begins.append(PatientRow.day(row.begin))
        columns.ends.append(PatientRow.day(row.end))
        columns.lines.append(row.line)
      }
      return columns
    }
    for (code, main) in mains {
      guard let practice = AGBCode(Int(code)), let other = AGBCode(Int(main)) else { continue }
      data.practices.append(
        PracticeInfo(practice: practice, name: "", wijk: "", fte: nil, mainPractice: other))
    }
    for (number, count) in inhabitants {
      guard let postcode = Postcode4(number) else { continue }
      data.inhabitants.append(
        InhabitantCount(
          postcode: postcode, band: nil, sex: nil,
          count: count.map { .value(Double($0)) } ?? .missing(.secret), year: 2025, origin: 0))
    }
    data.origins = [SourceOrigin(file: "inwoners.csv", layout: "eigen", name: "CBS")]
    return data
  }
}

extension PlainRegion {
  /// A random region: small numbers, so that everything that can coincide does.
  static func random(_ random: inout SeededGenerator) -> PlainRegion {
    var settings = RegionSettings()
    settings.smallestArea = [0, 4, 9][Int.random(in: 0..<3, using: &random)]
    settings.threshold = 5
    settings.countsMissingMainProvider = Bool.random(using: &random)
    let isRegional = Bool.random(using: &random)
    var region = PlainRegion(
      plan: isRegional
        ? testPlan(
          [[11, 12], [21]], postcodes: [[1901, 1902, 1903, 1904], [1904, 1905]], settings: settings)
        : testPlan([[11, 12, 21]], postcodes: [[1901, 1902, 1905]], settings: settings))
    if Bool.random(using: &random) { region.mains = [12: 11] }
    for number in 1901...1905 where Int.random(in: 0..<8, using: &random) > 0 {
      region.inhabitants[number] =
        Int.random(in: 0..<10, using: &random) == 0
        ? .some(nil) : Int.random(in: 0..<60, using: &random)
    }
    for place in 0..<Int.random(in: 1...4, using: &random) {
      region.patients.append(file(place, &random))
    }
    if Int.random(in: 0..<6, using: &random) > 0 {
      for place in 0..<Int.random(in: 1...2, using: &random) {
        region.episodes.append(
          PlainFile(
            name: place == 0 ? "p0.csv" : "e\(place).csv",
            rows: (0..<Int.random(in: 1...160, using: &random)).map {
              episode(UInt32($0 + 2), &random)
            }))
      }
      if Bool.random(using: &random) {
        region.care = [
          PlainFile(
            name: "k.csv",
            rows: (0..<Int.random(in: 10...80, using: &random)).map {
              care(UInt32($0 + 2), &random)
            }
          )
        ]
      }
    }
    return region
  }

  private static func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private static func file(
    _ place: Int, _ random: inout SeededGenerator
  ) -> PlainFile<PatientRow> {
    let isOnePractice = Int.random(in: 0..<5, using: &random) == 0
    let codes: [UInt32] = pick(
      [[11], [11, 12], [11, 12, 21, 99], [0, 11, 11, 11, 99], [0, 11]], &random)
    let hasPseudonyms = Int.random(in: 0..<3, using: &random) == 0
    var rows: [PatientRow] = []
    for place in 0..<Int.random(in: 1...50, using: &random) {
      var row = patient(&random)
      row.practice = isOnePractice ? 0 : pick(codes, &random)
      if hasPseudonyms && Bool.random(using: &random) {
        row.pseudonym = "x\(Int.random(in: 0..<30, using: &random))"
      }
      // A row of before once more, sometimes with a change.
      if !rows.isEmpty && Int.random(in: 0..<6, using: &random) == 0 {
        let (postcode, from) = (row.postcode, row.from)
        row = pick(rows, &random)
        if Int.random(in: 0..<3, using: &random) == 0 { row.postcode = postcode }
        if Int.random(in: 0..<3, using: &random) == 0 { row.from = from }
      }
      row.line = UInt32(place + 2)
      rows.append(row)
    }
    return PlainFile(
      name: "p\(place).csv", rejected: Int.random(in: 0..<3, using: &random),
      isOnePractice: isOnePractice, rows: rows)
  }

  private static func patient(_ random: inout SeededGenerator) -> PatientRow {
    var row = PatientRow(number: "\(Int.random(in: 1...24, using: &random))")
    row.age = pick(
      [0, 4, 5, 14, 17, 18, 40, 44, 45, 64, 65, 74, 75, 99, 120, 254, 255], &random)
    row.sex = pick([.male, .female, .male, .female, .other, .unknown], &random)
    row.postcode = pick([1901, 1901, 1902, 1903, 1904, 1905, 1999, 1998, 0, 1], &random)
    row.from = pick([-400, -300, -300, 0, 1, nil], &random)
    row.until = pick([nil, nil, nil, nil, -1, 0, 1], &random)
    row.died = pick([nil, nil, nil, nil, nil, 0, 1], &random)
    row.category = pick(
      [.regular, .regular, .regular, .regular, .regular, .temporary, .passerby, .unknown], &random)
    return row
  }

  private static func episode(_ line: UInt32, _ random: inout SeededGenerator) -> EpisodeRow {
    EpisodeRow(
      number: "\(Int.random(in: 1...26, using: &random))",
      practice: pick([11, 11, 12, 21, 99, 0], &random),
      code: pick(
        [
          "T90", "T90.01", "T90.02", "K90", "K90.03", "K86", "K77", "R95", "R96", "R96.01",
          "R96.02", "P74", "P76", "P76.01", "P01", "L89", "L95.01", "A05", "T82", "H71",
        ], &random),
      begin: pick([-900, -10, 0, 1, nil], &random),
      end: pick([nil, nil, -366, -365, -364, -1, 0, 1], &random), line: line)
  }

  private static func care(_ line: UInt32, _ random: inout SeededGenerator) -> CareRow {
    CareRow(
      number: "\(Int.random(in: 1...26, using: &random))",
      practice: pick([11, 11, 12, 21, 99, 0], &random),
      program: pick(CareProgram.allCases, &random),
      participation: pick([.yes, .yes, .no, .unknown], &random),
      provider: pick([.generalPractitioner, .specialist, .unknown, .unknown], &random),
      begin: pick([-900, 0, 1, nil], &random), end: pick([nil, nil, 0, 1], &random), line: line)
  }

  /// The same region with files and rows in another order; every row keeps its line.
  func shuffled(_ random: inout SeededGenerator) -> PlainRegion {
    func shuffle<Row>(_ files: [PlainFile<Row>]) -> [PlainFile<Row>] {
      files.map { file in
        var file = file
        file.rows.shuffle(using: &random)
        return file
      }.shuffled(using: &random)
    }
    var region = self
    region.patients = shuffle(patients)
    region.episodes = shuffle(episodes)
    region.care = shuffle(care)
    return region
  }
}
