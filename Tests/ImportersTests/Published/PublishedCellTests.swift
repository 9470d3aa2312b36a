import Testing
import WijkModel

@testable import Importers

/// Dirty cells of published figures: every one ends as a value, a reason or a refusal that is told.
@Suite("Dirty cells of published figures")
struct PublishedCellTests {
  @Test(
    "A count of inhabitants",
    arguments: [
      ("1234", .value(1234), nil), ("1.234", .value(1234), nil), ("+12", .value(12), nil),
      ("1 234", .value(1234), "W352"), ("12*", .value(12), "W358"), ("'12", .value(12), "W360"),
      ("-99997", .missing(.secret), nil), ("-99995", .missing(.none), nil),
      (".", .missing(.unknown), nil), ("x", .missing(.secret), nil), ("-", .missing(.none), nil),
      ("", .missing(.unknown), nil), ("<5", .missing(.suppressed), nil),
      ("NA", .missing(.notAvailable), nil), ("1.23", .missing(.rejected), "E351"),
      ("#N/B", .missing(.rejected), "E357"), ("#####", .missing(.rejected), "E357"),
      ("5 (12%)", .missing(.rejected), "E351"), ("1E+06", .missing(.rejected), "E359"),
      ("-5", .missing(.rejected), "E356"), ("l2", .missing(.rejected), "E351"),
      ("nan", .missing(.rejected), "E351"),
    ] as [(String, PublishedNumber, String?)])
  func counts(cell: String, expected: PublishedNumber, code: String?) throws {
    let reading = try PublishedReading(
      "inwoners", "postcode;leeftijd;geslacht;aantal\n2312;0-14;M;\(cell)\n2313;0-14;M;7\n",
      year: 2024)
    #expect(reading.data.inhabitants.map(\.count) == [expected, .value(7)])
    #expect(reading.codes == Set([code].compactMap { $0 }))
  }

  @Test(
    "A percentage of the monitor",
    arguments: [
      ("12,3", .value(12.3), nil), ("12.3", .value(12.3), "W353"), ("12,3%", .value(12.3), nil),
      ("1.234", .missing(.rejected), "E354"), ("101,2", .missing(.rejected), "E356"),
      (".", .missing(.unknown), nil), ("n.b.", .missing(.notAvailable), nil),
      ("0,123", .value(0.123), "W355"),
    ] as [(String, PublishedNumber, String?)])
  func percentages(cell: String, expected: PublishedNumber, code: String?) throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      "pc4;jaar;indicator;leeftijd;waarde;basis\n2312;2022;Roker;18+;\(cell);model\n"
        + "2313;2022;Roker;18+;14,2;model\n")
    #expect(reading.data.monitor.map(\.value) == [expected, .value(14.2)])
    #expect(reading.codes == Set([code].compactMap { $0 }))
  }

  @Test(
    "A cell that places a figure and cannot be read is told, and its row gives no figure",
    arguments: [
      (";0-14;M;5;2024", "E385"), ("231x;0-14;M;5;2024", "E311"), ("2312;;M;5;2024", "E344"),
      ("2312;5-sep;M;5;2024", "E341"), ("2312;0-14;;5;2024", "E321"),
      ("2312;0-14;X;5;2024", "E321"), ("2312;0-14;M;5;", "E386"), ("2312;0-14;M;5;24", "E386"),
    ])
  func places(row: String, code: String) throws {
    let reading = try PublishedReading(
      "inwoners", "postcode;leeftijd;geslacht;aantal;jaar\n2313;0-14;M;7;2024\n\(row)\n")
    #expect(reading.data.inhabitants.map(\.count) == [.value(7)])
    #expect(reading.codes == [code])
    #expect(reading.findings.map(\.line) == [3])
    #expect((reading.record.records, reading.record.counted, reading.record.rejected) == (2, 1, 0))
    for column in reading.record.columns {
      #expect(column.values + column.unknown + column.rejected == 2)
    }
  }

  @Test("Words that no list has are told (E384) and taken for the default")
  func words() throws {
    let monitor = try PublishedReading(
      "gezondheidsmonitor",
      "pc4;jaar;indicator;waarde;basis\n2312;2022;Roker;14,2;geraden\n")
    #expect(monitor.data.monitor.map(\.basis) == [.modelled])
    #expect(monitor.codes == ["E384"])
    let activity = try PublishedReading(
      "activiteiten",
      "activiteit;organisatie;uitvoerder;doelgroep;problemen;start\n"
        + "Wandelen;Club;vrijwilligers;ouderen;eenzaam;01-01-2025\n;Club;wsv;ouderen;roken;01-01-2025\n"
    )
    #expect(activity.data.activities.map(\.performer) == ["overig"])
    #expect(activity.codes == ["E384", "W383"])
    let signal = try PublishedReading(
      "signalen", "probleem;melder_soort\nhard rijden;wethouder\n")
    #expect(signal.data.signals.map(\.reporter) == ["wethouder"])
    #expect(signal.codes == ["E384"])
  }

  @Test("A total among areas of a monitor gives no figure and is told (W301)")
  func totals() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      "pc4;jaar;indicator;waarde;basis\nTotaal;2022;Roker;14,2;model\n2312;2022;Roker;14,2;model\n")
    #expect(reading.data.monitor.map(\.area.code) == ["2312"])
    #expect(reading.codes == ["W301"])
  }

  @Test("Title lines above and a source below the table are no rows")
  func titles() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      "GGD Gezondheidsmonitor 2024\n\npc4;jaar;indicator;waarde;basis\n2312;2022;Roker;14,2;model\n"
        + "\nBron: GGD, 2024\n")
    #expect(reading.data.monitor.count == 1)
    #expect(reading.codes == ["W110", "W111"])
    #expect(reading.record.records == 1)
  }
}
