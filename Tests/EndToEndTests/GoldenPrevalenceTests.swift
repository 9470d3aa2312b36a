import Foundation
import Pipeline
import TestSupport
import Testing

/// The golden case `e2e_*.csv`: from input files through the whole program to every column of t216.
@Suite("The golden prevalence case")
struct GoldenPrevalenceTests {
  private static let fixtures = ProjectFolder.root.appendingPathComponent(
    "Tests/StatisticsTests/Fixtures")
  static let programs = [
    (column: "astma", group: "ASTMA", name: "Astma", code: "R96"),
    (column: "copd", group: "COPD", name: "COPD", code: "R95"),
    (column: "diabetes", group: "DM2", name: "Diabetes", code: "T90.02"),
    (column: "cvrm", group: "HVZ", name: "CVRM", code: "K75"),
    (column: "angst_stemming", group: "ANGST_STEMMING", name: "Angst en stemming", code: "P74"),
  ]
  typealias Record = [String: String]

  /// The records of a file with a header; cells in double quotes may hold commas.
  static func records(_ text: String) throws -> [Record] {
    let lines = text.split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",").map { String($0) }
    return lines.dropFirst().map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return Dictionary(zip(header, cells)) { first, _ in first }
    }
  }

  static func golden(_ name: String) throws -> [Record] {
    try records(
      String(contentsOf: fixtures.appendingPathComponent(name), encoding: .utf8))
  }

  /// A person per patient of the golden counts; the first so many of a stratum have a condition.
  static func write(year: String, to folder: TemporaryFolder) throws {
    var patients = [
      "patientnummer;geboortedatum;geslacht;postcode;inschrijfdatum;uitschrijfdatum;praktijk_agb"
    ]
    var episodes = ["patientnummer;praktijk_agb;icpc;begindatum;einddatum"]
    var number = 100_000
    var postcodes: [String] = []
    for record in try golden("e2e_patients.csv") where record["year"] == year {
      let postcode = try #require(record["pc4"])
      if !postcodes.contains(postcode) { postcodes.append(postcode) }
      let lower = try #require(record["ageband"]?.split { "-+".contains($0) }.first)
      let born = try #require(Int(year)) - (try #require(Int(lower)))
      for index in 0..<(try #require(record["patients"].flatMap { Int($0) })) {
        number += 1
        let practice = "0199001\(1 + number % 3)"
        patients.append(
          "\(number);15-03-\(born);\(record["sex"] ?? "");\(postcode)AB;01-06-\(year);;\(practice)")
        for program in programs {
          let cases = try #require(record[program.column].flatMap { Int($0) })
          if index < cases {
            episodes.append("\(number);\(practice);\(program.code);15-06-\(year);")
          }
        }
      }
    }
    var reference = [
      "gebied;jaar;groep;geslacht;leeftijd;personen;gevallen;bron;definitie;prevalentie"
    ]
    for record in try golden("e2e_reference.csv") {
      for program in programs {
        reference.append(
          "Nederland;\(year);\(program.group);\(record["sex"] ?? "");\(record["ageband"] ?? "");"
            + "\(record["stdpop"] ?? "");\(record[program.column] ?? "");verzonnen;;")
      }
    }
    try folder.write(patients.joined(separator: "\n") + "\n", to: "p.csv")
    try folder.write(episodes.joined(separator: "\n") + "\n", to: "e.csv")
    try folder.write(reference.joined(separator: "\n") + "\n", to: "r.csv")
    try folder.write(
      """
      regio: Voorbeeldregio
      peildatum: \(year)-07-01
      rusttijd: 0
      overdispersie: uit
      beveiliging:
        drempel: 5
        kleinste_gebied: 0
      bronnen:
        praktijklijst: [p.csv]
        episoden: [e.csv]
        referentie: [r.csv]
      wijken:
        - naam: Voorbeeldwijk
          postcodes: [\(postcodes.joined(separator: ", "))]
          praktijken: ["01990011", "01990012", "01990013"]

      """, to: "wijkbeeld.yaml")
  }

  private static func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }

  /// Whether a figure is the golden one to a relative tolerance; both may be missing.
  static func isClose(_ actual: String?, _ golden: Double?, _ tolerance: Double) -> Bool {
    guard let golden else { return actual == "" }
    guard let actual = number(actual) else { return false }
    return abs(actual - golden) <= tolerance * max(abs(golden), 1e-300)
  }

  @Test("Every column of t216 is reproduced, unrounded and rounded", arguments: ["2024", "2025"])
  func reproduced(year: String) throws {
    let folder = try TemporaryFolder()
    try Self.write(year: year, to: folder)
    let application = try Application(definitions: ProjectFolder.definitions.path)
    _ = try application.report(
      RunOptions(configurationPath: folder.url.appendingPathComponent("wijkbeeld.yaml").path))
    let shared = try Self.records(
      folder.read("reports/voorbeeldwijk/tabellen/t216-prevalentie.csv"))
    let unrounded = try Self.records(
      folder.read("reports/voorbeeldwijk/intern/tabellen/t216-prevalentie.csv"))
    let expected = try Self.golden("e2e_expected.csv").filter { $0["year"] == year }
    #expect(expected.count == 45)
    #expect(shared.count == 45)
    var hidden = 0
    var whole = 0
    for golden in expected {
      let area = golden["area"] == "WIJK" ? "voorbeeldwijk" : golden["area"]
      let name = Self.programs.first { $0.column == golden["programme"] }?.name
      let row = try #require(shared.first { $0["gebied"] == area && $0["groep"] == name })
      let exact = unrounded.first { $0["gebied"] == area && $0["groep"] == name }
      let count = try #require(golden["observed"].flatMap { Int($0) })
      let isHidden = row["aantal"] == "•"
      #expect(isHidden || !(1..<5).contains(count), "a small count is shown")
      if isHidden {
        hidden += 1
        #expect(exact == nil, "a hidden row stands in intern/tabellen")
        for column in row.keys
        where !["gebied_soort", "gebied", "groep", "noemer"].contains(column) {
          #expect(row[column] == "•" || row[column] == "", "\(column)")
        }
        continue
      }
      // Where the age and sex of some are hidden, what is expected hides too.
      let hasExpected = row["verwacht"] != "•"
      if hasExpected { whole += 1 }
      Self.check(try #require(exact), golden, isWijk: area == "voorbeeldwijk")
      Self.checkRounded(row, golden, hasExpected: hasExpected)
    }
    #expect(unrounded.count == 45 - hidden)
    #expect(hidden > 0)
    #expect(whole > 0, "nothing is compared with what is shared")
  }

  /// Compares a row of `intern/tabellen`; tolerances of the README of the golden vectors.
  private static func check(_ row: Record, _ golden: Record, isWijk: Bool) {
    let columns: [(column: String, golden: String, scale: Double, tolerance: Double)] = [
      ("aantal", "observed", 1, 0), ("noemer", "patients", 1, 0),
      ("per_1000", "prevalence", 1000, 1e-13), ("per_1000_laag", "prev_lower95", 1000, 1e-12),
      ("per_1000_hoog", "prev_upper95", 1000, 1e-12), ("verwacht", "expected", 1, 1e-13),
      ("oe100", "ratio100", 1, 1e-13), ("oe100_laag", "ratio_lower95", 1, 1e-10),
      ("oe100_hoog", "ratio_upper95", 1, 1e-10), ("p", "p_exact", 1, 1e-10),
      ("q_bh", "bh_q", 1, 1e-10), ("oe100_eb", "eb_ratio100", 1, 1e-12),
    ]
    for column in columns {
      let value = number(golden[column.golden]).map { $0 * column.scale }
      #expect(
        isClose(row[column.column], value, column.tolerance),
        "\(golden["area"] ?? "") \(golden["programme"] ?? "") \(column.column)")
    }
    checkWords(row, golden)
    #expect(row["gebied_soort"] == (isWijk ? "wijk" : "pc4"))
  }

  private static func checkWords(_ row: Record, _ golden: Record) {
    #expect(row["oe_methode"] == (golden["ratio_method"] == "Exact" ? "exact" : "byar"))
    #expect(row["oordeel95"] == golden["label95"])
    #expect(row["oordeel_bh"] == (golden["label_bh"] == "NA" ? "" : golden["label_bh"]))
  }

  /// Compares a row of `tabellen`: half a unit of the last place that is shown.
  private static func checkRounded(_ row: Record, _ golden: Record, hasExpected: Bool) {
    let columns: [(column: String, golden: String, scale: Double, decimals: Double)] = [
      ("per_1000", "prevalence", 1000, 0.1), ("per_1000_laag", "prev_lower95", 1000, 0.1),
      ("per_1000_hoog", "prev_upper95", 1000, 0.1), ("verwacht", "expected", 1, 1),
      ("oe100", "ratio100", 1, 1), ("oe100_laag", "ratio_lower95", 1, 1),
      ("oe100_hoog", "ratio_upper95", 1, 1),
    ]
    for column in columns where hasExpected || column.column.hasPrefix("per_1000") {
      let value = (number(golden[column.golden]) ?? .nan) * column.scale
      let text = row[column.column] ?? ""
      #expect(abs((Double(text) ?? .nan) - value) <= column.decimals / 2 + 1e-9)
      let places = text.split(separator: ".").dropFirst().first?.count ?? 0
      #expect(places <= (column.decimals < 1 ? 1 : 0), "\(column.column) is \(text)")
    }
    guard hasExpected else { return }
    let p = number(golden["p_exact"]) ?? .nan
    #expect(abs((number(row["p"]) ?? .nan) - p) <= 0.0501 * p)
    let digits = (row["p"] ?? "").filter { $0.isNumber }.drop { $0 == "0" }
    #expect(digits.count <= 2)
    checkWords(row, golden)
  }
}
