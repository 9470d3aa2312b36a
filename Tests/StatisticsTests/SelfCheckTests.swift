import Testing

@testable import Statistics

@Suite("The check at start")
struct SelfCheckTests {
  @Test("Every known result comes out")
  func passes() {
    #expect(SelfCheck.failures() == [])
    #expect(SelfCheck.cases.count > 50)
    #expect(Set(SelfCheck.cases.map(\.name)).count == SelfCheck.cases.count)
  }

  @Test("A wrong, a missing and an impossible result are named")
  func fails() {
    let cases = [
      SelfCheck.Case("right", 2) { 2.000_000_000_1 },
      SelfCheck.Case("wrong", 2) { 2.000_001 },
      SelfCheck.Case("nothing", 2) { nil },
      SelfCheck.Case("no number", 2) { .nan },
      SelfCheck.Case("not zero", 0) { 1e-9 },
    ]
    #expect(SelfCheck.failures(of: cases) == ["wrong", "nothing", "no number", "not zero"])
  }

  @Test("A change in the tenth digit of any expected value is noticed")
  func sensitive() {
    for check in SelfCheck.cases where check.expected != 0 && check.tolerance <= 1e-10 {
      let shifted = SelfCheck.Case(
        check.name, check.expected * (1 + 1e-8), tolerance: check.tolerance,
        compute: check.compute)
      #expect(!shifted.passes, "\(check.name)")
    }
  }
}
