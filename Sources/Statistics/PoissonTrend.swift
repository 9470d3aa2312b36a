import Glibc

/// The annual percentage change of a rate over three years or more.
///
/// Poisson regression with log link and offset ln *n*: ln *μₜ* = ln *nₜ* + α + β*t*, APC = 100(exp β − 1) with limits
/// 100(exp(β ∓ *z*·se) − 1). Maximum likelihood by Newton's method. Counts that vary more than Poisson
/// show in the deviance, and the interval is then too narrow.
public struct PoissonTrend: Hashable, Sendable {
  /// α: the logarithm of the rate in the year 0.
  public let intercept: Double
  /// β: the yearly change of the logarithm of the rate.
  public let slope: Double
  /// The standard error of β.
  public let slopeStandardError: Double
  /// The deviance; about *K* − 2 when the model with a constant change fits.
  public let deviance: Double

  /// Fits a trend; the order of the years changes no digit.
  ///
  /// - Parameter years: The years, at least three different ones, cases and persons.
  /// - Throws: `tooFew` for fewer than three years, or for fewer than two with cases; `outOfRange` for cases
  ///   below 0, persons that are not above 0 or a year that stands twice; `noConvergence`.
  public init(_ years: [YearCount]) throws(StatisticsError) {
    let years = years.sorted { $0.year < $1.year }
    for (index, year) in years.enumerated() {
      let isRepeated = index > 0 && years[index - 1].year == year.year
      if year.cases < 0 || year.persons <= 0 || isRepeated { throw .outOfRange(index: index) }
    }
    guard years.count >= 3 else { throw .tooFew(count: years.count, needed: 3) }
    let filled = years.count { $0.cases > 0 }
    guard filled >= 2 else { throw .tooFew(count: filled, needed: 2) }
    let fit = try Self.fit(years)
    slope = fit.slope
    intercept = fit.intercept
    slopeStandardError = fit.error
    deviance = Self.deviance(years, fit.intercept, fit.slope)
  }

  /// The annual percentage change, above −100; 0 = unchanged.
  public var annualPercentageChange: Double { 100 * expm1(slope) }
  /// The two-sided *p* of no change by the *z* of the slope (Wald), 0...1.
  public var twoSidedP: Double { erfc(abs(slope / slopeStandardError) / 2.0.squareRoot()) }

  /// The limits of the annual percentage change.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let margin = NormalDistribution.criticalValue(confidence: confidence) * slopeStandardError
    return ConfidenceInterval(low: 100 * expm1(slope - margin), high: 100 * expm1(slope + margin))
  }

  /// Newton's method on the slope alone: α follows from it, because fitted cases add up to those seen.
  private static func fit(
    _ years: [YearCount]
  ) throws(StatisticsError) -> (intercept: Double, slope: Double, error: Double) {
    let origin = years.first?.year ?? 0
    let cases = orderedSum(years.map { Double($0.cases) })
    let times = years.map { Double($0.year - origin) }
    let observed = orderedSum(zip(years, times).map { Double($0.cases) * $1 }) / cases
    var slope = 0.0
    for _ in 0..<200 {
      let weights = zip(years, times).map { $0.persons * exp(slope * ($1 - observed)) }
      let total = orderedSum(weights)
      let mean = orderedSum(zip(weights, times).map { $0 * $1 }) / total
      let variance =
        orderedSum(zip(weights, times).map { $0 * ($1 - mean) * ($1 - mean) }) / total
      guard variance > 0, variance.isFinite else { break }
      let step = max(-1, min(1, (observed - mean) / variance))
      slope += step
      guard abs(step) <= 1e-13 * max(1, abs(slope)) else { continue }
      let intercept = log(cases / total) - slope * observed
      return (intercept, slope, 1 / (cases * variance).squareRoot())
    }
    throw .noConvergence
  }

  private static func deviance(_ years: [YearCount], _ intercept: Double, _ slope: Double) -> Double
  {
    let origin = years.first?.year ?? 0
    return 2
      * orderedSum(
        years.map { year in
          let mean = year.persons * exp(intercept + slope * Double(year.year - origin))
          return year.cases == 0 ? mean : SaddlePoint.deviance(Double(year.cases), mean)
        })
  }
}

/// The cases and persons of one year.
public struct YearCount: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The cases, at least 0.
  public let cases: Int
  /// The persons, above 0.
  public let persons: Double

  /// Makes a year.
  public init(year: Int, cases: Int, persons: Double) {
    self.year = year
    self.cases = cases
    self.persons = persons
  }
}
