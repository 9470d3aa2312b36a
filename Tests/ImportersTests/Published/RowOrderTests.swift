import TestSupport
import Testing
import WijkModel

@testable import Importers

@Suite("Order of rows")
struct RowOrderTests {
  struct Table: CustomTestStringConvertible, Sendable {
    let kind: String
    let header: String
    let rows: [String]
    var testDescription: String { kind }
  }

  static let tables = [
    Table(
      kind: "inwoners", header: "postcode;leeftijd;geslacht;aantal",
      rows: [
        "2312;0-14;M;10", "2312;0-14;V;15", "2311;15+;M;20", "2311;15+;V;x", "2313;Totaal;Totaal;5",
        "Totaal;Totaal;Totaal;55",
      ]),
    Table(
      kind: "gebiedskoppeling", header: "pc4;wijkcode;gemeente;plaats;aandeel_pc4",
      rows: [
        "2312;;A;P;0,5", "2312;;A;Q;0,25", "2312;;A;P;0,25", "2311;WK999900;A;P;1",
      ]),
    Table(
      kind: "praktijkspiegel", header: "praktijk_agb;jaar;indicatorcode;eenheid;waarde",
      rows: [
        "01001234;2025;B;aantal;1", "01001234;2024;B;aantal;2", "01001235;2025;A;aantal;3",
        "01001234;2025;A;aantal;4",
      ]),
    Table(
      kind: "referentie", header: "gebied;jaar;groep;geslacht;leeftijd;personen;gevallen",
      rows: [
        "Nederland;2025;DM2;M;0-44;100;1", "Nederland;2025;DM2;V;0-44;100;2",
        "Nederland;2025;DM2;V;45+;100;3", "Nederland;2024;COPD;V;45+;100;4",
      ]),
    Table(
      kind: "activiteiten", header: "activiteit;organisatie;doelgroep;problemen;start;bereik",
      rows: [
        "Wandelen;A;ouderen;roken;01-01-2025;5", "Wandelen;A;ouderen;eenzaam;01-01-2025;5",
        "Wandelen;A;ouderen;roken;01-01-2025;6", "Eten;B;jongeren;eenzaam;01-02-2025;",
      ]),
    Table(
      kind: "signalen", header: "probleem;melder_soort;toelichting;wijk",
      rows: [
        "eenzaam;bewoner;b;W", "eenzaam;bewoner;a;W", "roken;bewoner;a;V", "roken;patiënt;a;V",
      ]),
    Table(
      kind: "ernst", header: "probleem;ernst;wijk;bron",
      rows: ["eenzaam;5;W;t", "roken;6;W;t", "eenzaam;7;V;t", "roken;;V;t"]),
    Table(
      kind: "ses", header: "gebied;jaar;score;huishoudens",
      rows: ["2312;2023;0,1;10", "2311;2023;0,2;20", "NL;2023;0;", "2312;2022;.;30"]),
    Table(
      kind: "wijkprofiel", header: "gebied;kenmerk;waarde;eenheid;jaar",
      rows: [
        "WK999900;woz;300;x 1.000 euro;2024", "WK999901;woz;310;x 1.000 euro;2024",
        "WK999900;koopwoning;61;%;2024", "WK999900;woz;290;x 1.000 euro;2023",
      ]),
  ]

  @Test("The order of rows decides nothing that is read (seed 20260701)", arguments: tables)
  func order(table: Table) throws {
    func read(_ rows: [String]) throws -> PublishedReading {
      try PublishedReading(
        table.kind, table.header + "\n" + rows.joined(separator: "\n") + "\n", year: 2024)
    }
    let straight = try read(table.rows)
    var generator = SeededGenerator(seed: 20_260_701)
    var rows = table.rows
    for _ in 0..<6 {
      rows.shuffle(using: &generator)
      let shuffled = try read(rows)
      #expect(String(reflecting: shuffled.data) == String(reflecting: straight.data))
      #expect(shuffled.codes == straight.codes)
      #expect(shuffled.record.columns == straight.record.columns)
    }
    #expect(straight.record.counted >= 4)
  }
}
