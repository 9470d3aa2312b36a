import Definitions
import WijkModel

/// Reads SES-WOA scores, in the own layout and as the portal of CBS exports 85163NED and 85900NED.
///
/// The number of households stands beside every score, because the score of a wijk is the mean of its
/// parts weighted by households.
extension SourceImporter {
  func readSocioeconomicStatus(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    var reader = try SocioeconomicReader(table, request, definitions: definitions, log: log)
    try table.read(into: &reader, log: &log)
    log.record.years = reader.figures.years
    data.characteristics += reader.figures.sorted(origin: data.origins.count)
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of a table of SES-WOA.
private struct SocioeconomicReader: RowReader {
  private(set) var figures = Characteristics()
  private(set) var unplaced = 0
  private var area: AreaColumn
  private var year: YearColumn
  private var households: FigureColumn
  private var scores: [(indicator: Indicator, type: CellType, column: FigureColumn)] = []

  init(
    _ table: OpenTable, _ request: ImportRequest, definitions: DefinitionSet, log: FileLog
  ) throws(RefusedFile) {
    area = AreaColumn(table, "gebied")
    year = try YearColumn(table, configured: request.year, log: log)
    households = FigureColumn(table, "huishoudens")
    for column in table.layout.columns where table.has(column.name) {
      if case .indicator(let id) = column.meaning, let indicator = definitions.indicator(named: id)
      {
        scores.append((indicator, column.type, FigureColumn(table, column.name)))
      }
    }
  }

  var columns: [FigureColumn] { [area.column, year.column, households] + scores.map(\.column) }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let place = area.area(row)
    let year = year.year(row)
    let weight = households.count(row)?.number
    if place == nil || year == nil { unplaced += 1 }
    for index in scores.indices {
      let indicator = scores[index].indicator
      let number = scores[index].column.figure(
        row, scores[index].type)
      guard let place, let year, let number else { continue }
      let isNew = figures.add(
        AreaCharacteristic(
          area: place, indicator: indicator.id, value: number, unit: indicator.unit, year: year,
          households: weight, origin: 0))
      guard isNew else {
        throw log.refusal("E305", line: row.line, column: area.column.tally.column)
      }
    }
    return .accepted
  }
}
