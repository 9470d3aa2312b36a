import Definitions
import WijkModel

/// Reads what residents and professionals name as problems, in the own layout.
///
/// Signals are shown beside the top 3 and never scored, so a problem may be free text.
extension SourceImporter {
  func readSignals(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = SignalReader(table, problems: ProblemNames(definitions))
    try table.read(into: &reader, log: &log)
    data.signals += reader.signals.sorted { left, right in
      (left.wijk, left.problem, left.reporter, left.note)
        < (right.wijk, right.problem, right.reporter, right.note)
    }
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of a table of signals.
private struct SignalReader: RowReader {
  private(set) var signals: [Signal] = []
  private(set) var unplaced = 0
  private let problems: ProblemNames
  private var problem: FigureColumn
  private var reporter: FigureColumn
  private var note: FigureColumn
  private var wijk: FigureColumn

  init(_ table: OpenTable, problems: ProblemNames) {
    self.problems = problems
    problem = FigureColumn(table, "probleem")
    reporter = FigureColumn(table, "melder_soort")
    note = FigureColumn(table, "toelichting")
    wijk = FigureColumn(table, "wijk")
  }

  var columns: [FigureColumn] { [problem, reporter, note, wijk] }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let name = problem.requiredText(row)
    let who = reporter.value(row, Self.reporter) ?? AreaText.trimmed(row.text(reporter.field))
    let text = note.text(row)
    let place = wijk.text(row)
    guard let name else {
      unplaced += 1
      return .accepted
    }
    signals.append(
      Signal(
        problem: problems.id(for: name) ?? name, reporter: who, note: text,
        wijk: place))
    return .accepted
  }

  /// The four kinds of reporter; plurals and missing accents are read, other words are told (E384)
  /// and shown as they stand.
  private static func reporter(_ cell: CellBytes) -> CellResult<String> {
    switch HeaderName.normalized(String(decoding: cell, as: UTF8.self)) {
    case "": .missing(.unknown, nil)
    case "bewoner", "bewoners", "inwoner", "inwoners": .value("bewoner", nil)
    case "patient", "patienten", "patiënt", "patiënten": .value("patiënt", nil)
    case "professional", "professionals": .value("professional", nil)
    case "organisatie", "organisaties": .value("organisatie", nil)
    default: .rejected("E384")
    }
  }
}
