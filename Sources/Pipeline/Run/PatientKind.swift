import WijkModel

/// The kinds of input that practices deliver.
enum PatientKind: String, CaseIterable {
  case practiceList = "praktijklijst"
  case episodes = "episoden"
  case carePrograms = "ketenzorg"

  /// The AGB numbers with rows of this kind.
  func practices(in data: SourceData) -> Set<UInt32> {
    Set(columns(in: data).flatMap(\.practices))
  }

  /// The AGB numbers with rows in one file of this kind.
  func practices(of file: String, in data: SourceData) -> Set<UInt32> {
    Set(columns(in: data).filter { $0.file == file }.flatMap(\.practices))
  }

  /// The accepted rows of this kind by AGB number; of a list in the wide form only the patients are rows.
  func records(in data: SourceData) -> [UInt32: Int] {
    var records: [UInt32: Int] = [:]
    for columns in columns(in: data) where columns.isInRows {
      // Rows of one practice mostly stand together: one look-up for each such piece.
      var practice = ColumnCode.noPractice
      var count = 0
      for next in columns.practices {
        if next != practice {
          records[practice, default: 0] += count
          (practice, count) = (next, 0)
        }
        count += 1
      }
      records[practice, default: 0] += count
    }
    return records
  }

  private func columns(
    in data: SourceData
  ) -> [(file: String, practices: [UInt32], isInRows: Bool)] {
    switch self {
    case .practiceList: data.patients.map { ($0.file, $0.practices, true) }
    case .episodes: data.episodes.map { ($0.file, $0.practices, !$0.isWideForm) }
    case .carePrograms: data.carePrograms.map { ($0.file, $0.practices, true) }
    }
  }
}
