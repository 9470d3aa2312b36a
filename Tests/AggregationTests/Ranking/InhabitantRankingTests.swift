import Definitions
import Statistics
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

private typealias Fixture = PublishedFixture

@Suite("t209 and t211: problems of the inhabitants")
struct InhabitantRankingTests {
  /// Five wijken of one postcode, so that the figures of the example come out of the source:
  /// the wijk has p, the region r, and five wijken around p have the standard deviation s.
  private func exampleData() throws -> (data: SourceData, plan: RegionPlan) {
    let definitions = try Fixture.definitions()
    var data = SourceData()
    for postcode in 1901...1905 {
      // 18+ is 10,000: 2·(0.7·0 + 2,000 + 2,000 + 1,000).
      data.inhabitants += Fixture.inhabitants(postcode, [500, 0, 2000, 2000, 1000])
    }
    for candidate in RankingExample.candidates {
      let indicator = try #require(definitions.indicators.first { $0.id == candidate.id })
      let isFavorable = indicator.isHighFavorable == true
      let p = isFavorable ? 100 - candidate.percentage : candidate.percentage
      let r = isFavorable ? 100 - (candidate.reference ?? 0) : candidate.reference
      let limits = candidate.limits.map {
        isFavorable ? (100 - $0.high, 100 - $0.low) : ($0.low, $0.high)
      }
      // p, p ± d, p ± d: the variance is 4d²/4, so s = d.
      let d = candidate.spread ?? 0
      for (postcode, shift) in zip(1901...1905, [0, d, -d, d, -d]) {
        data.monitor.append(
          Fixture.monitor(
            Fixture.pc4(postcode), candidate.id, p + shift, limits: shift == 0 ? limits : nil,
            basis: candidate.basis))
      }
      data.monitor.append(
        Fixture.monitor(Area(.region, "Proefregio"), candidate.id, r, basis: .measured))
    }
    let wijken = (1901...1905).map { Fixture.wijk("Wijk\($0)", [$0]) }
    return (data, Fixture.plan(wijken))
  }

  @Test(
    "The ten-row example comes out of the source in every column",
    arguments: ProblemRankingTests.rows)
  func example(row: ProblemRankingTests.Row) throws {
    let (data, plan) = try exampleData()
    let tables = try Fixture.tables(data, plan)
    let all = try #require(tables.table("t211"))
    #expect(
      all.columns.map(\.name).joined(separator: ",")
        == "populatie,rang,probleem,thema,score,a_omvang,b1_ernst,b2_afwijking,c,aandeel,referentie,z,"
        + "basis,jaar,rang_laag,rang_hoog,zekerheid,robuust_van_19,personen")
    let own = ["probleem": row.id]
    let given = try #require(RankingExample.candidates.first { $0.id == row.id })
    func number(_ column: String) throws -> Double { try #require(all.number(own, column)) }
    #expect(try number("rang") == Double(row.rank))
    #expect(abs(try number("score") - row.score) < 1e-9)
    #expect(abs(try number("z") - row.z) < 1e-9)
    #expect(abs(try number("b2_afwijking") - row.b2) < 1e-9)
    #expect(try number("b1_ernst") == 5)
    #expect(try number("c") == 10)
    #expect(abs(try number("aandeel") - given.percentage) < 1e-9)
    #expect(abs(try number("referentie") - (given.reference ?? 0)) < 1e-9)
    #expect(try number("robuust_van_19") == Double(row.robust))
    #expect(abs(try number("personen") - 100 * given.percentage) < 1e-9)
    #expect(try number("jaar") == 2024)
    #expect(all.cell(own, "populatie") == .text("inwoners"))
    #expect(all.cell(own, "basis") == .text(given.basis.rawValue))
    #expect(all.cell(own, "rang_laag") == (row.interval.first.map { .count($0) } ?? .absent))
    #expect(all.cell(own, "rang_hoog") == (row.interval.last.map { .count($0) } ?? .absent))
    #expect(all.cell(own, "zekerheid") == (row.certainty.isEmpty ? .absent : .text(row.certainty)))
    let top = try #require(tables.table("t209"))
    #expect(top.number(own, "rang") == row.top.map(Double.init))
  }

  @Test("What is said beside the top 3 of the example")
  func notes() throws {
    let (data, plan) = try exampleData()
    let top = try #require(Fixture.tables(data, plan).table("t209"))
    #expect(top.rows.count == 3)
    #expect(top.note("geen-scherp-onderscheid") != nil)
    #expect(
      top.note("meest-voorkomend") == ["1": "beweegrichtlijn", "2": "overgewicht", "3": "eenzaam"])
    #expect(top.note("ernst-niet-gescoord") != nil)
    #expect(top.note("referentie") == ["naam": "Proefregio", "jaar": "2024"])
    #expect(top.note("vergelijkingsgebieden") == ["soort": "wijken", "aantal": "5"])
    #expect(top.note("toets") == nil)
    #expect(top.note("alleen-omvang") == nil)
    #expect(top.note("volwassenen") != nil)
    #expect(try #require(top.note("weggelaten")?["kandidaten"]).contains("sporten"))
  }

  @Test("The order of rows changes nothing", arguments: [41, 42] as [UInt64])
  func shuffled(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let (data, plan) = try exampleData()
    var other = data
    other.monitor.shuffle(using: &generator)
    other.inhabitants.shuffle(using: &generator)
    let first = try Fixture.tables(data, plan)
    let second = try Fixture.tables(other, plan)
    #expect(first.inhabitants.map(\.rows) == second.inhabitants.map(\.rows))
    #expect(first.inhabitants.map(\.notes) == second.inhabitants.map(\.notes))
    #expect(
      first.inhabitants.map(\.id)
        == ["t203", "t207", "t208", "t209", "t211"].map { number in
          second.inhabitants.map(\.id).first { $0.hasPrefix(number) } ?? ""
        }.filter { !$0.isEmpty })
  }

  @Test("With too few wijken the postcodes of the GGD region are the comparison; r is their mean")
  func postcodesOfRegion() throws {
    var data = SourceData()
    for (place, postcode) in (1901...1906).enumerated() {
      data.inhabitants += Fixture.inhabitants(postcode, [0, 0, 100, 0, 0])
      data.monitor.append(Fixture.monitor(Fixture.pc4(postcode), "roken", 20 + Double(place)))
      data.areaLinks.append(
        AreaLink(
          postcode: Fixture.postcode(postcode), healthRegion: postcode == 1906 ? "Elders" : "Hier"))
    }
    let plan = Fixture.plan([Fixture.wijk("Een", [1901])])
    let table = try #require(Fixture.tables(data, plan).table("t211"))
    // 20, 21, 22, 23, 24: mean 22, standard deviation √2.5.
    #expect(table.number(["probleem": "roken"], "referentie") == 22)
    let z = try #require(table.number(["probleem": "roken"], "z"))
    #expect(abs(z - -2 / 2.5.squareRoot()) < 1e-12)
    #expect(table.note("vergelijkingsgebieden") == ["soort": "postcodes", "aantal": "5"])
  }

  @Test("Without comparison z is a test against the limits; without reference only the size counts")
  func testAndSize() throws {
    var data = SourceData()
    data.inhabitants = Fixture.inhabitants(1901, [0, 0, 100, 0, 0])
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), "roken", 20, limits: (18, 22), basis: .measured),
      Fixture.monitor(Area(.country, "NL"), "roken", 15, basis: .measured),
      Fixture.monitor(Fixture.pc4(1901), "eenzaam", 40),
    ]
    let table = try #require(
      Fixture.tables(data, Fixture.plan([Fixture.wijk("Een", [1901])])).table("t209"))
    let z = try #require(table.number(["probleem": "roken"], "z"))
    #expect(abs(z - 5 / (4 / (2 * 1.959963984540054))) < 1e-9)
    #expect(table.number(["probleem": "roken"], "b2_afwijking") == 10)
    #expect(table.note("toets") == ["kandidaten": "roken"])
    #expect(table.cell(["probleem": "eenzaam"], "z") == .absent)
    #expect(table.cell(["probleem": "eenzaam"], "referentie") == .absent)
    #expect(table.number(["probleem": "eenzaam"], "b2_afwijking") == 0)
    #expect(table.note("alleen-omvang") == ["kandidaten": "eenzaam"])
  }

  @Test(
    "Without inhabitants a wijk of one postcode has a percentage but no persons, others nothing")
  func withoutInhabitants() throws {
    var data = SourceData()
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), "roken", 20),
      Fixture.monitor(Fixture.pc4(1902), "roken", 30),
    ]
    let one = try Fixture.tables(data, Fixture.plan([Fixture.wijk("Een", [1901])]))
    let table = try #require(one.table("t209"))
    #expect(table.number(["probleem": "roken"], "aandeel") == 20)
    #expect(table.cell(["probleem": "roken"], "personen") == .absent)
    #expect(table.note("meest-voorkomend") == nil)
    let two = try Fixture.tables(data, Fixture.plan([Fixture.wijk("Twee", [1901, 1902])]))
    #expect(two.table("t209") == nil)
  }

  @Test(
    "The limits of a measured figure decide the gate, for other figures z does",
    arguments: [
      // z is 2; the reference 20 lies inside, then outside the limits.
      (Basis.measured, (19.0, 28.0), 2.0, 0.0), (.measured, (21, 28), 2, 10),
      // z is 0.5.
      (.measured, (20.5, 28), 8, 2.5), (.modelled, (20.5, 28), 8, 0),
      (.modelled, (19, 28), 2, 10),
    ])
  func gate(basis: Basis, limits: (Double, Double), spread: Double, deviation: Double) throws {
    var data = SourceData()
    for (postcode, shift) in zip(1901...1905, [0, spread, -spread, spread, -spread]) {
      data.monitor.append(
        Fixture.monitor(
          Fixture.pc4(postcode), "roken", 24 + shift, limits: shift == 0 ? limits : nil,
          basis: basis))
    }
    data.monitor.append(Fixture.monitor(Area(.region, "Proefregio"), "roken", 20))
    let plan = Fixture.plan((1901...1905).map { Fixture.wijk("Wijk\($0)", [$0]) })
    let table = try #require(Fixture.tables(data, plan).table("t209"))
    let points = try #require(table.number(["probleem": "roken"], "b2_afwijking"))
    #expect(abs(points - deviation) < 1e-9)
  }

  @Test("Scores of the wijk go before scores for all; the others stay 5 and 10")
  func severities() throws {
    var data = SourceData()
    data.inhabitants = Fixture.inhabitants(1901, [0, 0, 100, 0, 0])
    data.monitor = ["roken", "eenzaam", "overgewicht"].map {
      Fixture.monitor(Fixture.pc4(1901), $0, 20)
    }
    func score(_ problem: String, _ severity: Double?, _ influence: Double?, _ wijk: String)
      -> SeverityScore
    {
      SeverityScore(
        problem: problem, severity: severity, influence: influence, wijk: wijk, source: "tafel")
    }
    data.severities = [
      score("roken", 3, 4, ""), score("roken", 8, nil, "Een"), score("Eenzaam", 6, 7, ""),
      score("eenzaam", 1, 1, "Anders"),
    ]
    let table = try #require(
      Fixture.tables(data, Fixture.plan([Fixture.wijk("Een", [1901])])).table("t211"))
    #expect(table.number(["probleem": "roken"], "b1_ernst") == 8)
    #expect(table.number(["probleem": "roken"], "c") == 4)
    #expect(table.number(["probleem": "eenzaam"], "b1_ernst") == 6)
    #expect(table.number(["probleem": "eenzaam"], "c") == 7)
    #expect(table.number(["probleem": "overgewicht"], "b1_ernst") == 5)
    #expect(table.number(["probleem": "overgewicht"], "c") == 10)
    #expect(table.note("ernst-niet-gescoord") == nil)
    #expect(table.note("ernst-deels-gescoord") == ["kandidaten": "overgewicht"])
  }

  @Test("Only 18+ and 19+ are ranked, and indicators without a place in the list never")
  func ages() throws {
    var data = SourceData()
    data.inhabitants = Fixture.inhabitants(1901, [0, 0, 100, 0, 0])
    data.monitor = [
      Fixture.monitor(Fixture.pc4(1901), "roken", 20, ages: AgeBand(65, nil)),
      Fixture.monitor(Fixture.pc4(1901), "eenzaam", 30, ages: AgeBand(19, nil), year: 2016),
      Fixture.monitor(Fixture.pc4(1901), "mantelzorger", 40),
    ]
    let table = try #require(
      Fixture.tables(data, Fixture.plan([Fixture.wijk("Een", [1901])])).table("t211"))
    #expect(table.texts("probleem") == ["eenzaam"])
    #expect(table.number(["probleem": "eenzaam"], "jaar") == 2016)
  }
}
