import Definitions
import WijkModel

/// Takes the rows of the Kerncijfers per postcode of CBS, both forms of the header.
///
/// Columns of total, sexes and five age classes become counts of inhabitants; the others become
/// characteristics. What a column means stands in the layout, so that a new form of the header is
/// rows of data.
struct KeyFiguresReader: RowReader {
  private(set) var counts = InhabitantCounts()
  private(set) var figures = Characteristics()
  private(set) var unplaced = 0
  private var postcode: FigureColumn
  private var year: YearColumn
  private var numbers: [(group: PopulationGroup, column: FigureColumn)] = []
  private var others: [(indicator: Indicator, type: CellType, column: FigureColumn)] = []

  /// Columns that no section shows; their cells are counted for `kolommen` all the same.
  private var unused: [(type: CellType, column: FigureColumn)] = []

  /// A group of inhabitants that a column counts.
  struct PopulationGroup: Hashable {
    let band: AgeBand?
    let sex: Sex?
  }

  init(
    _ table: OpenTable, _ request: ImportRequest, definitions: DefinitionSet, log: FileLog
  ) throws(RefusedFile) {
    postcode = FigureColumn(table, "postcode")
    year = try YearColumn(table, configured: request.year, log: log)
    for column in table.layout.columns where table.has(column.name) {
      let bound = FigureColumn(table, column.name)
      switch column.meaning {
      case .inhabitants(let band, let sex):
        numbers.append((PopulationGroup(band: band, sex: sex), bound))
      case .indicator(let id):
        guard let indicator = definitions.indicator(named: id) else { continue }
        others.append((indicator, column.type, bound))
      case .households, .costs, nil:
        if column.name != "postcode" && column.name != "jaar" {
          unused.append((column.type, bound))
        }
      }
    }
  }

  var columns: [FigureColumn] {
    [postcode, year.column] + numbers.map(\.column) + others.map(\.column)
      + unused.map(\.column)
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    switch AreaText.reading(row.text(postcode.field)) {
    case .postcode, .blank: break
    case .postcodePrefix(let digits): return takeTotal(row, prefix: digits, &log)
    case .total, .area: return takeTotal(row, prefix: "", &log)
    }
    let place = postcode.required(row, "E385", PostcodeCell.parse)
    let year = year.year(row)
    if place == nil || year == nil { unplaced += 1 }
    try takeCounts(row, place, year, log)
    takeCharacteristics(row, place, year)
    return .accepted
  }

  private mutating func takeCounts(
    _ row: Row, _ place: Postcode4?, _ year: Int?, _ log: FileLog
  ) throws(RefusedFile) {
    for index in numbers.indices {
      let number = numbers[index].column.count(row) ?? .missing(.unknown)
      guard let place, let year else { continue }
      let group = numbers[index].group
      let key = InhabitantCounts.Key(
        postcode: place, band: group.band, sex: group.sex, year: year)
      let name = numbers[index].column.tally.column
      if let other = counts.add(key, number, line: row.line, column: name) {
        throw log.refusal(
          "E305", line: row.line, column: "postcode", facts: ["andere": String(other)])
      }
    }
  }

  private mutating func takeCharacteristics(_ row: Row, _ place: Postcode4?, _ year: Int?) {
    for index in others.indices {
      let indicator = others[index].indicator
      let number = others[index].column.figure(
        row, others[index].type)
      guard let place, let year, let number else { continue }
      _ = figures.add(
        AreaCharacteristic(
          area: Area(place), indicator: indicator.id, value: number, unit: indicator.unit,
          classification: indicator.classification, year: year, origin: 0))
    }
    for index in unused.indices {
      _ = unused[index].column.figure(
        row, unused[index].type)
    }
  }

  private mutating func takeTotal(
    _ row: Row, prefix: String, _ log: inout FileLog
  ) -> RowOutcome {
    log.add("W301", line: row.line, column: "postcode")
    var year = year
    guard let found = year.year(row) else { return .ignored }
    for number in numbers {
      var column = number.column
      counts.addTotal(
        prefix: prefix, band: number.group.band, sex: number.group.sex, year: found,
        column.count(row), line: row.line, column: column.tally.column)
    }
    return .ignored
  }
}
