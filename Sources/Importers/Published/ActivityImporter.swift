import Definitions
import WijkModel

/// Reads the activities in a wijk, in the own layout.
extension SourceImporter {
  func readActivities(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = ActivityReader(table, definitions: definitions)
    try table.read(into: &reader, log: &log)
    data.activities += reader.activities.sorted { left, right in
      func order(_ activity: Activity) -> (String, String, Int32, String) {
        // Everything else decides between namesakes, so that the order of rows never does.
        (
          activity.name, activity.organization, activity.start?.dayNumber ?? Int32.min,
          String(reflecting: activity)
        )
      }
      return order(left) < order(right)
    }
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of a table of activities.
private struct ActivityReader: RowReader {
  private(set) var activities: [Activity] = []
  private(set) var unplaced = 0
  private let problems: ProblemNames
  private let definitions: DefinitionSet
  private var name: FigureColumn
  private var organization: FigureColumn
  private var performer: FigureColumn
  private var planYears: FigureColumn
  private var domain: FigureColumn
  private var targets: FigureColumn
  private var problemList: FigureColumn
  private var postcodes: FigureColumn
  private var start: FigureColumn
  private var end: FigureColumn
  private var reach: FigureColumn

  private static let performers = ["wsv", "gemeente", "welzijn", "overig"]

  init(_ table: OpenTable, definitions: DefinitionSet) {
    problems = ProblemNames(definitions)
    self.definitions = definitions
    name = FigureColumn(table, "activiteit")
    organization = FigureColumn(table, "organisatie")
    performer = FigureColumn(table, "uitvoerder")
    planYears = FigureColumn(table, "jaarplan")
    domain = FigureColumn(table, "domein")
    targets = FigureColumn(table, "doelgroep")
    problemList = FigureColumn(table, "problemen")
    postcodes = FigureColumn(table, "postcodes")
    start = FigureColumn(table, "start")
    end = FigureColumn(table, "eind")
    reach = FigureColumn(table, "bereik")
  }

  var columns: [FigureColumn] {
    [
      name, organization, performer, planYears, domain, targets, problemList, postcodes, start,
      end, reach,
    ]
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let title = name.requiredText(row)
    let who = organization.text(row)
    let doer = performer.word(row, of: Self.performers) ?? "overig"
    let years = list(&planYears, row) { StatLinePeriod.parse($0) }
    let area = domain.text(row)
    let groups = words(&targets, row).map { group($0, row) }
    let about = words(&problemList, row).map { problems.id(for: $0) ?? $0 }
    let places = list(&postcodes, row) { PostcodeCell.parse($0) }
    let first = day(&start, row)
    let last = day(&end, row)
    let people = reach.count(row)?.number
    guard let title else {
      unplaced += 1
      return .accepted
    }
    activities.append(
      Activity(
        name: title, organization: who,
        performer: doer, planYears: years,
        domain: area, targetGroups: groups, problems: about, postcodes: places, start: first,
        end: last, reach: people.map { Int($0) }))
    return .accepted
  }

  /// The id of a target group, or the text when the list does not have it (W382).
  private mutating func group(_ text: String, _ row: Row) -> String {
    if let known = definitions.targetGroup(named: text) { return known.id }
    targets.note("W382", line: row.line)
    return text
  }

  /// A day; a year alone is its first day.
  private func day(_ column: inout FigureColumn, _ row: Row) -> CalendarDate? {
    switch column.value(row, DateCell.parse) {
    case .day(let date): date
    case .year(let year): CalendarDate(year: year, month: 1, day: 1)
    case nil: nil
    }
  }

  /// The words of a list that are separated by `,` or `|`.
  private func words(_ column: inout FigureColumn, _ row: Row) -> [String] {
    column.text(row).split { $0 == "," || $0 == "|" }.map { AreaText.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// The values of a list; each member that cannot be read is a finding, the others stay.
  private func list<Value>(
    _ column: inout FigureColumn, _ row: Row, _ parse: (CellBytes) -> CellResult<Value>
  ) -> [Value] {
    var values: [Value] = []
    for word in words(&column, row) {
      let result = Array(word.utf8).withUnsafeBufferPointer { parse($0.trimmed) }
      switch result {
      case .value(let value, let code):
        values.append(value)
        if let code { column.note(code, line: row.line) }
      case .missing(_, let code): if let code { column.note(code, line: row.line) }
      case .rejected(let code): column.note(code, line: row.line)
      }
    }
    return values
  }
}
