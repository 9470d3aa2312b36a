import Testing

@testable import Importers

@Suite("Dates")
struct DateCellTests {
  @Test(
    "Dates are read with the day before the month",
    arguments: [
      ("1.2.2020", Reading(.value, "2020-02-01", "")),
      ("31-12-2019", Reading(.value, "2019-12-31", "")),
      ("2020-2-1", Reading(.value, "2020-02-01", "")),
      ("2020/02/01", Reading(.value, "2020-02-01", "")),
      ("2020-02-01T10:11:12Z", Reading(.value, "2020-02-01", "")),
      ("01-02-2020 00:00", Reading(.value, "2020-02-01", "")),
      ("2020-02-01 00:00:00.000+01:00", Reading(.value, "2020-02-01", "")),
      ("20200201 00:00:00", Reading(.value, "2020-02-01", "")),
      ("20200201101112", Reading(.value, "2020-02-01", "")),
      ("1 mrt 2020", Reading(.value, "2020-03-01", "")),
      ("1 MAART 2020", Reading(.value, "2020-03-01", "")),
      ("1-okt-2020", Reading(.value, "2020-10-01", "")),
      ("1 sept. 2020", Reading(.value, "2020-09-01", "")),
      ("29-02-1600", Reading(.value, "1600-02-29", "")),
      ("29-02-2000", Reading(.value, "2000-02-29", "")),
      ("1950-00-00", Reading(.value, "1950 (year only)", "W334")),
      ("00-03-1950", Reading(.value, "1950 (year only)", "W334")),
      ("19500000", Reading(.value, "1950 (year only)", "W334")),
      ("", Reading(.missing, "onbekend", "")),
      ("31-12-9999", Reading(.missing, "onbekend", "W335")),
      ("01-01-0001", Reading(.missing, "onbekend", "W335")),
      ("00-00-0000", Reading(.missing, "onbekend", "W335")),
      ("1900-01-01", Reading(.missing, "onbekend", "W335")),
      ("19000101", Reading(.missing, "onbekend", "W335")),
      ("1-1-20", Reading(.rejected, "-", "E332")),
      ("1 jan 20", Reading(.rejected, "-", "E332")),
      ("01/02/99", Reading(.rejected, "-", "E332")),
      ("43831", Reading(.rejected, "-", "E331")),
      ("29-02-1900", Reading(.rejected, "-", "E331")),
      ("31-04-2020", Reading(.rejected, "-", "E331")),
      ("2020-13-01", Reading(.rejected, "-", "E331")),
      ("01012020", Reading(.rejected, "-", "E331")),
      ("1-1/2020", Reading(.rejected, "-", "E331")),
      ("1-1-2020x", Reading(.rejected, "-", "E331")),
      ("1-1-2020 25:00", Reading(.rejected, "-", "E331")),
      ("1-1-2020 0", Reading(.rejected, "-", "E331")),
      ("1-1-020", Reading(.rejected, "-", "E331")),
      ("15-00-1950", Reading(.rejected, "-", "E331")),
      ("0000", Reading(.missing, "onbekend", "W335")),
      ("1700", Reading(.rejected, "-", "E331")),
      ("1 foo 2020", Reading(.rejected, "-", "E331")),
      ("januari 2020", Reading(.rejected, "-", "E331")),
      ("-", Reading(.rejected, "-", "E331")),
      ("1januari", Reading(.rejected, "-", "E331")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.date(text) == reading)
  }
}
