import Definitions
import WijkModel

/// Reads the figures of the Vektis Praktijkspiegel per practice, in the own layout.
///
/// How the numbers of a row are written follows from its unit: euros as an amount, `%` as a
/// percentage, everything else as a decimal number.
extension SourceImporter {
  func readPraktijkspiegel(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    let origin = data.origins.count
    var reader = try PraktijkspiegelReader(table, request, origin: origin, log: log)
    try table.read(into: &reader, log: &log)
    log.record.years = reader.year.years.sorted()
    data.praktijkspiegel += reader.figures.values.sorted {
      ($0.practice, $0.indicator, $0.year) < ($1.practice, $1.indicator, $1.year)
    }
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of a Praktijkspiegel.
private struct PraktijkspiegelReader: RowReader {
  struct Key: Hashable {
    let practice: AGBCode
    let year: Int
    let indicator: String
  }

  private(set) var figures: [Key: PraktijkspiegelFigure] = [:]
  private(set) var unplaced = 0
  private(set) var year: YearColumn
  private let origin: Int
  private var practice: FigureColumn
  private var indicator: FigureColumn
  private var text: FigureColumn
  private var unit: FigureColumn
  private var numerator: FigureColumn
  private var denominator: FigureColumn
  private var value: FigureColumn
  private var expected: FigureColumn
  private var region: FigureColumn
  private var national: FigureColumn

  init(
    _ table: OpenTable, _ request: ImportRequest, origin: Int, log: FileLog
  ) throws(RefusedFile) {
    self.origin = origin
    year = try YearColumn(table, configured: request.year, log: log)
    practice = FigureColumn(table, "praktijk_agb")
    indicator = FigureColumn(table, "indicatorcode")
    text = FigureColumn(table, "omschrijving")
    unit = FigureColumn(table, "eenheid")
    numerator = FigureColumn(table, "teller")
    denominator = FigureColumn(table, "noemer")
    value = FigureColumn(table, "waarde")
    expected = FigureColumn(table, "verwacht")
    region = FigureColumn(table, "regio")
    national = FigureColumn(table, "landelijk")
  }

  var columns: [FigureColumn] {
    [
      practice, year.column, indicator, text, unit, numerator, denominator, value, expected,
      region, national,
    ]
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let agb = practice.required(row, "E371", AGBCell.parse)
    let rowYear = year.year(row)
    let code = indicator.requiredText(row)
    let description = text.text(row)
    let rowUnit = Self.unit(unit.text(row))
    let type = Self.type(of: rowUnit)
    let parts = (numerator.figure(row, .number), denominator.count(row))
    let own = value.figure(row, type) ?? .missing(.unknown)
    let others = (
      expected.figure(row, type), region.figure(row, type),
      national.figure(row, type)
    )
    guard let agb, let rowYear, let code else {
      unplaced += 1
      return .accepted
    }
    let key = Key(practice: agb, year: rowYear, indicator: code)
    guard figures[key] == nil else {
      throw log.refusal("E305", line: row.line, column: "indicatorcode")
    }
    figures[key] = PraktijkspiegelFigure(
      practice: agb, year: rowYear, indicator: code, text: description, unit: rowUnit,
      numerator: parts.0?.number, denominator: parts.1?.number, value: own,
      expected: others.0?.number, region: others.1?.number, national: others.2?.number,
      origin: origin)
    return .accepted
  }

  /// How numbers with a unit are written.
  private static func type(of unit: String) -> CellType {
    switch unit {
    case "euro": .amount
    case "%": .percentage
    default: .number
    }
  }

  /// The four units under the names of layouts.md; other words stay as they are.
  private static func unit(_ text: String) -> String {
    switch text.lowercased() {
    case "€", "eur", "euro's", "euro": "euro"
    case "percentage", "procent", "%": "%"
    case "per 1000", "per 1.000", "promille", "‰": "per 1.000"
    case "aantal": "aantal"
    default: text
    }
  }
}
