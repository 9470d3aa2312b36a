import Aggregation
import DisclosureControl
import WijkModel

extension PublishedYear {
  /// What a release printed of the wijk by sex and age (t214, t223), and in all.
  init(
    _ release: PatientRelease, _ date: CalendarDate, _ conditions: [String: String]
  ) {
    let rows = Self.rows(of: release.table("t223"))
    let groups = Set(rows.compactMap(\.group))
    let bands = Set(rows.compactMap(\.band))
    var cases: [String: Counts] = [:]
    for group in groups { cases[group] = Self.counts(rows.filter { $0.group == group }) }
    self.init(
      referenceDate: date, conditions: conditions,
      patients: Self.joined(Self.counts(Self.rows(of: release.table("t214"))), to: bands.sorted()),
      cases: cases, rates: release.rates)
  }

  /// A row of the wijk; no band or sex means all.
  private struct Row {
    let group: String?
    let band: AgeBand?
    let sex: Sex?
    let count: Int
  }

  /// The rows of the wijk with a printed count.
  private static func rows(of table: ReleasableTable?) -> [Row] {
    guard let table, let kind = table.column("gebied_soort"), let age = table.column("leeftijd"),
      let sex = table.column("geslacht"), let count = table.column("aantal")
    else { return [] }
    let group = table.column("groep")
    return table.rows.compactMap { row in
      guard row[kind] == .text(AreaKind.wijk.rawValue), case .count(let count) = row[count],
        case .text(let age) = row[age], case .text(let sex) = row[sex]
      else { return nil }
      let band = AgeBand(label: age)
      let known = Sex.allCases.first { $0.label == sex }
      guard band != nil || age == AreaKind.total.rawValue,
        known != nil || sex == AreaKind.total.rawValue
      else { return nil }
      return Row(group: group.flatMap { row[$0].name }, band: band, sex: known, count: count)
    }
  }

  private static func counts(_ rows: [Row]) -> Counts {
    var counts = Counts()
    for row in rows {
      if let band = row.band, let sex = row.sex {
        counts.strata[Stratum(sex, band)] = row.count
      } else if row.band == nil, row.sex == nil {
        counts.total = row.count
      }
    }
    return counts
  }

  /// The counts in wider bands; one of which a part is hidden is absent.
  private static func joined(_ counts: Counts, to bands: [AgeBand]) -> Counts {
    var joined = Counts(total: counts.total)
    let narrow = Set(counts.strata.keys.map(\.band)).sorted()
    for band in bands {
      guard let cover = AgeCover(of: band, from: narrow), cover.isExact else { continue }
      for sex in Sex.allCases {
        let parts = cover.parts.map { counts.strata[Stratum(sex, $0.band)] }
        guard parts.allSatisfy({ $0 != nil }) else { continue }
        joined.strata[Stratum(sex, band)] = parts.compactMap { $0 }.reduce(0, +)
      }
    }
    return joined
  }
}

extension ReleasableCell {
  /// The text of a dimension.
  fileprivate var name: String? { if case .text(let text) = self { text } else { nil } }
}
