import DelimitedText

/// Headers that take several records, such as those of the CBS tabelindeling.
enum SpecialHeaders {
  /// Candidates besides single records, for a kind of input, in the first records of a file.
  ///
  /// The tabelindeling of StatLine puts the paths of the columns in one record, with a blank first
  /// cell, and the name of the first column with the units of the others in the next. The names of
  /// the candidate are those of both: `Wijken en buurten`, `Inkomen|… (x 1 000 euro)`.
  ///
  /// Called for every delimiter that is tried; empty when the kind has no such form.
  static func candidates(in head: RecordBatch, kind: String) -> [HeaderCandidate] {
    guard kind == "wijkprofiel", head.count > 1 else { return [] }
    return (1..<head.count).compactMap { record in
      let width = head.width(of: record)
      guard width > 1, head.width(of: record - 1) == width,
        AreaText.trimmed(head.text(0, in: record - 1)).isEmpty,
        !AreaText.trimmed(head.text(0, in: record)).isEmpty
      else { return nil }
      let paths = (1..<width).map { AreaText.trimmed(head.text($0, in: record - 1)) }
      guard paths.contains(where: { $0.contains("|") }) else { return nil }
      let names = zip(1..<width, paths).map { field, path in
        let unit = AreaText.trimmed(head.text(field, in: record))
        return unit.isEmpty ? path : "\(path) (\(unit))"
      }
      return HeaderCandidate(
        record: record - 1, recordCount: 2,
        names: [AreaText.trimmed(head.text(0, in: record))] + names)
    }
  }
}
