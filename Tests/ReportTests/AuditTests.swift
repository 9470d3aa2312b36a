import Foundation
import Testing
import WijkModel

@testable import DisclosureControl
@testable import Report

@Suite("The release as an outside auditor reads it", .serialized)
struct AuditTests {
  private func released(_ change: (inout DraftRelease) -> Void = { _ in }) -> ReleasedTables {
    var draft = SampleRelease.all()
    change(&draft)
    var settings = RegionSettings()
    settings.threshold = 5
    return primaryRelease(draft, settings)
  }

  private func audit(_ released: ReleasedTables) throws -> (status: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wijkbeeld-audit-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try ReleaseFolder.write(released, to: folder)
    return ReleaseFolder.audit(folder, ["--fast", "--no-derived"])
  }

  /// The sample with another number in the first row that fits.
  private func changed(
    _ id: String, _ codes: [String], to count: Int
  ) -> ReleasedTables {
    released { draft in
      guard let place = draft.patients.firstIndex(where: { $0.id.hasPrefix(id) }) else { return }
      let old = draft.patients[place]
      var table = DraftTable<EnrolledPatients>(id: old.id, columns: old.columns)
      for row in old.rows {
        let isWanted = codes.allSatisfy { row.contains(.text($0)) }
        table.append(
          isWanted
            ? zip(row, old.columns).map { cell, column in
              if case .count = column.role { .count(count) } else { cell }
            } : row)
      }
      draft.patients[place] = table
    }
  }

  @Test("Every table is named, and only tables without patients are skipped")
  func named() throws {
    let released = released()
    let member = released.structure.members.first { $0.name == "tables" }
    guard case .object(let tables) = member?.value else {
      Issue.record("no tables")
      return
    }
    #expect(tables.map(\.name) == released.tables.map { $0.id + ".csv" })
    let skipped = tables.filter { $0.value == .object([.init("skip", .flag(true))]) }.map {
      String($0.name.prefix(4))
    }
    #expect(
      skipped == [
        "t203", "t204", "t205", "t206", "t207", "t208", "t209", "t211", "t212", "t219", "t220",
        "t221",
      ])
  }

  @Test(
    "The auditor understands the structure and finds no contradiction",
    .enabled(if: ReleaseFolder.auditor != nil, "needs tools/audit and Python with scipy"))
  func understood() throws {
    let result = try audit(released())
    #expect(result.status != 2, "\(result.output)")
    #expect(!result.output.contains("INCONSISTENT"), "\(result.output)")
    #expect(!result.output.contains("DEPENDENT"), "\(result.output)")
  }

  @Test(
    "Tables are linked: a number that does not add up is a contradiction",
    .enabled(if: ReleaseFolder.auditor != nil, "needs tools/audit and Python with scipy"),
    arguments: [
      ("t201", ["1901"], 6400), ("t202", ["binnen"], 10_021), ("t213", ["geteld"], 12_311),
      ("t214", ["1902", "Totaal", "M"], 1199), ("t215", ["1901", "Totaal"], 6001),
      ("t217", ["Totaal"], 2839), ("t223", ["0–44", "Totaal"], 2000),
    ] as [(String, [String], Int)])
  func linked(id: String, codes: [String], count: Int) throws {
    let result = try audit(changed(id, codes, to: count))
    #expect(result.output.contains("INCONSISTENT"), "\(result.output)")
  }
}
