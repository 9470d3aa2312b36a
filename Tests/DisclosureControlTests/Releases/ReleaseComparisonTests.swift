import Testing
import WijkModel

@testable import DisclosureControl

@Suite("Releases beside each other")
struct ReleaseComparisonTests {
  private func release(
    _ first: ReleasableCell, _ second: ReleasableCell, _ total: ReleasableCell
  ) throws -> PatientRelease { try HandRelease.patients(first, second, total) }

  @Test("A first release and one with the same figures may be published")
  func same() throws {
    let one = try release(.count(30), .count(20), .count(50))
    #expect(compare(one, with: []) == .clean)
    #expect(compare(one, with: [one]) == .same)
    #expect(compare(one, with: [try release(.count(50), .count(40), .count(90)), one]) == .same)
  }

  @Test(
    "A printed count that differs by less than the threshold is a leak",
    arguments: [(1, false), (4, false), (5, true), (40, true)])
  func printed(difference: Int, isPublishable: Bool) throws {
    let one = try release(.count(30), .count(20), .count(50))
    let two = try release(
      .count(30 + difference), .count(20 + difference), .count(50 + 2 * difference))
    #expect(compare(two, with: [one]).isPublishable == isPublishable)
    // Also when a release in between differs by more.
    let between = try release(.count(200), .count(100), .count(300))
    #expect(compare(two, with: [one, between]).isPublishable == isPublishable)
  }

  @Test("A small difference of a hidden cell that follows from others is found by the attack")
  func computed() throws {
    // 1902 is hidden but follows from the total: 20 and 23.
    let one = try release(.count(30), .suppressed, .count(50))
    let two = try release(.count(60), .suppressed, .count(83))
    #expect(two.printedDifferences(from: one).isEmpty)
    guard case .leaks(let flags) = compare(two, with: [one]) else {
      Issue.record("the difference of 3 is not found")
      return
    }
    #expect(flags.map(\.kind) == [.difference])
  }

  @Test("What an earlier release gave away by itself does not stop a new one for ever")
  func known() throws {
    // The earlier release prints a count of 3: bad, but it is out.
    let bad = try release(.count(3), .count(47), .count(50))
    let good = try release(.count(30), .count(90), .count(120))
    #expect(compare(good, with: [bad]) == .clean)
  }
}
