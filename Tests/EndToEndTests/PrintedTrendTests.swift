import Foundation
import Pipeline
import TestSupport
import Testing

/// t218 beside what else is printed: a reader of both releases has it already.
@Suite("The trend and the printed tables")
struct PrintedTrendTests {
  private typealias Golden = GoldenPrevalenceTests
  private static let bands = ["0–44": 0..<45, "45–64": 45..<65, "65–74": 65..<75, "75+": 75..<200]

  /// The counts of the wijk that a release prints: by band and sex, and in all.
  private struct Printed {
    var strata: [String: Double] = [:]
    var total: Double?

    init(_ rows: [Golden.Record]) {
      var hidden: Set<String> = []
      for row in rows where row["gebied_soort"] == "wijk" {
        let (age, sex) = (row["leeftijd"] ?? "", row["geslacht"] ?? "")
        let count = row["aantal"].flatMap { Double($0) }
        if age == "Totaal", sex == "Totaal" { total = count }
        let lower = Int(age.prefix { $0.isNumber })
        guard sex != "Totaal", let lower,
          let band = bands.first(where: { $0.value.contains(lower) })?.key
        else { continue }
        strata[band + sex, default: 0] += count ?? 0
        if count == nil { hidden.insert(band + sex) }
      }
      for key in hidden { strata[key] = nil }
    }
  }

  @Test("Every shared ratio follows from the printed numbers of two releases and public weights")
  func recomputed() throws {
    let folder = try TemporaryFolder()
    let application = try Application(definitions: ProjectFolder.definitions.path)
    var patients: [Printed] = []
    var cases: [[String: Printed]] = []
    func table(_ name: String) throws -> [Golden.Record] {
      try Golden.records(folder.read("reports/voorbeeldwijk/tabellen/\(name).csv"))
    }
    for year in ["2024", "2025"] {
      try Golden.write(year: year, to: folder)
      _ = try application.report(
        RunOptions(configurationPath: folder.path + "/wijkbeeld.yaml", formats: [.csv]))
      patients.append(Printed(try table("t214-patienten-pc4-leeftijd-geslacht")))
      let groups = Dictionary(grouping: try table("t223-chronisch-leeftijd-geslacht")) {
        $0["groep"] ?? ""
      }
      cases.append(groups.mapValues { Printed($0) })
    }
    let weights = try weights()
    var compared = 0
    for row in try table("t218-trend") where row["maat"] == "dsr_ratio" {
      let group = try #require(row["groep"])
      guard let before = cases[0][group], let now = cases[1][group],
        let value = row["waarde"].flatMap({ Double($0) })
      else { continue }
      let open = weights.keys.sorted().filter { key in
        before.strata[key] != nil && now.strata[key] != nil
          && patients.allSatisfy { ($0.strata[key] ?? 0) > 0 }
      }
      func rate(_ cases: Printed, _ patients: Printed) throws -> Double {
        var (sum, weight) = (0.0, 0.0)
        var (restCases, restPatients) = (
          try #require(cases.total), try #require(patients.total)
        )
        for key in open {
          let (count, persons) = (cases.strata[key] ?? 0, patients.strata[key] ?? 1)
          sum += (weights[key] ?? 0) * count / persons
          weight += weights[key] ?? 0
          restCases -= count
          restPatients -= persons
        }
        let rest = weights.values.reduce(0, +) - weight
        if open.count < weights.count { sum += rest * restCases / restPatients }
        return sum
      }
      let ratio = try rate(now, patients[1]) / rate(before, patients[0])
      #expect(abs(value - ratio) <= 0.005 + 1e-9, "\(group)")
      compared += 1
    }
    #expect(compared == 5)
  }

  /// The public weights by band and sex.
  private func weights() throws -> [String: Double] {
    var weights: [String: Double] = [:]
    for record in try Golden.golden("e2e_reference.csv") {
      let lower = record["ageband"].flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
      let band = try #require(Self.bands.first { $0.value.contains(lower) }?.key)
      let persons = try #require(record["stdpop"].flatMap { Double($0) })
      weights[band + (record["sex"] ?? ""), default: 0] += persons
    }
    return weights
  }
}
