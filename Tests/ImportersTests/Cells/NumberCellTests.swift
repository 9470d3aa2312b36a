import Testing

@testable import Importers

@Suite("Numbers")
struct NumberCellTests {
  @Test(
    "Percentages lie in 0...100 and are never guessed",
    arguments: [
      (",5", Reading(.value, "0.5", "")),
      ("100", Reading(.value, "100.0", "")),
      ("0", Reading(.value, "0.0", "")),
      ("0,5", Reading(.value, "0.5", "")),
      ("12,3 %", Reading(.value, "12.3", "")),
      ("12.34", Reading(.value, "12.34", "W353")),
      ("12.3456", Reading(.value, "12.3456", "W353")),
      (".5", Reading(.value, "0.5", "W353")),
      ("0,75", Reading(.value, "0.75", "W355")),
      ("'12,5", Reading(.value, "12.5", "W360")),
      ("12,3*", Reading(.value, "12.3", "W358")),
      ("33,333333333333336", Reading(.value, "33.333333333333336", "")),
      (".", Reading(.missing, "onbekend", "")),
      ("-", Reading(.missing, "nihil", "")),
      ("x", Reading(.missing, "geheim", "")),
      ("<5%", Reading(.missing, "onderdrukt", "")),
      ("100,1", Reading(.rejected, "-", "E356")),
      ("-1", Reading(.rejected, "-", "E356")),
      ("1.234", Reading(.rejected, "-", "E354")),
      ("12,3,4", Reading(.rejected, "-", "E351")),
      ("12,", Reading(.rejected, "-", "E351")),
      ("1,2.3", Reading(.rejected, "-", "E351")),
      ("12,3 (1)", Reading(.rejected, "-", "E351")),
      ("nan", Reading(.rejected, "-", "E351")),
      ("#REF!", Reading(.rejected, "-", "E357")),
      ("1E-05", Reading(.rejected, "-", "E359")),
    ])
  func percentages(text: String, reading: Reading) {
    #expect(CellReading.percentage(text) == reading)
  }

  @Test(
    "Amounts may have groups of three and a sign of the euro",
    arguments: [
      ("1.234", Reading(.value, "1234.0", "")),
      ("1.234.567,89", Reading(.value, "1234567.89", "")),
      ("\u{20AC} 1.234,50", Reading(.value, "1234.5", "")),
      ("1.234,50 \u{20AC}", Reading(.value, "1234.5", "")),
      ("EUR 12", Reading(.value, "12.0", "")),
      ("-12,50", Reading(.value, "-12.5", "")),
      ("\u{2212} 12,50", Reading(.value, "-12.5", "")),
      ("\u{20AC} -12,50", Reading(.value, "-12.5", "")),
      ("1 234,5", Reading(.value, "1234.5", "W352")),
      ("12.50", Reading(.value, "12.5", "W353")),
      ("1.23,4", Reading(.rejected, "-", "E351")),
      ("\u{20AC}", Reading(.rejected, "-", "E351")),
    ])
  func amounts(text: String, reading: Reading) {
    #expect(CellReading.amount(text) == reading)
  }

  @Test(
    "Numbers may be negative; one group of three is never guessed",
    arguments: [
      ("-0,123", Reading(.value, "-0.123", "")),
      ("1.234.567", Reading(.value, "1234567.0", "")),
      ("1234", Reading(.value, "1234.0", "")),
      ("1.234", Reading(.rejected, "-", "E354")),
      ("-1.234", Reading(.rejected, "-", "E354")),
      ("", Reading(.missing, "onbekend", "")),
    ])
  func numbers(text: String, reading: Reading) {
    #expect(CellReading.number(text) == reading)
  }

  @Test(
    "In a file with decimal points point and comma change places",
    arguments: [
      ("12.345", Reading(.value, "12.345", "")),
      ("1,234.5", Reading(.value, "1234.5", "")),
      ("12,3", Reading(.value, "12.3", "W353")),
      ("1,234", Reading(.rejected, "-", "E354")),
      ("-0.1", Reading(.value, "-0.1", "")),
      ("30284564.36", Reading(.value, "30284564.36", "")),
    ])
  func points(text: String, reading: Reading) {
    #expect(CellReading.number(text, point: true) == reading)
  }
}
