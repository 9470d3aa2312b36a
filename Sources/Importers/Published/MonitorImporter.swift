import Definitions
import WijkModel

/// Reads figures of the Gezondheidsmonitor: own layouts and exports of StatLine.
///
/// Indicators are found by name, never by the ordinal suffix of a StatLine key, and the year comes
/// from the rows, never from the name of the file: RIVM names files after the division into
/// gemeenten. A figure that occurs twice refuses the file, because which one is right is not ours to
/// choose.
extension SourceImporter {
  func readMonitor(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    let figures: MonitorFigures
    if table.layout.hasIndicatorColumns {
      var reader = try WideMonitorReader(table, request, definitions: definitions, log: &log)
      try table.read(into: &reader, log: &log)
      figures = reader.figures
    } else {
      var reader = try LongMonitorReader(table, request, definitions: definitions, log: &log)
      try table.read(into: &reader, log: &log)
      figures = reader.figures
    }
    if table.layout.sourceName.isEmpty {
      figures.checkScale(column: table.layout.hasIndicatorColumns ? nil : "waarde", &log)
    }
    log.record.years = figures.years
    data.monitor += figures.sorted(origin: data.origins.count)
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of the long own layout: one figure per row.
private struct LongMonitorReader: RowReader {
  private(set) var figures = MonitorFigures()
  private(set) var unplaced = 0
  private let definitions: DefinitionSet
  private var area: AreaColumn
  private var year: YearColumn
  private var indicator: FigureColumn
  private var ages: FigureColumn
  private var value: FigureColumn
  private var low: FigureColumn
  private var high: FigureColumn
  private var respondents: FigureColumn
  private var basis: BasisColumn

  init(
    _ table: OpenTable, _ request: ImportRequest, definitions: DefinitionSet, log: inout FileLog
  ) throws(RefusedFile) {
    self.definitions = definitions
    area = AreaColumn(table, "pc4")
    year = try YearColumn(table, configured: request.year, log: log)
    indicator = FigureColumn(table, "indicator")
    ages = FigureColumn(table, "leeftijd")
    value = FigureColumn(table, "waarde")
    low = FigureColumn(table, "ondergrens")
    high = FigureColumn(table, "bovengrens")
    respondents = FigureColumn(table, "n")
    basis = BasisColumn(table, log: &log)
  }

  var columns: [FigureColumn] {
    [area.column, year.column, indicator, ages, value, low, high, respondents, basis.column]
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let name = AreaText.trimmed(row.text(indicator.field))
    guard let known = definitions.figure(for: name, kinds: [.monitor]) else {
      log.add("W381", line: row.line, column: "indicator", facts: ["indicator": name])
      return .ignored
    }
    _ = indicator.text(row)
    let place = area.area(row)
    let year = year.year(row)
    let band = adults(row)
    let percentage = value.monitorPercentage(row) ?? .missing(.unknown)
    let limits = (low.monitorPercentage(row), high.monitorPercentage(row))
    let number = respondents.count(row)?.number
    let basis = basis.basis(row)
    guard let place, let year, let band else {
      unplaced += 1
      return .accepted
    }
    let key = MonitorFigures.Key(area: place, indicator: known.id, ages: band, year: year)
    if let other = figures.add(key, .value, percentage, basis: basis, line: row.line) {
      throw log.refusal(
        "E305", line: row.line, column: "pc4", facts: ["andere": String(other)])
    }
    if let low = limits.0 { _ = figures.add(key, .low, low, basis: basis, line: row.line) }
    if let high = limits.1 { _ = figures.add(key, .high, high, basis: basis, line: row.line) }
    figures.setRespondents(number, of: key)
    return .accepted
  }

  private mutating func adults(_ row: Row) -> AgeBand? {
    guard ages.field != nil else { return StatLineMonitor.adults }
    if row.cell(ages.field).isEmpty {
      ages.noteBlank(row)
      return StatLineMonitor.adults
    }
    return ages.value(row, AgeBandCell.parse).map { $0.band(ofAll: StatLineMonitor.adults) }
  }
}

extension AgeBandValue {
  /// The band, or the one that `Totaal` means in this table.
  func band(ofAll all: AgeBand) -> AgeBand {
    switch self {
    case .band(let band): band
    case .total: all
    }
  }
}

/// How a figure came about, by the column `basis` or a default.
struct BasisColumn {
  private(set) var column: FigureColumn

  /// Binds the column; without it all figures are model figures, said once (W203).
  init(_ table: OpenTable, log: inout FileLog) {
    column = FigureColumn(table, "basis")
    if column.field == nil {
      log.add("W203", column: "basis", facts: ["waarde": Basis.modelled.rawValue])
    }
  }

  /// The basis of a row; an unknown word (E384) is the weakest that a publisher gives, a model.
  mutating func basis(_ row: Row) -> Basis {
    let known: [Basis] = [.measured, .modelled, .redistributed]
    let word = column.word(row, of: known.map(\.rawValue))
    return word.flatMap(Basis.init(rawValue:)) ?? .modelled
  }
}

/// A column with an area: a postcode, a code of CBS or a name.
struct AreaColumn {
  private(set) var column: FigureColumn

  init(_ table: OpenTable, _ name: String) { column = FigureColumn(table, name) }

  /// The area of a row; nil for a blank or refused one (E385) and for a total (W301).
  mutating func area(_ row: Row) -> Area? {
    switch AreaText.reading(row.text(column.field)) {
    case .area(let area):
      _ = column.text(row)
      return area
    case .postcode: return column.value(row, PostcodeCell.parse).map { Area($0) }
    case .blank: return column.value(row) { _ in .rejected("E385") }
    case .postcodePrefix, .total:
      column.noteBlank(row)
      column.note("W301", line: row.line)
      return nil
    }
  }
}
