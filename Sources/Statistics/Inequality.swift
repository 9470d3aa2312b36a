import Glibc

/// How unequal the shares of areas are.
///
/// Formulas: N. Keppel and others, NCHS Series 2 No. 141 (2005), and A. Wagstaff, P. Paci and E. van Doorslaer,
/// Social Science & Medicine 33 (1991). The order of the areas changes no digit.
public struct Inequality: Hashable, Sendable {
  /// An area with its persons and the share or rate of them.
  public struct Area: Hashable, Sendable {
    /// The persons, above 0.
    public let persons: Double
    /// The share or rate, at least 0.
    public let value: Double

    /// Makes an area.
    public init(persons: Double, value: Double) {
      self.persons = persons
      self.value = value
    }
  }

  /// The areas, from low to high.
  private let areas: [Area]
  /// The mean over persons, *R* = Σ *aᵢyᵢ* with *aᵢ* = *nᵢ*/Σ*n*.
  public let overallRate: Double

  /// Takes areas; at least one with a value above 0.
  ///
  /// - Throws: `noData` without areas; `outOfRange` for a number outside its range; `noWeight` when all
  ///   values are 0.
  public init(_ areas: [Area]) throws(StatisticsError) {
    guard !areas.isEmpty else { throw .noData }
    for (index, area) in areas.enumerated() {
      guard area.persons > 0, area.value >= 0, area.persons.isFinite, area.value.isFinite else {
        throw .outOfRange(index: index)
      }
    }
    self.areas = areas.sorted { ($0.value, $0.persons) < ($1.value, $1.persons) }
    let total = orderedSum(areas.map(\.persons))
    overallRate = orderedSum(areas.map { $0.persons * $0.value }) / total
    guard overallRate > 0 else { throw .noWeight }
  }

  /// The highest minus the lowest value.
  public var difference: Double { (areas.last?.value ?? 0) - (areas.first?.value ?? 0) }

  /// The highest over the lowest value; nil when the lowest is 0.
  public var ratio: Double? {
    guard let low = areas.first?.value, low > 0 else { return nil }
    return (areas.last?.value ?? 0) / low
  }

  /// The Gini coefficient of areas with equal weight, Σ (2*i* − *K* − 1)*y*₍ᵢ₎/(*K*Σ*y*), from 0 (equal) to 1.
  public var giniOfAreas: Double {
    let count = Double(areas.count)
    let parts = areas.enumerated().map { (2 * Double($0 + 1) - count - 1) * $1.value }
    return orderedSum(parts) / (count * orderedSum(areas.map(\.value)))
  }

  /// The Gini coefficient of persons, 1 − Σ *aᵢ*(*Lᵢ* + *Lᵢ*₋₁) with the Lorenz curve *L*, from 0 (equal) to 1.
  public var giniOfPersons: Double {
    let total = orderedSum(areas.map(\.persons))
    var (lorenz, parts) = (CompensatedSum(), [Double]())
    for area in areas {
      let before = lorenz.value
      lorenz.add(area.persons * area.value / (total * overallRate))
      parts.append(area.persons / total * (lorenz.value + before))
    }
    return 1 - orderedSum(parts)
  }

  /// Theil's index of areas with equal weight, mean of (*y*/*ȳ*)·ln(*y*/*ȳ*); a value of 0 adds 0.
  public var theilOfAreas: Double {
    let mean = orderedSum(areas.map(\.value)) / Double(areas.count)
    return orderedSum(areas.map { Self.entropy($0.value / mean) }) / Double(areas.count)
  }

  /// Theil's index of persons, Σ *aᵢ*·(*yᵢ*/*R*)·ln(*yᵢ*/*R*); a value of 0 adds 0.
  public var theilOfPersons: Double {
    let total = orderedSum(areas.map(\.persons))
    return orderedSum(
      areas.map { $0.persons / total * Self.entropy($0.value / overallRate) })
  }

  /// The index of disparity of areas, 100/*R* times the mean of |*yᵢ* − *R*|, in percent.
  public var disparityOfAreas: Double {
    let parts = areas.map { abs($0.value - overallRate) }
    return 100 * orderedSum(parts) / Double(areas.count) / overallRate
  }

  /// The index of disparity of persons, 100/*R* times Σ *aᵢ*|*yᵢ* − *R*|, in percent.
  public var disparityOfPersons: Double {
    let total = orderedSum(areas.map(\.persons))
    let parts = areas.map { $0.persons / total * abs($0.value - overallRate) }
    return 100 * orderedSum(parts) / overallRate
  }

  /// The concentration index over areas in an order, such as from deprived to well-off.
  ///
  /// *C* = 2/*R*·Σ *aᵢyᵢrᵢ* − 1 with *rᵢ* the middle of the cumulated share of persons. Below 0 when the property
  /// is concentrated among the first areas.
  ///
  /// - Parameter areas: The areas in that order.
  /// - Returns: −1...1.
  /// - Throws: As for the areas of an inequality.
  public static func concentrationIndex(of areas: [Area]) throws(StatisticsError) -> Double {
    let overall = try Inequality(areas).overallRate
    let total = orderedSum(areas.map(\.persons))
    var (cumulated, parts) = (CompensatedSum(), [Double]())
    for area in areas {
      let share = area.persons / total
      parts.append(share * area.value * (cumulated.value + share / 2))
      cumulated.add(share)
    }
    return 2 / overall * orderedSum(parts) - 1
  }

  private static func entropy(_ x: Double) -> Double { x > 0 ? x * log(x) : 0 }
}
