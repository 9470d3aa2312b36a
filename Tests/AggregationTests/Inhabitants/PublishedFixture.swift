import Definitions
import TestSupport
import WijkModel

@testable import Aggregation

/// Invented published figures, and look-ups in the tables made of them.
enum PublishedFixture {
  static func definitions() throws -> DefinitionSet {
    try DefinitionSet.load(from: ProjectFolder.definitions.path)
  }

  static func postcode(_ number: Int) -> Postcode4 {
    guard let postcode = Postcode4(number) else {
      preconditionFailure("a postcode has four digits")
    }
    return postcode
  }

  static func wijk(
    _ name: String, _ postcodes: [Int], practices: [Int] = [], buurten: [String] = []
  ) -> Wijk {
    Wijk(
      name: name, slug: name.lowercased(), postcodes: postcodes.map(postcode),
      practices: practices.compactMap { AGBCode($0) }, buurten: buurten)
  }

  static func plan(_ wijken: [Wijk], settings: RegionSettings = RegionSettings()) -> RegionPlan {
    RegionPlan(
      name: "Proefregio",
      referenceDate: CalendarDate(iso: "2026-07-01") ?? CalendarDate(dayNumber: 0),
      wijken: wijken, settings: settings)
  }

  /// Inhabitants of a postcode by CBS class, men and women alike, and in total.
  static func inhabitants(
    _ postcode: Int, _ perSex: [Double?], total: Double? = nil, year: Int = 2025
  ) -> [InhabitantCount] {
    let bands = [
      AgeBand(0, 14), AgeBand(15, 24), AgeBand(25, 44), AgeBand(45, 64), AgeBand(65, nil),
    ]
    var rows: [InhabitantCount] = []
    for (band, number) in zip(bands, perSex) {
      for sex in Sex.allCases {
        rows.append(row(postcode, band, sex, number, year))
      }
      rows.append(row(postcode, band, nil, number.map { 2 * $0 }, year))
    }
    let known = perSex.compactMap { $0 }
    let sum = known.count == perSex.count ? 2 * known.reduce(0, +) : nil
    rows.append(row(postcode, nil, nil, total ?? sum, year))
    return rows
  }

  static func row(
    _ postcode: Int, _ band: AgeBand?, _ sex: Sex?, _ number: Double?, _ year: Int
  ) -> InhabitantCount {
    InhabitantCount(
      postcode: self.postcode(postcode), band: band, sex: sex,
      count: number.map { .value($0) } ?? .missing(.secret), year: year, origin: 0)
  }

  static func characteristic(
    _ area: Area, _ indicator: String, _ value: Double?, _ unit: String,
    classification: String = "", year: Int = 2025, households: Double? = nil
  ) -> AreaCharacteristic {
    AreaCharacteristic(
      area: area, indicator: indicator, value: value.map { .value($0) } ?? .missing(.secret),
      unit: unit, classification: classification, year: year, households: households, origin: 1)
  }

  static func pc4(_ number: Int) -> Area { Area(.postcode4, String(number)) }

  static func monitor(
    _ area: Area, _ indicator: String, _ value: Double?, limits: (Double, Double)? = nil,
    basis: Basis = .modelled, ages: AgeBand = AgeBand(18, nil), year: Int = 2024
  ) -> MonitorFigure {
    MonitorFigure(
      area: area, indicator: indicator, ages: ages, year: year,
      value: value.map { .value($0) } ?? .missing(.unknown), low: limits?.0, high: limits?.1,
      basis: basis, origin: 2)
  }

  static let origins = [
    SourceOrigin(file: "inwoners.csv", layout: "eigen", name: "CBS"),
    SourceOrigin(file: "kenmerken.csv", layout: "eigen-kenmerken", name: "CBS"),
    SourceOrigin(file: "ggd.csv", layout: "eigen-pc4", name: "GGD"),
  ]

  static func tables(
    _ data: SourceData, _ plan: RegionPlan, of wijk: Int = 0
  ) throws -> PublishedTables {
    var data = data
    if data.origins.isEmpty { data.origins = origins }
    return publishedTables(
      for: plan.wijken[wijk], data: data, plan: plan, definitions: try definitions(),
      index: InhabitantIndex(data))
  }
}

extension DraftTable {
  /// The cell of a column in the only row whose cells have these texts; nil when there is not one.
  func cell(_ conditions: [String: String], _ column: String) -> DraftCell? {
    let found = rows(conditions)
    guard found.count == 1, let place = columns.firstIndex(where: { $0.name == column }) else {
      return nil
    }
    return found[0][place]
  }

  /// The number in such a cell.
  func number(_ conditions: [String: String], _ column: String) -> Double? {
    switch cell(conditions, column) {
    case .number(let number): number
    case .count(let count): Double(count)
    default: nil
    }
  }

  /// The rows whose cells have these texts.
  func rows(_ conditions: [String: String]) -> [[DraftCell]] {
    rows.filter { row in
      conditions.allSatisfy { name, text in
        columns.firstIndex { $0.name == name }.map { row[$0] == .text(text) } ?? false
      }
    }
  }

  /// The texts of a column, by row.
  func texts(_ column: String) -> [String] {
    guard let place = columns.firstIndex(where: { $0.name == column }) else { return [] }
    return rows.map { if case .text(let text) = $0[place] { text } else { "" } }
  }

  /// The facts of a note; nil when the table does not have it.
  func note(_ code: String) -> [String: String]? { notes.first { $0.code == code }?.facts }
}

extension PublishedTables {
  func table(_ number: String) -> DraftTable<Inhabitants>? {
    inhabitants.first { $0.id.hasPrefix(number) }
  }
}
