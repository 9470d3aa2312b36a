import Foundation
import Pipeline
import TestSupport
import Testing

/// `controleer` on every published file that stands beside the checkout: none is refused without
/// reason, and what is odd in it is told or counted (the README of those files lists the oddities).
@Suite(
  "Checking real published files",
  .enabled(if: ProjectFolder.shared("real") != nil, "the real files are not beside the checkout"))
struct RealFileCheckTests {
  /// A file and what `controleer` must say of it.
  struct Published: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: String
    let year: Int?
    let layout: String
    let records: Int
    /// Cells whose value is missing or hidden in the source.
    let unknown: Int
    var encoding = "utf-8"
    /// Code and number of what is told.
    var findings: [String: Int] = [:]
    var testDescription: String { name }

    init(
      _ name: String, _ kind: String, year: Int? = nil, _ layout: String, records: Int,
      unknown: Int, encoding: String = "utf-8", findings: [String: Int] = [:]
    ) {
      self.name = name
      self.kind = kind
      self.year = year
      self.layout = layout
      self.records = records
      self.unknown = unknown
      self.encoding = encoding
      self.findings = findings
    }
  }

  /// Numbers of records, hidden cells, titles and footers as the files' README gives them; the
  /// unknown cells of the two monitors are their empty cells, those of Vektis the rest row's.
  static let files = [
    Published(
      "cbs_pc4_2022_v1__zhn.csv", "inwoners", year: 2022, "cbs-kerncijfers-pc4", records: 90,
      unknown: 162),
    Published(
      "cbs_83502NED_pc4_leeftijd_geslacht_2021__zhn.csv", "inwoners", year: 2021, "cbs-83502ned",
      records: 1800, unknown: 0),
    Published(
      "pc4_plaats_gemeente_ggdregio_2021__zhn.csv", "gebiedskoppeling", year: 2021, "pc4-plaats",
      records: 90, unknown: 2),
    Published(
      "pc4_geometry_rd28992__zhn.geojson", "kaart", "geojson", records: 90, unknown: 0),
    Published(
      "cbs_85163NED_ses_woa_2019_amsterdam.csv", "ses", "cbs-85163ned", records: 40, unknown: 10),
    Published(
      "statline_tabelindeling_kwb2015_amsterdam.csv", "wijkprofiel", "cbs-kwb-tabelindeling",
      records: 106, unknown: 28, findings: ["W110": 3, "W111": 1]),
    Published(
      "ggd_gezondheidsmonitor_2016_83674NED__zhn.csv", "gezondheidsmonitor", "cbs-83674ned",
      records: 180, unknown: 132, findings: ["W202": 2]),
    Published(
      "ggd_gezondheidsmonitor_2020_85012NED__zhn.csv", "gezondheidsmonitor", "cbs-85012ned",
      records: 171, unknown: 57, findings: ["W202": 1]),
    Published(
      "rivm_50120NED_ervaren_gezondheid_2022_wijk_buurt__zhn.csv", "gezondheidsmonitor",
      "rivm-50120ned-untyped", records: 751, unknown: 20),
    Published(
      "rivm_50120NED_wijk_en_buurt_140356__part.csv", "gezondheidsmonitor",
      "rivm-50120ned-portaal", records: 84, unknown: 179),
    Published(
      "vektis_2011_gemeente__zhn.csv", "zorgkosten", "vektis-gemeente", records: 609, unknown: 3),
    Published(
      "vektis_2015_gemeente__zhn.csv", "zorgkosten", "vektis-gemeente", records: 609, unknown: 3),
    Published(
      "vektis_2015_gemeente_release2017__latin1.csv", "zorgkosten", "vektis-gemeente",
      records: 685, unknown: 3, encoding: "windows-1252", findings: ["W103": 1]),
    Published(
      "vektis_2018_gemeente__zhn.csv", "zorgkosten", "vektis-gemeente", records: 609, unknown: 3),
    Published(
      "vektis_2019_gemeente__zhn.csv", "zorgkosten", "vektis-gemeente", records: 609, unknown: 3),
    Published(
      "vektis_2023_gemeente__zhn.csv", "zorgkosten", "vektis-gemeente", records: 609, unknown: 3),
  ]

  /// A national table of costs by origin and age: no section of the chapter uses it, so no kind of
  /// input has a layout for it, and refusing it is right.
  static let withoutKind = "statline_oud_zorgkosten_latin1.csv"

  private func check(_ name: String, _ kind: String, _ year: Int?) throws -> (
    CheckReport, isRefused: Bool
  ) {
    let real = try #require(ProjectFolder.shared("real"))
    let folder = try TemporaryFolder()
    let years = year.map { ", jaar: \($0)" } ?? ""
    try folder.write(
      """
      regio: Voorbeeldregio
      peildatum: 2026-07-01
      rusttijd: 0
      verouderd_na: uit
      bronnen:
        \(kind): [{bestand: \(real.path)/\(name)\(years)}]
      wijken:
        - naam: Voorbeeldwijk
          postcodes: [2311, 2312]

      """, to: "wijkbeeld.yaml")
    let application = try Application(definitions: ProjectFolder.definitions.path)
    let outcome = try application.check(configurationPath: folder.path + "/wijkbeeld.yaml")
    let report = try JSONDecoder().decode(CheckReport.self, from: Data(outcome.json.utf8))
    return (report, outcome.refusal != nil)
  }

  @Test("A file is read whole, and its oddities are told or counted", arguments: files)
  func published(_ file: Published) throws {
    let (report, isRefused) = try check(file.name, file.kind, file.year)
    let input = try #require(report.bestanden.first)
    #expect(!isRefused)
    #expect(!input.geweigerd)
    #expect(input.indeling == file.layout)
    #expect(input.codering == file.encoding)
    #expect((input.records, input.geteld) == (file.records, file.records))
    #expect(input.afgekeurd == 0)
    #expect(report.kolommen.reduce(0) { $0 + $1.onbekend } == file.unknown)
    #expect(report.kolommen.reduce(0) { $0 + $1.afgekeurd } == 0)
    var told: [String: Int] = [:]
    for finding in report.meldingen { told[finding.code, default: 0] += finding.aantal }
    #expect(told == file.findings)
  }

  @Test("Every file is looked at; the one without a kind is refused by all kinds")
  func allFiles() throws {
    let real = try #require(ProjectFolder.shared("real"))
    let names = try FileManager.default.contentsOfDirectory(atPath: real.path)
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix("json") }
    #expect(Set(names) == Set(Self.files.map(\.name) + [Self.withoutKind]))
    for kind in Set(Self.files.map(\.kind)).subtracting(["kaart"]).sorted() {
      let (report, isRefused) = try check(Self.withoutKind, kind, 2015)
      #expect(isRefused)
      #expect(report.meldingen.map(\.code).sorted() == ["E201", "W103"])
    }
  }
}

/// What `controleer --formaat json` prints, as product.md promises it.
struct CheckReport: Decodable {
  struct Input: Decodable {
    let bestand, soort, indeling, codering: String
    let records, geteld, afgekeurd: Int
    let geweigerd: Bool
  }

  struct Told: Decodable {
    let code, ernst, tekst: String
    let bestand, kolom: String?
    let regel: Int?
    let aantal: Int
  }

  struct Column: Decodable {
    let bestand, kolom: String
    let waarde, onbekend, afgekeurd: Int
  }

  struct Step: Decodable {
    let stap: String
    let aantal: Int
  }

  let bestanden: [Input]
  let meldingen: [Told]
  let kolommen: [Column]
  let waterval: [Step]
}
