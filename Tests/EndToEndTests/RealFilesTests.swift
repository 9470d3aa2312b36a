import Foundation
import Pipeline
import TestSupport
import Testing

/// Published files of CBS, RIVM, GGD and Vektis, unchanged, through the whole program.
///
/// They may not be copied into the project: the tests run when they stand beside the checkout.
@Suite(
  "Real published files",
  .enabled(if: ProjectFolder.shared("real") != nil, "the real files are not beside the checkout"))
struct RealFilesTests {
  /// The tables of a run, by file name: rows as dictionaries.
  private func tables(wijk: String, postcodes: [Int]) throws -> [String: [[String: String]]] {
    let real = try #require(ProjectFolder.shared("real"))
    let folder = try TemporaryFolder()
    let list = postcodes.map(String.init).joined(separator: ", ")
    try folder.write(
      """
      regio: GGD Hollands-Midden
      peildatum: 2026-07-01
      rusttijd: 0
      verouderd_na: uit
      bronnen:
        inwoners:
          - {bestand: \(real.path)/cbs_pc4_2022_v1__zhn.csv, jaar: 2022}
        gezondheidsmonitor:
          - {bestand: \(real.path)/ggd_gezondheidsmonitor_2020_85012NED__zhn.csv, jaar: 2020}
          - {bestand: \(real.path)/rivm_50120NED_ervaren_gezondheid_2022_wijk_buurt__zhn.csv}
        gebiedskoppeling:
          - {bestand: \(real.path)/pc4_plaats_gemeente_ggdregio_2021__zhn.csv, jaar: 2021}
        zorgkosten:
          - {bestand: \(real.path)/vektis_2023_gemeente__zhn.csv, jaar: 2023}
        kaart: [\(real.path)/pc4_geometry_rd28992__zhn.geojson]
      wijken:
        - naam: \(wijk)
          postcodes: [\(list)]

      """, to: "wijkbeeld.yaml")
    let application = try Application(definitions: ProjectFolder.definitions.path)
    _ = try application.report(
      RunOptions(configurationPath: folder.path + "/wijkbeeld.yaml"))
    var tables: [String: [[String: String]]] = [:]
    for name in folder.files() where name.contains("/tabellen/t") && name.hasSuffix(".csv") {
      let id = String(name.split(separator: "/").last?.prefix(4) ?? "")
      tables[id] = Self.rows(of: try folder.read(name))
    }
    return tables
  }

  /// Rows of a machine CSV; quoted cells may hold commas.
  private static func rows(of text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  @Test("Inhabitants of a wijk of three postcodes are those of the CBS file")
  func threePostcodes() throws {
    let real = try #require(ProjectFolder.shared("real/cbs_pc4_2022_v1__zhn.csv"))
    let published = try String(contentsOf: real, encoding: .utf8).split(separator: "\n")
    let rows = try #require(try tables(wijk: "Merenwijk", postcodes: [2315, 2316, 2317])["t201"])
    for postcode in ["2315", "2316", "2317"] {
      let line = try #require(published.first { $0.hasPrefix(postcode + ",") })
      let row = try #require(rows.first { $0["gebied"] == postcode })
      #expect(row["inwoners"] == String(line.split(separator: ",")[1]))
    }
  }

  @Test("Leiden sums to 125,070 inhabitants, insured persons and the monitor are as published")
  func leiden() throws {
    let tables = try tables(
      wijk: "Leiden",
      postcodes: [
        2311, 2312, 2313, 2314, 2315, 2316, 2317, 2318, 2321, 2322, 2323, 2324, 2331, 2332, 2333,
        2334,
      ])
    let wijk = try #require(tables["t201"]?.first { $0["gebied_soort"] == "wijk" })
    #expect(wijk["inwoners"] == "125070")
    let costs = try #require(tables["t220"]).filter { $0["gebied_soort"] == "gemeente" }
    let practitioner = try #require(
      costs.first { $0["kostensoort"]?.lowercased().contains("huisarts") == true })
    let sum = try #require(Double(practitioner["kosten"] ?? ""))
    #expect(abs(sum - 30_284_564.36) < 0.005)
  }

  @Test("No sentinel of CBS is in any table")
  func sentinel() throws {
    let tables = try tables(wijk: "Buitengebied", postcodes: [2222, 2409])
    for (id, rows) in tables {
      for row in rows { #expect(!row.values.contains { $0.contains("99997") }, "\(id)") }
    }
  }
}
