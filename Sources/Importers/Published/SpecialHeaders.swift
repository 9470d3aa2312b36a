import DelimitedText

/// Headers that take several records, such as those of the CBS tabelindeling.
enum SpecialHeaders {
  /// Candidates besides single records, for a kind of input, in the first records of a file.
  ///
  /// Called for every delimiter that is tried; empty when the kind has no such form.
  static func candidates(in head: RecordBatch, kind: String) -> [HeaderCandidate] { [] }
}
