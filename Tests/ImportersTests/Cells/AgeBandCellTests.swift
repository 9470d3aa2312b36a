import Testing

@testable import Importers

@Suite("Age bands")
struct AgeBandCellTests {
  @Test(
    "Age bands are read with both ends",
    arguments: [
      ("0-14", Reading(.value, "0-14", "")),
      ("5\u{2013}9", Reading(.value, "5-9", "")),
      ("5 - 9 jaar", Reading(.value, "5-9", "")),
      ("5 t/m 9 jaar", Reading(.value, "5-9", "")),
      (" 0 t/m  4 jaar", Reading(.value, "0-4", "")),
      ("5 tot en met 9", Reading(.value, "5-9", "")),
      ("0 tot 15 jaar", Reading(.value, "0-14", "")),
      ("45 jaar tot 65 jaar", Reading(.value, "45-64", "")),
      ("tot 15 jaar", Reading(.value, "0-14", "")),
      ("jonger dan 5 jaar", Reading(.value, "0-4", "")),
      ("90+", Reading(.value, "90+", "")),
      ("75 +", Reading(.value, "75+", "")),
      ("95 jaar of ouder", Reading(.value, "95+", "")),
      ("65 jaar en ouder", Reading(.value, "65+", "")),
      ("18 jaar e.o.", Reading(.value, "18+", "")),
      ("65 of ouder", Reading(.value, "65+", "")),
      ("18+ jaar", Reading(.value, "18+", "")),
      ("18-64", Reading(.value, "18-64", "")),
      ("5-5", Reading(.value, "5-5", "")),
      ("Totaal", Reading(.value, "Totaal", "")),
      ("TOTAAL leeftijd", Reading(.value, "Totaal", "")),
      ("Alle leeftijden", Reading(.value, "Totaal", "")),
      ("eindtotaal", Reading(.value, "Totaal", "")),
      ("9-mei", Reading(.rejected, "-", "E341")),
      ("okt-14", Reading(.rejected, "-", "E341")),
      ("5 sep", Reading(.rejected, "-", "E341")),
      ("5-sept.", Reading(.rejected, "-", "E341")),
      ("05-09-2025", Reading(.rejected, "-", "E341")),
      ("2014-10-01", Reading(.rejected, "-", "E341")),
      ("1-2-14", Reading(.rejected, "-", "E341")),
      ("", Reading(.rejected, "-", "E344")),
      ("9-5", Reading(.rejected, "-", "E344")),
      ("5", Reading(.rejected, "-", "E344")),
      ("5 jaar", Reading(.rejected, "-", "E344")),
      ("10 tot 10 jaar", Reading(.rejected, "-", "E344")),
      ("-5", Reading(.rejected, "-", "E344")),
      ("5-", Reading(.rejected, "-", "E344")),
      ("5-9x", Reading(.rejected, "-", "E344")),
      ("200+", Reading(.rejected, "-", "E344")),
      ("totaliteit", Reading(.rejected, "-", "E344")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.ageBand(text) == reading)
  }
}
