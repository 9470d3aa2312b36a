import WijkModel

/// What is noted while one file is read: findings and the record of the run.
struct FileLog: Sendable {
  /// The file as findings name it.
  let file: String
  private(set) var findings = FindingLog()
  /// What `bestanden` and `kolommen` say of it.
  var record: InputRecord

  init(file: String, kind: String) {
    self.file = file
    record = InputRecord(file: file, kind: kind)
  }

  /// Adds a finding about the file.
  mutating func add(
    _ code: FindingCode, line: Int? = nil, column: String? = nil, count: Int = 1,
    facts: [String: String] = [:]
  ) {
    findings.add(
      Finding(code, file: file, line: line, column: column, count: count, facts: facts))
  }

  /// Adds the findings and numbers of columns; call it once, after the last row.
  mutating func add(_ tallies: [ColumnTally]) {
    for tally in tallies {
      record.columns.append(tally.record)
      for finding in tally.findings(file: file) { findings.add(finding) }
    }
  }

  /// The refusal of the file with one more finding; throw it, `SourceImporter` adds the rest.
  func refusal(
    _ code: FindingCode, line: Int? = nil, column: String? = nil, count: Int = 1,
    facts: [String: String] = [:]
  ) -> RefusedFile {
    var record = record
    record.isRefused = true
    return RefusedFile(
      findings: [
        Finding(code, file: file, line: line, column: column, count: count, facts: facts)
      ], record: record)
  }
}

extension FileLog {
  /// The refusal with everything that was noted before it.
  func refusal(adding error: RefusedFile) -> RefusedFile {
    var all = findings
    for finding in error.findings { all.add(finding) }
    var record = record
    record.isRefused = true
    return RefusedFile(findings: all.findings, record: record)
  }
}
