import DisclosureControl
import Testing
import WijkModel

@testable import Report

@Suite("2.7 Aandoeningen naast de verwachting")
struct PrevalenceTests {
  private func prevalence(threshold: Int = 10) throws -> Prevalence {
    Prevalence(
      try #require(SampleRelease.released(SampleRelease.t216(), threshold: threshold)),
      SampleRelease.names)
  }

  /// The texts line by line, items with a dash.
  private func lines(_ prevalence: Prevalence) -> [String] {
    prevalence.texts.flatMap { block in
      switch block {
      case .paragraph(let text): [text]
      case .bullets(let items): items.map { "- " + $0 }
      default: ["?"]
      }
    }
  }

  @Test("Only differences that survive are told, with one caution for all")
  func sentences() throws {
    #expect(
      try lines(prevalence()) == [
        "Gezien leeftijd en geslacht wijkt één van de drie programma’s af van de verwachting, ook als "
          + "rekening wordt gehouden met het aantal vergelijkingen.",
        "- Diabetes: 742 patiënten (74 per 1.000). Verwacht was 651; het aantal is 14\u{A0}% hoger "
          + "(tussen 6\u{A0}% en 22\u{A0}%).",
        "Voor astma en COPD is er in de wijk als geheel geen aantoonbaar verschil met de verwachting. "
          + "Vaker dan verwacht komen voor: astma in postcode 1901; diabetes in postcode 1902. Minder "
          + "vaak dan verwacht komen voor: astma in postcode 1903. Ook dit blijft staan bij het grote "
          + "aantal vergelijkingen. Zulke verschillen kunnen ook komen door verschil in registratie.",
      ])
  }

  @Test("A hidden cell is in no sentence and has no dot")
  func hidden() throws {
    // COPD in 1903 is 8: lower after correction, but hidden.
    #expect(try !lines(prevalence()).joined().contains("COPD in postcode"))
    #expect(try lines(prevalence(threshold: 5)).joined().contains("COPD in postcode 1903"))
    #expect(try prevalence(threshold: 1_000_000).texts.isEmpty)
    let figure = SampleRelease.report(SampleRelease.all()).figures.first {
      $0.id == "f205-chronisch"
    }
    guard case .dots(let rows, _, _, _) = try #require(figure).content else {
      Issue.record("f205 is no dot plot")
      return
    }
    #expect(rows.count == 9)
    let row = try #require(rows.first { $0.label == "COPD, 1903" })
    #expect(row.value == nil)
    #expect(row.low == nil)
    #expect(row.benchmark == 100)
  }

  @Test("Postcodes with one verdict are named together, the merged ones last")
  func places() throws {
    var draft = SampleRelease.t216()
    let place = try #require(draft.columns.firstIndex { $0.name == "oordeel_bh" })
    let rows = draft.rows.map { row -> [DraftCell] in
      guard row[0] == .text("pc4"), row[2] == .text("Diabetes") else { return row }
      var changed = row
      changed[place] = .text("hoger")
      if row[1] == .text("1903") { changed[0] = .text("overig"); changed[1] = .text("overige") }
      return changed
    }
    draft = DraftTable<EnrolledPatients>(id: draft.id, columns: draft.columns, notes: draft.notes)
    for row in rows { draft.append(row) }
    let prevalence = Prevalence(
      try #require(SampleRelease.released(draft)), SampleRelease.names)
    #expect(
      lines(prevalence).joined().contains(
        "diabetes in de postcodes 1901 en 1902 en in de overige postcodes."))
  }

  @Test("The wijk is corrected for its programmes: p times their number")
  func controlled() throws {
    let rows = try prevalence().programs
    #expect(rows.map { $0.text("oordeel95") } == ["vergelijkbaar", "lager", "hoger"])
    #expect(
      try rows.map { try prevalence().controlled($0) } == [
        "vergelijkbaar", "vergelijkbaar", "hoger",
      ])
  }

  @Test("The table shows the programmes of the wijk with both verdicts")
  func shown() throws {
    let report = SampleRelease.report(SampleRelease.all())
    let table = try #require(report.tables.first { $0.id == "t216-prevalentie" })
    #expect(
      table.rows.map(\.cells) == [
        [
          "Astma", "610", "60,9", "600", "102", "94–110", "geen aantoonbaar verschil",
          "geen aantoonbaar verschil",
        ],
        [
          "COPD", "278", "27,7", "314", "89", "79–100", "lager", "geen aantoonbaar verschil",
        ],
        ["Diabetes", "742", "74,1", "651", "114", "106–122", "hoger", "hoger"],
      ])
    let others = try #require(report.tables.first { $0.id == "t216-overige-aandoeningen" })
    #expect(others.rows.map { $0.cells[0] } == ["Artrose"])
  }

  @Test("Without a reference there is the rate alone")
  func withoutReference() throws {
    let old = SampleRelease.t216()
    var bare = DraftTable<EnrolledPatients>(
      id: old.id, columns: old.columns, notes: [TableNote("geen-referentie")])
    for row in old.rows { bare.append(row.prefix(8) + [DraftCell](repeating: .absent, count: 8)) }
    let prevalence = Prevalence(
      try #require(SampleRelease.released(bare)), SampleRelease.names)
    #expect(prevalence.texts.isEmpty)
    #expect(prevalence.methods.count == 1)
  }

  @Test("The methods name the reference and what was applied")
  func methods() throws {
    let text = try prevalence().methods.joined(separator: " ")
    for part in ["Wilson", "Nederland, verzonnen, 2025", "Byar", "Hochberg", "quasi-Poisson"] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
