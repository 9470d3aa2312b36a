import Definitions
import Statistics
import WijkModel

/// t207: the characteristics in which the postcodes of a wijk differ strongly.
///
/// A percentage differs strongly from a number of percentage points on, another positive figure (WOZ,
/// household size) from a ratio on; both limits are rows of `grenzen.csv`. Postcodes with few inhabitants
/// take no part. `p` is that of equal shares in all postcodes (chi-square, ``Heterogeneity``); only
/// shares of complete counts have one, and only when at least 5 are expected in every cell.
struct DifferenceTable {
  /// A characteristic with its figures by postcode.
  struct Characteristic {
    let name: String
    let unit: String
    let values: [(postcode: Postcode4, value: Double)]
    /// How many of how many, where the shares are of complete counts.
    var counts: [Postcode4: CountedShare] = [:]
  }

  let definitions: DefinitionSet
  let index: InhabitantIndex
  let wijk: Wijk

  /// The table, strongest difference first; nil when fewer than two postcodes take part.
  func table(_ characteristics: [Characteristic]) -> DraftTable<Inhabitants>? {
    let used = largePostcodes
    guard used.count >= max(2, Int(definitions.limit("verschillen_minimum_postcodes"))),
      !characteristics.isEmpty
    else { return nil }
    var table = DraftTable<Inhabitants>(
      id: "t207-verschillen", dimensions: ["kenmerk"],
      attributes: [
        "laagste_gebied", "laagste", "hoogste_gebied", "hoogste", "verschil", "p", "toelichting",
      ])
    let rows = characteristics.enumerated().compactMap { place, characteristic in
      row(characteristic, among: used).map {
        (strength: $0.strength, place: place, cells: $0.cells)
      }
    }
    for row in rows.sorted(by: { ($1.strength, $0.place) < ($0.strength, $1.place) }) {
      table.append(row.cells)
    }
    let left = wijk.postcodes.filter { !used.contains($0) }
    if !left.isEmpty {
      table.notes.append(
        TableNote(
          "kleine-postcodes",
          ["postcodes": left.map(\.description).joined(separator: "|")]))
    }
    return table
  }

  /// The age classes in percent of all inhabitants.
  func ages() -> [Characteristic] {
    let bands = definitions.banding("cbs").bands + [AgeBand(75, nil)]
    return bands.compactMap { band in
      var values: [(postcode: Postcode4, value: Double)] = []
      var counts: [Postcode4: CountedShare] = [:]
      for postcode in wijk.postcodes {
        guard let part = index.figure(postcode, band: band, sex: nil)?.number,
          let total = index.total(postcode)?.number, total > 0
        else { continue }
        values.append((postcode, 100 * part / total))
        counts[postcode] = CountedShare(part, of: total)
      }
      guard !values.isEmpty else { return nil }
      let ages = band.upper == nil ? "\(band.lower) jaar en ouder" : "\(band.label) jaar"
      return Characteristic(
        name: "Inwoners van \(ages)", unit: "%", values: values, counts: counts)
    }
  }

  /// Figures of other tables that can be compared: shares and means, no counts.
  static func characteristics(_ rows: [CharacteristicRows]) -> [Characteristic] {
    rows.filter(\.unit.isMean).map { row in
      Characteristic(
        name: row.indicator.name, unit: row.unit,
        values: row.postcodes.compactMap { figure in
          guard let number = Int(figure.area.code), let postcode = Postcode4(number),
            let value = figure.value
          else { return nil }
          return (postcode, value)
        }, counts: row.counts)
    }
  }

  private var largePostcodes: Set<Postcode4> {
    let minimum = definitions.limit("verschillen_minimum_inwoners")
    return Set(wijk.postcodes.filter { (index.total($0)?.number ?? 0) >= minimum })
  }

  private func row(
    _ characteristic: Characteristic, among postcodes: Set<Postcode4>
  ) -> (strength: Double, cells: [DraftCell])? {
    let values = characteristic.values.filter { postcodes.contains($0.postcode) }
    guard
      let low = values.min(by: { ($0.value, $0.postcode) < ($1.value, $1.postcode) }),
      let high = values.min(by: { ($1.value, $0.postcode) < ($0.value, $1.postcode) }),
      let strength = strength(low.value, high.value, unit: characteristic.unit), strength >= 1
    else { return nil }
    let isShare = characteristic.unit == "%"
    return (
      strength,
      [
        .text(characteristic.name), .text(low.postcode.description), .number(low.value),
        .text(high.postcode.description), .number(high.value), .number(high.value - low.value),
        .optional(isShare ? Self.p(characteristic, of: values.map(\.postcode)) : nil),
        .text(isShare ? "procentpunten" : characteristic.unit),
      ]
    )
  }

  /// The *p* of equal shares; nil unless every postcode has counts that are large enough.
  private static func p(_ characteristic: Characteristic, of postcodes: [Postcode4]) -> Double? {
    let counts = postcodes.compactMap { characteristic.counts[$0] }
    guard counts.count == postcodes.count,
      let test = Heterogeneity(counts.map { (x: $0.part, n: $0.whole) }),
      test.smallestExpected >= 5
    else { return nil }
    // Published counts are rounded, so that a p of one in ten thousand million says nothing but "small".
    return test.p < 1e-10 ? 0 : test.p
  }

  /// The difference as a multiple of the limit from which it is strong; nil when the unit has none.
  private func strength(_ low: Double, _ high: Double, unit: String) -> Double? {
    if unit == "%" { return (high - low) / definitions.limit("verschillen_procentpunt") }
    // The zero of a score has no meaning, so it has no ratio.
    guard unit != "score", low > 0 else { return nil }
    return high / low / definitions.limit("verschillen_verhouding")
  }
}

/// How many of how many, both complete counts.
struct CountedShare: Hashable, Sendable {
  /// How many, 0...`whole`.
  let part: Int
  /// Of how many, above 0.
  let whole: Int

  /// Rounds two published counts, or nil when they are no part and whole.
  init?(_ part: Double, of whole: Double) {
    guard part >= 0, part <= whole, whole >= 1, whole < 1e12 else { return nil }
    self.part = Int(part.rounded())
    self.whole = Int(whole.rounded())
  }
}
