import Definitions
import WijkModel

/// Reads the Vektis open data of the Zvw, per gemeente or PC3, of all years.
///
/// Vektis writes names in capitals until 2018 and cuts them at 32 characters in 2023, adds and drops
/// columns every few years, and puts persons of groups below 10 into one row without sex, age and
/// area. That rest row belongs to the national total only. A column that a year lacks is not there
/// in ``CostTable/kinds``; it is never 0.
extension SourceImporter {
  func readCosts(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    guard let year = request.year ?? VektisFile.year(in: request.name) else {
      throw log.refusalWithoutYear()
    }
    var reader = try CostReader(table, definitions: definitions, log: log)
    try table.read(into: &reader, log: &log)
    log.record.years = [year]
    let origin = data.origins.count
    data.origins.append(table.origin(for: request))
    data.costs.append(
      CostTable(
        year: year, areaKind: reader.areaKind, kinds: reader.kinds, rows: reader.sortedRows,
        origin: origin))
  }
}

/// What the name of a Vektis file tells.
enum VektisFile {
  /// The year in a name such as `vektis_2023_gemeente.csv`, or nil when there is none or several.
  ///
  /// The digits after `vektis` go before others, because a name may also hold the year of release.
  static func year(in path: String) -> Int? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var years: [Int] = []
    for run in name.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) {
      if run.count == 4, let year = Int(run), (2006...2099).contains(year) { years.append(year) }
    }
    if name.lowercased().hasPrefix("vektis"), let first = years.first { return first }
    return Set(years).count == 1 ? years.first : nil
  }
}

/// Takes the rows of a Vektis file.
private struct CostReader: RowReader {
  private struct Key: Hashable {
    let sex: Sex?
    let band: AgeBand?
    let area: String?
  }

  let areaKind: AreaKind
  /// The full names of the cost columns, in the order of the file.
  let kinds: [String]
  private var sex: FigureColumn
  private var band: FigureColumn
  private var area: FigureColumn
  private var insured: FigureColumn
  private var years: FigureColumn
  private var costs: [FigureColumn]
  private var rows: [CostTable.Row] = []
  private var keys: Set<Key> = []
  private(set) var unplaced = 0

  init(_ table: OpenTable, definitions: DefinitionSet, log: FileLog) throws(RefusedFile) {
    let found = CostColumns(table, definitions: definitions)
    guard !found.columns.isEmpty else {
      throw log.refusal("E201", column: "kosten_")
    }
    if let double = found.repeated {
      throw log.refusal("E203", column: double, facts: ["kop": double])
    }
    kinds = found.columns.map(\.name)
    costs = found.columns.map { FigureColumn(table, field: $0.field, name: $0.name) }
    let isByMunicipality = table.has("gemeentenaam")
    areaKind = isByMunicipality ? .municipality : .postcode4
    sex = FigureColumn(table, "geslacht")
    band = FigureColumn(table, "leeftijdsklasse")
    area = FigureColumn(table, isByMunicipality ? "gemeentenaam" : "postcode_3")
    insured = FigureColumn(table, "aantal_bsn")
    years = FigureColumn(table, "aantal_verzekerdejaren")
  }

  var columns: [FigureColumn] { [sex, band, area, insured, years] + costs }

  /// The rows by area, age and sex, the rest row last, whatever the order of the file.
  var sortedRows: [CostTable.Row] {
    rows.sorted { left, right in
      guard let leftArea = left.area, let rightArea = right.area else {
        return right.area == nil && left.area != nil
      }
      if leftArea != rightArea { return leftArea < rightArea }
      if let leftBand = left.band, let rightBand = right.band, leftBand != rightBand {
        return leftBand < rightBand
      }
      return (left.sex?.rawValue ?? 2) < (right.sex?.rawValue ?? 2)
    }
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    let isRest =
      row.cell(sex.field).isEmpty && row.cell(band.field).isEmpty && row.cell(area.field).isEmpty
    let place = isRest ? restKey(row) : key(row)
    let figures = figures(row)
    guard let key = place, let figures else {
      unplaced += 1
      return .accepted
    }
    guard keys.insert(key).inserted else {
      throw log.refusal("E305", line: row.line, column: area.tally.column)
    }
    rows.append(
      CostTable.Row(
        sex: key.sex, band: key.band, area: key.area, insured: figures[0],
        insuredYears: figures[1], costs: Array(figures[2...])))
    return .accepted
  }

  private mutating func key(_ row: Row) -> Key? {
    let recorded = sex.figureSex(row)
    let ages = band.value(row, AgeBandCell.parse)?.single
    let name = area.required(row, "E385", TextCell.parse)
    guard let recorded, let ages, let name else { return nil }
    return Key(sex: recorded, band: ages, area: name.uppercased())
  }

  private mutating func restKey(_ row: Row) -> Key {
    sex.noteBlank(row)
    band.noteBlank(row)
    area.noteBlank(row)
    return Key(sex: nil, band: nil, area: nil)
  }

  /// Insured, years and costs; nil when one of them is not a number, because a sum would be wrong.
  private mutating func figures(_ row: Row) -> [Double]? {
    var figures = [insured.requiredFigure(row, .count), years.requiredFigure(row, .number)]
    for index in costs.indices { figures.append(costs[index].requiredFigure(row, .number)) }
    let known = figures.compactMap { $0 }
    return known.count == figures.count ? known : nil
  }
}

extension Sex {
  /// Men and women; other and unknown are neither.
  init?(_ recorded: RecordedSex) {
    switch recorded {
    case .male: self = .male
    case .female: self = .female
    case .other, .unknown: return nil
    }
  }
}

/// The cost columns of a Vektis file under their full names.
struct CostColumns {
  /// The columns in the order of the file.
  private(set) var columns: [(name: String, field: Int)] = []
  /// A name that two columns have, or nil.
  private(set) var repeated: String?

  /// Vektis cuts names at 32 characters in 2023.
  private static let cutLength = 32

  init(_ table: OpenTable, definitions: DefinitionSet) {
    let named = table.layout.columns.filter { $0.meaning == .costs }.map(\.name)
    let full = Set(definitions.costKinds.flatMap(\.columns)).union(named)
    var found = named.compactMap { name in table.field(name).map { (name, $0) } }
    for extra in table.extraColumns {
      let header = AreaText.trimmed(extra.header).lowercased()
      if header.hasPrefix("kosten_") {
        found.append((Self.fullName(of: header, in: full), extra.field))
      }
    }
    columns = found.sorted { $0.1 < $1.1 }.map { (name: $0.0, field: $0.1) }
    var names: Set<String> = []
    repeated = columns.map(\.name).first { !names.insert($0).inserted }
  }

  /// The known name that a cut name begins; a name that is not known stays as it is.
  static func fullName(of header: String, in names: Set<String>) -> String {
    guard !names.contains(header), header.utf8.count >= cutLength - 1 else { return header }
    let matches = names.filter { $0.hasPrefix(header) }
    return matches.count == 1 ? matches.first ?? header : header
  }
}
