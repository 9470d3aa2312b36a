import Foundation
import Testing

@testable import DisclosureControl

@Suite("The own auditor")
struct AuditTests {
  static let cases = AuditFolder.folders(
    in: AuditFolder.fixtures.appendingPathComponent("tests"))

  @Test("Hand-made tables give the flags that they must give", arguments: cases)
  func handMadeTables(folder: URL) throws {
    let expected = try String(
      contentsOf: folder.appendingPathComponent("expected.txt"), encoding: .utf8)
    let parts = AuditFolder.folders(in: folder)
    let releases = try (parts.isEmpty ? [folder] : parts).map(AuditFolder.read)
    let result = try audit(releases)
    #expect(try exactAudit(releases).flags == result.flags)
    #expect(
      Set(result.flags.map(\.kind.rawValue))
        == Set(expected.split(whereSeparator: \.isWhitespace).map(String.init)))
  }

  @Test("All hand-made tables are there")
  func caseCount() { #expect(Self.cases.count == 31) }

  @Test("The interval of a hidden cell is what is left of its total")
  func interval() throws {
    let table = TextTable(
      name: "t.csv", header: ["pc4", "aantal"],
      rows: [["2401", "•"], ["2402", "•"], ["2403", "30"], ["Totaal", "40"]])
    let structure = ReleaseStructure(members: [.init("rest", .flag(false))])
    let result = try exactAudit([TextRelease(tables: [table], structure: structure)])
    #expect(result.isClean)
    #expect(result.hiddenCount == 2)
    #expect(result.intervals.map(\.lower) == [0, 0])
    #expect(result.intervals.map(\.upper) == [10, 10])
  }

  @Test("A cell that is certainly small is objected to")
  func provenSmall() throws {
    let table = TextTable(
      name: "t.csv", header: ["pc4", "aantal"],
      rows: [["2401", "•"], ["2402", "•"], ["2403", "9"], ["Totaal", "14"], ["2404", "<5"]])
    var members: [ReleaseStructure.Member] = [.init("rest", .flag(false))]
    members.append(.init("suppressed", .object([.init("•", .list([.number(1), .null]))])))
    let structure = ReleaseStructure(members: members)
    let result = try audit([TextRelease(tables: [table], structure: structure)])
    #expect(result.flags.contains { $0.kind == .narrow || $0.kind == .proven })
  }

  @Test("A missing column, table or code is named")
  func wrongStructure() throws {
    let table = TextTable(name: "t.csv", header: ["pc4", "aantal"], rows: [["2401", "12"]])
    func structure(_ tables: ReleaseStructure.Value) -> ReleaseStructure {
      ReleaseStructure(members: [.init("tables", tables)])
    }
    #expect(throws: DisclosureError.missingTable("u.csv")) {
      _ = try audit([
        TextRelease(
          tables: [table], structure: structure(.object([.init("u.csv", .object([]))])))
      ])
    }
    #expect(throws: DisclosureError.missingColumn(table: "t.csv", column: "wijk")) {
      let dims = ReleaseStructure.Value.object([.init("dims", .texts(["wijk"]))])
      _ = try audit([
        TextRelease(tables: [table], structure: structure(.object([.init("t.csv", dims)])))
      ])
    }
  }
}
