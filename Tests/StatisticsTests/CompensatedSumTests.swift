import TestSupport
import Testing

@testable import Statistics

@Suite("Sums and means")
struct CompensatedSumTests {
  @Test("Digits that a plain sum loses are kept")
  func lostDigits() {
    #expect([1e16, 1, 1, 1, 1, -1e16].reduce(0, +) != 4)
    #expect(orderedSum([1e16, 1, 1, 1, 1, -1e16]) == 4)
    #expect(orderedSum([]) == 0)
  }

  @Test("The order of the parts changes no digit", arguments: [11, 12, 13] as [UInt64])
  func order(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let parts = (0..<200).map { _ in
      (
        value: Double.random(in: -1e3...1e9, using: &generator),
        weight: Double.random(in: 0...7, using: &generator)
      )
    }
    let shuffled = parts.shuffled(using: &generator)
    #expect(orderedSum(parts.map(\.value)) == orderedSum(shuffled.map(\.value)))
    #expect(weightedMean(parts) == weightedMean(shuffled))
    #expect(
      sampleStandardDeviation(parts.map(\.value))
        == sampleStandardDeviation(shuffled.map(\.value)))
  }

  @Test("A weighted mean by hand, and none without weight")
  func mean() {
    #expect(weightedMean([(value: 10, weight: 1), (value: 20, weight: 3)]) == 17.5)
    #expect(weightedMean([(value: 0.1, weight: 0.3), (value: 0.1, weight: 0.7)]) == 0.1)
    #expect(weightedMean([(value: 10, weight: 0)]) == nil)
    #expect(weightedMean([]) == nil)
  }

  @Test("The sample standard deviation of 2, 4, 4, 4, 5, 5, 7, 9 is the root of 32/7")
  func deviation() throws {
    let value = try #require(sampleStandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(abs(value - 2.138089935299395) < 1e-14)
    #expect(sampleStandardDeviation([3]) == nil)
    #expect(sampleStandardDeviation([0.1, 0.1, 0.1]) == 0)
  }
}
