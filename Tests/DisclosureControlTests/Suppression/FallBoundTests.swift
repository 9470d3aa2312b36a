import TestSupport
import Testing

@testable import DisclosureControl

@Suite("How far a count falls")
struct FallBoundTests {
  /// The problem of a hard case, with a count that is large enough to protect others.
  private static func attacker(_ name: String) throws -> Attacker {
    let truth = AuditFolder.fixtures.appendingPathComponent("cases/\(name)/truth")
    let model = try CellModel([try AuditFolder.read(truth)])
    return Attacker(try SuppressionProblem(model, threshold: 5, rule: .mayBeLarge))
  }

  /// The small counts and a part of the others.
  private static func choice(_ problem: SuppressionProblem, _ random: inout SeededGenerator)
    -> [Bool]
  {
    let part = Int.random(in: 2...8, using: &random)
    return problem.units.map { $0.isForced || Int.random(in: 0..<part, using: &random) == 0 }
  }

  @Test(
    "What one push proves holds for every other choice of hidden cells",
    arguments: ["04_age_nested", "07_all_small", "10_chronic_nonadditive"], [1, 2] as [UInt64])
  func bound(name: String, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let attacker = try Self.attacker(name)
    let problem = attacker.problem
    var tightCount = 0
    for _ in 0..<6 {
      let first = Self.choice(problem, &random)
      let others = (0..<4).map { _ in Self.choice(problem, &random) }
      for quantity in problem.units.indices where first[quantity] {
        attacker.hide(first)
        let push = try #require(attacker.loosePush(quantity, -1))
        let bound = FallBound(push)
        #expect(bound.most(first) > push.reached - FallBound.dust, "seed \(seed)")
        if abs(bound.most(first) - push.reached) < FallBound.dust { tightCount += 1 }
        for other in others where other[quantity] {
          attacker.hide(other)
          let reached = try #require(attacker.widePush(quantity, -1)).reached
          #expect(bound.most(other) > reached - FallBound.dust, "seed \(seed)")
        }
      }
    }
    #expect(tightCount > 10, "a bound that is never met says nothing")
  }
}
