import Definitions
import Statistics
import WijkModel

/// A percentage of a wijk or another area made of postcodes.
struct MonitorAreaValue: Hashable, Sendable {
  /// The percentage with its limits, respondents and basis.
  let value: MonitorValue
  /// The inhabitants in the age base; nil when no part is known.
  let people: Double?
  /// Whether the inhabitants of every postcode are known.
  let isPeopleComplete: Bool
}

/// What a percentage is compared with.
struct MonitorReference: Hashable, Sendable {
  /// 0...100.
  let percentage: Double
  /// The name: of the region, of the compared areas, `Nederland`.
  let name: String
  /// Index into `SourceData.origins` of a published reference.
  let origin: Int?
  /// The limits of a measured reference; nil for one that counts as known.
  var limits: ConfidenceInterval?
}

/// The areas among which a wijk has its place.
struct ComparisonAreas: Hashable, Sendable {
  /// `wijken` or `postcodes`.
  let kind: String
  /// The percentages with the inhabitants in the age base.
  let values: [Part]

  /// One area.
  struct Part: Hashable, Sendable {
    /// 0...100.
    let percentage: Double
    /// Inhabitants in the age base; nil when unknown.
    let people: Double?
  }

  /// The sample standard deviation; nil when all are equal.
  var spread: Double? {
    let value = sampleStandardDeviation(values.map(\.percentage))
    return value.flatMap { $0 > 1e-9 ? $0 : nil }
  }

  /// The mean weighted by inhabitants; nil when no number of inhabitants is known.
  var mean: Double? {
    weightedMean(
      values.compactMap { part in part.people.map { (value: part.percentage, weight: $0) } })
  }
}

/// Makes figures of wijken out of figures of postcodes (top3.md, section 2).
struct MonitorReader: Sendable {
  /// What the postcodes give for a wijk.
  enum WijkFigure {
    /// No postcode has a figure.
    case none
    /// Too few inhabitants live in postcodes with a figure.
    case insufficient
    /// The figure of the wijk.
    case value(MonitorAreaValue)

    /// The figure, or nil.
    var known: MonitorAreaValue? { if case .value(let value) = self { value } else { nil } }
  }

  let monitor: MonitorIndex
  let links: AreaLinks
  let plan: RegionPlan
  let rules: RankingRules
  let people: AgeBaseIndex

  /// The share of inhabitants, 0...1, that must live where there are figures.
  var coverage: Double { rules[.minimumCoverage] / 100 }

  /// The figure of a postcode.
  func value(_ slice: MonitorSlice, _ postcode: Postcode4) -> MonitorValue? {
    monitor.value(slice, postcode, coverage: coverage)
  }

  /// The figure of postcodes together: the mean weighted by their inhabitants in the age base.
  func figure(_ slice: MonitorSlice, _ postcodes: [Postcode4]) -> WijkFigure {
    let values = postcodes.compactMap { postcode in
      value(slice, postcode).map { (postcode, $0) }
    }
    guard let first = values.first else { return .none }
    let numbers = postcodes.map { people.number($0, ages: slice.ages) }
    let known = numbers.compactMap { $0 }
    let total = known.isEmpty ? nil : orderedSum(known)
    func area(_ value: MonitorValue) -> WijkFigure {
      .value(
        MonitorAreaValue(
          value: value, people: total, isPeopleComplete: known.count == postcodes.count))
    }
    if postcodes.count == 1 { return area(first.1) }
    let parts = values.compactMap { postcode, value in
      people.number(postcode, ages: slice.ages).flatMap { $0 > 0 ? (value, $0) : nil }
    }
    let all = orderedSum(postcodes.map { people.bound($0, ages: slice.ages) })
    let covered = orderedSum(parts.map(\.1))
    guard covered > 0, covered >= coverage * all * (1 - 1e-12), let mean = pooled(parts)
    else { return .insufficient }
    return area(mean)
  }

  private func pooled(_ parts: [(value: MonitorValue, weight: Double)]) -> MonitorValue? {
    if parts.count == 1 { return parts.first?.value }
    guard
      let percentage = weightedMean(
        parts.map { (value: $0.value.percentage, weight: $0.weight) })
    else { return nil }
    let respondents = parts.compactMap(\.value.respondents)
    return MonitorValue(
      percentage: percentage, limits: limits(parts, around: percentage),
      respondents: respondents.count == parts.count ? orderedSum(respondents) : nil,
      basis: parts.map(\.value.basis).max() ?? .redistributed,
      origins: Set(parts.flatMap(\.value.origins)).sorted())
  }

  /// Limits of a mean of measured figures: standard errors added as of independent samples.
  private func limits(
    _ parts: [(value: MonitorValue, weight: Double)], around percentage: Double
  ) -> ConfidenceInterval? {
    let total = orderedSum(parts.map(\.weight))
    let z = NormalDistribution.quantile(0.975)
    var squares: [Double] = []
    for (value, weight) in parts {
      guard value.basis == .measured, let limits = value.limits else { return nil }
      let error = weight / total * (limits.high - limits.low) / (2 * z)
      squares.append(error * error)
    }
    let margin = z * orderedSum(squares).squareRoot()
    return ConfidenceInterval(low: percentage - margin, high: percentage + margin)
  }

  /// The areas among which a wijk has its place: the wijken of the configuration, else the postcodes
  /// of its GGD region; nil when there are fewer than five of both.
  func comparison(_ slice: MonitorSlice, for wijk: Wijk) -> ComparisonAreas? {
    let minimum = Int(rules[.minimumAreas])
    let wijken = plan.wijken.compactMap { figure(slice, $0.postcodes).known }
    if wijken.count >= minimum {
      return ComparisonAreas(
        kind: "wijken",
        values: wijken.map { .init(percentage: $0.value.percentage, people: $0.people) })
    }
    let region = links.healthRegion(wijk.postcodes)
    let postcodes =
      region.map { links.postcodes(inHealthRegion: $0) }
      ?? monitor.postcodes.union(links.postcodes).sorted()
    let values = postcodes.compactMap { postcode in
      value(slice, postcode).map {
        ComparisonAreas.Part(
          percentage: $0.percentage, people: people.number(postcode, ages: slice.ages))
      }
    }
    return values.count >= minimum ? ComparisonAreas(kind: "postcodes", values: values) : nil
  }

  /// What a wijk is compared with: the region's own figure, else the mean of the compared areas,
  /// else the Netherlands.
  func reference(
    _ slice: MonitorSlice, for wijk: Wijk, among areas: ComparisonAreas?
  ) -> MonitorReference? {
    if let region = region(slice, for: wijk) { return region }
    if let areas, let mean = areas.mean {
      let name =
        areas.kind == "wijken" ? "de wijken van \(plan.name)" : "de postcodes van de regio"
      return MonitorReference(percentage: mean, name: name, origin: nil)
    }
    return country(slice)
  }

  /// The region's own figure: of the configuration's region, else of the GGD region.
  func region(_ slice: MonitorSlice, for wijk: Wijk) -> MonitorReference? {
    regionFigure(slice, for: wijk).flatMap { name, figure in
      figure.value.number.map {
        MonitorReference(
          percentage: $0, name: name, origin: figure.origin, limits: figure.measuredLimits)
      }
    }
  }

  /// The region's own figure as published, and the name by which it was found.
  func regionFigure(_ slice: MonitorSlice, for wijk: Wijk) -> (String, MonitorFigure)? {
    let names = [plan.name] + (links.healthRegion(wijk.postcodes).map { [$0] } ?? [])
    for name in names where !AreaName.comparable(name).isEmpty {
      // An own file does not say of a name whether it is a region or a gemeente.
      for kind in [AreaKind.region, .municipality] {
        if let figure = monitor.figure(slice, Area(kind, name)) { return (name, figure) }
      }
    }
    return nil
  }

  /// The figure of the Netherlands.
  func country(_ slice: MonitorSlice) -> MonitorReference? {
    guard let figure = monitor.figure(slice, Area(.country, "NL")), let value = figure.value.number
    else { return nil }
    return MonitorReference(
      percentage: value, name: "Nederland", origin: figure.origin, limits: figure.measuredLimits)
  }
}

extension MonitorFigure {
  /// The limits of a measured figure, as published.
  fileprivate var measuredLimits: ConfidenceInterval? {
    guard basis == .measured, let low, let high else { return nil }
    return ConfidenceInterval(low: low, high: high)
  }
}
