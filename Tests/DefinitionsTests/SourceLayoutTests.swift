import Definitions
import Foundation
import TestSupport
import Testing
import WijkModel

@Suite("Layouts")
struct SourceLayoutTests {
  @Test(
    "Every layout is there",
    arguments: [
      ("praktijklijst", ["eigen"]), ("episoden", ["eigen"]), ("ketenzorg", ["eigen"]),
      (
        "inwoners",
        [
          "eigen", "eigen-kenmerken", "cbs-kerncijfers-pc4", "cbs-kerncijfers-pc4-machine",
          "cbs-83502ned",
        ]
      ),
      ("ses", ["eigen", "cbs-85163ned"]),
      (
        "gezondheidsmonitor",
        [
          "eigen-pc4", "eigen-pc4-breed", "rivm-50120ned-portaal", "rivm-50120ned-untyped",
          "cbs-83674ned", "cbs-85012ned",
        ]
      ),
      ("gebiedskoppeling", ["eigen", "pc4-plaats"]), ("praktijkspiegel", ["eigen"]),
      ("zorgkosten", ["vektis-gemeente", "vektis-pc3"]), ("referentie", ["eigen"]),
      ("ernst", ["eigen"]), ("activiteiten", ["eigen"]), ("signalen", ["eigen"]),
      ("wijkprofiel", ["eigen", "cbs-kwb", "cbs-kwb-lang", "cbs-kwb-tabelindeling"]),
      ("praktijken", ["eigen"]),
    ])
  func layouts(kind: String, ids: [String]) throws {
    #expect(try Shipped.definitions().layouts(of: kind).map(\.id) == ids)
  }

  @Test(
    "An alias is the own column",
    arguments: [
      ("praktijklijst", "eigen", "Patiënt Nr", "patientnummer"),
      ("praktijklijst", "eigen", "pat_studie_id", "patientnummer"),
      ("praktijklijst", "eigen", "GEBDTM", "geboortedatum"),
      ("praktijklijst", "eigen", "Age", "leeftijd"), ("praktijklijst", "eigen", "M/V", "geslacht"),
      ("praktijklijst", "eigen", "Postcode (4 cijfers)", "postcode"),
      ("praktijklijst", "eigen", "pc6", "postcode"),
      ("praktijklijst", "eigen", "Datum-inschrijving", "inschrijfdatum"),
      ("praktijklijst", "eigen", "reden uitschrijving", "uitschrijfreden"),
      ("praktijklijst", "eigen", "Overleden op", "overlijdensdatum"),
      ("praktijklijst", "eigen", "soort patient", "categorie"),
      ("praktijklijst", "eigen", "AGB-code", "praktijk_agb"),
      ("praktijklijst", "eigen", "naam praktijk", "praktijknaam"),
      ("praktijklijst", "eigen", "probleemlijst", "icpc"),
      ("praktijklijst", "eigen", "pseudo bsn", "pseudoniem"),
      ("episoden", "eigen", "icpc1_code", "icpc"),
      ("episoden", "eigen", "datum_start", "begindatum"),
      ("episoden", "eigen", "Titel", "omschrijving"),
      ("ketenzorg", "eigen", "Zorgprogramma", "programma"),
      ("ketenzorg", "eigen", "hoofdbehandelaarschap", "hoofdbehandelaar"),
      ("inwoners", "cbs-kerncijfers-pc4", "65 jaar en ouder", "65+"),
      ("inwoners", "cbs-kerncijfers-pc4", "WOZ-waarde\nwoning", "woz"),
      ("inwoners", "cbs-kerncijfers-pc4-machine", "inw_014", "aantal_inwoners_0_tot_15_jaar"),
      ("gezondheidsmonitor", "eigen-pc4", "%", "waarde"),
      (
        "zorgkosten", "vektis-gemeente", "kosten_medisch_specialistische_z",
        "kosten_medisch_specialistische_zorg"
      ),
      ("zorgkosten", "vektis-pc3", "POSTCODE3", "postcode_3"),
      ("ernst", "eigen", "beïnvloedbaar", "beinvloedbaar"),
      ("praktijken", "eigen", "naam", "praktijknaam"),
    ])
  func alias(kind: String, layout: String, header: String, column: String) throws {
    let layout = try #require(
      try Shipped.definitions().layouts(of: kind).first { $0.id == layout })
    let name = HeaderName.normalized(header)
    #expect(layout.columns.filter { $0.normalizedNames.contains(name) }.map(\.name) == [column])
  }

  @Test("Repeated headers are told apart by their place")
  func occurrences() throws {
    let layout = try #require(
      try Shipped.definitions().layouts(of: "inwoners").first { $0.id == "cbs-kerncijfers-pc4" })
    let totals = layout.columns.filter { $0.normalizedNames.contains("totaal") }
    #expect(totals.map(\.name) == ["inwoners", "huishoudens", "woningen"])
    #expect(totals.map(\.occurrence) == [1, 2, 3])
    let nameless = layout.columns.filter { $0.normalizedNames.contains("") }
    #expect(nameless.map(\.name) == ["omgevingsadressendichtheid", "stedelijkheid"])
    #expect(layout.unitsRecordMark == "code" && layout.hasDecimalPoint)
  }

  @Test("Birth date and age replace each other")
  func requiredGroup() throws {
    let layout = try #require(try Shipped.definitions().layouts(of: "praktijklijst").first)
    let ages = layout.columns.filter { $0.requiredGroup == "leeftijd" }
    #expect(ages.map(\.name) == ["geboortedatum", "leeftijd"] && ages.allSatisfy(\.isRequired))
    #expect(
      layout.columns.filter(\.isRequired).map(\.name) == [
        "patientnummer", "geboortedatum", "leeftijd", "geslacht", "postcode",
      ])
  }

  @Test("Columns of published files say what their figures are about")
  func meanings() throws {
    let definitions = try Shipped.definitions()
    func meaning(_ layout: String, _ column: String) -> ColumnMeaning? {
      definitions.layouts(of: "inwoners").first { $0.id == layout }?.column(named: column)?.meaning
    }
    #expect(
      meaning("cbs-kerncijfers-pc4", "0-14") == .inhabitants(band: AgeBand(0, 14), sex: nil))
    #expect(meaning("cbs-kerncijfers-pc4", "65+") == .inhabitants(band: AgeBand(65, nil), sex: nil))
    #expect(meaning("cbs-kerncijfers-pc4", "vrouw") == .inhabitants(band: nil, sex: .female))
    #expect(meaning("cbs-kerncijfers-pc4", "uitkering") == .indicator("uitkering"))
  }

  @Test("All columns of costs of 2011 to 2023 are known and each is in one kind of costs")
  func costs() throws {
    let definitions = try Shipped.definitions()
    for layout in definitions.layouts(of: "zorgkosten") {
      let columns = layout.columns.filter { $0.meaning == .costs }.map(\.name)
      #expect(columns.count == 31)
      #expect(columns.sorted() == definitions.costKinds.flatMap(\.columns).sorted())
      for column in layout.columns where column.name.utf8.count > 32 {
        #expect(column.aliases.contains(String(column.name.prefix(32))))
      }
    }
  }

  @Test(
    "Columns with persons are never read, except where they hold none",
    arguments: [
      ("Burgerservicenr", "praktijklijst", true), ("BSN", "episoden", true),
      ("patientnaam", "praktijklijst", true), ("e-mail", "praktijklijst", true),
      ("Telefoon", "praktijklijst", true), ("adres", "praktijklijst", true),
      ("opmerking", "praktijklijst", true), ("toelichting", "signalen", false),
      ("naam", "praktijken", false), ("naam", "activiteiten", false), ("naam", "ketenzorg", true),
      ("aantal_bsn", "zorgkosten", false), ("praktijknaam", "praktijklijst", false),
      ("Episode-titel", "episoden", false), ("episodetitel", "episoden", true),
    ])
  func personal(header: String, kind: String, expected: Bool) throws {
    #expect(try Shipped.definitions().isPersonal(header, in: kind) == expected)
  }
}

@Suite(
  "Headers of published files",
  .enabled(if: ProjectFolder.shared("real") != nil, "the published extracts are not here"))
struct PublishedHeaderTests {
  @Test(
    "All names of a published header are known to its layout",
    arguments: [
      ("inwoners", "cbs-83502ned", "cbs_83502NED_pc4_leeftijd_geslacht_2021__zhn.csv", ","),
      ("ses", "cbs-85163ned", "cbs_85163NED_ses_woa_2019_amsterdam.csv", ";"),
      ("gebiedskoppeling", "pc4-plaats", "pc4_plaats_gemeente_ggdregio_2021__zhn.csv", ","),
      ("zorgkosten", "vektis-gemeente", "vektis_2011_gemeente__zhn.csv", ";"),
      ("zorgkosten", "vektis-gemeente", "vektis_2015_gemeente__zhn.csv", ";"),
      ("zorgkosten", "vektis-gemeente", "vektis_2018_gemeente__zhn.csv", ";"),
      ("zorgkosten", "vektis-gemeente", "vektis_2019_gemeente__zhn.csv", ";"),
      ("zorgkosten", "vektis-gemeente", "vektis_2023_gemeente__zhn.csv", ";"),
    ])
  func header(kind: String, id: String, file: String, delimiter: String) throws {
    let definitions = try Shipped.definitions()
    let layout = try #require(definitions.layouts(of: kind).first { $0.id == id })
    let known = Set(layout.columns.flatMap(\.normalizedNames))
    let unknown = try Self.header(file, delimiter).filter {
      !known.contains(HeaderName.normalized($0))
    }
    #expect(unknown.isEmpty)
  }

  @Test(
    "All names of a monitor header are columns or indicators, except hours",
    arguments: [
      ("rivm-50120ned-portaal", "rivm_50120NED_wijk_en_buurt_140356__part.csv", ";"),
      (
        "rivm-50120ned-untyped", "rivm_50120NED_ervaren_gezondheid_2022_wijk_buurt__zhn.csv", ";"
      ),
      ("cbs-83674ned", "ggd_gezondheidsmonitor_2016_83674NED__zhn.csv", ","),
      ("cbs-85012ned", "ggd_gezondheidsmonitor_2020_85012NED__zhn.csv", ","),
    ])
  func monitor(id: String, file: String, delimiter: String) throws {
    let definitions = try Shipped.definitions()
    let layout = try #require(
      definitions.layouts(of: "gezondheidsmonitor").first { $0.id == id })
    let known = Set(layout.columns.flatMap(\.normalizedNames))
    let unknown = try Self.header(file, delimiter).filter {
      !known.contains(HeaderName.normalized($0)) && definitions.indicator(named: $0) == nil
    }
    #expect(unknown.allSatisfy { $0.hasPrefix("Uren") }, "\(unknown)")
  }

  @Test("All names of the header over several lines of Kerncijfers are known, three times a total")
  func coreFigures() throws {
    let url = try #require(ProjectFolder.shared("real/cbs_pc4_2022_v1__zhn.csv"))
    let records = CatalogueTests.records(try String(contentsOf: url, encoding: .utf8))
    let layout = try #require(
      try Shipped.definitions().layouts(of: "inwoners").first { $0.id == "cbs-kerncijfers-pc4" })
    let header = try #require(records.first).map(HeaderName.normalized)
    var seen: [String: Int] = [:]
    for name in header {
      seen[name, default: 0] += 1
      let columns = layout.columns.filter {
        $0.normalizedNames.contains(name) && ($0.occurrence == 0 || $0.occurrence == seen[name])
      }
      #expect(columns.count == 1, "\(name)")
    }
    #expect(header.count == 38 && seen["totaal"] == 3 && seen[""] == 2)
    #expect(records[1].first.map(HeaderName.normalized) == layout.unitsRecordMark)
  }

  private static func header(_ file: String, _ delimiter: String) throws -> [String] {
    let url = try #require(ProjectFolder.shared("real/" + file))
    let text = try String(contentsOf: url, encoding: .isoLatin1)
    let utf8 = (try? String(contentsOf: url, encoding: .utf8)) ?? text
    let line = utf8.split(whereSeparator: \.isNewline).first ?? ""
    return line.split(separator: Character(delimiter), omittingEmptySubsequences: false).map {
      $0.filter { $0 != "\"" }
    }
  }
}
