import WijkModel

@testable import Aggregation

/// One row of an invented practice list, in plain values; the date of all tests is 1 July 2026.
struct PatientRow: Hashable {
  var number: String
  var practice: UInt32 = 1_990_011
  var pseudonym: String?
  var age: UInt8 = 40
  var sex: RecordedSex = .female
  var postcode: UInt16 = 1901
  /// Days before (−) or after (+) the reference date; nil is no date.
  var from: Int32? = -1000
  var until: Int32?
  var died: Int32?
  var category: PatientCategory = .regular
  var line: UInt32 = 0

  static let date = CalendarDate(iso: "2026-07-01") ?? CalendarDate(dayNumber: 0)

  static func day(_ offset: Int32?) -> Int32 {
    offset.map { date.dayNumber + $0 } ?? ColumnCode.noDate
  }

  /// What the importer would hash: all cells but the line.
  var content: UInt64 {
    var bytes = Array("\(number);\(practice);\(pseudonym ?? "");\(age);\(sex.rawValue)".utf8)
    bytes += Array(";\(postcode);\(Self.day(from));\(Self.day(until));\(Self.day(died))".utf8)
    bytes += Array(";\(category.rawValue)".utf8)
    return bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

extension PatientColumns {
  /// The rows of a file; lines count from 2 unless the row has one.
  init(_ file: String, rejected: Int = 0, isOnePractice: Bool = false, _ rows: [PatientRow]) {
    self.init(file: file)
    recordsRead = rows.count + rejected
    recordsRejected = rejected
    self.isOnePractice = isOnePractice
    let hasPseudonyms = rows.contains { $0.pseudonym != nil }
    for (place, row) in rows.enumerated() {
      guard let key = PersonKey(Array(row.number.utf8)) else { continue }
      keys.append(key)
      if hasPseudonyms { pseudonyms.append(row.pseudonym.flatMap { PersonKey(Array($0.utf8)) }) }
      practices.append(row.practice)
      ages.append(row.age)
      sexes.append(row.sex)
      postcodes.append(row.postcode)
      enrolledFrom.append(PatientRow.day(row.from))
      enrolledUntil.append(PatientRow.day(row.until))
      deceased.append(PatientRow.day(row.died))
      categories.append(row.category)
      contents.append(row.content)
      lines.append(row.line == 0 ? UInt32(place + 2) : row.line)
    }
  }
}

/// A plan with one wijk per list of practices.
func testPlan(
  _ practices: [[UInt32]] = [[1_990_011]], postcodes: [[Int]] = [[1901, 1902]],
  settings: RegionSettings = RegionSettings()
) -> RegionPlan {
  let wijken = zip(practices, postcodes).enumerated().map { place, wijk in
    Wijk(
      name: "Wijk \(place + 1)", slug: "wijk-\(place + 1)",
      postcodes: wijk.1.compactMap { Postcode4($0) },
      practices: wijk.0.compactMap { AGBCode(Int($0)) })
  }
  return RegionPlan(
    name: "Testregio", referenceDate: PatientRow.date, wijken: wijken, settings: settings)
}
