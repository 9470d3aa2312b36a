import Foundation
import Statistics

@testable import Aggregation

/// The ranking of top3.md written out step by step, with its numbers in the text.
struct SlowRanking {
  var order: [String] = []
  var top: [String] = []
  var scores: [String: Double] = [:]
  var robustness: [String: Int] = [:]
  var intervals: [String: [Int]] = [:]

  init(_ candidates: [RankingCandidate]) {
    for one in candidates { scores[one.id] = Self.score(one, one.percentage, 1, 1, 1) }
    order = Self.order(candidates, scores)
    let finalists = Self.finalists(candidates, order)
    top = Array(finalists.prefix(3))
    let halves = [0.5, 1, 2]
    for a in halves {
      for b in halves {
        for c in halves where max(a, b, c) == 2 {
          var scores: [String: Double] = [:]
          for one in candidates { scores[one.id] = Self.score(one, one.percentage, a, b, c) }
          for id in Self.finalists(candidates, Self.order(candidates, scores)).prefix(3) {
            robustness[id, default: 0] += 1
          }
        }
      }
    }
    let m = finalists.count
    let factor =
      NormalDistribution.quantile(1 - 0.025 / Double(m)) / NormalDistribution.quantile(0.975)
    var low: [String: Double] = [:]
    var high: [String: Double] = [:]
    for one in candidates where finalists.contains(one.id) {
      let p = one.percentage
      let from = one.limits.map { max(0, p - (p - $0.low) * factor) } ?? p
      let to = one.limits.map { min(100, p + ($0.high - p) * factor) } ?? p
      low[one.id] = (Self.score(one, from, 1, 1, 1) * 1e9).rounded()
      high[one.id] = (Self.score(one, to, 1, 1, 1) * 1e9).rounded()
    }
    for one in candidates where finalists.contains(one.id) && one.limits != nil {
      var best = 1
      var worst = m
      for other in finalists {
        if (low[other] ?? 0) > (high[one.id] ?? 0) { best += 1 }
        if (high[other] ?? 0) < (low[one.id] ?? 0) { worst -= 1 }
      }
      intervals[one.id] = [best, worst]
    }
  }

  static func size(_ p: Double) -> Double {
    let knots: [(Double, Double)] = [(0.01, 1), (0.1, 3), (1, 5), (10, 7), (25, 9), (50, 10)]
    if p < 0.01 { return 0 }
    if p >= 50 { return 10 }
    var result = 0.0
    for index in 0..<(knots.count - 1) where p >= knots[index].0 && p < knots[index + 1].0 {
      let share =
        (log(p) - log(knots[index].0)) / (log(knots[index + 1].0) - log(knots[index].0))
      result = knots[index].1 + share * (knots[index + 1].1 - knots[index].1)
    }
    return result
  }

  static func score(
    _ one: RankingCandidate, _ p: Double, _ a: Double, _ b: Double, _ c: Double
  ) -> Double {
    let r = one.reference ?? 0
    let s = one.spread ?? 1
    let isOpen: Bool
    if let limits = one.limits {
      isOpen = r < limits.low || r > limits.high
    } else {
      isOpen = (one.percentage - r) / s >= 1 - 5e-10
    }
    let b2 = isOpen ? min(10, 5 * max(0, (p - r) / s)) : 0
    return (a * size(p) + b * 5 + c * b2) * 10 / (a + b + c)
  }

  static func order(_ candidates: [RankingCandidate], _ scores: [String: Double]) -> [String] {
    candidates.sorted { left, right in
      let a = ((scores[left.id] ?? 0) * 1e9).rounded()
      let b = ((scores[right.id] ?? 0) * 1e9).rounded()
      if a != b { return a > b }
      if left.people != right.people { return (left.people ?? 0) > (right.people ?? 0) }
      return left.order < right.order
    }.map(\.id)
  }

  static func finalists(_ candidates: [RankingCandidate], _ order: [String]) -> [String] {
    var seen: [String] = []
    var result: [String] = []
    for id in order {
      for one in candidates where one.id == id && !seen.contains(one.theme) {
        seen.append(one.theme)
        result.append(id)
      }
    }
    return result
  }
}
