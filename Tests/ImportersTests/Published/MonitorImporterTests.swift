import TestSupport
import Testing
import WijkModel

@testable import Importers

@Suite("Gezondheidsmonitor")
struct MonitorImporterTests {
  /// A figure as one line: `pc4 2312 ervaren-gezondheid 18+ 2022 75.6 72.1 78.9 412 model`.
  private func lines(_ reading: PublishedReading) -> [String] {
    reading.data.monitor.map { figure in
      let value =
        switch figure.value {
        case .value(let number): "\(number)"
        case .missing(let reason): reason.rawValue
        }
      let others = [figure.low, figure.high, figure.respondents].map { $0.map { "\($0)" } ?? "-" }
      return
        ([
          figure.area.kind.rawValue, figure.area.code, figure.indicator, figure.ages.label,
          "\(figure.year)", value,
        ] + others + [figure.basis.rawValue]).joined(separator: " ")
    }
  }

  private let header = "pc4;jaar;indicator;leeftijd;waarde;ondergrens;bovengrens;n;basis\n"

  @Test("Own long layout: postcodes, country, region and gemeente; missing stays missing")
  func long() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      header
        + "2312;2022;Ervaren gezondheid (goed/zeer goed);18+;75,6;72,1;78,9;412;model\n"
        + "NL;2022;ervaren-gezondheid;18+;69,0;;;;gemeten\n"
        + "Voorbeeldregio;2022;Roker;65+;11,5;;;;gemeten\n"
        + "Leiden;2022;Roker;18-64;.;;;;herverdeeld\n")
    #expect(
      lines(reading).sorted() == [
        "gemeente Leiden roken 18–64 2022 onbekend - - - herverdeeld",
        "land NL ervaren-gezondheid 18+ 2022 69.0 - - - gemeten",
        "pc4 2312 ervaren-gezondheid 18+ 2022 75.6 72.1 78.9 412.0 model",
        "regio Voorbeeldregio roken 65+ 2022 11.5 - - - gemeten",
      ])
    #expect(reading.codes.isEmpty)
    #expect(reading.record.years == [2022])
    #expect(reading.column("waarde") == [3, 1, 0])
  }

  @Test("Without the columns leeftijd and basis: 18+, and a model figure, said once (W203)")
  func defaults() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor", "pc4;jaar;indicator;waarde\n2312;2022;Roker;11,5\n2313;2022;Roker;12\n")
    #expect(
      lines(reading) == [
        "pc4 2312 roken 18+ 2022 11.5 - - - model", "pc4 2313 roken 18+ 2022 12.0 - - - model",
      ])
    #expect(reading.found("W203").map(\.count) == [1])
  }

  @Test("An unknown indicator is left out and told; the others stay")
  func unknownIndicator() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      header + "2312;2022;Lievelingskleur;18+;12,0;;;;model\n2312;2022;Roker;18+;11,5;;;;model\n")
    #expect(lines(reading).count == 1)
    #expect(reading.found("W381").map(\.line) == [2])
    #expect((reading.record.records, reading.record.counted) == (2, 1))
  }

  @Test("The same postcode, year, indicator and age twice refuses the file (E305)")
  func duplicates() throws {
    let text =
      header + "2312;2022;Roker;18+;11,5;;;;model\n2313;2022;Roker;18+;11,5;;;;model\n"
      + "2312;2022;roken;18+;33,3;;;;model\n"
    let findings = try refusal("gezondheidsmonitor", text)
    #expect(findings.map(\.code) == ["E305"])
    #expect(findings.first?.line == 4)
  }

  @Test(
    "A share between percentages is read and told (W355); a small percentage is not",
    arguments: [("0,756", 1), ("75,6", 0), ("3,1", 0)])
  func shares(cell: String, count: Int) throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      header + "2312;2022;ervaren-gezondheid;18+;\(cell);;;;model\n"
        + "2313;2022;ervaren-gezondheid;18+;77,1;;;;model\n2312;2022;ondergewicht;18+;0,8;;;;model\n"
        + "2313;2022;ondergewicht;18+;3,1;;;;model\n")
    #expect(reading.found("W355").map(\.count).reduce(0, +) == count)
  }

  @Test(
    "A percentage above 100 and an ambiguous one are refused cells, the row stays without value")
  func refusedCells() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      header + "2312;2022;Roker;18+;101,2;;;;model\n2313;2022;Roker;18+;1.234;;;;model\n")
    #expect(reading.codes == ["E356", "E354"])
    #expect(reading.data.monitor.map(\.value) == [.missing(.rejected), .missing(.rejected)])
  }

  @Test("Own wide layout: one column per indicator, unknown columns told (W202)")
  func wide() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      "pc4;jaar;\"Ervaren gezondheid\n(goed/zeer goed)\";roken;Lievelingskleur;basis\n"
        + "2312;2022;75,6;11,5;3;model\n2313;2022;;12,5;4;gemeten\n")
    #expect(reading.record.layout == "eigen-pc4-breed")
    #expect(
      lines(reading) == [
        "pc4 2312 ervaren-gezondheid 18+ 2022 75.6 - - - model",
        "pc4 2313 ervaren-gezondheid 18+ 2022 onbekend - - - gemeten",
        "pc4 2312 roken 18+ 2022 11.5 - - - model", "pc4 2313 roken 18+ 2022 12.5 - - - gemeten",
      ])
    #expect(reading.found("W202").compactMap(\.column) == ["Lievelingskleur"])
    let double = "pc4;jaar;Roker;Rokers\n2312;2022;1,0;2,0\n"
    #expect(try refusal("gezondheidsmonitor", double).map(\.code).contains("E203"))
  }

  @Test("StatLine: limits in rows of their own, before or after the value; suffixes do not count")
  func margins() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      """
      ,ID,Leeftijd,Marges,RegioS,ErvarenGezondheidGoedZeerGoed_4,Rokers_20
      0,0,Totaal,Bovengrens 95%-interval,Voorbeeldstad,79.0,12.5
      1,1,Totaal,Waarde,Voorbeeldstad,78.0,
      2,2,18 tot 65 jaar,Waarde,GGD Voorbeeld (GG),80.5,10.0
      3,3,Totaal,Ondergrens 95%-interval,Voorbeeldstad,77.0,11.5

      """)
    #expect(reading.record.layout == "cbs-85012ned")
    #expect(
      lines(reading).sorted() == [
        "gemeente Voorbeeldstad ervaren-gezondheid 18+ 2020 78.0 77.0 79.0 - gemeten",
        "gemeente Voorbeeldstad roken 18+ 2020 onbekend 11.5 12.5 - gemeten",
        "regio GGD Voorbeeld ervaren-gezondheid 18–64 2020 80.5 - - - gemeten",
        "regio GGD Voorbeeld roken 18–64 2020 10.0 - - - gemeten",
      ])
    #expect(reading.found("W355").isEmpty)
  }

  @Test("StatLine data set: codes for ages, margins and periods; wijken are model figures")
  func codes() throws {
    let reading = try PublishedReading(
      "gezondheidsmonitor",
      """
      ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Gemeentenaam_1;SoortRegio_2;Codering_3;Roker_4
      1;20300;MW00000;NL01      ;2022JJ00;Nederland   ;Land      ;NL01      ;    15.0
      2;53115;MW00000;WK999901  ;2022JJ00;Voorbeeldstad ;Wijk      ;WK999901  ;    16.0
      3;80200;MW00000;GM9999    ;2022JJ00;Voorbeeldstad ;Gemeente  ;GM9999    ;       .

      """)
    #expect(
      lines(reading).sorted() == [
        "cbs-wijk WK999901 roken 18–64 2022 16.0 - - - model",
        "gemeente Voorbeeldstad roken 65+ 2022 onbekend - - - gemeten",
        "land NL roken 18+ 2022 15.0 - - - gemeten",
      ])
  }

  @Test("The order of the rows decides nothing (seed 7)")
  func order() throws {
    var rows: [String] = []
    for (index, place) in ["2311", "2312", "2313", "NL", "Leiden"].enumerated() {
      for (other, indicator) in ["Roker", "Eenzaam", "Overgewicht"].enumerated() {
        rows.append("\(place);2022;\(indicator);18+;\(10 + index),\(other);;;;model")
      }
    }
    let straight = try PublishedReading(
      "gezondheidsmonitor", header + rows.joined(separator: "\n") + "\n")
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5 {
      rows.shuffle(using: &generator)
      let shuffled = try PublishedReading(
        "gezondheidsmonitor", header + rows.joined(separator: "\n") + "\n")
      #expect(shuffled.data.monitor == straight.data.monitor)
    }
    #expect(straight.data.monitor.count == 15)
  }
}
