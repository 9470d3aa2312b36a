import Definitions
import WijkModel

/// t207: the characteristics in which the postcodes of a wijk differ strongly.
///
/// A percentage differs strongly from a number of percentage points on, another positive figure (WOZ,
/// household size) from a ratio on; both limits are rows of `grenzen.csv`. Postcodes with few inhabitants
/// take no part. A test needs counts that publishers do not give, so `p` stays absent.
struct DifferenceTable {
  /// A characteristic with its figures by postcode.
  struct Characteristic {
    let name: String
    let unit: String
    let values: [(postcode: Postcode4, value: Double)]
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
      let values = wijk.postcodes.compactMap { postcode -> (postcode: Postcode4, value: Double)? in
        guard let part = index.figure(postcode, band: band, sex: nil)?.number,
          let total = index.total(postcode)?.number, total > 0
        else { return nil }
        return (postcode, 100 * part / total)
      }
      guard !values.isEmpty else { return nil }
      let ages = band.upper == nil ? "\(band.lower) jaar en ouder" : "\(band.label) jaar"
      return Characteristic(name: "Inwoners van \(ages)", unit: "%", values: values)
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
        })
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
        .absent, .text(isShare ? "procentpunten" : characteristic.unit),
      ]
    )
  }

  /// The difference as a multiple of the limit from which it is strong; nil when the unit has none.
  private func strength(_ low: Double, _ high: Double, unit: String) -> Double? {
    if unit == "%" { return (high - low) / definitions.limit("verschillen_procentpunt") }
    // The zero of a score has no meaning, so it has no ratio.
    guard unit != "score", low > 0 else { return nil }
    return high / low / definitions.limit("verschillen_verhouding")
  }
}
