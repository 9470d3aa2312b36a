import Exporters
import Report
import WijkModel

@testable import DisclosureControl

/// A made-up chapter with every kind of block, table and figure.
enum SampleReport {
  static let wijk = Wijk(
    name: "Voorbeeldwijk", slug: "voorbeeldwijk",
    postcodes: [1901, 1902, 1903, 1904].compactMap { Postcode4($0) },
    practices: [AGBCode(1_001_234), AGBCode(1_005_678)].compactMap { $0 })

  static let report = Report(
    title: "Hoofdstuk 2. Beschrijving wijk- en patiëntenpopulatie",
    subtitle: "Voorbeeldwijk · wijkplan 2027 · peildatum 1 juli 2026", wijk: wijk,
    warnings: ["Niet compleet: praktijk De Linde ontbreekt."],
    sections: sections, data: data, structure: structure)

  static let structure = ReleaseStructure(members: [
    .init("release", .text("2026-07-01")), .init("threshold", .number(10)),
    .init("suppressed", .object([.init("•", .list([.number(0), .null]))])),
    .init("rest", .flag(false)),
    .init(
      "tables",
      .object([.init("t201-postcodes.csv", .object([.init("dims", .list([.text("gebied")]))]))])),
  ])

  static let data = [
    ReleasableTable(
      id: "t201-postcodes", population: .enrolledPatients,
      columns: [
        TableColumn("gebied_soort", .attribute), TableColumn("gebied", .dimension),
        TableColumn("plaats", .attribute), TableColumn("inwoners", .attribute),
        TableColumn("patienten", .count(measure: "patienten")),
        TableColumn("dekkingsgraad", .derived(from: "patienten")),
      ],
      rows: [
        [
          .text("pc4"), .text("1901"), .text("Voorbeeldstad"), .number(7105), .count(5012),
          .number(70.5),
        ],
        [.text("pc4"), .text("1902"), .text("=1+1"), .number(0.1), .suppressed, .suppressed],
        [.text("pc4"), .text("1903"), .text("a,\"b\"\nc"), .unknown, .count(0), .absent],
      ], notes: [], origins: [], years: [2025]),
    ReleasableTable(
      id: "t214-patienten-pc4-leeftijd-geslacht", population: .enrolledPatients,
      columns: [
        TableColumn("gebied_soort", .attribute), TableColumn("gebied", .dimension),
        TableColumn("leeftijd", .dimension), TableColumn("geslacht", .dimension),
        TableColumn("aantal", .count(measure: "patienten")),
      ],
      rows: [[.text("pc4"), .text("1901"), .text("0–4"), .text("M"), .count(120)]], notes: [],
      origins: [], years: []),
  ]

  private static let sections = [
    Section(
      id: "2.1", heading: "2.1 Afbakening van de wijk",
      blocks: [
        .paragraph(
          "Voorbeeldwijk bestaat uit de postcodes 1901, 1902, 1903 en 1904. Er wonen 18.450 mensen "
            + "(op 1 januari 2025). De vijf deelnemende praktijken hebben 12.310 ingeschreven "
            + "patiënten (peildatum 1 juli 2026). Van hen wonen er 10.020 (81 %) in de wijk. Dat is "
            + "54 % van alle inwoners."), .table(SampleTables.postcodes),
        .figure(SampleFigures.map),
        .officerPrompt("Eigen duiding: past deze afbakening bij de samenwerking, en waarom?"),
      ]),
    Section(
      id: "2.2", heading: "2.2 Kenmerken van de wijkpopulatie",
      blocks: [
        .paragraph(
          "Voorbeeldwijk is ouder dan Nederland: 26 % van de inwoners is 65 jaar of ouder "
            + "(Nederland: 20 %). In 1901 is dat 33 %, in 1903 is dat 14 %."),
        .table(SampleTables.ages), .figure(SampleFigures.pyramid),
        .officerText([
          "De wijk wordt begrensd door de Oude Rijn en de A4.", "Er zijn twee verzorgingshuizen.",
        ]),
      ]),
    Section(
      id: "2.3", heading: "2.3 Gezondheid en welzijn van de inwoners",
      blocks: [
        .subheading("Lichaamsfuncties"),
        .paragraph("Van de volwassenen voelt 49 % zich eenzaam; in de regio is dat 46 %."),
        .table(SampleTables.health), .figure(SampleFigures.dots),
        .notice(
          "Over 2025 is er nog geen bestand van de gezondheidsmonitor. Voeg het toe onder "
            + "bronnen: gezondheidsmonitor."),
        .bullets([
          "modelschatting: berekend uit kenmerken van de inwoners, niet in de wijk gemeten",
          "geen aantoonbaar verschil: het verschil kan toeval zijn",
        ]),
      ]),
    Section(
      id: "2.6", heading: "2.6 Patiëntenpopulatie",
      blocks: [
        .table(SampleTables.patients), .figure(SampleFigures.patientPyramid),
        .figure(SampleFigures.bars), .figure(SampleFigures.index),
      ]),
    Section(
      id: "bijlage", heading: "Bijlage",
      blocks: [
        .table(SampleTables.waterfall), .figure(SampleFigures.scores),
        .figure(SampleFigures.trend),
      ]),
  ]
}
