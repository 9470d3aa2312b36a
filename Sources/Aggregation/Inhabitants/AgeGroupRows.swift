import Statistics
import WijkModel

/// Inhabitants from some age on (75+, 80+), as a number and in percent of all inhabitants.
struct AgeGroupRows: Sendable {
  /// `Inwoners van 75 jaar en ouder`.
  let name: String
  /// The years of the figures, ascending.
  let years: [Int]
  /// Indexes into `SourceData.origins`.
  let origins: [Int]
  /// Whether the number of the wijk lacks a postcode.
  let isPartial: Bool
  private let counts: [Area: Double]
  private let percentages: [Area: Double]

  /// The areas that have a number.
  var areas: [Area] { counts.keys.sorted() }

  /// Reads a group, or nil when no postcode of the wijk has it.
  init?(from age: Int, for wijk: Wijk, _ index: InhabitantIndex) {
    let band = AgeBand(age, nil)
    var counts: [Area: Double] = [:]
    var percentages: [Area: Double] = [:]
    for postcode in wijk.postcodes {
      guard let number = index.figure(postcode, band: band, sex: nil)?.number else { continue }
      counts[Area(postcode)] = number
      if let total = index.total(postcode)?.number, total > 0 {
        percentages[Area(postcode)] = 100 * number / total
      }
    }
    guard !counts.isEmpty else { return nil }
    let sum = index.sum(wijk.postcodes, band: band)
    let all = index.sum(wijk.postcodes)
    counts[wijk.area] = sum.known
    if sum.isComplete, all.isComplete, let part = sum.known, let whole = all.known, whole > 0 {
      percentages[wijk.area] = 100 * part / whole
    }
    name = "Inwoners van \(age) jaar en ouder"
    years = sum.years
    origins = sum.origins
    isPartial = !sum.isComplete
    self.counts = counts
    self.percentages = percentages
  }

  /// The percentage of an area; nil when it is unknown.
  func percentage(_ area: Area) -> Double? { percentages[area] }

  /// Adds the two rows of an area of the wijk.
  func append(to table: inout DraftTable<Inhabitants>, area: Area) {
    guard area.kind == .postcode4 || area.kind == .wijk else { return }
    let year = years.last ?? 0
    table.append(CharacteristicTables.cells(area, name, "", year, counts[area], "aantal"))
    table.append(CharacteristicTables.cells(area, name, "", year, percentages[area], "%"))
  }
}
