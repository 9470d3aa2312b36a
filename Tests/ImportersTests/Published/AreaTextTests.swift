import Testing
import WijkModel

@testable import Importers

@Suite("Text about an area")
struct AreaTextTests {
  @Test(
    "Codes of CBS, names of StatLine, totals and postcodes are told apart",
    arguments: [
      ("NL01                ", AreaText.Reading.area(Area(.country, "NL"))),
      ("NL00", .area(Area(.country, "NL"))), ("Nederland", .area(Area(.country, "NL"))),
      ("NL", .area(Area(.country, "NL"))), ("GM0546    ", .area(Area(.municipality, "GM0546"))),
      ("WK054600", .area(Area(.cbsWijk, "WK054600"))),
      ("bu05460001", .area(Area(.cbsBuurt, "BU05460001"))),
      ("GGD Hollands-Midden (GG)", .area(Area(.region, "GGD Hollands-Midden"))),
      ("GGD Hollands-Midden", .area(Area(.region, "GGD Hollands-Midden"))),
      ("Voorbeeldregio", .area(Area(.region, "Voorbeeldregio"))),
      ("Utrecht (gemeente)", .area(Area(.municipality, "Utrecht"))),
      ("Utrecht (PV)", .area(Area(.region, "Utrecht"))),
      ("Leiden", .area(Area(.municipality, "Leiden"))), ("Totaal", .total), ("EINDTOTAAL", .total),
      ("23", .postcodePrefix("23")), ("231", .postcodePrefix("231")), ("2312", .postcode),
      ("2312 AB", .postcode), (" \u{00A0} ", .blank),
    ])
  func readings(text: String, reading: AreaText.Reading) {
    #expect(AreaText.reading(text) == reading)
  }
}
