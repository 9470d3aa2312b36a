import WijkModel

/// A number of inhabitants as published or as summed from published parts.
public struct InhabitantFigure: Hashable, Sendable {
  /// The number, or why it is missing; a sum with a missing part is missing.
  public let count: PublishedNumber
  /// The year of the figure (1 January).
  public let year: Int
  /// Indexes into `SourceData.origins` of the rows it was made of, ascending.
  public let origins: [Int]

  /// The number, or nil when it is missing.
  public var number: Double? { count.number }
}

/// The sum of a figure over areas, of which some may be unknown.
public struct InhabitantSum: Hashable, Sendable {
  /// The sum of the parts that are known; nil when none is.
  public let known: Double?
  /// Whether every part is known; otherwise the sum is "at least".
  public let isComplete: Bool
  /// The years of the parts, ascending.
  public let years: [Int]
  /// Indexes into `SourceData.origins`, ascending.
  public let origins: [Int]
}

/// The inhabitants per postcode by age and sex, from whatever sources and years there are.
///
/// Of every figure the newest year counts in which some postcode has a number for it; a postcode
/// without rows of that year falls back to the year before. Within a year a published number goes
/// before a sum of parts, and of two published numbers the one of the file whose name comes first.
/// Nothing is corrected: CBS rounds to 5, so parts need not add up to totals.
public struct InhabitantIndex: Sendable {
  struct Key: Hashable {
    let postcode: Postcode4
    let year: Int
    let band: AgeBand?
    let sex: Sex?
  }

  /// What can be asked of a year: which ages, which sex.
  struct Shape: Hashable {
    let band: AgeBand?
    let sex: Sex?
  }

  /// The postcodes of all sources, ascending.
  public let postcodes: [Postcode4]
  /// The years of all sources, newest first.
  public let years: [Int]
  private let knownPostcodes: Set<Postcode4>
  private let cells: [Key: (count: PublishedNumber, origin: Int)]
  private let bandsByYear: [Int: [Sex?: [AgeBand]]]
  private let numbered: [Int: Set<Shape>]

  /// Collects the inhabitants of all sources.
  public init(_ data: SourceData) {
    var cells: [Key: (count: PublishedNumber, origin: Int)] = [:]
    var bands: [Int: [Sex?: Set<AgeBand>]] = [:]
    var numbered: [Int: Set<Shape>] = [:]
    func fileName(_ origin: Int) -> String {
      data.origins.indices.contains(origin) ? data.origins[origin].file : ""
    }
    for row in data.inhabitants {
      let key = Key(postcode: row.postcode, year: row.year, band: row.band, sex: row.sex)
      if let band = row.band { bands[row.year, default: [:]][row.sex, default: []].insert(band) }
      if row.count.number != nil {
        numbered[row.year, default: []].insert(Shape(band: row.band, sex: row.sex))
      }
      if let known = cells[key] {
        let isBetter =
          (known.count.number == nil ? 1 : 0, fileName(known.origin))
          > (row.count.number == nil ? 1 : 0, fileName(row.origin))
        if !isBetter { continue }
      }
      cells[key] = (row.count, row.origin)
    }
    self.cells = cells
    self.numbered = numbered
    self.bandsByYear = bands.mapValues { $0.mapValues { $0.sorted() } }
    knownPostcodes = Set(data.inhabitants.map(\.postcode))
    postcodes = knownPostcodes.sorted()
    years = Set(data.inhabitants.map(\.year)).sorted(by: >)
  }

  /// Whether there is no source of inhabitants.
  public var isEmpty: Bool { postcodes.isEmpty }

  /// All inhabitants of a postcode; nil when no source has the postcode.
  public func total(_ postcode: Postcode4) -> InhabitantFigure? {
    figure(postcode, band: nil, sex: nil)
  }

  /// The inhabitants of a postcode of an age band (nil: all ages) and a sex (nil: both).
  ///
  /// Taken as published, or else summed over the sexes or over bands that fill the band exactly.
  /// A postcode that sources have without any such figure gives `.missing(.notAvailable)`.
  ///
  /// - Returns: The figure, or nil when no source has the postcode at all.
  public func figure(_ postcode: Postcode4, band: AgeBand?, sex: Sex?) -> InhabitantFigure? {
    for year in years {
      let recipes = self.recipes(year: year, band: band, sex: sex)
      let isUsable = recipes.contains { recipe in
        recipe.allSatisfy { numbered[year]?.contains($0) ?? false }
      }
      guard isUsable else { continue }
      var firstMissing: InhabitantFigure?
      for recipe in recipes {
        guard let figure = sum(postcode, year: year, recipe: recipe) else { continue }
        if figure.number != nil { return figure }
        firstMissing = firstMissing ?? figure
      }
      if let firstMissing { return firstMissing }
    }
    guard knownPostcodes.contains(postcode), let newest = years.first else { return nil }
    return InhabitantFigure(count: .missing(.notAvailable), year: newest, origins: [])
  }

  /// The sum of a figure over postcodes; a postcode that no source has is an unknown part.
  public func sum(_ postcodes: [Postcode4], band: AgeBand? = nil, sex: Sex? = nil) -> InhabitantSum
  {
    let figures = postcodes.map { figure($0, band: band, sex: sex) }
    let known = figures.compactMap { $0?.number }
    let parts = figures.compactMap { $0 }.filter { $0.number != nil }
    return InhabitantSum(
      known: known.isEmpty ? nil : known.reduce(0, +),
      isComplete: !postcodes.isEmpty && known.count == postcodes.count,
      years: Set(parts.map(\.year)).sorted(), origins: Set(parts.flatMap(\.origins)).sorted())
  }

  /// The inhabitants in an age base, sexes added (top3.md, section 2).
  ///
  /// A class that straddles the base is divided evenly by years of age: 18+ takes 7/10 of 15–24. An
  /// open class cannot be divided.
  ///
  /// - Returns: The number, possibly with a fraction, or nil when it cannot be known.
  public func inhabitants(_ postcode: Postcode4, ages: AgeBand) -> Double? {
    if ages.lower == 0 && ages.upper == nil { return total(postcode)?.number }
    for year in years {
      var hasRows = false
      for sexes in [[nil], [Sex.male, Sex.female]] as [[Sex?]] {
        let bands = bandsByYear[year]?[sexes[0]] ?? []
        guard let cover = AgeCover(of: ages, from: bands) else { continue }
        hasRows = true
        let values = cover.parts.flatMap { part in
          sexes.map { sex in
            cells[Key(postcode: postcode, year: year, band: part.band, sex: sex)]?.count.number
              .map { $0 * part.share }
          }
        }
        if values.allSatisfy({ $0 != nil }) { return values.compactMap { $0 }.reduce(0, +) }
      }
      let isNumbered = numbered[year]?.contains { $0.band != nil } ?? false
      if hasRows && isNumbered && bandsExist(postcode, year: year) { return nil }
    }
    return nil
  }

  /// The finest bands, without a gap from age 0, that the newest year with bands has.
  ///
  /// - Parameter bySex: Whether the bands must be there for men and women apart.
  /// - Returns: The bands from young to old; empty when there are none.
  public func finestBands(bySex: Bool) -> [AgeBand] {
    for year in years {
      let bands = bandsByYear[year]?[bySex ? .male : nil] ?? []
      if let cover = AgeCover(of: AgeBand(0, nil), from: bands, prefersNarrow: true) {
        return cover.parts.map(\.band)
      }
    }
    return []
  }

  private func bandsExist(_ postcode: Postcode4, year: Int) -> Bool {
    (bandsByYear[year] ?? [:]).contains { sex, bands in
      bands.contains {
        cells[Key(postcode: postcode, year: year, band: $0, sex: sex)] != nil
      }
    }
  }

  /// The ways to make a figure of a year, best first: published, over sexes, over bands, over both.
  private func recipes(year: Int, band: AgeBand?, sex: Sex?) -> [[Shape]] {
    var recipes = [[Shape(band: band, sex: sex)]]
    if sex == nil { recipes.append(Sex.allCases.map { Shape(band: band, sex: $0) }) }
    let whole = band ?? AgeBand(0, nil)
    for sexes in sex == nil ? [[nil], [.male, .female]] as [[Sex?]] : [[sex]] {
      let bands = bandsByYear[year]?[sexes[0]] ?? []
      guard let cover = AgeCover(of: whole, from: bands), cover.isExact else { continue }
      recipes.append(cover.parts.flatMap { part in sexes.map { Shape(band: part.band, sex: $0) } })
    }
    return recipes
  }

  /// The sum of published cells; nil when the postcode has none of them in that year.
  private func sum(_ postcode: Postcode4, year: Int, recipe: [Shape]) -> InhabitantFigure? {
    let parts = recipe.map {
      cells[Key(postcode: postcode, year: year, band: $0.band, sex: $0.sex)]
    }
    let origins = Set(parts.compactMap { $0?.origin }).sorted()
    guard !origins.isEmpty else { return nil }
    var total = 0.0
    for part in parts {
      switch part?.count {
      case .value(let number): total += number
      case .missing(let reason):
        return InhabitantFigure(count: .missing(reason), year: year, origins: origins)
      case nil:
        return InhabitantFigure(count: .missing(.notAvailable), year: year, origins: origins)
      }
    }
    return InhabitantFigure(count: .value(total), year: year, origins: origins)
  }
}
