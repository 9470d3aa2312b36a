import Definitions
import Statistics

/// The scores of candidates and the orders that follow from them.
struct RankingScores {
  /// The candidates in list order.
  let candidates: [RankingCandidate]
  /// The knots, weights and limits.
  let rules: RankingRules
  private let scale: LogarithmicScale
  private let unit: Double

  /// Takes candidates in list order.
  init(_ candidates: [RankingCandidate], rules: RankingRules) {
    self.candidates = candidates
    self.rules = rules
    scale = LogarithmicScale(rules.knots.map { .init(value: $0.share, score: $0.points) })
    unit = (0..<Int(rules[.comparedDecimals])).reduce(1.0) { power, _ in power * 10 }
  }

  /// A number rounded to the decimals on which the ranking compares.
  func compared(_ value: Double) -> Double {
    (value * unit).rounded(.toNearestOrAwayFromZero) / unit
  }

  /// S with equal weights.
  var scores: [Double] { candidates.map { score($0, at: $0.percentage) } }

  /// S with other weights: (wA·A + w1·B1 + w2·B2)·C / (wA + w1 + w2).
  func scores(_ weights: RankingRules.Weights) -> [Double] {
    candidates.map { score($0, at: $0.percentage, weights) }
  }

  /// The indexes of candidates by score, then persons, then place in the list.
  func order(by scores: [Double]) -> [Int] {
    let keys = candidates.indices.map {
      (-compared(scores[$0]), -compared(candidates[$0].people ?? -1), candidates[$0].order)
    }
    return candidates.indices.sorted { keys[$0] < keys[$1] }
  }

  /// The first of each theme, in an order.
  func finalists(in order: [Int]) -> [Int] {
    var themes: Set<String> = []
    return order.filter { themes.insert(candidates[$0].theme).inserted }
  }

  /// The indexes of candidates by number of persons; empty when a number is unknown.
  var mostCommon: [Int] {
    guard candidates.allSatisfy({ $0.people != nil }) else { return [] }
    let keys = candidates.map { (-compared($0.people ?? 0), $0.order) }
    return candidates.indices.sorted { keys[$0] < keys[$1] }
  }

  /// The rank intervals of finalists; nil for one without limits, which counts as a point.
  func intervals(of finalists: [Int]) -> [RankInterval?] {
    let factor = RankInterval.widening(items: finalists.count)
    let limits = finalists.map { index -> ConfidenceInterval in
      let candidate = candidates[index]
      guard let limits = candidate.limits else {
        let score = compared(score(candidate, at: candidate.percentage))
        return ConfidenceInterval(low: score, high: score)
      }
      let p = candidate.percentage
      let low = max(0, p - (p - limits.low) * factor)
      let high = min(100, p + (limits.high - p) * factor)
      return ConfidenceInterval(
        low: compared(score(candidate, at: low)), high: compared(score(candidate, at: high)))
    }
    return zip(finalists, RankInterval.intervals(of: limits)).map { index, interval in
      candidates[index].limits == nil ? nil : interval
    }
  }

  /// A candidate with its scores.
  func problem(_ index: Int, rank: Int) -> RankedProblem {
    let candidate = candidates[index]
    return RankedProblem(
      candidate: candidate, rank: rank, size: scale.score(candidate.percentage),
      severity: severity(candidate), deviation: deviation(candidate, at: candidate.percentage),
      influence: influence(candidate), score: score(candidate, at: candidate.percentage))
  }

  private func severity(_ candidate: RankingCandidate) -> Double {
    candidate.severity ?? rules[.unscoredSeverity]
  }

  private func influence(_ candidate: RankingCandidate) -> Double {
    candidate.influence ?? rules[.unscoredInfluence]
  }

  private func score(
    _ candidate: RankingCandidate, at percentage: Double,
    _ weights: RankingRules.Weights = RankingRules.Weights(size: 1, severity: 1, deviation: 1)
  ) -> Double {
    let sum =
      weights.size * scale.score(percentage) + weights.severity * severity(candidate)
      + weights.deviation * deviation(candidate, at: percentage)
    return sum * influence(candidate) / (weights.size + weights.severity + weights.deviation)
  }

  /// B2: points for what lies above the reference, behind the gate as it was at *p*.
  private func deviation(_ candidate: RankingCandidate, at percentage: Double) -> Double {
    guard isGateOpen(candidate), let z = candidate.z(at: percentage) else { return 0 }
    return min(rules[.maximumDeviation], rules[.deviationPerZ] * max(0, z))
  }

  private func isGateOpen(_ candidate: RankingCandidate) -> Bool {
    if let gate = candidate.gate { return gate }
    guard let z = candidate.z(at: candidate.percentage) else { return false }
    return compared(z) >= rules[.gate]
  }
}
