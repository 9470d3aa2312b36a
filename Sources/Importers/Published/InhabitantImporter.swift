import Definitions
import WijkModel

/// Reads inhabitants per postcode by age and sex, and their characteristics.
extension SourceImporter {
  func readInhabitants(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    let origin = data.origins.count
    let tolerance = definitions.limit("totaal_speling_per_deel")
    if table.has("kenmerk") {
      let figures = try characteristics(table, request, areaColumn: "postcode", log: &log)
      data.characteristics += figures.sorted(origin: origin)
    } else if table.has("leeftijd") {
      var reader = try InhabitantReader(table, request, log: log)
      try table.read(into: &reader, log: &log)
      reader.counts.check(tolerancePerPart: tolerance, &log)
      log.record.years = reader.counts.years
      data.inhabitants += reader.counts.sorted(origin: origin)
    } else {
      var reader = try KeyFiguresReader(table, request, definitions: definitions, log: log)
      try table.read(into: &reader, log: &log)
      reader.counts.check(tolerancePerPart: tolerance, &log)
      log.record.years = reader.counts.years
      data.inhabitants += reader.counts.sorted(origin: origin)
      data.characteristics += reader.figures.sorted(origin: origin)
    }
    data.origins.append(table.origin(for: request))
  }
}

/// Takes the rows of the long own layout and of StatLine 83502NED.
///
/// 83502NED has the sexes in columns (`inwoners`, `inwoners_man`, `inwoners_vrouw`) and rows of
/// two- and three-digit postcodes between those of four; the own layout has a column `geslacht`.
struct InhabitantReader: RowReader {
  private(set) var counts = InhabitantCounts()
  private(set) var unplaced = 0
  private var postcode: FigureColumn
  private var ages: FigureColumn
  private var sex: FigureColumn
  private var year: YearColumn
  /// The columns of numbers and the sex that each is about; nil asks the column `geslacht`.
  private var numbers: [(sex: Sex?, column: FigureColumn)]

  init(_ table: OpenTable, _ request: ImportRequest, log: FileLog) throws(RefusedFile) {
    postcode = FigureColumn(table, "postcode")
    ages = FigureColumn(table, "leeftijd")
    sex = FigureColumn(table, "geslacht")
    year = try YearColumn(table, configured: request.year, log: log)
    numbers = table.layout.columns.compactMap { column in
      guard table.has(column.name) else { return nil }
      if case .inhabitants(_, let sex) = column.meaning {
        return (sex, FigureColumn(table, column.name))
      }
      return column.name == "aantal" ? (nil, FigureColumn(table, column.name)) : nil
    }
  }

  var columns: [FigureColumn] { [postcode, ages, sex, year.column] + numbers.map(\.column) }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    switch AreaText.reading(row.text(postcode.field)) {
    case .postcode, .blank: return try takePostcode(row, log)
    case .postcodePrefix(let digits): return takeTotal(row, prefix: digits, &log)
    case .total, .area: return takeTotal(row, prefix: "", &log)
    }
  }

  private mutating func takePostcode(_ row: Row, _ log: FileLog) throws(RefusedFile) -> RowOutcome {
    let place = postcode.required(row, "E385", PostcodeCell.parse)
    let band = ages.value(row, AgeBandCell.parse)
    let recorded = sex.sexOrBoth(row)
    let year = year.year(row)
    let found = numbers.indices.map { numbers[$0].column.count(row) }
    guard let place, let band, let recorded, let year else {
      unplaced += 1
      return .accepted
    }
    for (index, number) in found.enumerated() {
      guard let number else { continue }
      let key = InhabitantCounts.Key(
        postcode: place, band: band.single, sex: numbers[index].sex ?? recorded.sex, year: year)
      let column = numbers[index].column.tally.column
      if let other = counts.add(key, number, line: row.line, column: column) {
        throw log.refusal(
          "E305", line: row.line, column: "postcode", facts: ["andere": String(other)])
      }
    }
    return .accepted
  }

  /// A row above the postcodes: left out (W301), and kept aside for the check of the sum.
  private mutating func takeTotal(
    _ row: Row, prefix: String, _ log: inout FileLog
  ) -> RowOutcome {
    log.add("W301", line: row.line, column: "postcode")
    // Copies, so that the cells of a row that is left out are not counted.
    var (ages, sex, year) = (ages, sex, year)
    guard let band = ages.value(row, AgeBandCell.parse), let recorded = sex.sexOrBoth(row),
      let year = year.year(row)
    else { return .ignored }
    for number in numbers {
      var column = number.column
      counts.addTotal(
        prefix: prefix, band: band.single, sex: number.sex ?? recorded.sex, year: year,
        column.count(row), line: row.line, column: column.tally.column)
    }
    return .ignored
  }
}

/// The sex of a row of figures; nil means both.
struct RowSex {
  let sex: Sex?
}

extension FigureColumn {
  /// Reads a sex or `Totaal`; nil when the cell is refused or unknown.
  mutating func sexOrBoth(_ row: Row) -> RowSex? {
    guard field != nil else { return RowSex(sex: nil) }
    if TotalCell.matches(row.cell(field)) {
      _ = text(row)
      return RowSex(sex: nil)
    }
    return figureSex(row).map { RowSex(sex: $0) }
  }
}

extension FigureColumn {
  /// Reads a sex of a row of figures; unknown and other cannot be placed and are refused (E321).
  mutating func figureSex(_ row: Row) -> Sex? {
    value(row) { cell -> CellResult<Sex> in
      switch SexCell.parse(cell) {
      case .value(let recorded, let code):
        Sex(recorded).map { .value($0, code) } ?? .rejected("E321")
      case .missing: .rejected("E321")
      case .rejected(let code): .rejected(code)
      }
    }
  }
}

extension AgeBandValue {
  /// The band; nil for all ages.
  var single: AgeBand? { if case .band(let band) = self { band } else { nil } }
}
