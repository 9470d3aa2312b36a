import Synchronization
import Testing

@testable import DelimitedText

@Suite("Side by side")
struct ConcurrentlyTests {
  @Test(
    "Every number is done once and the results stand in order, whatever the number of threads",
    arguments: [(0, nil), (1, nil), (7, 1), (50, 3), (5, 9), (4, nil)] as [(Int, Int?)])
  func order(count: Int, threads: Int?) {
    let calls = Calls()
    let results = concurrently(count, threads: threads) { number in
      // The first ones take longest.
      for _ in 0..<(count - number) * 200 { calls.spin.add(1, ordering: .relaxed) }
      calls.number.add(1, ordering: .relaxed)
      return number * number
    }
    #expect(results == (0..<count).map { $0 * $0 })
    #expect(calls.number.load(ordering: .relaxed) == count)
  }
}

private final class Calls: Sendable {
  let number = Atomic(0)
  let spin = Atomic(0)
}
