import Definitions
import Statistics
import WijkModel

/// The rates of disease groups in the reference population, by sex and age.
///
/// Of each group the newest year of one area counts: `Nederland` when the source has it, otherwise
/// the area whose name comes first. Rates are cases per person, 0...1 in sound data.
public struct ReferenceRates: Sendable {
  /// Persons and cases of a band.
  struct Cell: Hashable, Sendable {
    let band: AgeBand
    var persons: Double
    var cases: Double
  }

  /// The rates of one group.
  public struct Rates: Sendable {
    /// The area, such as `Nederland`.
    public let area: String
    /// The year.
    public let year: Int
    /// Whether cases were counted with our code list and kind of prevalence, as far as known.
    ///
    /// Blank cells mean ours. A chronic group of ours is `ooit` or `punt`, a group of open episodes
    /// `punt`, a group that also takes episodes of the last year `jaar`.
    public fileprivate(set) var isSameDefinition: Bool
    /// Index into `SourceData.origins`; −1 for rates that were counted among other wijken.
    public let origin: Int
    let cells: [Sex: [Cell]]
    fileprivate let prevalences: Set<String>

    /// Cases per person of a sex at an age in whole years; nil when no band with persons has it.
    public func rate(sex: Sex, age: Int) -> Double? { rate(sex: sex, band: AgeBand(age, age)) }

    /// Cases per person of a sex in an age band; nil when the reference has a gap there.
    ///
    /// Reference bands that lie partly in the band count for their years of age inside it; an
    /// open reference band stands for every age from its lower end.
    public func rate(sex: Sex, band: AgeBand) -> Double? {
      let cells = self.cells[sex] ?? []
      if let holder = cells.first(where: { $0.band.contains(band) }) {
        return holder.persons > 0 ? holder.cases / holder.persons : nil
      }
      guard let cover = AgeCover(of: band, from: cells.map(\.band)) else { return nil }
      var persons = 0.0
      var cases = 0.0
      for part in cover.parts {
        guard let cell = cells.first(where: { $0.band == part.band }) else { continue }
        persons += cell.persons * part.share
        cases += cell.cases * part.share
      }
      return persons > 0 ? cases / persons : nil
    }

    /// Expected cases among persons counted by sex and single year of age.
    ///
    /// - Parameter counts: 121 numbers per sex, ages 0...120, men first.
    /// - Returns: The sum, or nil when somebody has an age that the reference does not know.
    public func expected(_ counts: [Sex: [Int]]) -> Double? {
      var sum = CompensatedSum()
      for sex in Sex.allCases {
        for (age, count) in (counts[sex] ?? []).enumerated() where count > 0 {
          guard let rate = rate(sex: sex, age: age) else { return nil }
          sum.add(Double(count) * rate)
        }
      }
      return sum.value
    }
  }

  private let rates: [String: Rates]

  /// Collects the rates of all groups.
  public init(_ data: SourceData) {
    let rows = data.references.filter { $0.cases != nil }
    var rates: [String: Rates] = [:]
    for group in Set(rows.map(\.group)) {
      let own = rows.filter { $0.group == group }
      let areas = Set(own.map(\.area)).sorted()
      guard let area = areas.contains("Nederland") ? "Nederland" : areas.first,
        let year = own.filter({ $0.area == area }).map(\.year).max()
      else { continue }
      rates[group] = Self.rates(own.filter { $0.area == area && $0.year == year })
    }
    self.rates = rates
  }

  /// Rates that were counted among patients of other wijken, by the id of a group.
  init(area: String, year: Int, groups: [String: [Sex: [Cell]]]) {
    rates = groups.mapValues {
      Rates(
        area: area, year: year, isSameDefinition: true, origin: -1, cells: $0, prevalences: [])
    }
  }

  /// The rates of a disease group, or nil when the reference does not have it.
  public subscript(_ group: DiseaseGroup) -> Rates? {
    guard var found = rates[group.id] else { return nil }
    let ours: Set<String> =
      switch group.episodes {
      case .chronic: ["", "punt", "ooit"]
      case .active: ["", "punt"]
      case .recent: ["", "jaar"]
      }
    if !found.prevalences.isSubset(of: ours) { found.isSameDefinition = false }
    return found
  }

  /// The persons of every group by sex and band, in the order of the groups' ids.
  var persons: [[Sex: [Cell]]] { rates.sorted { $0.key < $1.key }.map(\.value.cells) }

  /// Whether there is no reference with cases.
  public var isEmpty: Bool { rates.isEmpty }

  private static func rates(_ rows: [ReferenceCount]) -> Rates? {
    guard let first = rows.min(by: { ($0.origin, $0.band) < ($1.origin, $1.band) }) else {
      return nil
    }
    var cells: [Sex: [Cell]] = [:]
    for sex in Sex.allCases {
      // Rows for both sexes together serve only where the sexes are not given apart.
      let own = rows.filter { $0.sex == sex }
      let used = own.isEmpty ? rows.filter { $0.sex == nil } : own
      var byBand: [AgeBand: Cell] = [:]
      for row in used {
        byBand[row.band, default: Cell(band: row.band, persons: 0, cases: 0)].persons += row.persons
        byBand[row.band]?.cases += row.cases ?? 0
      }
      cells[sex] = byBand.values.sorted { narrowFirst($0.band, $1.band) }
    }
    return Rates(
      area: first.area, year: first.year,
      isSameDefinition: rows.allSatisfy { $0.definition.isEmpty }, origin: first.origin,
      cells: cells, prevalences: Set(rows.map(\.prevalence)))
  }

  private static func narrowFirst(_ left: AgeBand, _ right: AgeBand) -> Bool {
    let sizes = (
      (left.upper ?? 1000) - left.lower, (right.upper ?? 1000) - right.lower
    )
    return sizes.0 == sizes.1 ? left < right : sizes.0 < sizes.1
  }
}
