import Testing

@testable import Importers

@Suite("Programmes of chain care")
struct ProgramListCellTests {
  @Test(
    "Programmes are read by name and alias, alone and in lists",
    arguments: [
      ("astma", Reading(.value, "Astma", "")),
      ("DM2", Reading(.value, "Diabetes", "")),
      ("Diabetes mellitus type 2", Reading(.value, "Diabetes", "")),
      ("CVRM-HVZ", Reading(.value, "CVRM", "")),
      ("VVR", Reading(.value, "CVRM", "")),
      ("GGZ", Reading(.value, "Angst en stemming", "")),
      ("COPD; Astma", Reading(.value, "COPD + Astma", "")),
      ("HVZ|VVR", Reading(.value, "CVRM", "")),
      ("COPD, foo", Reading(.value, "COPD", "E381")),
      ("", Reading(.missing, "onbekend", "")),
      (",", Reading(.rejected, "-", "E381")),
      ("copdx", Reading(.rejected, "-", "E381")),
    ])
  func readings(text: String, reading: Reading) {
    #expect(CellReading.programs(text) == reading)
  }
}
