import DisclosureControl
import TestSupport
import Testing

@Suite("Numbers for machines")
struct MachineNumberTests {
  @Test(
    "The shortest decimal without an exponent",
    arguments: [
      (0.1, "0.1"), (1e-7, "0.0000001"), (123_456_789.25, "123456789.25"), (-0.0, "0"), (0, "0"),
      (5.0, "5"), (-12.5, "-12.5"), (1e15, "1000000000000000"), (1e16, "10000000000000000"),
      (1.5e17, "150000000000000000"), (1.25e-5, "0.0000125"), (-3e-9, "-0.000000003"),
      (0.30000000000000004, "0.30000000000000004"), (100, "100"), (82.4, "82.4"),
      (9_007_199_254_740_993, "9007199254740992"), (.nan, ""), (.infinity, ""),
    ])
  func text(number: Double, text: String) {
    #expect(MachineNumber.text(number) == text)
  }

  @Test("It reads back to the same double", arguments: 1...20)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      let text = MachineNumber.text(number)
      #expect(Double(text) == number, "seed \(seed)")
      #expect(!text.contains("e") && !text.hasSuffix(".") && !text.hasPrefix("."), "seed \(seed)")
    }
  }
}
