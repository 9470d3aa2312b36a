/// Life expectancy from deaths and persons by age band, with its interval.
///
/// C. L. Chiang's abridged life table (method II, 1984) and the variance of P. B. S. Silcocks and others, Journal of
/// Epidemiology and Community Health 55 (2001), as in PHEindicatormethods: in a band of width *n* with rate *M* = deaths/persons,
/// *q* = *nM*/(1 + *nM*(1 − *a*)), *a* = 0.1 in the first year of life and ½ after; the last band is open with *L* = *l*/*M*.
public struct LifeExpectancy: Hashable, Sendable {
  /// The ages at which the bands begin.
  public let ages: [Int]
  /// The years left to live at the begin of each band.
  public let years: [Double]
  /// The standard error of the years left at the begin of each band.
  public let standardErrors: [Double]
  /// All persons.
  public let persons: Double

  /// One age band.
  public struct Band: Hashable, Sendable {
    /// The age at which it begins, in years.
    public let startAge: Int
    /// The deaths, at least 0.
    public let deaths: Double
    /// The persons or person-years, above 0, not fewer than the deaths.
    public let persons: Double

    /// Makes a band.
    public init(startAge: Int, deaths: Double, persons: Double) {
      self.startAge = startAge
      self.deaths = deaths
      self.persons = persons
    }
  }

  /// Computes the life table.
  ///
  /// - Parameter bands: Adjoining bands from age 0, the last one open; at least two.
  /// - Throws: `tooFew` for fewer than two bands; `outOfRange` for ages that do not rise from 0, for persons
  ///   that are not above 0, and when nobody died in the last band; `partExceedsWhole` for more deaths than
  ///   persons, or so many that nobody would reach the next band.
  public init(_ bands: [Band]) throws(StatisticsError) {
    guard bands.count >= 2 else { throw .tooFew(count: bands.count, needed: 2) }
    try Self.check(bands)
    let rows = Self.rows(bands)
    if let index = rows.dropLast().firstIndex(where: { $0.dying >= 1 }) {
      throw .partExceedsWhole(index: index)
    }
    var (alive, left) = ([1.0], [Double](repeating: 0, count: bands.count))
    for row in rows.dropLast() { alive.append((alive.last ?? 0) * (1 - row.dying)) }
    var (lived, variance) = (0.0, 0.0)
    var errors = left
    for index in bands.indices.reversed() {
      let row = rows[index]
      let isLast = index == bands.count - 1
      let next = isLast ? 0 : left[index + 1]
      lived +=
        isLast
        ? alive[index] / row.rate
        : row.width * (alive[index + 1] + row.part * alive[index] * row.dying)
      left[index] = lived / alive[index]
      let lever = isLast ? 1 : (1 - row.part) * row.width + next
      variance += alive[index] * alive[index] * lever * lever * row.variance
      errors[index] = variance.squareRoot() / alive[index]
    }
    (ages, years, standardErrors) = (bands.map(\.startAge), left, errors)
    persons = orderedSum(bands.map(\.persons))
  }

  /// The limits of the years left at the begin of each band.
  public func intervals(confidence: Double = 0.95) -> [ConfidenceInterval] {
    let z = NormalDistribution.criticalValue(confidence: confidence)
    return zip(years, standardErrors).map {
      ConfidenceInterval(low: $0 - z * $1, high: $0 + z * $1)
    }
  }

  /// Whether the table is firm enough to be shown: more than 5000 persons and at birth a 95 % interval of
  /// at most 20 years (the rule of the English method set).
  public var isFirm: Bool {
    guard persons > 5000, let atBirth = intervals().first else { return false }
    return atBirth.high - atBirth.low <= 20
  }

  /// What a life table needs of a band.
  private struct Row {
    let width: Double
    let part: Double
    let rate: Double
    /// The probability of dying in the band.
    let dying: Double
    /// The variance of that probability; of 1/rate in the last band.
    let variance: Double
  }

  private static func rows(_ bands: [Band]) -> [Row] {
    bands.enumerated().map { index, band in
      let rate = band.deaths / band.persons
      guard index + 1 < bands.count else {
        return Row(
          width: .infinity, part: 0.5, rate: rate, dying: 1,
          variance: 1 / (band.deaths * rate * rate))
      }
      let width = Double(bands[index + 1].startAge - band.startAge)
      let part = band.startAge == 0 ? 0.1 : 0.5
      let dying = rate * width / (1 + rate * width * (1 - part))
      let variance = band.deaths > 0 ? dying * dying * (1 - dying) / band.deaths : 0
      return Row(width: width, part: part, rate: rate, dying: dying, variance: variance)
    }
  }

  private static func check(_ bands: [Band]) throws(StatisticsError) {
    for (index, band) in bands.enumerated() {
      let isInOrder = index == 0 ? band.startAge == 0 : band.startAge > bands[index - 1].startAge
      guard isInOrder, band.persons > 0, band.persons.isFinite, band.deaths >= 0 else {
        throw .outOfRange(index: index)
      }
      if band.deaths > band.persons { throw .partExceedsWhole(index: index) }
    }
    if bands[bands.count - 1].deaths == 0 { throw .outOfRange(index: bands.count - 1) }
  }
}
