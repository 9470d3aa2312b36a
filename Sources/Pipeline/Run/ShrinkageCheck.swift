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

  /// `E526` for each file, and `E528` for each kind of export as a whole (its files may have other
  /// names than last time), that has far fewer records; in the order of reading.
  func findings(_ records: [InputRecord]) -> [Finding] {
    guard let last else { return [] }
    var findings: [Finding] = []
    for record in records where !record.isRefused {
      let before = last.inputs.first { $0.file == record.file && $0.kind == record.kind }
      if let before, isShrunken(record.records, before.records) {
        findings.append(
          Finding("E526", file: record.file, facts: facts(record.records, before.records)))
      }
    }
    for kind in PatientKind.allCases.map(\.rawValue) {
      let now = records.filter { $0.kind == kind }
      let before = last.inputs.filter { $0.kind == kind }.reduce(0) { $0 + $1.records }
      let total = now.reduce(0) { $0 + $1.records }
      let isTold = findings.contains { finding in now.contains { $0.file == finding.file } }
      if !now.isEmpty, !isTold, !now.contains(where: \.isRefused), isShrunken(total, before) {
        findings.append(
          Finding("E528", facts: facts(total, before).merging(["soort": kind]) { $1 }))
      }
    }
    return findings
  }

  private func isShrunken(_ now: Int, _ before: Int) -> Bool { now * 100 < before * percentage }

  private func facts(_ now: Int, _ before: Int) -> [String: String] {
    ["gevonden": String(now), "verwacht": String(before)]
  }
}

/// The kinds of input that practices deliver.
enum PatientKind: String, CaseIterable {
  case practiceList = "praktijklijst"
  case episodes = "episoden"
  case carePrograms = "ketenzorg"

  /// The AGB numbers with rows of this kind.
  func practices(in data: SourceData) -> Set<UInt32> {
    switch self {
    case .practiceList: Set(data.patients.flatMap(\.practices))
    case .episodes: Set(data.episodes.flatMap(\.practices))
    case .carePrograms: Set(data.carePrograms.flatMap(\.practices))
    }
  }

  /// The AGB numbers with rows in one file of this kind.
  func practices(of file: String, in data: SourceData) -> Set<UInt32> {
    switch self {
    case .practiceList: Set(data.patients.filter { $0.file == file }.flatMap(\.practices))
    case .episodes: Set(data.episodes.filter { $0.file == file }.flatMap(\.practices))
    case .carePrograms: Set(data.carePrograms.filter { $0.file == file }.flatMap(\.practices))
    }
  }
}
