import Definitions
import DelimitedText
import WijkModel

/// Reads characteristics of CBS wijken and buurten: own layout and the Kerncijfers of CBS, one row
/// per figure or one column per figure, as the portal or the tabelindeling exports them.
///
/// The tabelindeling names areas without a code. Those rows are read under their name, as areas of
/// an unknown kind: no table takes a name for a buurt of the wijk.
extension SourceImporter {
  func readWijkProfile(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    let figures: Characteristics
    if table.has("kenmerk") {
      figures = try characteristics(table, request, areaColumn: "gebied", log: &log)
    } else {
      var request = request
      if request.year == nil && !table.has("jaar") { request.year = titleYear(table) }
      var reader = try WideProfileReader(table, request, definitions: definitions, log: &log)
      try table.read(into: &reader, log: &log)
      log.record.years = reader.figures.years
      figures = reader.figures
    }
    data.characteristics += figures.sorted(origin: data.origins.count)
    data.origins.append(table.origin(for: request))
  }

  /// The year at the end of a title line (`Kerncijfers wijken en buurten 2015`), or nil.
  private func titleYear(_ table: OpenTable) -> Int? {
    guard table.skippedRecords > 0,
      let head = try? table.file.head(
        delimiter: table.delimiter, maximumRecords: table.skippedRecords)
    else { return nil }
    for record in 0..<head.count where head.width(of: record) == 1 {
      let words = head.text(0, in: record).split { !$0.isNumber }
      if let last = words.last, last.count == 4, let year = Int(last),
        (1900...2100).contains(year)
      {
        return year
      }
    }
    return nil
  }
}

/// Takes the rows of Kerncijfers wijken en buurten with one column per figure.
private struct WideProfileReader: RowReader {
  private(set) var figures = Characteristics()
  private(set) var unplaced = 0
  private let hasCodes: Bool
  private var area: StatLineAreaColumns
  private var year: YearColumn
  private var others: [(indicator: Indicator, unit: String, column: FigureColumn)] = []

  init(
    _ table: OpenTable, _ request: ImportRequest, definitions: DefinitionSet, log: inout FileLog
  ) throws(RefusedFile) {
    hasCodes = table.layout.id != "cbs-kwb-tabelindeling"
    area = StatLineAreaColumns(table)
    year = try YearColumn(table, configured: request.year, log: log)
    var known: Set<[String]> = []
    for extra in table.extraColumns where !extra.header.isEmpty {
      let heading = AreaText.trimmed(extra.header)
      guard let indicator = definitions.figure(for: heading, kinds: Indicator.Kind.characteristics)
      else {
        log.add("W202", line: table.headerLine, column: heading)
        continue
      }
      guard let unit = FigureHeading(heading).unit(of: indicator) else {
        log.add(
          "W383", line: table.headerLine, column: heading, facts: ["reden": "zonder eenheid"])
        continue
      }
      guard known.insert([indicator.id, unit]).inserted else {
        throw log.refusal(
          "E203", line: table.headerLine, column: indicator.id, facts: ["kop": heading])
      }
      others.append((indicator, unit, FigureColumn(table, field: extra.field, name: indicator.id)))
    }
  }

  var columns: [FigureColumn] { area.columns + [year.column] + others.map(\.column) }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    var place = area.area(row)
    if !hasCodes, let named = place, named.kind == .municipality || named.kind == .region {
      place = Area(.unknown, named.code)
    }
    let year = year.year(row)
    if place == nil || year == nil { unplaced += 1 }
    for index in others.indices {
      let indicator = others[index].indicator
      let number = others[index].column.figure(
        row, CellType(unit: others[index].unit))
      guard let place, let year, let number else { continue }
      let isNew = figures.add(
        AreaCharacteristic(
          area: place, indicator: indicator.id, value: number, unit: others[index].unit,
          classification: indicator.classification, year: year, origin: 0))
      guard isNew else { throw log.refusal("E305", line: row.line, column: "gebied") }
    }
    return .accepted
  }
}
