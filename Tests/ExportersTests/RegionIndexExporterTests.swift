import Exporters
import Report
import Testing

@Suite("The index of a region")
struct RegionIndexExporterTests {
  static let index = RegionIndex(
    region: "Voorbeeldregio", subtitle: "Peildatum 1 juli 2026",
    warnings: ["Niet compleet."],
    wijken: [
      RegionIndex.Entry(
        name: "Voorbeeldwijk", folder: "voorbeeldwijk",
        files: ["hoofdstuk-2.html", "hoofdstuk-2.md", "tabellen/t201-postcodes.csv"],
        headlines: headlines("18.450", "12.310"), warnings: []),
      RegionIndex.Entry(
        name: "Noord & <Zuid>", folder: "noord zuid", files: ["hoofdstuk-2.md"],
        headlines: [.init(badge: .inhabitants, label: "Inwoners", value: "9.120")],
        warnings: ["Er is geen bestand van de gezondheidsmonitor."]),
    ])

  static func headlines(_ inhabitants: String, _ patients: String) -> [RegionIndex.Headline] {
    [
      .init(badge: .inhabitants, label: "Inwoners", value: inhabitants),
      .init(badge: .inhabitants, label: "65 jaar of ouder", value: "26,0 %"),
      .init(badge: .patients, label: "Ingeschreven patiënten", value: patients),
    ]
  }

  @Test("Links are relative and only to files that exist")
  func links() throws {
    let file = try #require(RegionIndexExporter().files(for: Self.index).first)
    #expect(file.path == "index.html")
    let page = WellFormedness(file.bytes)
    #expect(page.isWellFormed)
    #expect(Set(page.ids).count == page.ids.count)
    #expect(
      page.links == [
        "#inhoud", "voorbeeldwijk/hoofdstuk-2.html", "voorbeeldwijk/hoofdstuk-2.html",
        "voorbeeldwijk/hoofdstuk-2.md", "noord%20zuid/hoofdstuk-2.md",
      ])
  }

  @Test("Inhabitants and patients are compared apart; what a wijk lacks stays empty")
  func headlines() throws {
    let file = try #require(RegionIndexExporter().files(for: Self.index).first)
    let page = WellFormedness(file.bytes)
    #expect(page.elements.count { $0 == "table" } == 2)
    #expect(
      page.cells == [
        "Wijk", "Inwoners", "65 jaar of ouder", "Voorbeeldwijk", "18.450", "26,0 %",
        "Noord & <Zuid>", "9.120", "", "Wijk", "Ingeschreven patiënten", "Voorbeeldwijk", "12.310",
        "Noord & <Zuid>", "",
      ])
    #expect(RegionIndexExporter().files(for: Self.index) == [file])
  }

  @Test("Every wijk has its own peildatum and what its reader must know")
  func datesAndWarnings() throws {
    let entry = RegionIndex.Entry(
      name: "Oost", folder: "oost", files: ["hoofdstuk-2.html"], headlines: [],
      warnings: ["Eerste.", "Tweede."], dateText: "1 april 2026")
    let index = RegionIndex(region: "R", subtitle: "", warnings: [], wijken: [entry])
    let file = try #require(RegionIndexExporter().files(for: index).first)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("Peildatum 1 april 2026"))
    #expect(text.contains("<li>Eerste.</li>") && text.contains("<li>Tweede.</li>"))
  }

  @Test("The headline figures of a chapter are the rows of its t200 tables")
  func fromReport() {
    let table = ReportTable(
      id: "t200-kerncijfers-inwoners", number: 1, caption: "", badge: .inhabitants, notes: [],
      columns: [], rows: [DisplayRow(["Inwoners", "18.450", ""]), DisplayRow(["kop"])])
    let report = Report(
      title: "", subtitle: "", wijk: SampleReport.wijk, warnings: [],
      sections: [
        Section(
          id: "k", heading: "",
          blocks: [
            .table(table), .table(SampleTables.ages),
            .notice("Over wijk 2.1 zijn nog geen cijfers. Voeg een bestand toe."),
          ])
      ],
      data: [], structure: SampleReport.structure, dateText: "1 juli 2026")
    let entry = RegionIndex.Entry(report, files: ["hoofdstuk-2.md"])
    #expect(entry.name == "Voorbeeldwijk" && entry.folder == "voorbeeldwijk")
    #expect(
      entry.headlines == [.init(badge: .inhabitants, label: "Inwoners", value: "18.450")])
    #expect(entry.warnings == ["Over wijk 2.1 zijn nog geen cijfers."])
    #expect(entry.dateText == "1 juli 2026")
  }

  @Test("A region without wijken gives a page all the same")
  func empty() throws {
    let index = RegionIndex(region: "", subtitle: "", warnings: [], wijken: [])
    let file = try #require(RegionIndexExporter().files(for: index).first)
    #expect(WellFormedness(file.bytes).isWellFormed)
  }
}
