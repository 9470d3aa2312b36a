/// Rates of small areas, drawn towards a common rate by how little they tell.
///
/// The method of moments of R. J. Marshall, Applied Statistics 40 (1991), with a negative variance between
/// areas taken as 0, as in spdep (`EBest`): with *xᵢ* = *Oᵢ*/*nᵢ* and *R* = Σ*O*/Σ*n*, *s*² = Σ *nᵢ*(*xᵢ* − *R*)²/Σ*n* and *A* = max(0, *s*² −
/// *R*/mean *n*), the smoothed rate is *R* + *wᵢ*(*xᵢ* − *R*) with weight *wᵢ* = *A*/(*A* + *R*/*nᵢ*).
///
/// With expected cases in the place of persons it smooths O/E. A smoothed rate is not a count: it
/// gives no interval and no verdict.
public struct EmpiricalBayes: Hashable, Sendable {
  /// The common rate *R*, in the unit of the rates.
  public let commonRate: Double
  /// The variance between areas *A*, at least 0.
  public let betweenVariance: Double
  /// The smoothed rate of each area, in the order given.
  public let rates: [Double]
  /// How much of its own rate each area keeps, from 0 (the common rate) to 1 (its own).
  public let weights: [Double]

  /// Smooths rates over areas; the order of the areas changes no digit.
  ///
  /// - Parameter areas: The cases of each area, at least 0, and its persons or expected cases, above 0.
  /// - Throws: `noData` without areas; `outOfRange` for a number outside its range.
  public init(_ areas: [AreaCount]) throws(StatisticsError) {
    guard !areas.isEmpty else { throw .noData }
    for (index, area) in areas.enumerated() where !area.isValid {
      throw .outOfRange(index: index)
    }
    let total = orderedSum(areas.map(\.size))
    let common = orderedSum(areas.map(\.cases)) / total
    let spread = Self.spread(areas, around: common) / total
    let between = max(0, spread - common / (total / Double(areas.count)))
    commonRate = common
    betweenVariance = between
    weights = areas.map { Self.weight(between, common, $0.size) }
    rates = zip(areas, weights).map { common + $1 * ($0.rate - common) }
  }

  /// The smoothed rates with each area drawn towards the rate of itself and its neighbours.
  ///
  /// Marshall's local form as in PySAL esda (`Spatial_Empirical_Bayes`): common rate, spread and mean size are
  /// taken over an area and its neighbours.
  ///
  /// - Parameters:
  ///   - areas: As for the smoothing over all areas.
  ///   - neighbors: The positions of the neighbours of each area, without itself.
  /// - Returns: The smoothed rate and the common rate of each area; an area without neighbours keeps its own.
  /// - Throws: `noData`, `outOfRange`, also for a position that does not exist.
  public static func spatial(
    _ areas: [AreaCount], neighbors: [[Int]]
  ) throws(StatisticsError) -> [(rate: Double, commonRate: Double)] {
    guard !areas.isEmpty else { throw .noData }
    guard areas.count == neighbors.count else { throw .outOfRange(index: neighbors.count) }
    var result: [(rate: Double, commonRate: Double)] = []
    for (index, area) in areas.enumerated() {
      guard area.isValid, neighbors[index].allSatisfy(areas.indices.contains) else {
        throw .outOfRange(index: index)
      }
      let window = [area] + Set(neighbors[index]).subtracting([index]).sorted().map { areas[$0] }
      let total = orderedSum(window.map(\.size))
      let common = orderedSum(window.map(\.cases)) / total
      let between = max(
        0, spread(window, around: common) / total - common / (total / Double(window.count)))
      let smoothed = common + weight(between, common, area.size) * (area.rate - common)
      result.append((rate: smoothed, commonRate: common))
    }
    return result
  }

  private static func spread(_ areas: [AreaCount], around common: Double) -> Double {
    orderedSum(areas.map { $0.size * ($0.rate - common) * ($0.rate - common) })
  }

  private static func weight(_ between: Double, _ common: Double, _ size: Double) -> Double {
    between > 0 ? between / (between + common / size) : 0
  }
}

/// The cases of an area and what they are divided by.
public struct AreaCount: Hashable, Sendable {
  /// The cases, at least 0.
  public let cases: Double
  /// Persons, or expected cases; above 0.
  public let size: Double

  /// Makes an area.
  public init(cases: Double, size: Double) {
    self.cases = cases
    self.size = size
  }

  /// Cases over size.
  public var rate: Double { cases / size }

  var isValid: Bool { cases >= 0 && cases.isFinite && size > 0 && size.isFinite }
}
