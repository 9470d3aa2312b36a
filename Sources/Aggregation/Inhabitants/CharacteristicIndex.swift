import Definitions
import Statistics
import WijkModel

/// Which figures of areas belong together: one characteristic in one unit, classification and year.
struct CharacteristicSlice: Hashable, Comparable, Sendable {
  /// The id of the characteristic.
  let indicator: String
  /// The unit, such as `aantal`, `%` or `score`.
  let unit: String
  /// The classification; empty when there is only one.
  let classification: String
  /// The year.
  let year: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.indicator, left.unit, left.classification, left.year)
      < (right.indicator, right.unit, right.classification, right.year)
  }
}

/// The figure of an area with its sources.
struct CharacteristicValue: Hashable, Sendable {
  /// The figure in its unit.
  let value: Double
  /// Households of the area, where the source names them; nil otherwise.
  let households: Double?
  /// Whether it was moved from buurten or CBS wijken by shares.
  let isRedistributed: Bool
  /// Indexes into `SourceData.origins`, ascending.
  let origins: [Int]
}

/// Characteristics by area (herkomst, huishoudens, dwellings, SES-WOA).
///
/// Where sources repeat a figure, one with a number goes first, then the file whose name comes first.
struct CharacteristicIndex: Sendable {
  private let figures: [CharacteristicSlice: [Area: AreaCharacteristic]]
  private let slicesByIndicator: [String: [CharacteristicSlice]]
  private let links: AreaLinks

  /// Collects the figures.
  init(_ data: SourceData, links: AreaLinks) {
    var figures: [CharacteristicSlice: [Area: AreaCharacteristic]] = [:]
    func key(_ figure: AreaCharacteristic) -> (Int, String, Double) {
      let file =
        data.origins.indices.contains(figure.origin) ? data.origins[figure.origin].file : ""
      return (figure.value.number == nil ? 1 : 0, file, figure.value.number ?? 0)
    }
    for figure in data.characteristics {
      let slice = CharacteristicSlice(
        indicator: figure.indicator, unit: figure.unit, classification: figure.classification,
        year: figure.year)
      let area = Self.comparable(figure.area)
      if let known = figures[slice]?[area], key(known) <= key(figure) { continue }
      figures[slice, default: [:]][area] = figure
    }
    self.figures = figures
    self.links = links
    slicesByIndicator = Dictionary(grouping: figures.keys.sorted(), by: \.indicator)
  }

  /// Whether there are no figures.
  var isEmpty: Bool { figures.isEmpty }

  /// The slices of a characteristic by unit and classification, newest year first.
  func slices(_ indicator: String) -> [CharacteristicSlice] {
    (slicesByIndicator[indicator] ?? []).sorted {
      ($1.year, $0.unit, $0.classification) < ($0.year, $1.unit, $1.classification)
    }
  }

  /// The figure of an area as published; nil without a number.
  func figure(_ slice: CharacteristicSlice, _ area: Area) -> AreaCharacteristic? {
    let figure = figures[slice]?[Self.comparable(area)]
    return figure?.value.number == nil ? nil : figure
  }

  /// The figure of an area, with its sources; nil without a number.
  func value(_ slice: CharacteristicSlice, _ area: Area) -> CharacteristicValue? {
    guard let figure = figure(slice, area), let value = figure.value.number else { return nil }
    return CharacteristicValue(
      value: value, households: figure.households, isRedistributed: false, origins: [figure.origin])
  }

  /// The figure of a postcode: its own, or that of its buurten or CBS wijken, moved by shares.
  ///
  /// Counts and classes are not moved: a share of a count would need the share of the area.
  func value(_ slice: CharacteristicSlice, _ postcode: Postcode4, coverage: Double)
    -> CharacteristicValue?
  {
    if let own = value(slice, Area(postcode)) { return own }
    guard slice.unit.isMean, let areas = figures[slice] else { return nil }
    for level in [AreaKind.cbsBuurt, .cbsWijk] {
      let shares = links.shares(postcode) { link in
        let code = level == .cbsBuurt ? link.buurt : link.wijk
        return code.isEmpty ? nil : code
      }
      let parts = shares.compactMap { code, share -> (AreaCharacteristic, Double, Double)? in
        guard let figure = areas[Self.comparable(Area(level, code))],
          let value = figure.value.number
        else { return nil }
        return (figure, value, share)
      }
      guard !parts.isEmpty, orderedSum(parts.map(\.2)) >= coverage - 1e-9,
        let mean = weightedMean(parts.map { (value: $0.1, weight: $0.2) })
      else { continue }
      return CharacteristicValue(
        value: mean, households: nil, isRedistributed: true,
        origins: Set(parts.map(\.0.origin)).sorted())
    }
    return nil
  }

  private static func comparable(_ area: Area) -> Area {
    switch area.kind {
    case .country: Area(.country, "")
    case .postcode4: area
    default: Area(area.kind, AreaName.comparable(area.code))
    }
  }
}

extension String {
  /// Whether a figure in this unit is a mean or a share: counts are added, classes neither.
  var isMean: Bool { self != "aantal" && !hasPrefix("klasse") }
}
