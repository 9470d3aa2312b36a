import Foundation
import TestSupport
import Testing

/// The sample with a few of its patients: nearly every count is small, and nothing may stop the night.
@Suite("A region with few patients")
struct SparseRegionTests {
  /// The records of a file; line breaks within quotes stay.
  private static func records(_ bytes: Data) -> [Data] {
    var records: [Data] = []
    var record = Data()
    var isQuoted = false
    for byte in bytes {
      record.append(byte)
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted {
        records.append(record)
        record = Data()
      }
    }
    return record.isEmpty ? records : records + [record]
  }

  /// The patient number that a record begins with, nil for headers and other texts.
  private static func number(_ record: Data) -> Int? {
    let digits = record.drop { !(48...57).contains($0) }.prefix { (48...57).contains($0) }
    let isFirst = record.count - record.drop { !(48...57).contains($0) }.count <= 4
    return isFirst && digits.count >= 5 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }

  @Test("is published whatever its numbers are", arguments: [50, 10])
  func published(oneOf: Int) throws {
    let folder = try TemporaryFolder()
    let root = URL(fileURLWithPath: folder.path + "/voorbeeld")
    try FileManager.default.copyItem(
      at: ProjectFolder.root.appendingPathComponent("data/voorbeeld"), to: root)
    let input = root.appendingPathComponent("invoer")
    var names = ["ketenzorg.csv"]
    for kind in ["praktijken", "episoden"] {
      names += try FileManager.default.contentsOfDirectory(
        atPath: input.appendingPathComponent(kind).path
      ).map { kind + "/" + $0 }
    }
    for name in names {
      let url = input.appendingPathComponent(name)
      let kept = Self.records(try Data(contentsOf: url)).filter { record in
        Self.number(record).map { $0 / 7 % oneOf == 0 } ?? true
      }
      try Data(kept.joined()).write(to: url)
    }
    let configuration = root.appendingPathComponent("wijkbeeld.yaml")
    let text = try String(contentsOf: configuration, encoding: .utf8)
    try text.replacing("../../reports/nu", with: "../uit").write(
      to: configuration, atomically: true, encoding: .utf8)
    let outcome = try Program.run(["rapporteer", "--stil"], in: root.path)
    #expect(outcome.status == 0, "\(outcome.messages)")
    for wijk in ["duinrand", "havenkwartier", "polderzicht"] {
      let check = try Program.run(["uitvoercontrole", wijk], in: folder.path + "/uit")
      #expect(check.status == 0, "\(wijk): \(check.output) \(check.messages)")
    }
  }
}
