import Definitions
import WijkModel

/// What the tables of StatLine about the Gezondheidsmonitor leave unsaid in their rows.
///
/// Source: descriptions of 83674NED (2016, 19 jaar of ouder), 85012NED (2020) and 50120NED; codes of
/// the dimensions `Leeftijd` and `Marges` as in their data sets.
enum StatLineMonitor {
  /// The age base when a table gives none.
  static let adults = AgeBand(18, nil)

  /// The ages that `Totaal` means in a table.
  static func adults(ofLayout layout: String) -> AgeBand {
    layout == "cbs-83674ned" ? AgeBand(19, nil) : adults
  }

  /// The year of a table that has one year and may lack the column.
  static let yearOfTable = ["cbs-83674ned": 2016, "cbs-85012ned": 2020]

  /// Codes of the dimension `Leeftijd`.
  static let ages = [
    "20300": AgeBand(18, nil), "53115": AgeBand(18, 64), "80200": AgeBand(65, nil),
  ]

  /// The part of a figure that a cell of `Marges` names; nil for something else.
  static func part(_ text: String) -> MonitorFigures.Part? {
    let word = AreaText.trimmed(text).lowercased()
    if word.isEmpty || word == "waarde" || word.hasPrefix("mw") { return .value }
    if word.hasPrefix("ondergrens") || word.hasPrefix("mog") { return .low }
    if word.hasPrefix("bovengrens") || word.hasPrefix("mbg") { return .high }
    return nil
  }

  /// Whether figures of an area come from a sample; those of wijken and buurten are SMAP estimates.
  static func basis(of area: Area) -> Basis {
    switch area.kind {
    case .country, .region, .municipality: .measured
    default: .modelled
    }
  }
}

/// Takes the rows of tables with one column per indicator: the wide own layout and StatLine.
struct WideMonitorReader: RowReader {
  private(set) var figures = MonitorFigures()
  private(set) var unplaced = 0
  private let layout: String
  private let isOwn: Bool
  private let totalAges: AgeBand
  private var area: StatLineAreaColumns
  private var year: YearColumn
  private var ages: FigureColumn
  private var margins: FigureColumn
  private var basis: BasisColumn?
  private var indicators: [(id: String, column: FigureColumn)] = []

  init(
    _ table: OpenTable, _ request: ImportRequest, definitions: DefinitionSet, log: inout FileLog
  ) throws(RefusedFile) {
    layout = table.layout.id
    isOwn = table.layout.sourceName.isEmpty
    totalAges = StatLineMonitor.adults(ofLayout: table.layout.id)
    area = StatLineAreaColumns(table)
    year = try YearColumn(
      table, configured: request.year ?? StatLineMonitor.yearOfTable[table.layout.id], log: log)
    ages = FigureColumn(table, "leeftijd")
    margins = FigureColumn(table, "marges")
    basis = isOwn ? BasisColumn(table, log: &log) : nil
    try bindIndicators(table, definitions: definitions, log: &log)
  }

  var columns: [FigureColumn] {
    area.columns + [year.column, ages, margins] + [basis?.column].compactMap { $0 }
      + indicators.map(\.column)
  }

  private mutating func bindIndicators(
    _ table: OpenTable, definitions: DefinitionSet, log: inout FileLog
  ) throws(RefusedFile) {
    var known: Set<String> = []
    for extra in table.extraColumns where !extra.header.isEmpty {
      guard let indicator = definitions.figure(for: extra.header, kinds: [.monitor]) else {
        log.add("W202", line: table.headerLine, column: extra.header)
        continue
      }
      guard known.insert(indicator.id).inserted else {
        throw log.refusal(
          "E203", line: table.headerLine, column: indicator.id, facts: ["kop": extra.header])
      }
      indicators.append(
        (indicator.id, FigureColumn(table, field: extra.field, name: indicator.id)))
    }
    guard !indicators.isEmpty else {
      throw log.refusal(
        "E201", line: table.headerLine, column: "indicator")
    }
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let place = area.area(row)
    let year = year.year(row)
    let band = band(row)
    let part = part(row)
    let basis = basis?.basis(row) ?? place.map(StatLineMonitor.basis) ?? .modelled
    var isComplete = true
    for index in indicators.indices {
      let number = indicators[index].column.monitorPercentage(
        row)
      guard let place, let year, let band, let part else {
        isComplete = false
        continue
      }
      let key = MonitorFigures.Key(
        area: place, indicator: indicators[index].id, ages: band, year: year)
      let other = figures.add(
        key, part, number ?? .missing(.unknown), basis: basis, line: row.line)
      if let other {
        throw log.refusal(
          "E305", line: row.line, column: "pc4", facts: ["andere": String(other)])
      }
    }
    if !isComplete { unplaced += 1 }
    return .accepted
  }

  private mutating func band(_ row: Row) -> AgeBand? {
    guard ages.field != nil else { return totalAges }
    let cell = row.cell(ages.field)
    if cell.isEmpty {
      ages.noteBlank(row)
      return totalAges
    }
    if let coded = StatLineMonitor.ages[String(decoding: cell, as: UTF8.self)] {
      _ = ages.text(row)
      return coded
    }
    return ages.value(row, AgeBandCell.parse)?.band(ofAll: totalAges)
  }

  private mutating func part(_ row: Row) -> MonitorFigures.Part? {
    guard margins.field != nil else { return .value }
    return margins.value(row) { cell in
      StatLineMonitor.part(String(decoding: cell, as: UTF8.self)).map { .value($0, nil) }
        ?? .rejected("E384")
    }
  }
}

/// The columns of StatLine that name the area of a row: a code, a name, what kind it is.
struct StatLineAreaColumns {
  private var place: AreaColumn
  private var name: FigureColumn
  private var kind: FigureColumn
  private var code: FigureColumn

  init(_ table: OpenTable) {
    place = AreaColumn(table, table.has("pc4") ? "pc4" : "gebied")
    name = FigureColumn(table, "gemeente")
    kind = FigureColumn(table, "soort_regio")
    code = FigureColumn(table, "codering")
  }

  var columns: [FigureColumn] { [place.column, name, kind, code] }

  /// The area of a row: the code decides, and a gemeente is called by its name.
  ///
  /// Tables of 2016 and 2020 have names of gemeenten only, so the name is what all tables share.
  mutating func area(_ row: Row) -> Area? {
    let byName = place.area(row)
    let municipality = name.text(row)
    let kindOfArea = AreaText.kind(kind.text(row))
    let coded = code.text(row)
    var area = byName
    if case .area(let found) = AreaText.reading(coded) { area = found }
    if let kindOfArea, let found = area, found.kind != kindOfArea {
      area = Area(kindOfArea, found.code)
    }
    if area?.kind == .municipality, !municipality.isEmpty {
      area = Area(.municipality, municipality)
    }
    return area
  }
}
