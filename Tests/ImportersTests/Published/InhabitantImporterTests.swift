import Testing
import WijkModel

@testable import Importers

@Suite("Inhabitants by age and sex")
struct InhabitantImporterTests {
  /// A count as one line: `2312 0–14 M 310`; `*` stands for all ages or both sexes.
  private func lines(_ reading: PublishedReading) -> [String] {
    reading.data.inhabitants.map { count in
      let number =
        switch count.count {
        case .value(let number): "\(Int(number))"
        case .missing(let reason): reason.rawValue
        }
      return [
        count.postcode.description, count.band?.label ?? "*", count.sex?.label ?? "*", number,
        String(count.year),
      ].joined(separator: " ")
    }.sorted()
  }

  @Test("Own layout, long: parts and totals, the order of columns and rows is free")
  func own() throws {
    let reading = try PublishedReading(
      "inwoners",
      """
      aantal;geslacht;leeftijd;postcode;jaar
      145;V;75+;2312;2024
      1.310;M;0-14;2312;2024
      1.455;Totaal;Totaal;2312;2024
      -99997;V;0 tot 15 jaar;2313;2024

      """)
    #expect(
      lines(reading) == [
        "2312 * * 1455 2024", "2312 0–14 M 1310 2024", "2312 75+ V 145 2024",
        "2313 0–14 V geheim 2024",
      ])
    #expect(reading.codes.isEmpty)
    #expect((reading.record.records, reading.record.counted, reading.record.rejected) == (4, 4, 0))
    #expect(reading.record.years == [2024])
    #expect(reading.record.layout == "eigen")
    #expect(reading.column("aantal") == [3, 1, 0])
    #expect(reading.data.origins.count == 1)
  }

  @Test(
    "The year comes from the configuration when there is no column; without any the file is refused"
  )
  func year() throws {
    let text = "postcode;leeftijd;geslacht;aantal\n2312;0-14;M;310\n"
    #expect(lines(try PublishedReading("inwoners", text, year: 2023)) == ["2312 0–14 M 310 2023"])
    let findings = try refusal("inwoners", text)
    #expect(findings.map(\.code) == ["E201"])
    #expect(findings.first?.column == "jaar")
  }

  @Test("A total row is left out and checked against the sum of the parts (W301, W302)")
  func totals() throws {
    func text(_ total: Int) -> String {
      "postcode;leeftijd;geslacht;aantal\nTotaal;Totaal;Totaal;\(total)\n"
        + "2312;0-14;M;300\n2312;0-14;V;305\n2313;0-14;M;310\n2313;0-14;V;315\n"
    }
    let equal = try PublishedReading("inwoners", text(1230), year: 2024)
    #expect(equal.codes == ["W301"])
    #expect(lines(equal).count == 4)
    #expect((equal.record.records, equal.record.counted, equal.record.rejected) == (5, 4, 0))
    // Four parts may each be 5 off.
    #expect(try PublishedReading("inwoners", text(1250), year: 2024).codes == ["W301"])
    let other = try PublishedReading("inwoners", text(1251), year: 2024)
    #expect(other.codes == ["W301", "W302"])
    #expect(other.found("W302").map(\.line) == [2])
  }

  @Test("A Totaal inside a postcode is checked against its parts within 5 per part (W302)")
  func innerTotals() throws {
    func text(_ total: Int) -> String {
      "postcode;leeftijd;geslacht;aantal\n2312;0-14;M;300\n2312;0-14;V;305\n"
        + "2312;15+;M;100\n2312;15+;V;.\n2312;0-14;Totaal;\(total)\n"
    }
    #expect(try PublishedReading("inwoners", text(615), year: 2024).codes.isEmpty)
    #expect(try PublishedReading("inwoners", text(595), year: 2024).codes.isEmpty)
    #expect(try PublishedReading("inwoners", text(616), year: 2024).codes == ["W302"])
    // The total of 15+ cannot be checked, because a part is missing.
    let unknown = text(605) + "2312;15+;Totaal;900\n"
    #expect(try PublishedReading("inwoners", unknown, year: 2024).codes.isEmpty)
  }

  @Test("A refused number is unknown, a refused age class leaves its row out; both are told")
  func refusedCells() throws {
    let reading = try PublishedReading(
      "inwoners",
      "postcode;leeftijd;geslacht;aantal\n2312;0-14;M;l2\n2312;5-sep;M;10\n2312;jong;V;10\n"
        + "2312;15-24;M;20\n", year: 2024)
    #expect(lines(reading) == ["2312 0–14 M afgekeurd 2024", "2312 15–24 M 20 2024"])
    #expect(reading.codes == ["E351", "E341", "E344"])
    #expect(reading.found("E341").map(\.line) == [3])
    #expect(reading.column("leeftijd") == [2, 0, 2])
    #expect(reading.column("aantal") == [3, 0, 1])
  }

  @Test("One postcode, age, sex and year twice refuses the file (E305)")
  func duplicates() throws {
    let text = "postcode;leeftijd;geslacht;aantal\n2312;0-14;M;300\n2312;0-14;M;301\n"
    #expect(try refusal("inwoners", text, year: 2024).map(\.code) == ["E305"])
  }

  @Test("A column is missing: refused (E201)")
  func missingColumn() throws {
    let text = "postcode;leeftijd;aantal\n2312;0-14;300\n"
    #expect(
      try refusal("inwoners", text, layout: "eigen", year: 2024).contains { $0.code == "E201" })
  }

  @Test("83502NED: five-year classes, both sexes and apart; higher areas are left out (W301)")
  func statLine83502() throws {
    let reading = try PublishedReading(
      "inwoners",
      """
      postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw
      23,0-4,405,210,195
      231,0-4,405,210,195
      2312,0-4,260,135,125
      2312,95+,NA,0,5
      2313,0-4,145,75,70

      """, year: 2021)
    #expect(
      lines(reading) == [
        "2312 0–4 * 260 2021", "2312 0–4 M 135 2021", "2312 0–4 V 125 2021",
        "2312 95+ * niet bekend 2021", "2312 95+ M 0 2021", "2312 95+ V 5 2021",
        "2313 0–4 * 145 2021", "2313 0–4 M 75 2021", "2313 0–4 V 70 2021",
      ])
    #expect(reading.record.layout == "cbs-83502ned")
    #expect(reading.codes == ["W301"])
    #expect(reading.found("W301").map(\.count).reduce(0, +) == 2)
    #expect((reading.record.records, reading.record.counted) == (5, 3))
  }

  @Test("83502NED: the row of a higher area that differs from its postcodes is told (W302)")
  func higherAreaDiffers() throws {
    let reading = try PublishedReading(
      "inwoners",
      "postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw\n231,0-4,500,210,195\n"
        + "2312,0-4,260,135,125\n2313,0-4,145,75,70\n", year: 2021)
    #expect(reading.codes == ["W301", "W302"])
  }
}
