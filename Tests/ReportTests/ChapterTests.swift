import Definitions
import Testing
import WijkModel

@testable import DisclosureControl
@testable import Report

@Suite("The chapter as a whole")
struct ChapterTests {
  private static let sections = [
    "kerncijfers", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.9", "2.10", "bijlage",
  ]

  /// Every kind of wijk that may come along.
  static let extremes: [(String, DraftRelease, Int)] = [
    ("alles", SampleRelease.all(), 10), ("alleen inwoners", SampleRelease.inhabitantsOnly(), 10),
    ("alleen patiënten", SampleRelease.patientsOnly(), 10),
    ("geen bronnen", DraftRelease(wijk: SampleRelease.wijk), 10),
    ("alles onderdrukt", SampleRelease.all(), 1_000_000),
  ]

  @Test("Sections stand in the order of the Handreiking")
  func order() {
    let report = SampleRelease.report(SampleRelease.all())
    #expect(report.sections.map(\.id) == Self.sections)
    #expect(report.title == "Hoofdstuk 2. Beschrijving wijk- en patiëntenpopulatie")
    #expect(report.subtitle == "Voorbeeldwijk · peildatum 1 juli 2026")
    #expect(
      report.sections.map(\.heading).dropFirst().prefix(3) == [
        "2.1 Afbakening van de wijk", "2.2 Kenmerken van de wijkpopulatie",
        "2.3 Gezondheid en welzijn van de inwoners",
      ])
  }

  @Test("Tables and figures are numbered through, each id once")
  func numbers() {
    let report = SampleRelease.report(SampleRelease.all())
    #expect(report.tables.map(\.number) == Array(1...report.tables.count))
    #expect(report.figures.map(\.number) == Array(1...report.figures.count))
    #expect(Set(report.tables.map(\.id)).count == report.tables.count)
    #expect(
      report.figures.map(\.id) == [
        "f201-kaart-dekkingsgraad", "f202-piramide", "f203-gezondheid", "f204-piramide-patienten",
        "f205-chronisch",
      ])
  }

  @Test("Every released table is shown, and nothing else is in the data")
  func shown() {
    let report = SampleRelease.report(SampleRelease.all())
    let shown = Set(report.tables.map { $0.id.prefix(4) })
    #expect(report.data.allSatisfy { shown.contains($0.id.prefix(4)) })
    #expect(report.data.count == 22)
  }

  @Test("What must not be missed stands on top")
  func warning() {
    var context = SampleRelease.context()
    let draft = SampleRelease.all()
    #expect(SampleRelease.report(draft, context).warnings.isEmpty)
    context.remarks = ["Niet compleet."]
    #expect(SampleRelease.report(draft, context).warnings == ["Niet compleet."])
  }

  @Test("Generated text keeps the style, whatever is missing", arguments: 0..<5)
  func style(place: Int) {
    let (name, draft, threshold) = Self.extremes[place]
    let report = SampleRelease.report(draft, threshold: threshold)
    #expect(StyleRules.faults(report) == [], "\(name)")
    #expect(report.sections.map(\.id).contains("2.9"))
  }

  @Test("A wijk with one postcode and one practice reads well")
  func onePostcode() {
    let wijk = Wijk(
      name: "Dorp", slug: "dorp", postcodes: [1901].compactMap(Postcode4.init), practices: [])
    var draft = DraftRelease(wijk: wijk)
    draft.practiceCount = 1
    draft.patients = [
      table(
        "t201-postcodes",
        dimensions("gebied_soort", "gebied") + attributes("inwoners") + [
          TableColumn("patienten", .count(measure: "patienten")),
          TableColumn("dekkingsgraad", .derived(from: "patienten")),
        ], "pc4;1901;1000;900;90\nwijk;dorp;1000;900;90"),
      table(
        "t202-herkomst-patienten",
        dimensions("ligging", "gebied") + [TableColumn("aantal", .count(measure: "patienten"))],
        "binnen;dorp;900\nbuiten;buiten;0\nonbekend;onbekend;1\nTotaal;Totaal;901"),
    ]
    let report = chapter(
      primaryRelease(draft, RegionSettings()),
      context: SampleRelease.context(),
      names: Names(wijk: wijk, referenceDate: SampleRelease.date, indicators: [], groups: []))
    #expect(StyleRules.faults(report) == [])
    let text = text(report)
    #expect(
      text.contains(
        "Dorp bestaat uit postcode 1901. Er wonen 1.000 mensen. De deelnemende "
          + "praktijk heeft 901 ingeschreven patiënten (peildatum 1 juli 2026)."))
    #expect(text.contains("Geen van de patiënten woont buiten de wijk."))
  }

  @Test("When everything is hidden no sentence and no figure gives a number of patients")
  func suppressed() {
    var draft = SampleRelease.patientsOnly()
    draft.notes = []
    let report = SampleRelease.report(draft, threshold: 1_000_000)
    let sentences = report.sections.filter { $0.id != "2.10" }.flatMap(\.blocks).compactMap {
      if case .paragraph(let text) = $0 { text } else { nil }
    }
    let digits = sentences.filter { sentence in
      sentence.replacing("1 juli 2026", with: "").split { !$0.isNumber }
        .contains { !["1901", "1902", "1903", "2025", "105", "92"].contains($0) }
    }
    #expect(digits == [])
    #expect(report.figures.isEmpty)
  }

  @Test("What the officer leaves out is not numbered and not written")
  func omitted() {
    var context = SampleRelease.context()
    context.omitted = ["t217", "2.8", "f203", "t200", "t203-leeftijd-geslacht"]
    let report = SampleRelease.report(SampleRelease.all(), context)
    #expect(!report.sections.map(\.id).contains("2.8"))
    #expect(!report.sections.map(\.id).contains("kerncijfers"))
    #expect(report.sections.map(\.id).contains("2.1"))
    let ids = report.tables.map(\.id)
    #expect(!ids.contains { $0.hasPrefix("t217") || $0.hasPrefix("t203") })
    #expect(!report.figures.map(\.id).contains("f203-gezondheid"))
    #expect(report.tables.map(\.number) == Array(1...ids.count))
    #expect(!text(report).contains("65 jaar of ouder (Nederland"))
  }

  @Test("The officer's words stand in their places")
  func officer() {
    var context = SampleRelease.context()
    context.officerTexts = ["2.2": ["Een eigen alinea."], "t208": ["Over de monitor."]]
    context.boundaries = "tussen duin en spoor"
    context.chosenProblems = ["eenzaam", "Beweegrichtlijn"]
    context.choiceNote = "besproken met bewoners"
    let report = SampleRelease.report(SampleRelease.all(), context)
    let lines = text(report).split(separator: "\n").map { String($0) }
    #expect(lines.contains("> Een eigen alinea."))
    #expect(lines.contains("> Grenzen van de wijk: tussen duin en spoor."))
    #expect(
      lines.contains(
        "> De samenwerking kiest voor het komende plan: eenzaamheid en te weinig bewegen. "
          + "Toelichting: besproken met bewoners."))
    let table = lines.firstIndex { $0.hasPrefix("Tabel") && $0.contains("t208") } ?? 0
    let own = lines.firstIndex { $0 == "> Over de monitor." } ?? 0
    #expect(own > table)
    #expect(!lines.contains { $0.contains("wat valt op aan de inwoners") })
    #expect(lines.contains { $0.contains("[Eigen duiding: herkennen bewoners") })
  }

  @Test("A missing source names the key to add")
  func missing() {
    let lines = text(SampleRelease.report(DraftRelease(wijk: SampleRelease.wijk)))
    for key in [
      "inwoners", "praktijklijst", "gezondheidsmonitor", "ses", "activiteiten", "episoden",
      "praktijkspiegel", "zorgkosten",
    ] {
      #expect(lines.contains("“\(key)”"), "\(key)")
    }
    #expect(
      lines.contains(
        "! Over de gezondheid van de inwoners zijn nog geen cijfers. Voeg daarvoor in "
          + "wijkbeeld.yaml, onder “bronnen”, een bestand toe bij “gezondheidsmonitor”."))
  }

  @Test("Two populations never share a table, but for coverage")
  func populations() {
    let report = SampleRelease.report(SampleRelease.all())
    #expect(report.tables.filter { $0.badge == .both }.map(\.id) == ["t201-postcodes"])
    for table in report.tables where table.badge == .inhabitants {
      #expect(!table.columns.contains { $0.header.lowercased().contains("patiënt") }, "\(table.id)")
    }
    for table in report.tables where table.badge == .patients {
      #expect(!table.columns.contains { $0.header.lowercased().contains("inwoner") }, "\(table.id)")
    }
  }

  @Test("The shipped definitions give the chapter its words")
  func shippedDefinitions() throws {
    let definitions = try DefinitionSet.load(from: ProjectPaths.definitions)
    let released = primaryRelease(SampleRelease.all(), RegionSettings())
    let report = chapter(released, context: SampleRelease.context(), definitions: definitions)
    #expect(StyleRules.faults(report) == [])
    #expect(text(report).contains("psychische klachten, ernstige eenzaamheid en te weinig bewegen"))
  }
}
