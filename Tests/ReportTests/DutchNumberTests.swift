import Report
import Testing
import WijkModel

@Suite("Numbers and dates in Dutch")
struct DutchNumberTests {
  @Test(
    "Thousands have a dot and the minus sign is a real one",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (12345, "12.345"),
      (1_234_567, "1.234.567"), (-12, "−12"), (-1234, "−1.234"),
    ])
  func whole(number: Int, text: String) { #expect(DutchNumber.whole(number) == text) }

  @Test(
    "Decimals have a comma and half goes away from zero",
    arguments: [
      (6.65, 1, "6,7"), (2.675, 2, "2,68"), (-0.214, 2, "−0,21"), (-0.04, 1, "0,0"),
      (1234.5, 1, "1.234,5"), (0.5, 0, "1"), (-0.5, 0, "−1"), (99.96, 1, "100,0"), (3, 2, "3,00"),
      (.infinity, 1, "onbekend"), (.nan, 0, "onbekend"),
    ])
  func decimal(number: Double, decimals: Int, text: String) {
    #expect(DutchNumber.decimal(number, decimals: decimals) == text)
  }

  @Test(
    "A percentage is whole, but below 10 it has one decimal",
    arguments: [
      (26.2, "26\u{A0}%"), (6.66, "6,7\u{A0}%"), (9.94, "9,9\u{A0}%"), (9.96, "10\u{A0}%"),
      (0, "0\u{A0}%"), (100, "100\u{A0}%"),
    ])
  func percentage(number: Double, text: String) { #expect(DutchNumber.percentage(number) == text) }

  @Test(
    "Small numbers are words",
    arguments: [(0, "nul"), (1, "één"), (19, "negentien"), (21, "21"), (-3, "−3")])
  func word(number: Int, text: String) { #expect(DutchNumber.word(number) == text) }

  @Test(
    "Estimates have two significant digits",
    arguments: [(5432, "5.400"), (187, "190"), (94, "90"), (12_345, "12.000"), (4, "0")])
  func about(number: Double, text: String) { #expect(DutchNumber.about(number) == text) }

  @Test("Trailing zeros go", arguments: [(12.50, "12,5"), (12, "12"), (0.04, "0"), (100, "100")])
  func short(number: Double, text: String) {
    #expect(DutchNumber.short(number, decimals: 1) == text)
  }

  @Test("Money has the euro sign in front")
  func euros() {
    #expect(DutchNumber.euros(1234.6) == "€\u{A0}1.235")
    #expect(DutchNumber.euros(-12.5, decimals: 2) == "€\u{A0}−12,50")
  }

  @Test("Dates have the month in words")
  func dates() throws {
    let date = try #require(CalendarDate(year: 2026, month: 7, day: 1))
    #expect(DutchDate.long(date) == "1 juli 2026")
    #expect(DutchDate.short(date) == "01-07-2026")
    #expect(DutchDate.long(iso: "2026-12-31") == "31 december 2026")
    #expect(DutchDate.long(iso: "heden") == "heden")
  }
}
