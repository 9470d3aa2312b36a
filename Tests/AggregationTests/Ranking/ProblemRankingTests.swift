import Definitions
import Statistics
import TestSupport
import Testing
import WijkModel

@testable import Aggregation

/// The rules of top3.md as `data/definities` has them, and its ten-row example.
enum RankingExample {
  static func rules() throws -> RankingRules {
    try DefinitionSet.load(from: ProjectFolder.definitions.path).ranking
  }

  /// The ten candidates in list order; their order in the ranking is another.
  static let candidates: [RankingCandidate] = [
    candidate("ervaren-gezondheid", "ervaren gezondheid", 1, 34.1, 30.5, 3, (31.5, 36.8)),
    candidate("langdurige-aandoeningen", "langdurige aandoeningen", 2, 33, 31.8, 2.4, (30.4, 35.7)),
    candidate("psychische-klachten", "psychische gezondheid", 4, 21, 17, 2),
    candidate("stress", "psychische gezondheid", 6, 23.5, 20, 2.5),
    candidate("eenzaam", "eenzaamheid", 8, 49, 46.5, 2.8),
    candidate("ernstig-eenzaam", "eenzaamheid", 9, 15.2, 11.2, 1.6),
    candidate("overgewicht", "gewicht", 10, 52, 49.8, 3),
    candidate("ernstig-overgewicht", "gewicht", 11, 17, 14.1, 2.2),
    candidate("beweegrichtlijn", "bewegen", 12, 54, 50, 3.6),
    candidate("roken", "roken", 14, 17.5, 14.6, 2.3),
  ]

  static func candidate(
    _ id: String, _ theme: String, _ order: Int, _ p: Double, _ r: Double, _ s: Double,
    _ limits: (Double, Double)? = nil
  ) -> RankingCandidate {
    RankingCandidate(
      id: id, theme: theme, order: order, percentage: p,
      limits: limits.map { ConfidenceInterval(low: $0.0, high: $0.1) }, reference: r, spread: s,
      gate: limits.map { r < $0.0 || r > $0.1 }, basis: limits == nil ? .modelled : .measured,
      year: 2024, people: 10_000 * p / 100)
  }
}

@Suite("Ranking of problems")
struct ProblemRankingTests {
  /// A row of the table in top3.md, section 8.
  struct Row: Sendable {
    let rank: Int
    let id: String
    let z: Double
    let b2: Double
    let score: Double
    let robust: Int
    let interval: [Int]
    let certainty: String
    let top: Int?
  }

  static let rows = [
    Row(
      rank: 1, id: "psychische-klachten", z: 2, b2: 10, score: 78.73145512241395, robust: 19,
      interval: [], certainty: "onbekend", top: 1),
    Row(
      rank: 2, id: "ernstig-eenzaam", z: 2.5, b2: 10, score: 76.37974877254491, robust: 16,
      interval: [], certainty: "onbekend", top: 2),
    Row(
      rank: 3, id: "stress", z: 1.4, b2: 7, score: 69.54981243713969, robust: 0, interval: [],
      certainty: "", top: nil),
    Row(
      rank: 4, id: "beweegrichtlijn", z: 1.1111111111111112, b2: 5.555555555555555,
      score: 68.51851851851852, robust: 12, interval: [], certainty: "onbekend", top: 3),
    Row(
      rank: 5, id: "ervaren-gezondheid", z: 1.2, b2: 6, score: 68.1594788145403, robust: 7,
      interval: [1, 7], certainty: "mogelijk", top: nil),
    Row(
      rank: 6, id: "ernstig-overgewicht", z: 1.3181818181818183, b2: 6.590909090909092,
      score: 65.83039483631433, robust: 3, interval: [], certainty: "onbekend", top: nil),
    Row(
      rank: 7, id: "roken", z: 1.2608695652173916, b2: 6.304347826086958,
      score: 65.08609556459855, robust: 0, interval: [], certainty: "onbekend", top: nil),
    Row(
      rank: 8, id: "overgewicht", z: 0.7333333333333343, b2: 0, score: 50, robust: 0,
      interval: [], certainty: "", top: nil),
    Row(
      rank: 9, id: "eenzaam", z: 0.8928571428571429, b2: 0, score: 49.90284551446828, robust: 0,
      interval: [], certainty: "", top: nil),
    Row(
      rank: 10, id: "langdurige-aandoeningen", z: 0.5, b2: 0, score: 48.00179309861243, robust: 0,
      interval: [6, 7], certainty: "nee", top: nil),
  ]

  @Test("The ten-row example is reproduced in every column", arguments: rows)
  func example(row: Row) throws {
    let ranking = ProblemRanking(RankingExample.candidates, rules: try RankingExample.rules())
    let problem = ranking.problems[row.rank - 1]
    #expect(problem.rank == row.rank)
    #expect(problem.candidate.id == row.id)
    let z = try #require(problem.candidate.z(at: problem.candidate.percentage))
    #expect(abs(z - row.z) < 1e-9)
    #expect(abs(problem.deviation - row.b2) < 1e-9)
    #expect(abs(problem.score - row.score) < 1e-9)
    #expect(problem.severity == 5)
    #expect(problem.influence == 10)
    #expect(problem.robustness == row.robust)
    #expect((problem.interval.map { [$0.best, $0.worst] } ?? []) == row.interval)
    #expect(problem.certainty == row.certainty)
    #expect(ranking.top.firstIndex { $0.candidate.id == row.id }.map { $0 + 1 } == row.top)
  }

  @Test("The example has seven finalists, no sharp distinction, and a plain order by persons")
  func sentences() throws {
    let ranking = ProblemRanking(RankingExample.candidates, rules: try RankingExample.rules())
    #expect(ranking.finalists.count == 7)
    #expect(ranking.variants == 19)
    #expect(ranking.isNotSharp)
    #expect(ranking.mostCommon.prefix(3) == ["beweegrichtlijn", "overgewicht", "eenzaam"])
    #expect(ranking.problems[3].candidate.people == 5400)
  }

  @Test(
    "The three worked scores",
    arguments: [
      ([30, 25, 2.5, 4], true, [2, 10, 77.54344801944598]),
      ([30, 30, 2.5, 4], false, [0, 0, 44.21011468611264]),
      ([5, 2, 1, 8], true, [3, 10, 81.32646669557346]),
    ] as [([Double], Bool, [Double])])
  func worked(given: [Double], isOpen: Bool, expected: [Double]) throws {
    var candidate = RankingExample.candidate("a", "a", 1, given[0], given[1], given[2])
    candidate.gate = isOpen
    candidate.severity = given[3]
    candidate.influence = 10
    let problem = try #require(
      ProblemRanking([candidate], rules: try RankingExample.rules()).problems.first)
    #expect(candidate.z(at: given[0]) == expected[0])
    #expect(problem.deviation == expected[1])
    #expect(abs(problem.score - expected[2]) < 1e-9)
  }

  @Test("The order of the candidates changes nothing", arguments: [21, 22, 23] as [UInt64])
  func shuffled(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let rules = try RankingExample.rules()
    let shuffled = RankingExample.candidates.shuffled(using: &generator)
    #expect(
      ProblemRanking(shuffled, rules: rules).problems
        == ProblemRanking(RankingExample.candidates, rules: rules).problems)
  }

  @Test("Equal scores go by persons, then by place in the list")
  func ties() throws {
    var first = RankingExample.candidate("first", "a", 1, 20, 20, 1)
    var second = RankingExample.candidate("second", "b", 2, 20, 20, 1)
    let rules = try RankingExample.rules()
    #expect(
      ProblemRanking([second, first], rules: rules).problems.map(\.candidate.id) == [
        "first", "second",
      ])
    second.people = 2000.5
    #expect(
      ProblemRanking([first, second], rules: rules).problems.map(\.candidate.id) == [
        "second", "first",
      ])
    // A difference in the tenth decimal is no difference.
    second.people = 2000.00000000001
    first.people = 2000
    #expect(
      ProblemRanking([first, second], rules: rules).problems.map(\.candidate.id) == [
        "first", "second",
      ])
  }

  @Test("Without a reference only the size counts, and z does not exist")
  func onlySize() throws {
    var candidate = RankingExample.candidate("a", "a", 1, 30, 0, 1)
    candidate.reference = nil
    let problem = try #require(
      ProblemRanking([candidate], rules: try RankingExample.rules()).problems.first)
    #expect(candidate.z(at: 30) == nil)
    #expect(problem.deviation == 0)
    #expect(abs(problem.score - (9.263034405833793 + 5) * 10 / 3) < 1e-9)
  }

  @Test("No candidates give no ranking; fewer themes give fewer rows")
  func few() throws {
    let rules = try RankingExample.rules()
    #expect(ProblemRanking([], rules: rules).top.isEmpty)
    let gewicht = RankingExample.candidates.filter { $0.theme == "gewicht" }
    let ranking = ProblemRanking(gewicht, rules: rules)
    #expect(ranking.problems.count == 2)
    #expect(ranking.top.map(\.candidate.id) == ["ernstig-overgewicht"])
  }

  @Test(
    "A slow, obvious ranking agrees on random candidates", arguments: [31, 32, 33, 34] as [UInt64])
  func slowVersion(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let rules = try RankingExample.rules()
    let candidates = (1...12).map { order in
      let p = Double.random(in: 0.005...70, using: &generator)
      let width = Double.random(in: 0.5...6, using: &generator)
      let hasLimits = Bool.random(using: &generator)
      return RankingExample.candidate(
        "c\(order)", "thema \(order % 5)", order, p,
        p + Double.random(in: -9...9, using: &generator),
        Double.random(in: 0.5...4, using: &generator),
        hasLimits ? (max(0, p - width), p + width) : nil)
    }
    let ranking = ProblemRanking(candidates, rules: rules)
    let slow = SlowRanking(candidates)
    #expect(ranking.problems.map(\.candidate.id) == slow.order)
    #expect(ranking.top.map(\.candidate.id) == slow.top)
    for problem in ranking.problems {
      #expect(abs(problem.score - (slow.scores[problem.candidate.id] ?? -1)) < 1e-9)
      #expect(problem.robustness == slow.robustness[problem.candidate.id] ?? 0)
      #expect(
        (problem.interval.map { [$0.best, $0.worst] }) == slow.intervals[problem.candidate.id])
    }
  }
}
