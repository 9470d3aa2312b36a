import Definitions
import Statistics
import WijkModel

/// The figures of one characteristic for a wijk: its postcodes, the whole, and areas around it.
struct CharacteristicRows: Sendable {
  /// One area with its figure; nil when it is unknown.
  struct Row: Sendable {
    let area: Area
    let value: Double?
  }

  /// The characteristic.
  let indicator: Indicator
  /// The unit, such as `%` or `aantal`.
  let unit: String
  /// The classification; empty when there is only one.
  let classification: String
  /// The year of the figures.
  let year: Int
  /// The postcodes, ascending.
  let postcodes: [Row]
  /// Configured buurten, the wijk, then gemeente, region and country where the source has them.
  let others: [Row]
  /// Whether the figure of the wijk lacks a part.
  let isPartial: Bool
  /// Whether figures were moved from buurten or CBS wijken by shares.
  let isRedistributed: Bool
  /// Indexes into `SourceData.origins`.
  let origins: Set<Int>
  /// The counts behind percentages of postcodes, where both are complete counts.
  var counts: [Postcode4: CountedShare] = [:]
}

/// Makes figures of a wijk out of characteristics of postcodes.
struct CharacteristicReader: Sendable {
  let index: CharacteristicIndex
  let links: AreaLinks
  let inhabitants: InhabitantIndex
  let definitions: DefinitionSet
  let plan: RegionPlan

  private var coverage: Double { definitions.ranking[.minimumCoverage] / 100 }

  /// The figures of a characteristic, one element per unit and classification.
  ///
  /// The newest year in which a postcode of the wijk has a number; of several classifications only
  /// the one with the newest year, because they cannot be compared. A count of a known whole is given
  /// in percent too. Empty when no postcode has a number.
  func rows(_ indicator: Indicator, for wijk: Wijk) -> [CharacteristicRows] {
    var newest: [String: CharacteristicSlice] = [:]
    for slice in index.slices(indicator.id) where newest[slice.unit] == nil {
      let hasNumber = wijk.postcodes.contains {
        index.value(slice, $0, coverage: coverage) != nil
      }
      if hasNumber { newest[slice.unit] = slice }
    }
    var result: [CharacteristicRows] = []
    for unit in newest.keys.sorted() {
      guard let slice = newest[unit] else { continue }
      result.append(rows(slice, indicator, wijk))
      if unit == "aantal", newest["%"] == nil, let share = shares(slice, indicator, wijk) {
        result.append(share)
      }
    }
    return result
  }

  /// Whether a wijk has a figure in more than one classification of a characteristic's kind.
  func classifications(_ kind: Indicator.Kind, for wijk: Wijk) -> Set<String> {
    var result: Set<String> = []
    for indicator in definitions.indicators where indicator.kind == kind {
      for slice in index.slices(indicator.id) where !result.contains(slice.classification) {
        if wijk.postcodes.contains(where: { index.figure(slice, Area($0)) != nil }) {
          result.insert(slice.classification)
        }
      }
    }
    return result
  }

  private func rows(
    _ slice: CharacteristicSlice, _ indicator: Indicator, _ wijk: Wijk
  ) -> CharacteristicRows {
    let values = wijk.postcodes.map { index.value(slice, $0, coverage: coverage) }
    let whole: (value: Double?, isPartial: Bool)
    if slice.unit == "aantal" {
      whole = sum(values.map { $0?.value })
    } else if slice.unit.isMean {
      whole = mean(
        values.map { $0?.value },
        weights: zip(wijk.postcodes, values).map { weight($0, indicator, $1) })
    } else {
      whole = (nil, false)
    }
    let around = buurten(slice, wijk) + surroundings(slice, wijk)
    let wijkRow = slice.unit.isMean || slice.unit == "aantal" ? [(wijk.area, whole.value)] : []
    let buurtCount = wijk.buurten.count
    let others =
      around.prefix(buurtCount).map { ($0.0, $0.1?.value) } + wijkRow
      + around.dropFirst(buurtCount).map { ($0.0, $0.1?.value) }
    let used = values.compactMap { $0 } + around.compactMap(\.1)
    return CharacteristicRows(
      indicator: indicator, unit: slice.unit, classification: slice.classification,
      year: slice.year,
      postcodes: zip(wijk.postcodes, values).map { .init(area: Area($0), value: $1?.value) },
      others: others.map { .init(area: $0.0, value: $0.1) }, isPartial: whole.isPartial,
      isRedistributed: values.contains { $0?.isRedistributed ?? false },
      origins: Set(used.flatMap(\.origins)))
  }

  /// A count in percent of its whole, by postcode and for the wijk.
  private func shares(
    _ slice: CharacteristicSlice, _ indicator: Indicator, _ wijk: Wijk
  ) -> CharacteristicRows? {
    guard !indicator.denominator.isEmpty else { return nil }
    let counts = wijk.postcodes.map { index.value(slice, $0, coverage: coverage) }
    let wholes = wijk.postcodes.map { whole($0, indicator.denominator, near: slice.year) }
    let percentages = zip(counts, wholes).map { count, whole -> Double? in
      // A part above its whole is an error or the rounding of small numbers: no percentage.
      guard let count, let whole, whole > 0, count.value <= whole else { return nil }
      return 100 * count.value / whole
    }
    guard percentages.contains(where: { $0 != nil }) else { return nil }
    let mean = mean(percentages, weights: wholes)
    var shares: [Postcode4: CountedShare] = [:]
    for (postcode, (count, whole)) in zip(wijk.postcodes, zip(counts, wholes)) {
      // What was moved between areas is no count any more.
      guard let count, let whole, !count.isRedistributed else { continue }
      shares[postcode] = CountedShare(count.value, of: whole)
    }
    return CharacteristicRows(
      indicator: indicator, unit: "%", classification: slice.classification, year: slice.year,
      postcodes: zip(wijk.postcodes, percentages).map { .init(area: Area($0), value: $1) },
      others: [.init(area: wijk.area, value: mean.value)], isPartial: mean.isPartial,
      isRedistributed: false, origins: Set(counts.compactMap { $0 }.flatMap(\.origins)),
      counts: shares)
  }

  // MARK: - The wijk as a whole

  /// The sum of what is known, and whether a part is missing.
  private func sum(_ values: [Double?]) -> (value: Double?, isPartial: Bool) {
    let known = values.compactMap { $0 }
    guard !known.isEmpty else { return (nil, false) }
    return (orderedSum(known), known.count < values.count)
  }

  /// The weighted mean, nil when the parts with a figure weigh too little.
  private func mean(
    _ values: [Double?], weights: [Double?]
  ) -> (value: Double?, isPartial: Bool) {
    if values.count == 1 { return (values.first ?? nil, false) }
    let parts = zip(values, weights).compactMap {
      value, weight -> (value: Double, weight: Double)? in
      guard let value, let weight, weight > 0 else { return nil }
      return (value, weight)
    }
    let all = orderedSum(weights.compactMap { $0 })
    let covered = orderedSum(parts.map(\.weight))
    guard covered > 0, covered >= coverage * all * (1 - 1e-12) else { return (nil, false) }
    let isPartial = zip(values, weights).contains { $0 == nil && ($1 ?? 1) > 0 }
    return (weightedMean(parts), isPartial)
  }

  /// The weight of a postcode in the mean of a characteristic.
  private func weight(
    _ postcode: Postcode4, _ indicator: Indicator, _ value: CharacteristicValue?
  ) -> Double? {
    if indicator.kind == .socioeconomic {
      // The source's own households; a postcode without a score weighs with any known number.
      return value?.households ?? whole(postcode, "huishoudens", near: .max)
    }
    return whole(postcode, indicator.denominator, near: .max)
  }

  /// Households, dwellings or inhabitants of a postcode: of the year itself, else the newest.
  private func whole(_ postcode: Postcode4, _ id: String, near year: Int) -> Double? {
    if id.isEmpty || id == "inwoners" { return inhabitants.total(postcode)?.number }
    let slices = index.slices(id).filter { $0.unit == "aantal" }
    for slice in slices.filter({ $0.year == year }) + slices {
      if let value = index.value(slice, Area(postcode)) { return value.value }
    }
    return nil
  }

  // MARK: - Areas around

  private func buurten(
    _ slice: CharacteristicSlice, _ wijk: Wijk
  ) -> [(Area, CharacteristicValue?)] {
    wijk.buurten.map { code in
      let area = Area(.cbsBuurt, code)
      return (area, index.value(slice, area))
    }
  }

  private func surroundings(
    _ slice: CharacteristicSlice, _ wijk: Wijk
  ) -> [(Area, CharacteristicValue?)] {
    var result: [(Area, CharacteristicValue?)] = []
    for municipality in links.municipalities(wijk.postcodes) {
      let codes = [municipality.code, municipality.name].filter { !$0.isEmpty }
      let value = codes.lazy.compactMap { index.value(slice, Area(.municipality, $0)) }.first
      if let value { result.append((Area(.municipality, municipality.label), value)) }
    }
    let regions = [plan.name] + (links.healthRegion(wijk.postcodes).map { [$0] } ?? [])
    for name in regions {
      if let value = index.value(slice, Area(.region, name)) {
        result.append((Area(.region, name), value))
        break
      }
    }
    if let value = index.value(slice, Area(.country, "NL")) {
      result.append((Area(.country, "Nederland"), value))
    }
    return result
  }
}
