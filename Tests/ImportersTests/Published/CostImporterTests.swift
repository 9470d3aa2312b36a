import Testing
import WijkModel

@testable import Importers

@Suite("Vektis open data")
struct CostImporterTests {
  /// The cost columns of a year under their full names (research of the files 2011-2023).
  private static func columns(_ year: Int) -> [String] {
    var names = ["medisch_specialistische_zorg", "farmacie"]
    if year <= 2013 { names.append("tweedelijns_ggz") }
    if (2014...2021).contains(year) { names.append("specialistische_ggz") }
    names += ["huisarts_inschrijftarief", "huisarts_consult"]
    if year >= 2015 { names.append("huisarts_mdz") }
    names += [
      "huisarts_overig", "hulpmiddelen", "mondzorg", "paramedische_zorg_fysiotherapie",
      "paramedische_zorg_overig", "ziekenvervoer_zittend", "ziekenvervoer_liggend", "kraamzorg",
      "verloskundige_zorg",
    ]
    if year <= 2013 { names.append("eerstelijns_psychologische_zorg") }
    if (2014...2021).contains(year) { names.append("generalistische_basis_ggz") }
    if (2015...2021).contains(year) { names.append("langdurige_ggz") }
    names += ["grensoverschrijdende_zorg", "eerstelijns_ondersteuning"]
    if year >= 2013 { names.append("geriatrische_revalidatiezorg") }
    if year >= 2018 { names.append("eerstelijnsverblijf") }
    if year >= 2015 { names.append("verpleging_en_verzorging") }
    if year >= 2020 { names.append("gzsp") }
    if year >= 2021 { names += ["integrale_geboortezorg", "innovatiegelden_ggz"] }
    names.append("overig")
    if year >= 2022 {
      names += ["consulten_ggz", "intramuraal_verblijf_ggz", "overige_prestaties_ggz"]
    }
    return names.map { "kosten_" + $0 }
  }

  private func file(_ year: Int, rows: [String]) -> String {
    let names =
      ["geslacht", "leeftijdsklasse", "gemeentenaam", "aantal_bsn", "aantal_verzekerdejaren"]
      + Self.columns(year).map { year == 2023 ? String($0.prefix(32)) : $0 }
    let header = names.joined(separator: ";")
    return ([year <= 2018 ? header.uppercased() : header] + rows).joined(separator: "\n") + "\n"
  }

  /// A row whose costs are 1, 2, 3, … euros.
  private func row(_ place: String, _ year: Int) -> String {
    place + ";100;98.5;" + Self.columns(year).indices.map { "\($0 + 1)" }.joined(separator: ";")
  }

  @Test("Every year's columns come under their full names", arguments: 2011...2023)
  func columnSets(year: Int) throws {
    let numberOfColumns = [
      2011: 23, 2012: 23, 2013: 24, 2014: 24, 2015: 27, 2016: 27, 2017: 27, 2018: 28, 2019: 28,
      2020: 29, 2021: 31, 2022: 31, 2023: 31,
    ]
    let reading = try PublishedReading(
      "zorgkosten", file(year, rows: [row("M; 0 t/m  4 jaar;VOORBEELDSTAD", year)]),
      name: "vektis_\(year)_gemeente.csv")
    let table = try #require(reading.data.costs.first)
    #expect(table.kinds == Self.columns(year))
    #expect(table.kinds.count + 5 == numberOfColumns[year])
    #expect(table.year == year)
    let only = try #require(table.rows.first)
    #expect((only.sex, only.band, only.area) == (.male, AgeBand(0, 4), "VOORBEELDSTAD"))
    #expect((only.insured, only.insuredYears) == (100, 98.5))
    #expect(only.costs == table.kinds.indices.map { Double($0 + 1) })
    #expect(reading.findings.isEmpty)
  }

  @Test("The rest row is kept without area wherever it stands; the order of rows decides nothing")
  func restRow() throws {
    let rows = [
      row(";;", 2019), row("V;90+;VOORBEELDSTAD", 2019), row("M;10 t/m 14 jaar;ACHTERDIJK", 2019),
      row("M;90+;VOORBEELDSTAD", 2019),
    ]
    let tables = try [rows, rows.reversed(), [rows[1], rows[0], rows[3], rows[2]]].map { rows in
      try #require(
        try PublishedReading("zorgkosten", file(2019, rows: rows), year: 2019).data.costs.first)
    }
    #expect(tables[0].rows.map(\.area) == ["ACHTERDIJK", "VOORBEELDSTAD", "VOORBEELDSTAD", nil])
    #expect(tables[0].rows.map(\.sex) == [.male, .male, .female, nil])
    #expect(tables.allSatisfy { $0.rows == tables[0].rows })
  }

  @Test(
    "The year stands in the configuration or in the name of the file",
    arguments: [
      ("vektis_2019_gemeente.csv", 2019), ("vektis_2015_gemeente_release2017.csv", 2015),
      ("Vektis Open Databestand Zorgverzekeringswet 2015 - gemeente (3).csv", 2015),
      ("kosten-2021.csv", 2021), ("kosten.csv", nil), ("kosten_2019_2021.csv", nil),
      ("20190101.csv", nil),
    ] as [(String, Int?)])
  func yearInName(name: String, year: Int?) throws {
    let text = file(2019, rows: [row("M;90+;VOORBEELDSTAD", 2019)])
    if let year {
      #expect(try PublishedReading("zorgkosten", text, name: name).data.costs.map(\.year) == [year])
    } else {
      let findings = try refusal("zorgkosten", text, name: name)
      #expect(findings.map(\.code) == ["E201"])
      #expect(findings.first?.column == "jaar")
    }
    #expect(
      try PublishedReading("zorgkosten", text, year: 2013, name: name).data.costs.map(\.year)
        == [2013])
  }

  @Test("The same group twice refuses the file (E305); so do two rest rows")
  func duplicates() throws {
    let group = row("M;90+;VOORBEELDSTAD", 2019)
    #expect(
      try refusal("zorgkosten", file(2019, rows: [group, group]), year: 2019).map(\.code)
        == ["E305"])
    let rest = row(";;", 2019)
    #expect(
      try refusal("zorgkosten", file(2019, rows: [rest, group, rest]), year: 2019).map(\.code)
        == ["E305"])
  }

  @Test("Costs may be negative; a cell that is no number leaves its row out and is told")
  func cells() throws {
    let text = """
      geslacht;leeftijdsklasse;postcode_3;aantal_bsn;aantal_verzekerdejaren;kosten_farmacie
      M;90+;231;10;9.5;-406.18
      V;90+;231;12;11.25;l2
      V;85 t/m 89 jaar;231;12;12.01;0.00

      """
    let reading = try PublishedReading("zorgkosten", text, year: 2019)
    let table = try #require(reading.data.costs.first)
    #expect(table.areaKind == .postcode4)
    #expect(reading.record.layout == "vektis-pc3")
    #expect(table.rows.map(\.costs) == [[0], [-406.18]])
    #expect(table.rows.map(\.area) == ["231", "231"])
    #expect(reading.found("E351").map(\.column) == ["kosten_farmacie"])
    #expect((reading.record.records, reading.record.counted) == (3, 2))
  }

  @Test("A new column of costs is kept under its own name; without any the file is refused")
  func unknownColumns() throws {
    let reading = try PublishedReading(
      "zorgkosten",
      "geslacht;leeftijdsklasse;gemeentenaam;aantal_bsn;aantal_verzekerdejaren;kosten_maanreizen\n"
        + "M;90+;VOORBEELDSTAD;10;9.5;7\n", year: 2030)
    #expect(reading.data.costs.first?.kinds == ["kosten_maanreizen"])
    let none =
      "geslacht;leeftijdsklasse;gemeentenaam;aantal_bsn;aantal_verzekerdejaren\n"
      + "M;90+;VOORBEELDSTAD;10;9.5\n"
    #expect(try refusal("zorgkosten", none, year: 2019).map(\.code) == ["E201"])
  }
}
