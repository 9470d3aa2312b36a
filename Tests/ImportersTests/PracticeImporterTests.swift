import Testing
import WijkModel

@testable import Importers

@Suite("Practices")
struct PracticeImporterTests {
  @Test("Practices are read with name, wijk, size and the code they share")
  func rows() throws {
    let read = try ImportSupport.read(
      """
      praktijk_agb;naam;wijk;fte;hoofd_agb
      01001234;De Linde;Zuid;2,4;
      1005678;"Caf\u{E9} |  Praktijk";;;01001234
      12;Kapot;;;

      """, kind: "praktijken", name: "invoer/praktijken.csv")
    #expect(
      read.data.practices == [
        PracticeInfo(
          practice: try #require(AGBCode(1_001_234)), name: "De Linde", wijk: "Zuid", fte: 2.4,
          mainPractice: nil),
        PracticeInfo(
          practice: try #require(AGBCode(1_005_678)), name: "Caf\u{E9} |  Praktijk", wijk: "",
          fte: nil, mainPractice: AGBCode(1_001_234)),
      ])
    #expect(read.codes == ["E371", "W201", "W372"])
    #expect(read.totals == [3, 1])
    #expect(read.record.counted == 2)
  }
}
