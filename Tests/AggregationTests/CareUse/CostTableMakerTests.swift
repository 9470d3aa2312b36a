import Definitions
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t220: costs per insured year")
struct CostTableMakerTests {
  private let wijk = Fixture.wijk("Proef", [1901, 1902])

  private func row(_ area: String?, _ years: Double, _ costs: [Double]) -> CostTable.Row {
    CostTable.Row(
      sex: area == nil ? nil : .male, band: area == nil ? nil : AgeBand(0, 4), area: area,
      insured: years, insuredYears: years, costs: costs)
  }

  private func data(_ rows: [CostTable.Row], year: Int = 2023) -> SourceData {
    var data = SourceData()
    data.costs = [
      CostTable(
        year: year, areaKind: .municipality,
        kinds: ["kosten_huisarts_consult", "kosten_huisarts_overig", "kosten_farmacie"], rows: rows,
        origin: 0)
    ]
    data.areaLinks = [
      AreaLink(postcode: Fixture.postcode(1901), municipality: "Súdwest-Proef"),
      AreaLink(postcode: Fixture.postcode(1902), municipality: "Proefstad"),
    ]
    return data
  }

  private func rows() -> [CostTable.Row] {
    [
      row("SUDWEST-PROEF", 100, [1000, 500, 300]), row("PROEFSTAD", 300, [2000, 500, -100]),
      row("ELDERS", 500, [4000, 1000, 800]), row(nil, 100, [2000, 1000, 1000]),
    ]
  }

  @Test("The gemeenten of the wijk together, the Netherlands with the rest row")
  func byHand() throws {
    let table = try #require(Fixture.tables(data(rows()), Fixture.plan([wijk])).insured.first)
    #expect(
      table.columns.map(\.name) == [
        "gebied_soort", "gebied", "jaar", "kostensoort", "kosten", "verzekerdejaren",
        "per_verzekerde", "landelijk_per_verzekerde", "index",
      ])
    let care = ["kostensoort": "Huisartsenzorg"]
    #expect(table.cell(care, "gebied") == .text("Proefstad, Súdwest-Proef"))
    #expect(table.cell(care, "gebied_soort") == .text("gemeente"))
    #expect(table.number(care, "kosten") == 4000)
    #expect(table.number(care, "verzekerdejaren") == 400)
    #expect(table.number(care, "per_verzekerde") == 10)
    #expect(table.number(care, "landelijk_per_verzekerde") == 12)
    #expect(abs(try #require(table.number(care, "index")) - 1000.0 / 12) < 1e-12)
    // Negative costs are corrections and count.
    #expect(table.number(["kostensoort": "Farmacie"], "kosten") == 200)
    #expect(table.number(["kostensoort": "Totaal"], "kosten") == 4200)
  }

  @Test("A kind of costs that the file lacks is not reported, not 0")
  func missing() throws {
    let table = try #require(Fixture.tables(data(rows()), Fixture.plan([wijk])).insured.first)
    let row = ["kostensoort": "Mondzorg"]
    #expect(table.cell(row, "kosten") == .absent)
    #expect(table.cell(row, "per_verzekerde") == .absent)
    #expect(try #require(table.note("kolommen-ontbreken")?["kostensoorten"]).contains("Mondzorg"))
    #expect(table.note("geen-marge") != nil)
  }

  @Test("The newest year counts, whatever the order of rows and files", arguments: [61] as [UInt64])
  func newest(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var both = data(rows())
    both.costs += data([row("PROEFSTAD", 1, [1, 1, 1])], year: 2022).costs
    let first = try #require(Fixture.tables(both, Fixture.plan([wijk])).insured.first)
    #expect(first.years == [2023])
    var other = data(rows().shuffled(using: &generator))
    other.costs = data([row("PROEFSTAD", 1, [1, 1, 1])], year: 2022).costs + other.costs
    let second = try #require(Fixture.tables(other, Fixture.plan([wijk])).insured.first)
    #expect(second.rows == first.rows)
  }

  @Test("Without a link to a gemeente the note asks for the link")
  func unlinked() throws {
    var data = data(rows())
    data.areaLinks = []
    let tables = try Fixture.tables(data, Fixture.plan([wijk]))
    #expect(tables.insured.isEmpty)
    #expect(
      tables.notes.contains(
        TableNote("bron-ontbreekt", ["tabel": "t220", "bron": "gebiedskoppeling"])))
  }
}
