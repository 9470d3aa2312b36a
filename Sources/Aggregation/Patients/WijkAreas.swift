import WijkModel

/// The areas of the patient tables of a wijk, with small postcodes merged.
struct WijkAreas: Sendable {
  /// A row of areas: the area and the places of ``PatientTally`` that it holds.
  struct Entry: Sendable {
    let area: Area
    let places: [Int]
  }

  /// Postcodes that are published together, ascending.
  let merged: [Postcode4]
  /// Postcodes on their own, ascending.
  let postcodes: [Entry]
  /// The merged postcodes; nil when there are none.
  let rest: Entry?
  /// The wijk.
  let wijk: Entry
  /// Outside the wijk or unknown.
  let outside: Entry
  /// All counted patients.
  let total: Entry

  /// The areas in the order of tables.
  var all: [Entry] { postcodes + [rest].compactMap { $0 } + [wijk, outside, total] }

  /// Merges the postcodes with fewer patients than the smallest area.
  ///
  /// They need a minimum number of postcodes and of patients together; until then the next smallest
  /// joins, of equal ones the lower postcode. A wijk with one postcode merges nothing.
  init(
    _ wijk: Wijk, tally: PatientTally, smallestArea: Int, minimumPostcodes: Int,
    minimumPatients: Int
  ) {
    let counts = wijk.postcodes.indices.map { tally.patients([$0]) }
    let bySize = wijk.postcodes.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var places = bySize.filter { counts[$0] < smallestArea }
    if wijk.postcodes.count < 2 { places = [] }
    func isEnough() -> Bool {
      places.count >= minimumPostcodes
        && places.reduce(0) { $0 + counts[$1] } >= minimumPatients
    }
    while !places.isEmpty, places.count < bySize.count, !isEnough() {
      places.append(bySize[places.count])
    }
    let mergedPlaces = places.sorted()
    merged = mergedPlaces.map { wijk.postcodes[$0] }
    postcodes = wijk.postcodes.indices.filter { !mergedPlaces.contains($0) }.map {
      Entry(area: Area(wijk.postcodes[$0]), places: [$0])
    }
    rest =
      mergedPlaces.isEmpty
      ? nil : Entry(area: Area(.merged, "overige postcodes"), places: mergedPlaces)
    let inside = Array(wijk.postcodes.indices)
    let elsewhere = [tally.outsidePlace, tally.unknownPlace]
    self.wijk = Entry(area: wijk.area, places: inside)
    outside = Entry(area: Area(.outside, "buiten-of-onbekend"), places: elsewhere)
    total = Entry(area: Area(.total, "Totaal"), places: inside + elsewhere)
  }
}

/// The smallest set of postcodes in which a share of the patients lives (verzorgingsgebied).
enum CoreArea {
  /// The postcodes, from most to fewest patients, until they hold the share; of equal ones the lower
  /// postcode goes first.
  ///
  /// - Parameters:
  ///   - counts: Patients with a known Dutch postcode, inside and outside the wijk.
  ///   - percentage: 0...100.
  /// - Returns: The set; empty when there are no patients.
  static func postcodes(_ counts: [UInt16: Int], percentage: Double) -> Set<UInt16> {
    let total = counts.values.reduce(0, +)
    var core: Set<UInt16> = []
    var sum = 0
    for (postcode, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
    where count > 0 && Double(sum) * 100 < percentage * Double(total) {
      core.insert(postcode)
      sum += count
    }
    return core
  }
}
