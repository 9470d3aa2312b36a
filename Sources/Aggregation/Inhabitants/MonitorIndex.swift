import Definitions
import Statistics
import WijkModel

/// Which figures of the Gezondheidsmonitor belong together: one question, age base and year.
struct MonitorSlice: Hashable, Comparable, Sendable {
  /// The id of the indicator.
  let indicator: String
  /// The age base.
  let ages: AgeBand
  /// The year.
  let year: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.indicator, left.ages, left.year) < (right.indicator, right.ages, right.year)
  }
}

/// A percentage of the inhabitants of a postcode.
struct MonitorValue: Hashable, Sendable {
  /// 0...100.
  let percentage: Double
  /// The publisher's limits; nil when not given.
  let limits: ConfidenceInterval?
  /// The number of respondents; nil when not given.
  let respondents: Double?
  /// How the figure came about.
  let basis: Basis
  /// Indexes into `SourceData.origins`, ascending.
  let origins: [Int]
}

/// The figures of the Gezondheidsmonitor by question, age base, year and area.
///
/// Where sources repeat a figure, one with a number goes before one without, then the strongest
/// basis, then one with limits, then the file whose name comes first.
struct MonitorIndex: Sendable {
  private struct Figures {
    var postcodes: [Postcode4: MonitorFigure] = [:]
    var areas: [Area: MonitorFigure] = [:]
  }

  private let figures: [MonitorSlice: Figures]
  private let slicesByIndicator: [String: [MonitorSlice]]
  private let links: AreaLinks

  /// Collects the figures.
  init(_ data: SourceData, links: AreaLinks) {
    var figures: [MonitorSlice: Figures] = [:]
    func file(_ figure: MonitorFigure) -> String {
      data.origins.indices.contains(figure.origin) ? data.origins[figure.origin].file : ""
    }
    func better(_ one: MonitorFigure, _ other: MonitorFigure?) -> MonitorFigure {
      guard let other else { return one }
      func key(_ figure: MonitorFigure) -> (Int, Basis, Int, String, Double) {
        (
          figure.value.number == nil ? 1 : 0, figure.basis, figure.low == nil ? 1 : 0,
          file(figure), figure.value.number ?? 0
        )
      }
      return key(one) < key(other) ? one : other
    }
    for figure in data.monitor {
      let slice = MonitorSlice(
        indicator: figure.indicator, ages: figure.ages, year: figure.year)
      if let postcode = Self.postcode(figure.area) {
        let known = figures[slice]?.postcodes[postcode]
        figures[slice, default: Figures()].postcodes[postcode] = better(figure, known)
      } else {
        let area = Self.comparable(figure.area)
        let known = figures[slice]?.areas[area]
        figures[slice, default: Figures()].areas[area] = better(figure, known)
      }
    }
    self.figures = figures
    self.links = links
    slicesByIndicator = Dictionary(grouping: figures.keys.sorted(), by: \.indicator)
  }

  /// Whether there are no figures.
  var isEmpty: Bool { figures.isEmpty }

  /// The ids of the indicators that have figures.
  var indicators: Set<String> { Set(slicesByIndicator.keys) }

  /// The age bases of all figures.
  var ageBases: Set<AgeBand> { Set(figures.keys.map(\.ages)) }

  /// The slices of an indicator, newest first.
  func slices(_ indicator: String) -> [MonitorSlice] {
    (slicesByIndicator[indicator] ?? []).sorted { ($1.year, $0.ages) < ($0.year, $1.ages) }
  }

  /// The postcodes that have a figure of their own in some slice.
  var postcodes: Set<Postcode4> {
    figures.values.reduce(into: []) { $0.formUnion($1.postcodes.keys) }
  }

  /// The figure of an area that is not a postcode, as published; nil without a number.
  func figure(_ slice: MonitorSlice, _ area: Area) -> MonitorFigure? {
    let figure = figures[slice]?.areas[Self.comparable(area)]
    return figure?.value.number == nil ? nil : figure
  }

  /// The figure of a postcode: its own, or that of its buurten or CBS wijken, moved by shares.
  ///
  /// - Parameters:
  ///   - slice: Question, age base and year.
  ///   - postcode: The postcode.
  ///   - coverage: The share of its inhabitants, 0...1, that must live in areas with figures.
  /// - Returns: Nil when there is none, or when too little of the postcode has figures.
  func value(_ slice: MonitorSlice, _ postcode: Postcode4, coverage: Double) -> MonitorValue? {
    guard let all = figures[slice] else { return nil }
    if let own = all.postcodes[postcode], let percentage = own.value.number {
      let limits = own.low.flatMap { low in
        own.high.map { ConfidenceInterval(low: low, high: $0) }
      }
      return MonitorValue(
        percentage: percentage, limits: limits, respondents: own.respondents, basis: own.basis,
        origins: [own.origin])
    }
    return redistributed(all, postcode, coverage: coverage)
  }

  private func redistributed(
    _ all: Figures, _ postcode: Postcode4, coverage: Double
  ) -> MonitorValue? {
    guard !all.areas.isEmpty else { return nil }
    for level in [AreaKind.cbsBuurt, .cbsWijk] {
      let shares = links.shares(postcode) { link in
        let code = level == .cbsBuurt ? link.buurt : link.wijk
        return code.isEmpty ? nil : code
      }
      let parts = shares.compactMap { code, share -> (MonitorFigure, Double, Double)? in
        guard let figure = all.areas[Self.comparable(Area(level, code))],
          let value = figure.value.number
        else { return nil }
        return (figure, value, share)
      }
      guard !parts.isEmpty, orderedSum(parts.map(\.2)) >= coverage - 1e-9,
        let mean = weightedMean(parts.map { (value: $0.1, weight: $0.2) })
      else { continue }
      return MonitorValue(
        percentage: mean, limits: nil, respondents: nil, basis: .redistributed,
        origins: Set(parts.map(\.0.origin)).sorted())
    }
    return nil
  }

  private static func postcode(_ area: Area) -> Postcode4? {
    area.kind == .postcode4 ? Int(area.code).flatMap { Postcode4($0) } : nil
  }

  private static func comparable(_ area: Area) -> Area {
    area.kind == .country ? Area(.country, "") : Area(area.kind, AreaName.comparable(area.code))
  }
}
