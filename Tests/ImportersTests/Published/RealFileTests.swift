import Foundation
import TestSupport
import Testing
import WijkModel

@testable import Importers

/// Extracts of real publications; their totals were counted by another program.
///
/// They are other publishers' data and no part of the project: without them these tests are skipped.
@Suite(
  "Real published files",
  .enabled(
    if: ProjectFolder.shared("real/cbs_pc4_2022_v1__zhn.csv") != nil,
    "skipped: ../shared/real is not there"))
struct RealFileTests {
  private func reading(
    _ kind: String, _ name: String, year: Int? = nil
  ) throws -> PublishedReading {
    let url = try #require(ProjectFolder.shared("real/" + name))
    return try PublishedReading(kind, file: url, year: year)
  }

  private func total(_ counts: [InhabitantCount]) -> Int {
    counts.compactMap { $0.count.number.map { Int($0) } }.reduce(0, +)
  }

  @Test("Kerncijfers 2022: 90 postcodes, 623,475 inhabitants, Leiden 125,070, no sentinel summed")
  func keyFigures() throws {
    let reading = try reading("inwoners", "cbs_pc4_2022_v1__zhn.csv", year: 2022)
    #expect(reading.record.layout == "cbs-kerncijfers-pc4")
    #expect(
      (reading.record.records, reading.record.counted, reading.record.rejected) == (90, 90, 0))
    let all = reading.data.inhabitants.filter { $0.band == nil && $0.sex == nil }
    #expect(all.count == 90)
    #expect(total(all) == 623_475)
    let leiden = all.filter { (2311...2334).contains($0.postcode.number) }
    #expect(leiden.count == 16)
    #expect(total(leiden) == 125_070)
    let old = reading.data.inhabitants.filter {
      $0.band == AgeBand(65, nil) && (2311...2334).contains($0.postcode.number)
    }
    #expect(total(old) == 20_045)
    #expect(reading.record.columns.map(\.unknown).reduce(0, +) == 162)
    #expect(reading.record.columns.map(\.rejected).reduce(0, +) == 0)
    let numbers =
      reading.data.inhabitants.compactMap(\.count.number)
      + reading.data.characteristics.compactMap(\.value.number)
    #expect(numbers.allSatisfy { $0 >= 0 })
    #expect(reading.codes.isEmpty)
  }

  /// Lines of the file: 2315 6960, 2316 7295, 2317 8150 inhabitants.
  @Test("Postcodes 2315, 2316 and 2317 equal the file, every count")
  func merenwijk() throws {
    let url = try #require(ProjectFolder.shared("real/cbs_pc4_2022_v1__zhn.csv"))
    let text = try String(contentsOf: url, encoding: .utf8)
    let reading = try reading("inwoners", "cbs_pc4_2022_v1__zhn.csv", year: 2022)
    let columns: [(band: AgeBand?, sex: Sex?)] = [
      (nil, nil), (nil, .male), (nil, .female), (AgeBand(0, 14), nil), (AgeBand(15, 24), nil),
      (AgeBand(25, 44), nil), (AgeBand(45, 64), nil), (AgeBand(65, nil), nil),
    ]
    for postcode in ["2315", "2316", "2317"] {
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(postcode + ",") })
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      for (index, column) in columns.enumerated() {
        let found = reading.data.inhabitants.filter {
          $0.postcode.description == postcode && $0.band == column.band && $0.sex == column.sex
        }
        #expect(found.map(\.count.number) == [Double(cells[index + 1])])
      }
    }
  }

  @Test("83502NED: 1,800 rows, 618,450 inhabitants, 119,285 aged 65 and over")
  func statLine83502() throws {
    let reading = try reading(
      "inwoners", "cbs_83502NED_pc4_leeftijd_geslacht_2021__zhn.csv", year: 2021)
    let both = reading.data.inhabitants.filter { $0.sex == nil }
    #expect(both.count == 1800)
    #expect(total(both) == 618_450)
    #expect(total(both.filter { ($0.band?.lower ?? 0) >= 65 }) == 119_285)
    #expect(Set(both.compactMap(\.band)).count == 20)
    #expect(reading.codes.isEmpty)
  }

  @Test("Postcodes and places: 90 rows, one without place, four GGD regions")
  func places() throws {
    let reading = try reading(
      "gebiedskoppeling", "pc4_plaats_gemeente_ggdregio_2021__zhn.csv", year: 2021)
    #expect(reading.data.areaLinks.count == 90)
    #expect(
      reading.data.areaLinks.filter { $0.municipality.isEmpty }.map(\.postcode.number) == [2232])
    #expect(
      Set(reading.data.areaLinks.map(\.healthRegion)) == [
        "GGD Amsterdam", "GGD Kennemerland", "GGD Hollands-Midden", "GGD Haaglanden",
      ])
    #expect(reading.data.areaLinks.allSatisfy { $0.shareOfPostcode == 1 && $0.year == 2021 })
  }

  @Test("Map: 90 shapes in RD metres")
  func map() throws {
    let reading = try reading("kaart", "pc4_geometry_rd28992__zhn.geojson")
    #expect(reading.data.shapes.count == 90)
    #expect(reading.data.shapes.allSatisfy { !$0.rings.isEmpty })
    let first = try #require(reading.data.shapes.first)
    #expect(first.postcode.number == 1181)
    #expect(first.rings.first?.first == MapPoint(x: 119_678.6, y: 481_674.8))
  }

  @Test("SES-WOA 2019 of Amsterdam: padded cells, negative scores, 10 missing cells")
  func socioeconomic() throws {
    let reading = try reading("ses", "cbs_85163NED_ses_woa_2019_amsterdam.csv")
    #expect(reading.record.records == 40)
    let scores = reading.data.characteristics.filter { $0.indicator == "ses-woa" }
    #expect(scores.count == 40)
    let city = try #require(scores.first { $0.area.code == "GM0363" })
    #expect(city.value == .value(-0.1))
    #expect(city.households == 457_400)
    #expect(city.year == 2019)
    let empty = try #require(scores.first { $0.area == Area(.cbsBuurt, "BU03630100") })
    #expect(empty.value == .missing(.unknown))
    #expect(empty.households == 0)
    #expect(reading.record.columns.map(\.unknown).reduce(0, +) == 10)
    #expect(reading.record.columns.map(\.rejected).reduce(0, +) == 0)
  }

  @Test("Kerncijfers wijken en buurten 2015, tabelindeling: title, paths, units, footer")
  func wijkProfile() throws {
    let reading = try reading("wijkprofiel", "statline_tabelindeling_kwb2015_amsterdam.csv")
    #expect(reading.record.layout == "cbs-kwb-tabelindeling")
    #expect((reading.record.records, reading.record.counted) == (106, 106))
    #expect(reading.record.years == [2015])
    #expect(reading.found("W111").map(\.count) == [1])
    #expect(reading.record.columns.map(\.unknown).reduce(0, +) == 28)
    func value(_ area: String, _ indicator: String) -> PublishedNumber? {
      reading.data.characteristics.first { $0.area.code == area && $0.indicator == indicator }?
        .value
    }
    #expect(value("Amsterdam", "inkomensontvangers") == .value(641_700))
    #expect(value("Amsterdam", "inkomen-per-ontvanger") == .value(33.5))
    #expect(value("Driemond", "sociaal-minimum") == .value(5.7))
  }

  @Test("Gezondheidsmonitor 2020 (85012NED): three rows of margins are one figure")
  func monitor2020() throws {
    let reading = try reading("gezondheidsmonitor", "ggd_gezondheidsmonitor_2020_85012NED__zhn.csv")
    #expect(reading.record.records == 171)
    #expect(reading.record.years == [2020])
    func figure(_ area: Area, _ indicator: String, _ ages: AgeBand) -> MonitorFigure? {
      let found = reading.data.monitor.filter {
        $0.area == area && $0.indicator == indicator && $0.ages == ages
      }
      return found.count == 1 ? found[0] : nil
    }
    let region = figure(
      Area(.region, "GGD Hollands-Midden"), "ervaren-gezondheid", AgeBand(18, nil))
    #expect(region?.value == .value(82.4))
    #expect(region?.low == 81.7)
    #expect(region?.high == 83.0)
    #expect(region?.basis == .measured)
    let leiden = figure(Area(.municipality, "Leiden"), "ervaren-gezondheid", AgeBand(18, nil))
    #expect((leiden?.value, leiden?.low, leiden?.high) == (.value(82.1), 80.4, 83.7))
    #expect(
      figure(Area(.municipality, "Amstelveen"), "ervaren-gezondheid", AgeBand(18, nil))?.value
        == .value(82.3))
    #expect(
      figure(Area(.country, "NL"), "ervaren-gezondheid", AgeBand(18, nil))?.value == .value(79.1))
    let smokers = figure(Area(.region, "GGD Hollands-Midden"), "roken", AgeBand(18, nil))
    #expect((smokers?.value, smokers?.low, smokers?.high) == (.value(14.6), 14.0, 15.3))
    #expect(
      figure(Area(.municipality, "Leiden"), "roken", AgeBand(18, nil))?.value == .value(17.6))
    #expect(
      Set(reading.data.monitor.map(\.ages)) == [
        AgeBand(18, nil), AgeBand(18, 64), AgeBand(65, nil),
      ])
    // 19 regions, 3 age bases, all indicators but the hours of mantelzorg (no percentage).
    let indicators = Set(reading.data.monitor.map(\.indicator)).count
    #expect(reading.data.monitor.count == 19 * 3 * indicators)
    #expect(reading.found("W202").compactMap(\.column) == ["UrenMantelzorgPerWeek"])
  }

  @Test("Gezondheidsmonitor 2016 (83674NED): age base 19+, empty cells unknown")
  func monitor2016() throws {
    let reading = try reading("gezondheidsmonitor", "ggd_gezondheidsmonitor_2016_83674NED__zhn.csv")
    #expect(reading.record.records == 180)
    #expect(reading.record.years == [2016])
    let country = reading.data.monitor.first {
      $0.area == Area(.country, "NL") && $0.indicator == "ervaren-gezondheid"
        && $0.ages == AgeBand(19, nil)
    }
    #expect(country?.value == .value(75.6))
    #expect(
      Set(reading.data.monitor.map(\.ages)) == [
        AgeBand(19, nil), AgeBand(19, 64), AgeBand(65, nil),
      ])
    #expect(
      Set(reading.found("W202").compactMap(\.column)) == [
        "UrenMantelzorgPerWeek", "UrenOntvangenMantelzorgPerWeek",
      ])
  }

  @Test("50120NED 2022, untyped: 751 areas, 20 missing, country and gemeente measured")
  func untyped() throws {
    let reading = try reading(
      "gezondheidsmonitor", "rivm_50120NED_ervaren_gezondheid_2022_wijk_buurt__zhn.csv")
    #expect(reading.record.layout == "rivm-50120ned-untyped")
    #expect(reading.data.monitor.count == 751)
    #expect(reading.data.monitor.filter { $0.value == .missing(.unknown) }.count == 20)
    #expect(reading.record.years == [2022])
    func figure(_ area: Area) -> MonitorFigure? { reading.data.monitor.first { $0.area == area } }
    #expect(figure(Area(.country, "NL"))?.value == .value(69))
    #expect(figure(Area(.municipality, "Alphen aan den Rijn"))?.value == .value(70.7))
    #expect(figure(Area(.cbsWijk, "WK048401"))?.value == .value(70))
    #expect(figure(Area(.cbsWijk, "WK048401"))?.basis == .modelled)
    #expect(figure(Area(.cbsBuurt, "BU04840101"))?.value == .value(76.3))
    var kinds: [AreaKind: Int] = [:]
    for figure in reading.data.monitor { kinds[figure.area.kind, default: 0] += 1 }
    #expect(kinds == [.country: 1, .municipality: 16, .cbsWijk: 118, .cbsBuurt: 616])
  }

  @Test("50120NED portal: the column Perioden says 2020, whatever the name of the file")
  func portal() throws {
    let reading = try reading(
      "gezondheidsmonitor", "rivm_50120NED_wijk_en_buurt_140356__part.csv", year: 2022)
    #expect(reading.record.layout == "rivm-50120ned-portaal")
    #expect(reading.record.records == 84)
    #expect(reading.record.years == [2020])
    #expect(reading.data.monitor.count == 84 * 13)
    #expect(reading.data.monitor.filter { $0.value == .missing(.unknown) }.count == 179)
    func value(_ area: Area, _ indicator: String) -> PublishedNumber? {
      reading.data.monitor.first { $0.area == area && $0.indicator == indicator }?.value
    }
    #expect(value(Area(.country, "NL"), "ervaren-gezondheid") == .value(78.4))
    #expect(value(Area(.country, "NL"), "ernstig-eenzaam") == .value(11.3))
    #expect(value(Area(.country, "NL"), "drinker") == .value(78.5))
    #expect(value(Area(.municipality, "Krimpenerwaard"), "alcoholrichtlijn") == .value(47.8))
    #expect(value(Area(.cbsBuurt, "BU05992705"), "roken") == .missing(.unknown))
    #expect(reading.found("W202").isEmpty)
  }

  /// Name, insured, insured years, euros for huisarts and all costs of Leiden, number of huisarts
  /// columns, persons and years of the rest row.
  struct CostCase: CustomTestStringConvertible, Sendable {
    let name: String
    let year: Int
    let insured: Double
    let years: Double
    let generalPractice: Double
    let generalPracticeColumns: Int
    let all: Double
    let rest: (insured: Double, years: Double)
    var testDescription: String { name }
  }

  static let costCases = [
    CostCase(
      name: "vektis_2011_gemeente__zhn.csv", year: 2011, insured: 115_369, years: 113_038.54,
      generalPractice: 16_461_462.84, generalPracticeColumns: 3, all: 217_593_844.73,
      rest: (271_167, 170_530.86)),
    CostCase(
      name: "vektis_2015_gemeente__zhn.csv", year: 2015, insured: 119_472, years: 117_234.75,
      generalPractice: 19_563_282.76, generalPracticeColumns: 4, all: 244_755_953.73,
      rest: (299_376, 181_721.12)),
    CostCase(
      name: "vektis_2015_gemeente_release2017__latin1.csv", year: 2015, insured: 119_475,
      years: 117_237.76, generalPractice: 19_564_017.00, generalPracticeColumns: 4,
      all: 244_768_331.66, rest: (299_383, 181_726.53)),
    CostCase(
      name: "vektis_2018_gemeente__zhn.csv", year: 2018, insured: 122_033, years: 119_642.66,
      generalPractice: 22_142_996.73, generalPracticeColumns: 4, all: 278_668_844.76,
      rest: (381_255, 203_806.93)),
    CostCase(
      name: "vektis_2019_gemeente__zhn.csv", year: 2019, insured: 122_573, years: 119_594.97,
      generalPractice: 23_469_948.42, generalPracticeColumns: 4, all: 292_951_959.27,
      rest: (440_964, 220_483.48)),
    CostCase(
      name: "vektis_2023_gemeente__zhn.csv", year: 2023, insured: 126_636, years: 123_308.20,
      generalPractice: 30_284_564.36, generalPracticeColumns: 4, all: 360_772_011.78,
      rest: (428_642, 223_608.41)),
  ]

  @Test("Vektis: totals of Leiden and the rest row, every year and release", arguments: costCases)
  func costs(expected: CostCase) throws {
    let reading = try reading("zorgkosten", expected.name)
    let table = try #require(reading.data.costs.first)
    #expect(table.year == expected.year)
    #expect(reading.record.years == [expected.year])
    #expect(table.areaKind == .municipality)
    #expect(reading.record.counted == reading.record.records)
    let leiden = table.rows.filter { $0.area == "LEIDEN" }
    #expect(leiden.count == 38)
    #expect(leiden.map(\.insured).reduce(0, +) == expected.insured)
    func isNear(_ number: Double, _ other: Double) -> Bool { abs(number - other) < 0.005 }
    #expect(isNear(leiden.map(\.insuredYears).reduce(0, +), expected.years))
    let columns = table.kinds.indices.filter { table.kinds[$0].hasPrefix("kosten_huisarts") }
    #expect(columns.count == expected.generalPracticeColumns)
    let doctors = leiden.flatMap { row in columns.map { row.costs[$0] } }.reduce(0, +)
    #expect(isNear(doctors, expected.generalPractice))
    #expect(isNear(leiden.flatMap(\.costs).reduce(0, +), expected.all))
    let rest = table.rows.filter { $0.area == nil }
    #expect(rest.map(\.insured) == [expected.rest.insured])
    #expect(rest.map(\.insuredYears) == [expected.rest.years])
    #expect(table.rows.allSatisfy { $0.costs.count == table.kinds.count })
    // Names that Vektis cut in 2023 are the full ones.
    #expect(table.kinds.contains("kosten_medisch_specialistische_zorg"))
    #expect(table.kinds.contains("kosten_paramedische_zorg_fysiotherapie"))
    #expect(reading.codes == (reading.record.encoding == "windows-1252" ? ["W103"] : []))
  }

  @Test("Vektis in Windows-1252: the first accent stands far behind the start of the file")
  func encoding() throws {
    let reading = try reading("zorgkosten", "vektis_2015_gemeente_release2017__latin1.csv")
    #expect(reading.record.encoding == "windows-1252")
    let areas = Set(reading.data.costs.flatMap(\.rows).compactMap(\.area))
    #expect(areas.contains("S\u{DA}DWEST-FRYSL\u{C2}N"))
    #expect(areas.count == 18)
  }

  @Test("A national table of costs by origin is no source of any section: refused, by every kind")
  func foreignTable() throws {
    let url = try #require(ProjectFolder.shared("real/statline_oud_zorgkosten_latin1.csv"))
    #expect(throws: RefusedFile.self) {
      try PublishedReading("zorgkosten", file: url, year: 2015)
    }
  }
}
