import Testing

@testable import Importers

@Suite("ICPC codes")
struct ICPCListCellTests {
  @Test(
    "Codes are read alone and in lists",
    arguments: [
      ("k86", Reading(.value, "K86", "")),
      ("T90.00", Reading(.value, "T90", "")),
      ("T9002", Reading(.value, "T90.02", "W361")),
      ("T 90", Reading(.value, "T90", "W361")),
      ("t 90,02", Reading(.value, "T90.02", "W361")),
      ("T90.2", Reading(.value, "T90", "W362")),
      ("T90/K86|R95", Reading(.value, "T90 + K86 + R95", "")),
      ("T90\nK86", Reading(.value, "T90 + K86", "")),
      ("T90,K86", Reading(.value, "T90 + K86", "")),
      (";T90; ;", Reading(.value, "T90", "")),
      ("T90: Diabetes", Reading(.value, "T90", "")),
      ("T90 (Diabetes)", Reading(.value, "T90", "")),
      ("T90.02 Diabetes mellitus, type 2", Reading(.value, "T90.02", "")),
      ("T90 Diabetes; K86 Hypertensie", Reading(.value, "T90 + K86", "")),
      ("T90;foo", Reading(.value, "T90", "E361")),
      ("T90 Diabetes; T9O", Reading(.value, "T90", "E361")),
      ("", Reading(.missing, "onbekend", "")),
      ("  ", Reading(.missing, "onbekend", "")),
      ("T9", Reading(.rejected, "-", "E361")),
      ("90", Reading(.rejected, "-", "E361")),
      ("T90.021", Reading(.rejected, "-", "E361")),
      ("T900", Reading(.rejected, "-", "E361")),
      ("T90x", Reading(.rejected, "-", "E361")),
      ("T90-02", Reading(.rejected, "-", "E361")),
      ("I10", Reading(.rejected, "-", "E361")),
      ("Diabetes", Reading(.rejected, "-", "E361")),
      ("E11.9", Reading(.rejected, "-", "E361")),
      ("geen", Reading(.rejected, "-", "E361")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.codes(text) == reading)
  }
}
