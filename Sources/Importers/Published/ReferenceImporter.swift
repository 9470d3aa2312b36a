import Definitions
import WijkModel

/// Reads persons and cases of reference populations by sex and age.
extension SourceImporter {
  func readReference(
    _ table: OpenTable, _ request: ImportRequest, into data: inout SourceData, log: inout FileLog
  ) throws(RefusedFile) {
    let origin = data.origins.count
    var reader = try ReferenceReader(
      table, request, definitions: definitions, origin: origin, log: log)
    try table.read(into: &reader, log: &log)
    log.record.years = reader.year.years.sorted()
    data.references += reader.sorted
    data.origins.append(
      SourceOrigin(
        file: request.name, layout: table.layout.id,
        name: request.sourceName ?? reader.sources.sorted().joined(separator: "; ")))
  }
}

/// Takes the rows of a reference table.
private struct ReferenceReader: RowReader {
  private struct Key: Hashable {
    let area: String
    let year: Int
    let group: String
    let sex: Sex?
    let band: AgeBand
  }

  private var counts: [Key: ReferenceCount] = [:]
  private(set) var unplaced = 0
  private(set) var year: YearColumn
  /// The texts of the column `bron`, for the caption.
  private(set) var sources: Set<String> = []
  private let definitions: DefinitionSet
  private let origin: Int
  private var area: FigureColumn
  private var group: FigureColumn
  private var sex: FigureColumn
  private var ages: FigureColumn
  private var persons: FigureColumn
  private var cases: FigureColumn
  private var source: FigureColumn
  private var definition: FigureColumn
  private var prevalence: FigureColumn

  init(
    _ table: OpenTable, _ request: ImportRequest, definitions: DefinitionSet, origin: Int,
    log: FileLog
  ) throws(RefusedFile) {
    self.definitions = definitions
    self.origin = origin
    year = try YearColumn(table, configured: request.year, log: log)
    area = FigureColumn(table, "gebied")
    group = FigureColumn(table, "groep")
    sex = FigureColumn(table, "geslacht")
    ages = FigureColumn(table, "leeftijd")
    persons = FigureColumn(table, "personen")
    cases = FigureColumn(table, "gevallen")
    source = FigureColumn(table, "bron")
    definition = FigureColumn(table, "definitie")
    prevalence = FigureColumn(table, "prevalentie")
  }

  /// What kinds of prevalence there are (layouts.md).
  private static let prevalences = ["punt", "jaar", "ooit"]

  var columns: [FigureColumn] {
    [area, year.column, group, sex, ages, persons, cases, source, definition, prevalence]
  }

  /// The counts by area, year, group, age and sex, whatever the order of the rows.
  var sorted: [ReferenceCount] {
    counts.values.sorted { left, right in
      func order(_ count: ReferenceCount) -> (String, Int, String, AgeBand, Int) {
        (
          count.area, count.year, count.group, count.band,
          count.sex.map { Int($0.rawValue) } ?? -1
        )
      }
      return order(left) < order(right)
    }
  }

  mutating func take(_ row: Row, _ log: inout FileLog) throws(RefusedFile) -> RowOutcome {
    // All ages together are a total of the rows, not a stratum.
    if TotalCell.matches(row.cell(ages.field)) {
      log.add("W301", line: row.line, column: "leeftijd")
      return .ignored
    }
    let name = AreaText.trimmed(row.text(group.field))
    guard let id = groupID(name) else {
      log.add("W381", line: row.line, column: "groep", facts: ["indicator": name])
      return .ignored
    }
    _ = group.text(row)
    let place = area.required(row, "E385", TextCell.parse)
    let rowYear = year.year(row)
    let recorded = sex.sexOrBoth(row)
    let band = ages.value(row, AgeBandCell.parse)?.single
    let people = persons.requiredFigure(row, .count)
    let sick = cases.count(row)?.number
    let texts = (
      source.text(row), definition.text(row), prevalence.word(row, of: Self.prevalences) ?? ""
    )
    if !texts.0.isEmpty { sources.insert(texts.0) }
    guard let place, let rowYear, let recorded, let band, let people else {
      unplaced += 1
      return .accepted
    }
    if let sick, sick > people {
      throw log.refusal("E356", line: row.line, column: "gevallen")
    }
    let key = Key(area: place, year: rowYear, group: id, sex: recorded.sex, band: band)
    guard counts[key] == nil else {
      throw log.refusal("E305", line: row.line, column: "groep")
    }
    counts[key] = ReferenceCount(
      area: place, year: rowYear, group: id, sex: recorded.sex, band: band, persons: people,
      cases: sick, definition: texts.1, prevalence: texts.2, origin: origin)
    return .accepted
  }

  /// The id of a disease group by id or name, or `bevolking` for a standard population.
  private func groupID(_ name: String) -> String? {
    if name.lowercased() == "bevolking" { return "bevolking" }
    return definitions.group(named: name)?.id
  }
}
