import DelimitedText

/// One definition file as records of text.
struct DefinitionText {
  /// A record and the physical line where it starts.
  struct Record {
    let line: Int
    let cells: [String]
  }

  /// The records, header first; blank lines are left out.
  let records: [Record]
  /// SHA-256 of the bytes, in hexadecimal digits.
  let sha256: String

  /// Reads a file; nil, with a problem, when it cannot be read.
  init?(path: String, name: String, _ problems: inout DefinitionProblems) {
    do {
      let file = try ScannedFile.scan(path: path, name: name, encoding: nil)
      sha256 = file.sha256
      records = try Self.records(file)
    } catch {
      if case .unreadable(_, .tooManyFiles) = error { problems.isSystemLimit = true }
      problems.add(name, error.line, Self.reason(error))
      return nil
    }
  }

  private static func records(_ file: ScannedFile) throws(DelimitedTextError) -> [Record] {
    var records: [Record] = []
    var batch = RecordBatch()
    var reader = try RecordReader(
      file, delimiter: UInt8(ascii: ";"), skippingRecords: 0, kept: nil)
    while try reader.next(&batch) {
      for record in 0..<batch.count {
        let cells = (0..<batch.width(of: record)).map { batch.text($0, in: record) }
        records.append(Record(line: Int(batch.lines[record]), cells: cells))
      }
    }
    return records
  }

  private static func reason(_ error: DelimitedTextError) -> String {
    switch error {
    case .unreadable: "het bestand is niet gevonden of niet leesbaar"
    case .empty: "het bestand is leeg"
    case .notText(_, let kind): "dit is geen tekst maar \(kind)"
    case .encoding: "de codering is geen UTF-8 of Windows-1252"
    case .quote: "een aanhalingsteken wordt niet gesloten of staat op een verkeerde plaats"
    case .truncated: "de laatste rij is afgebroken"
    case .nul: "er staat een NUL-byte in het bestand"
    case .uneven: "niet alle rijen hebben evenveel kolommen"
    case .fieldTooLong: "een cel is te lang"
    case .changed: "het bestand is tijdens het lezen veranderd"
    }
  }
}
