/// The rate that a population would have with the age and sex structure of a standard.
///
/// With *Wᵢ* = *wᵢ*/Σ*w*: value Σ *Wᵢxᵢ*/*nᵢ*, variance Σ *Wᵢ*²*xᵢ*/*nᵢ*², both per person. Limits by A. J. Dobson and
/// others, Statistics in Medicine 10 (1991) from 10 cases on and by M. P. Fay and E. J. Feuer, Statistics
/// in Medicine 16 (1997) below; value and Dobson's limits as in PHEindicatormethods.
public struct DirectStandardization: Hashable, Sendable {
  /// The cases of all strata, at least 0, those of strata with a weight of 0 included.
  public let cases: Double
  /// The persons of all strata.
  public let persons: Double
  /// The standardized rate per person.
  public let value: Double
  /// The variance of the rate, per person squared.
  public let variance: Double
  /// The largest *Wᵢ*/*nᵢ*: what one more case can add to the rate.
  public let largestWeight: Double

  /// Standardizes; the order of the strata changes no digit.
  ///
  /// - Parameter strata: Each with its cases, persons and standard weight. A stratum with neither persons
  ///   nor weight adds nothing.
  /// - Throws: `noData` without strata; `noWeight` when all weights are 0; `outOfRange` for a negative or
  ///   infinite number; `emptyStratum` for one with a weight but no persons (see
  ///   ``joiningEmptyBands(_:)``); `partExceedsWhole` for cases without persons.
  public init(_ strata: [StandardStratum]) throws(StatisticsError) {
    guard !strata.isEmpty else { throw .noData }
    let total = orderedSum(strata.map(\.weight))
    for (index, stratum) in strata.enumerated() {
      try Self.check(stratum, index)
    }
    guard total > 0 else { throw .noWeight }
    let filled = strata.filter { $0.persons > 0 }
    cases = orderedSum(strata.map(\.cases))
    persons = orderedSum(strata.map(\.persons))
    value = orderedSum(filled.map { $0.weight * $0.cases / $0.persons }) / total
    variance =
      orderedSum(
        filled.map { $0.cases * ($0.weight / $0.persons) * ($0.weight / $0.persons) })
      / (total * total)
    largestWeight = (filled.map { $0.weight / $0.persons }.max() ?? 0) / total
  }

  /// Standardizes counts of events of which one person may have several, such as contacts.
  ///
  /// Persons with *f* events each are Poisson counts of their own: variance Σ *f*²·Var*f* (PHEindicatormethods
  /// for non-independent events). `cases` is the number of events.
  ///
  /// - Parameter strata: Each with persons by number of events.
  /// - Throws: As for counts of persons.
  public init(events strata: [EventStratum]) throws(StatisticsError) {
    let counts = strata.map { stratum in
      StandardStratum(
        cases: stratum.personsByEvents.reduce(0) { $0 + Double($1.events) * $1.persons },
        persons: stratum.persons, weight: stratum.weight)
    }
    let plain = try DirectStandardization(counts)
    let total = orderedSum(strata.map(\.weight))
    let parts = strata.filter { $0.persons > 0 }.flatMap { stratum in
      let share = stratum.weight / stratum.persons
      return stratum.personsByEvents.map { part in
        part.persons * share * share * Double(part.events) * Double(part.events)
      }
    }
    self.init(plain, variance: orderedSum(parts) / (total * total))
  }

  private init(_ other: Self, variance: Double) {
    cases = other.cases
    persons = other.persons
    value = other.value
    self.variance = variance
    largestWeight = other.largestWeight
  }

  private static func check(_ stratum: StandardStratum, _ index: Int) throws(StatisticsError) {
    let numbers = [stratum.cases, stratum.persons, stratum.weight]
    guard numbers.allSatisfy({ $0 >= 0 && $0.isFinite }) else { throw .outOfRange(index: index) }
    if stratum.persons > 0 { return }
    if stratum.cases > 0 { throw .partExceedsWhole(index: index) }
    if stratum.weight > 0 { throw .emptyStratum(index: index) }
  }
}

/// One stratum of a population that is standardized directly.
public struct StandardStratum: Hashable, Sendable {
  /// The cases, at least 0.
  public let cases: Double
  /// The persons, at least 0.
  public let persons: Double
  /// The weight of the stratum in the standard population, at least 0; only ratios of weights matter.
  public let weight: Double

  /// Makes a stratum.
  public init(cases: Double, persons: Double, weight: Double) {
    self.cases = cases
    self.persons = persons
    self.weight = weight
  }
}

/// One stratum of a population of which one person may have several events.
public struct EventStratum: Hashable, Sendable {
  /// How many persons have a number of events.
  public struct Part: Hashable, Sendable {
    /// The events of each of these persons, at least 0.
    public let events: Int
    /// The persons, at least 0.
    public let persons: Double

    /// Makes a part.
    public init(events: Int, persons: Double) {
      self.events = events
      self.persons = persons
    }
  }

  /// The persons by number of events; those without events may be left out.
  public let personsByEvents: [Part]
  /// All persons of the stratum, at least 0.
  public let persons: Double
  /// The weight of the stratum in the standard population, at least 0.
  public let weight: Double

  /// Makes a stratum.
  public init(personsByEvents: [Part], persons: Double, weight: Double) {
    self.personsByEvents = personsByEvents
    self.persons = persons
    self.weight = weight
  }
}
