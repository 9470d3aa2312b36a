import Testing
import WijkModel

@testable import Report

@Suite("2.6 to 2.8 Patiënten, aandoeningen en zorggebruik")
struct Section26Tests {
  private let names = SampleRelease.names

  @Test("Patients, where they live and how old they are")
  func patients() throws {
    let released = try #require(SampleRelease.released(SampleRelease.t214()))
    #expect(
      Section26.sentences(released, names) == [
        "Bij de deelnemende praktijken zijn 12.310 patiënten ingeschreven; 10.020 van hen wonen in "
          + "Voorbeeldwijk.",
        "Van de patiënten uit de wijk is 22\u{A0}% 65 jaar of ouder; 7,8\u{A0}% is 75 jaar of ouder.",
      ])
    let hidden = try #require(
      SampleRelease.released(SampleRelease.t214(), threshold: 1_000_000))
    #expect(Section26.sentences(hidden, names) == [])
  }

  @Test("The table has a row per area and sex and a column per age class")
  func pivot() {
    let table = SampleRelease.report(SampleRelease.all()).tables.first { $0.id.hasPrefix("t214") }
    #expect(
      table?.columns.map(\.header) == [
        "Gebied", "Geslacht", "0–4", "5–14", "15–24", "25–44", "45–64", "65–74", "75+", "Totaal",
      ])
    #expect(
      table?.rows[6].cells == [
        "1903", "mannen", "30", "90", "100", "190", "220", "120", "•", "754",
      ])
    #expect(table?.rows[12].cells.first == "buiten de wijk of onbekend")
    #expect(table?.rows.count == 18)
  }

  @Test("Chronic conditions, with a rate per 1,000 patients")
  func conditions() throws {
    let groups = GroupTable(try #require(SampleRelease.released(SampleRelease.t215())))
    #expect(
      Section27.sentences(groups, names) == [
        "Van de 10.020 patiënten uit Voorbeeldwijk hebben er 2.840 (28\u{A0}%) minstens één "
          + "chronische aandoening.",
        "Van de programma’s heeft CVRM de meeste patiënten: 900, dat is 90 per 1.000.",
        "Iemand kan meer aandoeningen hebben; de aantallen mogen dus niet worden opgeteld.",
      ])
    #expect(
      Section27.participation(groups, names) == [
        "Bij diabetes neemt 81\u{A0}% van de bekende patiënten deel aan het programma, het meest "
          + "van alle programma’s.",
        "Bij CVRM is dat het minst: 60\u{A0}%.",
      ])
  }

  @Test("Nothing is said of hidden conditions, and small wijken get no percentages")
  func small() throws {
    let hidden = GroupTable(
      try #require(SampleRelease.released(SampleRelease.t215(), threshold: 1_000_000)))
    #expect(Section27.sentences(hidden, names) == [])
    #expect(Section27.participation(hidden, names) == [])
    let draft: DraftTable<EnrolledPatients> = table(
      "t215-chronisch-pc4",
      dimensions("gebied_soort", "gebied", "groep", "soort") + [
        TableColumn("aantal", .count(measure: "patienten"))
      ],
      """
      wijk;voorbeeldwijk;Astma;bekend;12
      wijk;voorbeeldwijk;COPD;bekend;3
      wijk;voorbeeldwijk;Minstens één chronische aandoening;bekend;0
      wijk;voorbeeldwijk;Totaal;bekend;80
      """)
    let few = GroupTable(try #require(SampleRelease.released(draft)))
    #expect(
      Section27.sentences(few, names).prefix(2) == [
        "Van de 80 patiënten uit Voorbeeldwijk heeft niemand een chronische aandoening.",
        "Astma komt voor bij 12 patiënten.",
      ])
  }

  @Test("Care use above and below what was expected")
  func careUse() throws {
    let released = try #require(SampleRelease.released(SampleRelease.t219()))
    #expect(
      Section28.sentences(released) == [
        "Het verst boven de verwachting lag in 2025 “Consulten” (index 105).",
        "Het verst onder de verwachting lag in 2025 “Verwijzingen naar de tweede lijn” (index 92).",
        "Declaraties onderschatten de ketenzorg, omdat consulten daarbinnen niet apart worden "
          + "gedeclareerd.",
      ])
    let costs = try #require(SampleRelease.released(SampleRelease.t220()))
    #expect(
      Section28.costs(costs, names) == [
        "De zorgkosten waren in 2023 in Voorbeeldgemeente €\u{A0}3.000 per verzekerde per jaar; in "
          + "Nederland €\u{A0}3.100.",
        "De kosten per soort staan in de bijlage.",
      ])
  }

  @Test("What is accounted for is what was done")
  func accountability() {
    var context = SampleRelease.context()
    context.sources = [
      SourceFact(kind: "inwoners", name: "CBS, Kerncijfers per postcode", years: [2025, 2024]),
      SourceFact(kind: "praktijklijst", name: "", years: []),
      SourceFact(kind: "praktijklijst", name: "", years: []),
    ]
    #expect(
      Section210.sources(context) == [
        "Uit de eigen regio: patiëntenlijsten van de praktijken.",
        "Inwoners: CBS, Kerncijfers per postcode, 2024 en 2025.",
      ])
    let report = SampleRelease.report(SampleRelease.patientsOnly(), context)
    let section = report.sections.first { $0.id == "2.10" }
    let lines = (section?.blocks ?? []).compactMap {
      if case .paragraph(let text) = $0 { text } else { nil }
    }
    #expect(
      lines.contains(
        "Aantallen patiënten kleiner dan 10 zijn niet getoond (•). Andere aantallen zijn niet "
          + "getoond als een klein aantal daaruit terug te rekenen was. In alle tabellen samen zijn 8 "
          + "aantallen weggelaten. Postcodes met minder dan 200 patiënten zijn waar dat kan "
          + "samengenomen als “overige postcodes”."))
    context.programVersion = "1.0"
    context.definitionsHash = "0123456789abcdef"
    #expect(
      Section210.program(context) == [
        "Dit hoofdstuk is gemaakt met wijkbeeld 1.0 (definities 0123456789ab)."
      ])
  }
}
