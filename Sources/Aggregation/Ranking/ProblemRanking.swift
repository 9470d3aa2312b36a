import Definitions
import Statistics

/// A candidate with its place in the ranking.
struct RankedProblem: Hashable, Sendable {
  /// The candidate.
  let candidate: RankingCandidate
  /// The place over all candidates, from 1, without shared places.
  let rank: Int
  /// A, B1, B2 and C.
  let size: Double
  let severity: Double
  let deviation: Double
  let influence: Double
  /// S, 0...100.
  let score: Double
  /// The place among the finalists, from 1; nil for the others.
  var finalistRank: Int?
  /// The best and the worst rank that the limits leave open; nil without limits.
  var interval: RankInterval?
  /// `zeker`, `mogelijk`, `nee` or `onbekend`; empty when it is no finalist.
  var certainty = ""
  /// In how many variants of the weights it is in the top 3.
  var robustness = 0
}

/// The ranking of problems of one population in one wijk (top3.md, sections 3 to 5).
///
/// The score adapts J. J. Hanlon's basic priority rating: size, seriousness and whether it can be
/// influenced.
struct ProblemRanking: Sendable {
  /// All candidates by rank.
  let problems: [RankedProblem]
  /// How many variants of the weights there are.
  let variants: Int
  /// Whether the first three cannot be told from what follows.
  let isNotSharp: Bool
  /// The ids of the candidates by number of persons; empty when numbers are unknown.
  let mostCommon: [String]

  /// The first candidates of each theme, by rank.
  var finalists: [RankedProblem] { problems.filter { $0.finalistRank != nil } }

  /// The first three finalists; fewer when there are fewer themes.
  let top: [RankedProblem]

  /// Ranks candidates; their order has no meaning.
  init(_ candidates: [RankingCandidate], rules: RankingRules) {
    let scoring = RankingScores(candidates.sorted { $0.order < $1.order }, rules: rules)
    let order = scoring.order(by: scoring.scores)
    let finalists = scoring.finalists(in: order)
    let length = Int(rules[.length])
    var robustness = [Int](repeating: 0, count: candidates.count)
    for weights in rules.weights {
      let order = scoring.order(by: scoring.scores(weights))
      for index in scoring.finalists(in: order).prefix(length) { robustness[index] += 1 }
    }
    let intervals = scoring.intervals(of: finalists)
    var problems: [RankedProblem] = []
    for (place, index) in order.enumerated() {
      var problem = scoring.problem(index, rank: place + 1)
      problem.robustness = robustness[index]
      if let rank = finalists.firstIndex(of: index) {
        problem.finalistRank = rank + 1
        problem.interval = intervals[rank]
        problem.certainty = Self.certainty(intervals[rank], length: length)
      }
      problems.append(problem)
    }
    self.problems = problems
    variants = rules.weights.count
    top = problems.filter { ($0.finalistRank ?? .max) <= length }
    isNotSharp = Self.isNotSharp(problems, length: length, scoring)
    mostCommon = scoring.mostCommon.map { scoring.candidates[$0].id }
  }

  private static func certainty(_ interval: RankInterval?, length: Int) -> String {
    guard let interval else { return "onbekend" }
    if interval.worst <= length { return "zeker" }
    return interval.best <= length ? "mogelijk" : "nee"
  }

  /// Whether finalists 3 and 4 are close, or one of the top 3 depends on the weights.
  private static func isNotSharp(
    _ problems: [RankedProblem], length: Int, _ scoring: RankingScores
  ) -> Bool {
    let finalists = problems.filter { $0.finalistRank != nil }
    let top = finalists.prefix(length)
    let rules = scoring.rules
    if top.contains(where: { Double($0.robustness) < rules[.robustVariants] }) { return true }
    guard finalists.count > length, length > 0 else { return false }
    let difference =
      scoring.compared(finalists[length - 1].score) - scoring.compared(finalists[length].score)
    return scoring.compared(difference) < rules[.sharpDifference]
  }
}
