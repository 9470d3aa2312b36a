import Foundation
import TestSupport
import Testing

/// Section 2.4 of the committed sample report, computed again from the published t211 alone.
///
/// Written from the description of the ranking, with nothing of the program in it.
@Suite("The ranking of problems can be recomputed from t211")
struct RecomputedRankingTests {
  /// A row of t211 or t209.
  private struct Problem {
    let id: String
    let theme: String
    let score: Double
    let size: Double
    let severity: Double
    let deviation: Double
    let influence: Double
    let share: Double
    let z: Double?
    let robust: Int
    let people: Double
  }

  private static let knots = [
    (0.01, 1.0), (0.1, 3), (1, 5), (10, 7), (25, 9), (50, 10),
  ]

  private func problems(_ wijk: String, _ table: String) throws -> [Problem] {
    let path = "reports/voorbeeld/\(wijk)/tabellen/\(table).csv"
    let text = try String(
      contentsOf: ProjectFolder.root.appendingPathComponent(path), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    let header = try #require(lines.first)
    return try lines.dropFirst().map { cells in
      let row = Dictionary(uniqueKeysWithValues: zip(header, cells))
      func number(_ name: String) throws -> Double { try #require(Double(row[name] ?? "")) }
      return Problem(
        id: row["probleem"] ?? "", theme: row["thema"] ?? "", score: try number("score"),
        size: try number("a_omvang"), severity: try number("b1_ernst"),
        deviation: try number("b2_afwijking"), influence: try number("c"),
        share: try number("aandeel"), z: Double(row["z"] ?? ""),
        robust: Int(try number("robuust_van_19")), people: try number("personen"))
    }
  }

  private func size(_ share: Double) -> Double {
    if share < 0.01 { return 0 }
    if share >= 50 { return 10 }
    for (low, high) in zip(Self.knots, Self.knots.dropFirst()) where share < high.0 {
      let part = (log10(share) - log10(low.0)) / (log10(high.0) - log10(low.0))
      return low.1 + part * (high.1 - low.1)
    }
    return 10
  }

  /// The ids of the first three of different themes, by weighted scores.
  private func top(_ all: [Problem], _ weights: (Double, Double, Double)) -> [String] {
    let scores = all.map { problem in
      let sum =
        weights.0 * problem.size + weights.1 * problem.severity + weights.2 * problem.deviation
      return (sum * problem.influence / (weights.0 + weights.1 + weights.2) * 1e9).rounded()
    }
    let order = all.indices.sorted {
      (scores[$1], all[$1].people, $0) < (scores[$0], all[$0].people, $1)
    }
    var themes: Set<String> = []
    return order.filter { themes.insert(all[$0].theme).inserted }.prefix(3).map { all[$0].id }
  }

  @Test(
    "Score, order, top 3 and the 19 ways of weighing",
    arguments: ["duinrand", "polderzicht", "havenkwartier"])
  func recomputed(wijk: String) throws {
    let all = try problems(wijk, "t211-ranglijst-inwoners")
    #expect(all.count >= 15)
    for problem in all {
      // Every sample figure is an estimate: the gate opens at z = 1.
      let z = try #require(problem.z)
      let deviation = z >= 1 ? min(10, 5 * z) : 0
      #expect(abs(problem.size - size(problem.share)) < 1e-9, "\(problem.id)")
      #expect(abs(problem.deviation - deviation) < 1e-9, "\(problem.id)")
      let score =
        (problem.size + problem.severity + problem.deviation) * problem.influence / 3
      #expect(abs(problem.score - score) < 1e-9, "\(problem.id)")
    }
    #expect(all.map(\.score) == all.map(\.score).sorted(by: >))
    let first = top(all, (1, 1, 1))
    #expect(try problems(wijk, "t209-top3-inwoners").map(\.id) == first)
    let choices = [0.5, 1, 2]
    let variants = choices.flatMap { a in
      choices.flatMap { b in choices.map { c in (a, b, c) } }
    }.filter { max($0.0, $0.1, $0.2) == 2 }
    #expect(variants.count == 19)
    var counts: [String: Int] = [:]
    for variant in variants { for id in top(all, variant) { counts[id, default: 0] += 1 } }
    for problem in all { #expect(problem.robust == counts[problem.id] ?? 0, "\(problem.id)") }
  }
}
