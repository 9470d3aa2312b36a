import Foundation
import TestSupport
import Testing
import WijkModel

@testable import Importers

@Suite("Practice lists")
struct PracticeListImporterTests {
  private func patients(_ list: ListText) throws -> PatientColumns {
    try #require(try ImportSupport.read(list.text).data.patients.first)
  }

  @Test("A clean list becomes columns of integers")
  func clean() throws {
    let list = ListText(2).with("geslacht", "V", row: 2).with("postcode", "2313", row: 2)
      .with("uitschrijfdatum", "31-08-2024", row: 2)
    let read = try ImportSupport.read(list.text)
    let columns = try #require(read.data.patients.first)
    #expect(read.codes == [])
    #expect(columns.file == "invoer/p.csv")
    #expect(columns.ages == [50, 50])
    #expect(columns.sexes == [.male, .female])
    #expect(columns.postcodes == [2312, 2313])
    #expect(columns.practices == [1_057_814, 1_057_814])
    #expect(columns.enrolledFrom == [16_436, 16_436])
    #expect(columns.enrolledUntil == [ColumnCode.noDate, 19_966])
    #expect(columns.deceased == [ColumnCode.noDate, ColumnCode.noDate])
    #expect(columns.categories == [.regular, .regular])
    #expect(columns.lines == [2, 3])
    #expect(columns.keys == [PersonKey("1001".utf8), PersonKey("1002".utf8)])
    #expect(columns.recordsRead == 2)
    #expect(columns.recordsRejected == 0)
    #expect(!columns.isOnePractice)
    #expect(read.record.counted == 0)
    #expect(read.data.episodes.isEmpty)
  }

  @Test(
    "The age is that at the reference date, 15 January 2025",
    arguments: [
      ("15-01-2025", 0, ""), ("16-01-2025", ColumnCode.bornLater, "E336"), ("15-01-1975", 50, ""),
      ("16-01-1975", 49, ""), ("15-01-1905", 120, ""),
      ("15-01-1904", ColumnCode.ageUnknown, "E337"),
      ("1950", 75, "W334"), ("00-00-1950", 75, "W334"),
      ("01-01-1900", ColumnCode.ageUnknown, "W335"),
      ("", ColumnCode.ageUnknown, ""), ("morgen", ColumnCode.ageUnknown, "E331"),
      ("29-02-2000", 24, ""),
    ])
  func ages(text: String, age: UInt8, code: String) throws {
    let list = ListText(3).with("geboortedatum", text, row: 2)
    let read = try ImportSupport.read(list.text)
    #expect(read.data.patients.first?.ages == [50, age, 50])
    #expect(read.codes == (code.isEmpty ? [] : [code]))
    let isRejected = code.hasPrefix("E")
    let isKnown = age <= 120
    #expect(
      read.column("geboortedatum") == [
        isKnown ? 3 : 2, isKnown || isRejected ? 0 : 1, isRejected ? 1 : 0,
      ])
  }

  @Test("With both columns the date of birth counts, and the age where there is none")
  func birthBeforeAge() throws {
    let list = ListText(3).adding("leeftijd", "33").with("geboortedatum", "", row: 2)
      .with("geboortedatum", "01-01-2090", row: 3)
    #expect(try patients(list).ages == [50, 33, ColumnCode.bornLater])
  }

  @Test("Excel serials are dates only when every filled cell is one (d068)")
  func serials() throws {
    // 27195 is 15 June 1974; 9862 is 31 December 1926; 1905 may be a year and decides nothing.
    let all = ListText(4).with(all: "geboortedatum", "27195")
      .with("geboortedatum", "9862", row: 2).with("geboortedatum", "", row: 3)
    let read = try ImportSupport.read(all.text)
    #expect(read.data.patients.first?.ages == [50, 98, ColumnCode.ageUnknown, 50])
    #expect(read.findings.map { [$0.code.rawValue, "\($0.count)"] } == [["W333", "1"]])
    #expect(read.column("geboortedatum") == [3, 1, 0])
    let mixed = all.with("geboortedatum", "15-06-1974", row: 4)
    let refused = try ImportSupport.read(mixed.text)
    #expect(
      refused.data.patients.first?.ages
        == [ColumnCode.ageUnknown, ColumnCode.ageUnknown, ColumnCode.ageUnknown, 50])
    #expect(refused.count("E331") == 2)
    #expect(refused.column("geboortedatum") == [1, 1, 2])
  }

  @Test("Who has no usable postcode, sex or practice still stands in the list")
  func unknowns() throws {
    let list = ListText(4).with("postcode", "999", row: 1).with("postcode", "B-2000", row: 2)
      .with("postcode", "", row: 3).with("geslacht", "Mevr.", row: 1).with("geslacht", "X", row: 2)
      .with("geslacht", "0", row: 3).with("praktijk_agb", "12345", row: 1)
      .with("praktijk_agb", "", row: 2)
    let read = try ImportSupport.read(list.text)
    let columns = try #require(read.data.patients.first)
    #expect(
      columns.postcodes
        == [
          ColumnCode.postcodeUnknown, ColumnCode.postcodeForeign, ColumnCode.postcodeUnknown, 2312,
        ])
    #expect(columns.sexes == [.unknown, .other, .unknown, .female])
    #expect(
      columns.practices == [ColumnCode.noPractice, ColumnCode.noPractice, 1_057_814, 1_057_814])
    #expect(read.codes == ["E311", "E321", "E371", "W313"])
    #expect(read.column("postcode") == [1, 2, 1])
    #expect(read.column("geslacht") == [2, 1, 1])
    #expect(read.column("praktijk_agb") == [2, 1, 1])
    #expect(read.record.rejected == 0)
  }

  @Test(
    "Categories: V, T and P; blank is V and told; others are unknown",
    arguments: [
      ("T", PatientCategory.temporary, ""), ("passant", .passerby, ""), ("ION", .regular, ""),
      ("", .regular, "W203"), ("Z", .unknown, "E322"),
    ])
  func categories(text: String, category: PatientCategory, code: String) throws {
    let read = try ImportSupport.read(ListText(2).with("categorie", text, row: 1).text)
    #expect(read.data.patients.first?.categories == [category, .regular])
    #expect(read.codes == (code.isEmpty ? [] : [code]))
  }

  @Test("Absent columns have defaults that are told once (d142)")
  func defaults() throws {
    let list = ListText(3).dropping("categorie").dropping("praktijk_agb")
      .dropping("inschrijfdatum")
    let read = try ImportSupport.read(list.text)
    let columns = try #require(read.data.patients.first)
    #expect(columns.isOnePractice)
    #expect(columns.categories == [.regular, .regular, .regular])
    #expect(columns.practices == [0, 0, 0])
    #expect(columns.enrolledFrom == Array(repeating: ColumnCode.noDate, count: 3))
    #expect(
      read.findings("W203").compactMap(\.column) == ["categorie", "inschrijfdatum", "praktijk_agb"])
    #expect(read.column("categorie") == nil)
  }

  @Test("The wide form gives the list and its episodes")
  func wideForm() throws {
    let list = ListText(3).adding("icpc", "").with("icpc", "\"T90.02;K86\"", row: 1)
      .with("icpc", "onzin", row: 3)
    let read = try ImportSupport.read(list.text)
    let episodes = try #require(read.data.episodes.first)
    #expect(episodes.isWideForm)
    #expect(episodes.codes.map { ICPCCode(packed: $0).description } == ["T90.02", "K86"])
    #expect(episodes.keys == [PersonKey("1001".utf8), PersonKey("1001".utf8)])
    #expect(episodes.practices == [1_057_814, 1_057_814])
    #expect(episodes.recordsRead == 3)
    #expect(read.codes == ["E361"])
    #expect(read.column("icpc") == [1, 1, 1])
  }

  @Test("Equal rows have equal content; other facts of the person make it differ")
  func contents() throws {
    var list = ListText(1)
    list.rows = Array(repeating: list.rows[0], count: 8)
    list = list.adding("icpc", "T90").with("icpc", "K86", row: 2)
      .with("inschrijfdatum", "01-01-2016", row: 3).with("postcode", "2312 ab", row: 4)
      .with("postcode", "2313AB", row: 5).with("uitschrijfdatum", "01-01-2024", row: 6)
      .with("geslacht", "V", row: 7).with("categorie", "T", row: 8)
    let contents = try patients(list).contents
    #expect(Set(contents[0...3]).count == 1)
    #expect(Set(contents[3...7]).count == 5)
  }

  @Test("Possible double registrations get a key only when asked, and only from full facts")
  func doubleKeys() throws {
    var list = ListText(6).with(all: "geslacht", "M")
    list = list.with("postcode", "2312 ab", row: 2).with("postcode", "2312", row: 3)
      .with("geboortedatum", "1974", row: 4).with("postcode", "2312AC", row: 5)
    #expect(try patients(list).doubleKeys.isEmpty)
    var settings = RegionSettings()
    settings.searchesDoubles = true
    let read = try ImportSupport.read(list.text, settings: settings)
    let keys = try #require(read.data.patients.first?.doubleKeys)
    #expect(keys[0] != 0)
    #expect(keys[0] == keys[1])
    #expect(keys[0] == keys[5])
    #expect(Array(keys[2...3]) == [0, 0])
    #expect(keys[4] != keys[0])
  }

  @Test("A pseudonym is kept per row, blank as nothing; names of practices once")
  func pseudonyms() throws {
    let list = ListText(2).adding("pseudoniem", "ab12").with("pseudoniem", "", row: 2)
      .adding("praktijknaam", "De Linde")
    let columns = try patients(list)
    #expect(columns.pseudonyms == [PersonKey("ab12".utf8), nil])
    #expect(columns.practiceNames == [1_057_814: "De Linde"])
  }

  /// One row of the columns, to compare lists whatever their order.
  private func rows(_ columns: PatientColumns) -> [String] {
    columns.keys.indices.map { row in
      "\(columns.keys[row].high) \(columns.ages[row]) \(columns.sexes[row]) "
        + "\(columns.postcodes[row]) \(columns.enrolledFrom[row]) \(columns.enrolledUntil[row]) "
        + "\(columns.categories[row]) \(columns.practices[row]) \(columns.contents[row])"
    }.sorted()
  }

  @Test("The order of rows changes nothing but the order", arguments: [1, 2, 3] as [UInt64])
  func shuffled(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var list = ListText(60)
    let births = ["1974", "15-06-1974", "", "2090-01-01", "01-01-1900", "1-1-20", "27195"]
    let postcodes = ["2312", "2313 AB", "", "0000", "B-2000", "NL-2311AA"]
    for row in list.rows.indices {
      list.rows[row][1] = births.randomElement(using: &random) ?? ""
      list.rows[row][3] = postcodes.randomElement(using: &random) ?? ""
      list.rows[row][5] = ["", "01-02-2024", "x"].randomElement(using: &random) ?? ""
      list.rows[row][7] = ["V", "T", "", "Q"].randomElement(using: &random) ?? ""
    }
    let first = try ImportSupport.read(list.text)
    list.rows.shuffle(using: &random)
    let second = try ImportSupport.read(list.text)
    let (one, two) = (
      try #require(first.data.patients.first), try #require(second.data.patients.first)
    )
    #expect(rows(one) == rows(two), "seed \(seed)")
    #expect(first.record.columns == second.record.columns, "seed \(seed)")
    #expect(
      first.findings.map { "\($0.code) \($0.column ?? "") \($0.count)" }.sorted()
        == second.findings.map { "\($0.code) \($0.column ?? "") \($0.count)" }.sorted(),
      "seed \(seed)")
  }

  @Test("A value of a person stands in no finding, whatever its column")
  func canary() throws {
    let canary = "Kanariepiet"
    let clean = ListText(30).adding("icpc", "T90").adding("leeftijd", "50")
      .adding("pseudoniem", "p1").adding("uitschrijfreden", "").adding("overlijdensdatum", "")
      .adding("naam", "x").adding("kleur", "x").adding("", "x")
    for place in clean.header.indices {
      var list = clean
      for row in 3..<28 { list.rows[row][place] = canary + String(row) }
      list.rows[28] = [canary]
      let read = try ImportSupport.read(list.text)
      let told = read.findings.map { "\($0)" }.joined() + "\(read.record)"
      #expect(!told.contains(canary), "column \(place)")
    }
  }
}
