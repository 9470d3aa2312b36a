/// A comparison of what is observed with what the rates of a reference lead one to expect.
///
/// E = Σ *nᵢ*·*xᵢ*ʳ/*nᵢ*ʳ over strata of sex and age; O/E with exact limits below 10 cases and Byar's from 10
/// on, E taken as known. N. E. Breslow and N. E. Day, IARC 82 (1987); as in PHEindicatormethods.
///
/// Ratios of two areas must not be compared with each other, only each with the reference: they weigh
/// the strata by their own population.
public struct IndirectStandardization: Hashable, Sendable {
  /// The cases observed, at least 0.
  public let observed: Int
  /// The cases expected, at least 0.
  public let expected: Double

  /// Makes a comparison of two known numbers, or nil when one is negative or not finite.
  public init?(observed: Int, expected: Double) {
    guard observed >= 0, expected >= 0, expected.isFinite else { return nil }
    self.observed = observed
    self.expected = expected
  }

  /// Sums cases and expected cases over strata; their order changes no digit.
  ///
  /// - Parameter strata: Each with its cases, persons and reference.
  /// - Throws: `noData` without strata; `missingReference` for a stratum without a reference or with one of
  ///   no persons, also when the stratum itself is empty; `outOfRange` for a negative or infinite number.
  public init(_ strata: [ComparedStratum]) throws(StatisticsError) {
    guard !strata.isEmpty else { throw .noData }
    var parts: [Double] = []
    var total = 0
    for (index, stratum) in strata.enumerated() {
      guard stratum.cases >= 0, stratum.persons >= 0, stratum.persons.isFinite else {
        throw .outOfRange(index: index)
      }
      guard let reference = stratum.reference, reference.persons > 0 else {
        throw .missingReference(index: index)
      }
      guard reference.cases >= 0, reference.cases.isFinite, reference.persons.isFinite else {
        throw .outOfRange(index: index)
      }
      parts.append(stratum.persons * reference.cases / reference.persons)
      total += stratum.cases
    }
    observed = total
    expected = orderedSum(parts)
  }

  /// Observed over expected, 1 = as expected; nil when nothing is expected.
  public var ratio: Double? { expected > 0 ? Double(observed) / expected : nil }

  /// How the limits are computed.
  public var method: PoissonInterval.Method { PoissonInterval.method(for: observed) }

  /// The limits of the ratio, 1 = as expected.
  ///
  /// - Parameters:
  ///   - confidence: The level, above 0 and below 1.
  ///   - dispersion: The factor φ of ``Overdispersion``, at least 1.
  /// - Returns: The limits, or nil when nothing is expected.
  public func limits(confidence: Double = 0.95, dispersion: Double = 1) -> ConfidenceInterval? {
    guard expected > 0 else { return nil }
    let limits = PoissonInterval.limits(
      of: observed, dispersion: dispersion, confidence: confidence)
    return ConfidenceInterval(low: limits.low / expected, high: limits.high / expected)
  }

  /// The exact two-sided *p* of the cases; see ``PoissonDistribution/twoSidedP(observed:expected:)``.
  ///
  /// - Parameter dispersion: The factor φ of ``Overdispersion``, at least 1.
  /// - Returns: 0...1; 1 when as many are observed as expected.
  public func twoSidedP(dispersion: Double = 1) -> Double {
    Overdispersion.widened(
      p: PoissonDistribution.twoSidedP(observed: observed, expected: expected),
      dispersion: dispersion)
  }
}

/// The cases and persons of a reference in one stratum; either may be a rate and 1.
public struct ReferenceStratum: Hashable, Sendable {
  /// The cases, at least 0.
  public let cases: Double
  /// The persons, above 0.
  public let persons: Double

  /// Makes a stratum of a reference.
  public init(cases: Double, persons: Double) {
    self.cases = cases
    self.persons = persons
  }
}

/// One stratum of a population that is compared with a reference.
public struct ComparedStratum: Hashable, Sendable {
  /// The cases, at least 0.
  public let cases: Int
  /// The persons, at least 0.
  public let persons: Double
  /// The same stratum of the reference; nil when the reference lacks it.
  public let reference: ReferenceStratum?

  /// Makes a stratum.
  public init(cases: Int, persons: Double, reference: ReferenceStratum?) {
    self.cases = cases
    self.persons = persons
    self.reference = reference
  }
}

/// The crude rate of a reference: Σ cases / Σ persons.
///
/// Times O/E it is the indirectly standardized rate of an area.
///
/// - Returns: The rate per person, or nil when the reference has no persons.
public func crudeRate(of reference: [ReferenceStratum]) -> Double? {
  let persons = orderedSum(reference.map(\.persons))
  return persons > 0 ? orderedSum(reference.map(\.cases)) / persons : nil
}
