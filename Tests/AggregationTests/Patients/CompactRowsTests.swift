import Testing
import WijkModel

@testable import Aggregation

@Suite("Compact rows of persons")
struct CompactRowsTests {
  @Test(
    "A key is a number when it has one to ten digits",
    arguments: [
      ("0", 0), ("7", 7), ("0042", 42), ("1234567", 1_234_567), ("12345678", 12_345_678),
      ("123456789", 123_456_789), ("9876543210", 9_876_543_210), ("12345678901", nil), ("x1", nil),
      ("1x", nil), ("12345678x", nil), ("123456789/", nil), ("1 2", nil), ("-1", nil),
      ("12345678901234567890", nil),
    ] as [(String, UInt64?)])
  func numbers(text: String, number: UInt64?) {
    #expect(PersonKey(Array(text.utf8))?.number == number)
  }

  @Test("Rows stay in their partition, however many there are")
  func partitions() {
    let rows = PartitionedRows<UInt64>(partitions: 3)
    for number in 0..<50_000 as Range<UInt64> { rows.append(number, to: Int(number % 7 % 3)) }
    for partition in 0..<3 {
      var found: [UInt64] = []
      rows.forEach(in: partition) { found.append($0) }
      #expect(found == (0..<50_000).filter { Int($0 % 7 % 3) == partition })
      #expect(rows.count(partition) == found.count)
    }
    #expect(PartitionedRows<UInt64>(partitions: 1).count(0) == 0)
  }
}
