import Definitions
import History
import WijkModel

/// Compares the numbers of records with those of the last good run: a file that was cut off between
/// two records looks whole in every other respect (ingest.md, file level 1).
struct ShrinkageCheck {
  /// The last run that went well; nil when there was none.
  let last: RecordedRun?
  let definitions: DefinitionSet

  /// The smallest part of the records of last time, in percent.
  private var percentage: Int { Int(definitions.limits["krimp_procent"] ?? 90) }

  /// `E526` for each file, and `E528` for each practice and for each kind of export as a whole (its files
  /// may have other names than last time), that has far fewer records; in the order of reading.
  ///
  /// What is told of a file is not told again of its practices, nor of the whole.
  ///
  /// - Parameters:
  ///   - records: The files that were read, refused ones included.
  ///   - data: What stood in them.
  ///   - practices: The AGB numbers of the configuration; others may come and go.
  ///   - isPartial: Whether the run goes on without refused files; rows that they hold are missed then.
  /// - Returns: What shrank; nothing when there was no good run before.
  func findings(
    _ records: [InputRecord], _ data: SourceData, practices: Set<UInt32>, isPartial: Bool = false
  ) -> [Finding] {
    guard let last else { return [] }
    var findings = records.compactMap { finding(of: $0, last) }
    for kind in PatientKind.allCases {
      let now = records.filter { $0.kind == kind.rawValue }
      let isComplete = !now.contains(where: \.isRefused)
      guard !now.isEmpty, isComplete || isPartial else { continue }
      let told = findings.filter { finding in now.contains { $0.file == finding.file } }
      let known = told.compactMap(\.file).reduce(into: Set<UInt32>()) {
        $0.formUnion(kind.practices(of: $1, in: data))
      }
      let own = findingsOfPractices(
        kind, practices.subtracting(known), kind.records(in: data), last)
      findings += own
      let before = last.inputs.filter { $0.kind == kind.rawValue }.reduce(0) { $0 + $1.records }
      let total = now.reduce(0) { $0 + $1.records }
      if told.isEmpty, own.isEmpty, isComplete, isShrunken(total, before) {
        findings.append(
          Finding("E528", facts: facts(total, before).merging(["soort": kind.rawValue]) { $1 }))
      }
    }
    return findings
  }

  private func finding(of record: InputRecord, _ last: RecordedRun) -> Finding? {
    guard !record.isRefused,
      let before = last.inputs.first(where: { $0.file == record.file && $0.kind == record.kind }),
      isShrunken(record.records, before.records)
    else { return nil }
    return Finding("E526", file: record.file, facts: facts(record.records, before.records))
  }

  private func findingsOfPractices(
    _ kind: PatientKind, _ practices: Set<UInt32>, _ records: [UInt32: Int], _ last: RecordedRun
  ) -> [Finding] {
    last.deliveries.compactMap { before in
      let count = records[before.practice] ?? 0
      guard before.kind == kind.rawValue, practices.contains(before.practice),
        isShrunken(count, before.records), let practice = AGBCode(Int(before.practice))
      else { return nil }
      return Finding(
        "E528",
        facts: facts(count, before.records).merging([
          "soort": "\(kind.rawValue) van praktijk \(practice)", "praktijk": "\(practice)",
        ]) { $1 })
    }
  }

  private func isShrunken(_ now: Int, _ before: Int) -> Bool { now * 100 < before * percentage }

  private func facts(_ now: Int, _ before: Int) -> [String: String] {
    ["gevonden": String(now), "verwacht": String(before)]
  }
}

extension RecordedDelivery {
  /// What each of these practices delivered, by kind and AGB number.
  static func all(in data: SourceData, practices: Set<UInt32>) -> [RecordedDelivery] {
    PatientKind.allCases.flatMap { kind in
      kind.records(in: data).filter { practices.contains($0.key) }.map {
        RecordedDelivery(kind: kind.rawValue, practice: $0.key, records: $0.value)
      }
    }.sorted { ($0.kind, $0.practice) < ($1.kind, $1.practice) }
  }
}
