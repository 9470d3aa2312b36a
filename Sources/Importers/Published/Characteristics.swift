import Definitions
import WijkModel

/// Collects characteristics of areas, each once.
struct Characteristics {
  private struct Key: Hashable {
    let area: Area
    let indicator: String
    let unit: String
    let year: Int
  }

  private var figures: [Key: AreaCharacteristic] = [:]

  /// Adds a figure, whose origin is set at the end; false when it is there already.
  mutating func add(_ figure: AreaCharacteristic) -> Bool {
    let key = Key(
      area: figure.area, indicator: figure.indicator, unit: figure.unit, year: figure.year)
    guard figures[key] == nil else { return false }
    figures[key] = figure
    return true
  }

  /// The years that occur.
  var years: [Int] { Set(figures.keys.map(\.year)).sorted() }

  /// The figures by indicator, year and area, whatever the order of the rows.
  func sorted(origin: Int) -> [AreaCharacteristic] {
    figures.values.sorted {
      ($0.indicator, $0.unit, $0.year, $0.area) < ($1.indicator, $1.unit, $1.year, $1.area)
    }.map { figure in
      AreaCharacteristic(
        area: figure.area, indicator: figure.indicator, value: figure.value, unit: figure.unit,
        classification: figure.classification, year: figure.year, households: figure.households,
        origin: origin)
    }
  }
}

extension Indicator.Kind {
  /// The kinds that are characteristics of an area, not answers to a survey.
  static let characteristics: Set<Indicator.Kind> = [.origin, .household, .socioeconomic]
}

extension SourceImporter {
  /// Reads a long table of characteristics: area, `kenmerk`, number, unit, year.
  func characteristics(
    _ table: OpenTable, _ request: ImportRequest, areaColumn: String, log: inout FileLog
  ) throws(RefusedFile) -> Characteristics {
    var reader = try CharacteristicReader(
      table, request, definitions: definitions, areaColumn: areaColumn, log: log)
    try table.read(into: &reader, log: &log)
    log.record.years = reader.figures.years
    return reader.figures
  }
}

/// Takes the rows of a long table of characteristics.
private struct CharacteristicReader: RowReader {
  private(set) var figures = Characteristics()
  private(set) var unplaced = 0
  private let definitions: DefinitionSet
  private var area: AreaColumn
  private var name: FigureColumn
  private var unit: FigureColumn
  private var value: FigureColumn
  private var year: YearColumn

  init(
    _ table: OpenTable, _ request: ImportRequest, definitions: DefinitionSet, areaColumn: String,
    log: FileLog
  ) throws(RefusedFile) {
    self.definitions = definitions
    area = AreaColumn(table, areaColumn)
    name = FigureColumn(table, "kenmerk")
    unit = FigureColumn(table, "eenheid")
    value = FigureColumn(table, table.has("waarde") ? "waarde" : "aantal")
    year = try YearColumn(table, configured: request.year, log: log)
  }

  var columns: [FigureColumn] { [area.column, name, unit, value, year.column] }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let heading = AreaText.trimmed(row.text(name.field))
    guard let indicator = definitions.figure(for: heading, kinds: Indicator.Kind.characteristics)
    else {
      log.add("W381", line: row.line, column: "kenmerk", facts: ["indicator": heading])
      return .ignored
    }
    _ = name.text(row)
    let place = area.area(row)
    let ownUnit = self.unit.text(row)
    let unit = ownUnit.isEmpty ? indicator.unit : FigureHeading.unit(ownUnit)
    let number = value.figure(row, CellType(unit: unit)) ?? .missing(.unknown)
    let year = year.year(row)
    guard let place, let year else {
      unplaced += 1
      return .accepted
    }
    let isNew = figures.add(
      AreaCharacteristic(
        area: place, indicator: indicator.id, value: number,
        unit: unit,
        classification: indicator.classification, year: year, origin: 0))
    guard isNew else { throw log.refusal("E305", line: row.line, column: area.column.tally.column) }
    return .accepted
  }
}

extension CellType {
  /// How a figure with a unit is read: counts whole, percentages 0...100, others as they are.
  init(unit: String) {
    switch unit {
    case "aantal": self = .count
    case "%": self = .percentage
    default: self = .number
    }
  }
}
