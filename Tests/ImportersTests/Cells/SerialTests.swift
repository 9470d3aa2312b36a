import Testing
import WijkModel

@testable import Importers

@Suite("Excel serials")
struct SerialTests {
  @Test(
    "A serial is a day of the 1900 system, unless it can be a year",
    arguments: [
      ("43831", "2020-01-01"), ("27195", "1974-06-15"), ("2101", "1905-10-01"),
      ("80000", "2119-01-11"), ("1", "1900-01-01"), ("2958465", "9999-12-31"), ("1950", ""),
      ("60", ""), ("999", ""), ("80001", ""), ("43831,5", ""), ("", ""), ("-5", ""),
    ])
  func serials(text: String, day: String) {
    #expect(cell(text, DateCell.serial)?.description ?? "" == day)
  }
}
