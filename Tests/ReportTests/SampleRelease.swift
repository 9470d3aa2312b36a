import Foundation
import WijkModel

@testable import DisclosureControl
@testable import Report

/// A made-up wijk with all tables, for the tests of the chapter.
enum SampleRelease {
  /// The wijk.
  static let wijk = Wijk(
    name: "Voorbeeldwijk", slug: "voorbeeldwijk",
    postcodes: [1901, 1902, 1903].compactMap(Postcode4.init),
    practices: [1_001_234, 1_005_678].compactMap(AGBCode.init))

  /// The reference date.
  static let date = CalendarDate(iso: "2026-07-01") ?? CalendarDate(dayNumber: 0)

  /// Every table of the chapter.
  static func all() -> DraftRelease {
    var draft = patientsOnly()
    draft.notes = []
    draft.inhabitants = inhabitantsOnly().inhabitants
    draft.insured = [t220()]
    draft.others = [t212()]
    draft.patients[0] = t201(hasInhabitants: true)
    return draft
  }

  /// Tables of a wijk without published figures.
  static func patientsOnly() -> DraftRelease {
    var draft = DraftRelease(wijk: wijk)
    draft.practiceCount = 5
    draft.patients = [
      t201(hasInhabitants: false), t202(), t210(), t213(), t214(), t215(), t216(), t217(), t219(),
      t222(),
      t223(),
    ]
    return draft
  }

  /// Tables of a wijk without patients.
  static func inhabitantsOnly() -> DraftRelease {
    var draft = DraftRelease(wijk: wijk)
    draft.inhabitants = [
      t203(), t204(), t205(), t206(), t207(), t208(), t209(), t211(), t221(),
    ]
    draft.notes = ["t202", "t213", "t214"].map {
      TableNote("bron-ontbreekt", ["tabel": $0, "bron": "praktijklijst"])
    }
    return draft
  }

  /// The context of a run with nothing optional.
  static func context() -> ChapterContext {
    ChapterContext(
      regionName: "Voorbeeldregio", referenceDate: date, settings: RegionSettings())
  }

  /// The chapter of a release.
  static func report(
    _ draft: DraftRelease, _ context: ChapterContext? = nil, threshold: Int = 10
  ) -> Report {
    var settings = RegionSettings()
    settings.threshold = threshold
    let released = primaryRelease(draft, settings)
    return chapter(released, context: context ?? self.context(), names: names)
  }

  /// The words of the sample.
  static let names = Names(
    wijk: wijk, referenceDate: date, indicators: SampleDefinitions.indicators,
    groups: SampleDefinitions.groups)

  /// One released table.
  static func released<Of: Population>(_ table: DraftTable<Of>, threshold: Int = 10)
    -> ReleasableTable?
  {
    var draft = DraftRelease(wijk: wijk)
    if let table = table as? DraftTable<EnrolledPatients> { draft.patients = [table] }
    if let table = table as? DraftTable<Inhabitants> { draft.inhabitants = [table] }
    if let table = table as? DraftTable<InsuredPersons> { draft.insured = [table] }
    if let table = table as? DraftTable<NoPopulation> { draft.others = [table] }
    var settings = RegionSettings()
    settings.threshold = threshold
    return primaryRelease(draft, settings).tables.first
  }
}

/// Makes a table from lines of text: `•` withheld, empty absent, `?` unknown, digits a count, digits
/// with a point a number, anything else text; a cell in quotes is always text.
func table<Of: Population>(
  _ id: String, _ columns: [TableColumn], _ lines: String, notes: [TableNote] = [],
  source: String = "", years: [Int] = [], as population: Of.Type = Of.self
) -> DraftTable<Of> {
  let origins = source.isEmpty ? [] : [SourceOrigin(file: "x.csv", layout: "eigen", name: source)]
  var table = DraftTable<Of>(
    id: id, columns: columns, notes: notes, origins: origins, years: years)
  for line in lines.split(separator: "\n") {
    let cells = line.split(separator: ";", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    table.append(zip(cells, columns).map { cell($0, $1) })
  }
  return table
}

private func cell(_ text: String, _ column: TableColumn) -> DraftCell {
  switch text {
  case "": .absent
  case "?": .unknown
  case "•": .withheld
  default:
    if column.role == .dimension {
      .text(text)
    } else if let count = Int(text) {
      .count(count)
    } else if let number = Double(text) {
      .number(number)
    } else {
      .text(text)
    }
  }
}

/// Dimension columns by name.
func dimensions(_ names: String...) -> [TableColumn] { names.map { TableColumn($0, .dimension) } }

/// Attribute columns by name.
func attributes(_ names: String...) -> [TableColumn] { names.map { TableColumn($0, .attribute) } }
