import Definitions
import Statistics
import WijkModel

/// The candidates for the most important problems of the inhabitants of a wijk (top3.md, sections 1
/// and 2).
struct InhabitantCandidates {
  /// The candidates that have a percentage.
  private(set) var candidates: [RankingCandidate] = []
  /// Ids of candidates whose figures cover too little of the wijk.
  private(set) var insufficient: [String] = []
  /// Ids of candidates without any figure.
  private(set) var missing: [String] = []
  /// The names of references with their years.
  private(set) var references: Set<[String]> = []
  /// How many areas of which kind the wijk is placed among.
  private(set) var comparisons: Set<[String]> = []
  /// Whether inhabitants of a postcode are unknown, so that persons are "at least".
  private(set) var isPeoplePartial = false
  /// The sources and years.
  private(set) var origins = OriginSet()

  /// The age bases that are ranked: 18+, and 19+ in the rounds of 2012 and 2016.
  static let bases = [AgeBand(18, nil), AgeBand(19, nil)]

  /// Collects the candidates of a wijk.
  init(
    _ wijk: Wijk, reader: MonitorReader, definitions: DefinitionSet, severities: SeverityIndex
  ) {
    let ranked = definitions.indicators.filter { $0.rankOrder != nil && $0.kind == .monitor }
      .sorted { ($0.rankOrder ?? 0) < ($1.rankOrder ?? 0) }
    for indicator in ranked {
      var isInsufficient = false
      var found: (MonitorSlice, MonitorAreaValue)?
      for slice in reader.monitor.slices(indicator.id)
      where found == nil && Self.bases.contains(slice.ages) {
        switch reader.figure(slice, wijk.postcodes) {
        case .none: break
        case .insufficient: isInsufficient = true
        case .value(let value): found = (slice, value)
        }
      }
      if let (slice, value) = found {
        add(indicator, slice, value, wijk, reader, severities)
      } else if isInsufficient {
        insufficient.append(indicator.id)
      } else {
        missing.append(indicator.id)
      }
    }
  }

  private mutating func add(
    _ indicator: Indicator, _ slice: MonitorSlice, _ figure: MonitorAreaValue, _ wijk: Wijk,
    _ reader: MonitorReader, _ severities: SeverityIndex
  ) {
    let isFavorable = indicator.isHighFavorable == true
    let areas = reader.comparison(slice, for: wijk)
    let reference = reader.reference(slice, for: wijk, among: areas)
    let value = figure.value
    let p = isFavorable ? 100 - value.percentage : value.percentage
    let limits = value.limits.map { limits in
      isFavorable
        ? ConfidenceInterval(low: 100 - limits.high, high: 100 - limits.low) : limits
    }
    let r = reference.map { isFavorable ? 100 - $0.percentage : $0.percentage }
    let test = limits.map { ($0.high - $0.low) / (2 * NormalDistribution.quantile(0.975)) }
    var candidate = RankingCandidate(
      id: indicator.id, theme: indicator.theme, order: indicator.rankOrder ?? 0, percentage: p,
      limits: limits, reference: r, spread: areas?.spread ?? test, basis: value.basis,
      year: slice.year, severity: severities.severity(indicator.id),
      influence: severities.influence(indicator.id), people: figure.people.map { $0 * p / 100 })
    candidate.isTest = areas?.spread == nil && test != nil && r != nil
    if value.basis == .measured, let limits, let r {
      candidate.gate = Self.isOutside(r, limits, decimals: reader.rules[.comparedDecimals])
    }
    candidates.append(candidate)
    isPeoplePartial = isPeoplePartial || (figure.people != nil && !figure.isPeopleComplete)
    origins.add(value.origins, years: [slice.year])
    if let reference {
      references.insert([reference.name, String(slice.year)])
      if let origin = reference.origin { origins.add(origin) }
    }
    if let areas { comparisons.insert([areas.kind, String(areas.values.count)]) }
  }

  /// Whether a reference lies outside limits, compared on rounded values.
  static func isOutside(_ r: Double, _ limits: ConfidenceInterval, decimals: Double) -> Bool {
    let unit = (0..<Int(decimals)).reduce(1.0) { power, _ in power * 10 }
    func rounded(_ value: Double) -> Double { (value * unit).rounded(.toNearestOrAwayFromZero) }
    return rounded(r) < rounded(limits.low) || rounded(r) > rounded(limits.high)
  }
}
