import Statistics
import WijkModel

/// The persons of the reference population by sex and age band: the weights of standardized rates.
struct StandardPopulation: Hashable, Sendable {
  /// A band with the persons of a sex in it.
  struct Cell: Hashable, Sendable {
    let sex: Sex
    let band: AgeBand
    let weight: Double
  }

  /// Men from young to old, then women.
  let cells: [Cell]

  /// Takes the first group of the reference whose narrow bands cover every age of both sexes once.
  init?(_ rates: ReferenceRates) {
    for bands in rates.persons {
      var cells: [Cell] = []
      for sex in Sex.allCases {
        let own = bands[sex] ?? []
        guard
          let cover = AgeCover(of: AgeBand(0, nil), from: own.map(\.band), prefersNarrow: true),
          cover.isExact
        else { break }
        cells += cover.parts.compactMap { part in
          own.first { $0.band == part.band }.map {
            Cell(sex: sex, band: part.band, weight: $0.persons)
          }
        }
      }
      if Set(cells.map(\.sex)).count == Sex.allCases.count {
        self.cells = cells
        return
      }
    }
    return nil
  }

  /// The weight of a wide band; a band of the standard that lies partly in it counts by its years.
  func weight(sex: Sex, band: AgeBand) -> Double? {
    let own = cells.filter { $0.sex == sex }
    guard let cover = AgeCover(of: band, from: own.map(\.band)) else { return nil }
    return cover.parts.reduce(0.0) { sum, part in
      sum + part.share * (own.first { $0.band == part.band }?.weight ?? 0)
    }
  }

  /// A short mark of the weights and of what else must be equal; equal marks mean comparable rates.
  func mark(joins: [JoinedStrata.Join]) -> String {
    var text = cells.map { "\($0.sex.label)\($0.band.label)=\($0.weight)" }.joined(separator: ";")
    text += joins.map { "|\($0.group):\($0.bands)" }.joined()
    // FNV-1a: a mark for comparing, not a proof.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
