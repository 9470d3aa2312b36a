import Testing
import WijkModel

@testable import Importers

@Suite("Episodes")
struct EpisodeImporterTests {
  @Test("A row gives one element per code, with its dates")
  func rows() throws {
    let read = try ImportSupport.read(
      """
      patientnummer;praktijk_agb;icpc;begindatum;einddatum
      1001;01001234;T90.02;17-05-2015;
      1002;01001234;"K86;T90";1 mei 2020;31-12-9999
      1003;01001234;;;

      """, kind: "episoden", name: "invoer/e.csv")
    let episodes = try #require(read.data.episodes.first)
    #expect(episodes.codes.map { ICPCCode(packed: $0).description } == ["T90.02", "K86", "T90"])
    #expect(episodes.begins == [16_572, 18_383, 18_383])
    #expect(episodes.ends == Array(repeating: ColumnCode.noDate, count: 3))
    #expect(episodes.lines == [2, 3, 3])
    #expect(episodes.practices == [1_001_234, 1_001_234, 1_001_234])
    #expect(!episodes.isWideForm)
    #expect(read.totals == [3, 0])
    #expect(read.record.counted == 3)
    #expect(read.codes == ["W335"])
    #expect(read.column("icpc") == [2, 1, 0])
    #expect(read.column("einddatum") == [0, 3, 0])
  }

  @Test("Without a column of practices the episodes have none, and that is told")
  func noPractice() throws {
    let read = try ImportSupport.read(
      "pid;icpc1;titel\n1001;T90;Suikerziekte\n;K86;Druk\n", kind: "episoden")
    #expect(read.data.episodes.first?.practices == [ColumnCode.noPractice])
    #expect(read.codes == ["E304", "P401", "W201", "W203"])
    #expect(read.record.rejected == 1)
  }

  @Test("Serials among dates are taken back from every element of their row")
  func serials() throws {
    let read = try ImportSupport.read(
      "patientnummer;icpc;begindatum\n1;\"T90;K86\";43831\n2;K86;01-01-2020\n", kind: "episoden")
    #expect(
      read.data.episodes.first?.begins == [ColumnCode.noDate, ColumnCode.noDate, 18_262])
    #expect(read.count("E331") == 1)
  }
}
