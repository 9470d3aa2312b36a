import Definitions
import WijkModel

/// Reads the scores that a collaboration gives to problems itself.
///
/// A blank score is not scored. A score outside 0...10 refuses the file: it would move the ranking
/// in a way that nobody meant.
extension SourceImporter {
  func readSeverity(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = SeverityReader(table, problems: ProblemNames(definitions))
    try table.read(into: &reader, log: &log)
    data.severities += reader.scores.values.sorted { ($0.wijk, $0.problem) < ($1.wijk, $1.problem) }
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of a table of scores.
private struct SeverityReader: RowReader {
  struct Key: Hashable {
    let problem: String
    let wijk: String
  }

  private(set) var scores: [Key: SeverityScore] = [:]
  private(set) var unplaced = 0
  private let problems: ProblemNames
  private var problem: FigureColumn
  private var severity: FigureColumn
  private var influence: FigureColumn
  private var wijk: FigureColumn
  private var source: FigureColumn

  init(_ table: OpenTable, problems: ProblemNames) {
    self.problems = problems
    problem = FigureColumn(table, "probleem")
    severity = FigureColumn(table, "ernst")
    influence = FigureColumn(table, "beinvloedbaar")
    wijk = FigureColumn(table, "wijk")
    source = FigureColumn(table, "bron")
  }

  var columns: [FigureColumn] { [problem, severity, influence, wijk, source] }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let name = problem.requiredText(row)
    let one = try score(&severity, row, log)
    let other = try score(&influence, row, log)
    let place = wijk.text(row)
    let who = source.text(row)
    guard let name else {
      unplaced += 1
      return .accepted
    }
    let key = Key(problem: problems.id(for: name) ?? name, wijk: place)
    guard scores[key] == nil else {
      throw log.refusal("E305", line: row.line, column: "probleem")
    }
    scores[key] = SeverityScore(
      problem: key.problem, severity: one, influence: other, wijk: place, source: who)
    return .accepted
  }

  private func score(
    _ column: inout FigureColumn, _ row: Row, _ log: FileLog
  ) throws(RefusedFile) -> Double? {
    let number = column.figure(row, .number)?.number
    if let number, !(0...10).contains(number) {
      throw log.refusal("E356", line: row.line, column: column.tally.column)
    }
    return number
  }
}

/// Finds problems of both rankings by id or name.
struct ProblemNames {
  private let definitions: DefinitionSet
  private let ids: Set<String>
  private var problemNames: [String: String] = [:]

  /// Takes the indicators and disease groups that may be problems.
  init(_ definitions: DefinitionSet) {
    self.definitions = definitions
    ids = Set(definitions.indicators.map(\.id) + definitions.diseaseGroups.map(\.id))
    for indicator in definitions.indicators where !indicator.problemName.isEmpty {
      problemNames[HeaderName.normalized(indicator.problemName)] = indicator.id
    }
  }

  /// The id of a problem, or nil when the text is no known problem.
  ///
  /// An id as it is written goes first, because `OVERGEWICHT` is a disease group and `overgewicht`
  /// an indicator; of equal names the indicator goes first, as inhabitants do in the chapter.
  func id(for text: String) -> String? {
    if ids.contains(text) { return text }
    return problemNames[HeaderName.normalized(text)]
      ?? definitions.figure(for: text, kinds: [.monitor])?.id ?? definitions.group(named: text)?.id
  }
}
