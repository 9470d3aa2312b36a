import Testing
import WijkModel

@testable import Importers

@Suite("Chain care")
struct CareProgramImporterTests {
  @Test("A row gives one element per programme")
  func rows() throws {
    let read = try ImportSupport.read(
      """
      patientnummer;praktijk_agb;programma;deelname;hoofdbehandelaar
      1001;01001234;Diabetes;J;huisarts
      1002;01001234;DM2, COPD;;2e lijn
      1003;01001234;CVRM?;J;
      1004;01001234;HVZ;onbekend;HA
      1005;01001234;Angst;misschien;tante

      """, kind: "ketenzorg", name: "invoer/k.csv")
    let care = try #require(read.data.carePrograms.first)
    #expect(care.programs == [.diabetes, .diabetes, .copd, .cvrm, .anxietyAndMood])
    #expect(care.participations == [.yes, .no, .no, .unknown, .unknown])
    #expect(
      care.mainProviders
        == [.generalPractitioner, .specialist, .specialist, .generalPractitioner, .unknown])
    #expect(care.lines == [2, 3, 3, 5, 6])
    #expect(read.codes == ["E381", "E382", "E383"])
    #expect(read.column("programma") == [4, 0, 1])
    #expect(read.column("deelname") == [3, 1, 1])
    #expect(read.record.records == 5)
  }

  @Test("Without a column of participation everybody takes part, and that is told")
  func everybody() throws {
    let read = try ImportSupport.read(
      "patientnummer;praktijk_agb;keten\n1;01001234;astma\n", kind: "ketenzorg")
    #expect(read.data.carePrograms.first?.participations == [.yes])
    #expect(read.data.carePrograms.first?.mainProviders == [.unknown])
    #expect(read.findings("W203").compactMap(\.column) == ["deelname"])
  }
}
