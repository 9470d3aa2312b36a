import Foundation
import Pipeline
import TestSupport
import Testing

/// The golden case `e2e_trend_expected.csv`: two years of input files through the whole program.
@Suite("The golden trend case")
struct GoldenTrendTests {
  private typealias Golden = GoldenPrevalenceTests

  private func tables(_ folder: TemporaryFolder, _ path: String) throws -> [Golden.Record] {
    try Golden.records(folder.read("reports/voorbeeldwijk/" + path))
  }

  @Test(
    "t218 of intern/tabellen is reproduced for every released cell, and the shared one is of the wijk"
  )
  func reproduced() throws {
    let folder = try TemporaryFolder()
    let application = try Application(definitions: ProjectFolder.definitions.path)
    var hidden: Set<String> = []
    for year in ["2024", "2025"] {
      try Golden.write(year: year, to: folder)
      _ = try application.report(RunOptions(configurationPath: folder.path + "/wijkbeeld.yaml"))
      for row in try tables(folder, "tabellen/t216-prevalentie.csv") where row["aantal"] == "•" {
        hidden.insert("\(row["gebied"] ?? "") \(row["groep"] ?? "")")
      }
    }
    let unrounded = try tables(folder, "intern/tabellen/t218-trend.csv")
    let expected = try Golden.golden("e2e_trend_expected.csv")
    #expect(expected.count == 40)
    var compared = 0
    for golden in expected {
      let isWijk = golden["area"] == "WIJK"
      let area = try #require(isWijk ? "voorbeeldwijk" : golden["area"])
      let name = try #require(Golden.programs.first { $0.column == golden["programme"] }?.name)
      let row = unrounded.first { $0["gebied"] == area && $0["groep"] == name }
      if hidden.contains("\(area) \(name)") {
        #expect(row == nil, "a hidden cell has a trend: \(area) \(name)")
        continue
      }
      let found = try #require(row, "\(area) \(name)")
      #expect(found["gebied_soort"] == (isWijk ? "wijk" : "pc4"))
      #expect(found["van"] == "2024" && found["tot"] == "2025" && found["maat"] == "dsr_ratio")
      for (column, key) in [
        ("waarde", "dsr_ratio"), ("laag", "lower95"), ("hoog", "upper95"), ("p", "p"),
      ] {
        let value = golden[key].flatMap { Double($0) }
        #expect(Golden.isClose(found[column], value, 1e-10), "\(area) \(name) \(column)")
      }
      compared += 1
    }
    #expect(compared >= 30)
    try shared(folder, expected)
  }

  /// The shared rows rest on printed numbers of the wijk: four age bands instead of nineteen.
  private func shared(_ folder: TemporaryFolder, _ expected: [Golden.Record]) throws {
    let rows = try tables(folder, "tabellen/t218-trend.csv")
    #expect(rows.count == 5)
    for row in rows {
      #expect(row["gebied_soort"] == "wijk")
      let column = Golden.programs.first { $0.name == row["groep"] }?.column
      let golden = try #require(
        expected.first { $0["programme"] == column && $0["area"] == "WIJK" })
      let exact = try #require(golden["dsr_ratio"].flatMap { Double($0) })
      let value = try #require(row["waarde"].flatMap { Double($0) })
      #expect(abs(value - exact) < 0.02)
      #expect(row["toelichting"]?.hasPrefix("naar leeftijd en geslacht") == true)
    }
    let chapter = try folder.read("reports/voorbeeldwijk/hoofdstuk-2.md")
    #expect(chapter.contains("De vorige cijfers zijn van 1 juli 2024, deze van 1 juli 2025."))
    #expect(chapter.contains("Verandering sinds eerdere jaren"))
  }
}
