import Definitions
import Exporters
import Report
import Testing
import WijkModel

@Suite("The quality of the files")
struct DataQualityExporterTests {
  static let report: DataQualityReport = {
    var input = InputRecord(file: "invoer/praktijk-linde.csv", kind: "praktijklijst")
    input.layout = "eigen"
    input.encoding = "windows-1252"
    input.records = 1234
    input.counted = 1180
    input.rejected = 3
    input.columns = [ColumnRecord(column: "postcode", values: 1190, unknown: 7, rejected: 3)]
    let finding = Finding(
      "E311", file: "invoer/praktijk-linde.csv", line: 214, column: "postcode", count: 3)
    let steps = [
      QualityStep("gelezen", 1234), QualityStep("uitgeschreven", -54), QualityStep("geteld", 1180),
    ]
    return DataQualityReport(
      title: "Datakwaliteit Voorbeeldregio", subtitle: "Peildatum 1 juli 2026",
      warning: "Intern, niet delen: dit overzicht bevat kleine aantallen.", waterfall: steps,
      files: [
        FileQuality(
          input, waterfall: steps,
          findings: [
            QualityFinding(
              finding, severity: .error,
              text: "Geen geldige postcode; verbeter de postcode in het HIS & lees opnieuw.")
          ])
      ],
      practices: [
        PracticeQuality(
          practice: "01001234", name: "De Linde", wijk: "Voorbeeldwijk", waterfall: [],
          facts: [.init("Diabetes, type niet vastgelegd (T90)", 21, advice: "Leg het type vast.")])
      ],
      findings: [
        QualityFinding(
          Finding("W901"), severity: .warning, text: "=Geen bestand; voor de zorgkosten.")
      ])
  }()

  private let files = DataQualityExporter().files(for: report)

  @Test("The page is well-formed and marked as internal")
  func page() throws {
    #expect(files.map(\.path) == ["intern/datakwaliteit.html", "intern/datakwaliteit.csv"])
    let page = WellFormedness(files[0].bytes)
    #expect(page.isWellFormed)
    #expect(page.text.contains("intern, niet delen"))
    #expect(page.text.contains("HIS & lees opnieuw"))
    #expect(page.cells.contains("−54") && page.cells.contains("99,2\u{A0}%"))
    #expect(!page.text.contains("tellen niet op"))
    #expect(Set(page.ids).count == page.ids.count)
    #expect(Set(page.links.map { String($0.dropFirst()) }).isSubset(of: Set(page.ids)))
    #expect(!page.elements.contains("script"))
  }

  @Test("Findings are also shown per code, errors first, each code once")
  func codes() throws {
    func finding(_ code: FindingCode, _ severity: Severity, _ count: Int) -> QualityFinding {
      QualityFinding(
        Finding(code, file: "f\(count).csv", count: count), severity: severity, text: "t\(count)")
    }
    let report = DataQualityReport(
      title: "t", subtitle: "s", warning: "w", waterfall: [], files: [], practices: [],
      findings: [
        finding("W103", .warning, 1), finding("E361", .error, 2), finding("W103", .warning, 4),
        finding("E311", .error, 8),
      ])
    let page = WellFormedness(DataQualityExporter().files(for: report)[0].bytes)
    #expect(
      page.cells.prefix(20) == [
        "Code", "Ernst", "Aantal", "Bestanden", "Eerste melding", "E311", "fout", "8", "1",
        "f8.csv: t8",
        "E361", "fout", "2", "1", "f2.csv: t2", "W103", "waarschuwing", "5", "2",
        "f1.csv: t1",
      ])
  }

  @Test("A waterfall that does not add up is said")
  func incomplete() {
    let report = DataQualityReport(
      title: "t", subtitle: "s", warning: "w",
      waterfall: [QualityStep("gelezen", 10), QualityStep("geteld", 9)], files: [], practices: [],
      findings: [])
    let page = WellFormedness(DataQualityExporter().files(for: report)[0].bytes)
    #expect(page.text.contains("tellen niet op"))
  }

  @Test("The table opens in Dutch Excel: semicolons, decimal comma, CRLF, byte-order mark")
  func csv() {
    #expect(
      String(decoding: files[1].bytes, as: UTF8.self)
        == "\u{FEFF}"
        + [
          "Intern, niet delen: dit overzicht bevat kleine aantallen.",
          "onderdeel;bestand;praktijk;regel;kolom;code;ernst;omschrijving;aantal;percentage",
          "waterval;;;;;;;gelezen;1234;", "waterval;;;;;;;uitgeschreven;-54;",
          "waterval;;;;;;;geteld;1180;",
          "bestand;invoer/praktijk-linde.csv;;;;;;gelezen;1234;",
          "bestand;invoer/praktijk-linde.csv;;;;;;geteld;1180;",
          "bestand;invoer/praktijk-linde.csv;;;;;;afgekeurd;3;",
          "waterval;invoer/praktijk-linde.csv;;;;;;gelezen;1234;",
          "waterval;invoer/praktijk-linde.csv;;;;;;uitgeschreven;-54;",
          "waterval;invoer/praktijk-linde.csv;;;;;;geteld;1180;",
          "kolom;invoer/praktijk-linde.csv;;;postcode;;;gevuld;1190;99,2",
          "praktijk;;01001234;;;;;Diabetes, type niet vastgelegd (T90);21;",
          "melding;invoer/praktijk-linde.csv;;214;postcode;E311;fout;\"Geen geldige postcode; "
            + "verbeter de postcode in het HIS & lees opnieuw.\";3;",
          "melding;;;;;W901;waarschuwing;\"'=Geen bestand; voor de zorgkosten.\";1;", "",
        ].joined(separator: "\r\n"))
  }
}
