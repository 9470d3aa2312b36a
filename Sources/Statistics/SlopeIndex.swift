import Glibc

/// The slope and the relative index of inequality over groups ordered from low to high position.
///
/// With shares *aᵢ* of persons and middles *bᵢ* of their cumulated share: least squares of the value on *b* with
/// weights *a*. SII = value at the top minus value at the bottom, RII = top over bottom (PHEindicatormethods,
/// without its simulation). Limits by the delta method from the limits of the groups; for plain values
/// they are exact for normal errors, because the slope is linear in the values.
public struct SlopeIndex: Hashable, Sendable {
  /// The kind of value, which decides on what scale the limits of a group are symmetric.
  public enum Scale: Hashable, Sendable {
    /// Any value, such as years of life; limits are symmetric.
    case plain
    /// A rate above 0; limits are symmetric in its logarithm.
    case rate
    /// A share between 0 and 1; limits are symmetric in its logit.
    case share
  }

  /// A group with its persons, value and limits.
  public struct Group: Hashable, Sendable {
    /// The persons, above 0.
    public let persons: Double
    /// The value: above 0 for a rate, between 0 and 1 for a share.
    public let value: Double
    /// The limits of the value, or nil when unknown.
    public let limits: ConfidenceInterval?

    /// Makes a group.
    public init(persons: Double, value: Double, limits: ConfidenceInterval?) {
      self.persons = persons
      self.value = value
      self.limits = limits
    }
  }

  /// The value at the top minus the value at the bottom, in the unit of the values.
  public let slope: Double
  /// The value at the top over the value at the bottom; nil when the latter is not above 0.
  public let ratio: Double?
  /// The value at the bottom (position 0).
  public let intercept: Double
  private let slopeError: Double?
  private let logRatioError: Double?

  /// Fits the index.
  ///
  /// - Parameters:
  ///   - groups: At least five, from low to high position.
  ///   - scale: The kind of value.
  ///   - isTransformed: Whether the line is fitted on the logarithm or logit, as it should be for rates and
  ///     shares near an end; plain values are never transformed.
  ///   - confidence: The level of the limits of the groups.
  /// - Throws: `tooFew` for fewer than five groups; `outOfRange` for a number outside its range.
  public init(
    _ groups: [Group], scale: Scale, isTransformed: Bool = false, confidence: Double = 0.95
  ) throws(StatisticsError) {
    try Self.check(groups, scale)
    let fitted: Scale = isTransformed ? scale : .plain
    let weights = Self.weights(groups.map(\.persons))
    let values = groups.map { fitted.transformed($0.value) }
    let slopeOnScale = orderedSum(zip(weights.slope, values).map { $0 * $1 })
    let bottomOnScale = orderedSum(zip(weights.bottom, values).map { $0 * $1 })
    let bottom = fitted.restored(bottomOnScale)
    let top = fitted.restored(bottomOnScale + slopeOnScale)
    slope = fitted == .plain ? slopeOnScale : top - bottom
    intercept = bottom
    ratio = bottom > 0 ? top / bottom : nil
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let errors = groups.compactMap { Self.error($0, scale, isTransformed: isTransformed, z: z) }
    guard errors.count == groups.count else { (slopeError, logRatioError) = (nil, nil); return }
    let (atTop, atBottom) = (fitted.steepness(top), fitted.steepness(bottom))
    slopeError = Self.error(errors, weights, atTop, atBottom)
    logRatioError =
      top > 0 && bottom > 0 ? Self.error(errors, weights, atTop / top, atBottom / bottom) : nil
  }

  /// The limits of the slope, or nil when a group has no limits.
  public func slopeInterval(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard let slopeError else { return nil }
    let margin = NormalDistribution.criticalValue(confidence: confidence) * slopeError
    return ConfidenceInterval(low: slope - margin, high: slope + margin)
  }

  /// The limits of the ratio by its logarithm, or nil when a group has no limits or there is no ratio.
  public func ratioInterval(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard let ratio, let logRatioError else { return nil }
    let margin = exp(NormalDistribution.criticalValue(confidence: confidence) * logRatioError)
    return ConfidenceInterval(low: ratio / margin, high: ratio * margin)
  }
}

extension SlopeIndex {
  /// What each value adds to the slope and to the bottom of the line.
  private typealias Weights = (slope: [Double], bottom: [Double])

  private static func weights(_ persons: [Double]) -> Weights {
    let total = orderedSum(persons)
    var (cumulated, shares, middles) = (CompensatedSum(), [Double](), [Double]())
    for count in persons {
      shares.append(count / total)
      middles.append(cumulated.value + count / total / 2)
      cumulated.add(count / total)
    }
    let mean = orderedSum(zip(shares, middles).map { $0 * $1 })
    let spread = orderedSum(zip(shares, middles).map { $0 * ($1 - mean) * ($1 - mean) })
    let slope = zip(shares, middles).map { $0 * ($1 - mean) / spread }
    return (slope, zip(shares, slope).map { $0 - $1 * mean })
  }

  /// The standard error of a value on the scale of the fit.
  private static func error(
    _ group: Group, _ scale: Scale, isTransformed: Bool, z: Double
  ) -> Double? {
    guard let limits = group.limits else { return nil }
    let onScale = (scale.transformed(limits.high) - scale.transformed(limits.low)) / (2 * z)
    return isTransformed ? onScale : onScale * scale.steepness(group.value)
  }

  /// The standard error of *f*·top − *g*·bottom.
  private static func error(
    _ errors: [Double], _ weights: Weights, _ topFactor: Double, _ bottomFactor: Double
  ) -> Double {
    let parts = errors.indices.map { index in
      let atTop = (weights.bottom[index] + weights.slope[index]) * topFactor
      let part = (atTop - weights.bottom[index] * bottomFactor) * errors[index]
      return part * part
    }
    return orderedSum(parts).squareRoot()
  }

  private static func check(_ groups: [Group], _ scale: Scale) throws(StatisticsError) {
    guard groups.count >= 5 else { throw .tooFew(count: groups.count, needed: 5) }
    for (index, group) in groups.enumerated() where !isValid(group, scale) {
      throw .outOfRange(index: index)
    }
  }

  private static func isValid(_ group: Group, _ scale: Scale) -> Bool {
    let numbers = [group.value] + (group.limits.map { [$0.low, $0.high] } ?? [])
    guard group.persons > 0, group.persons.isFinite else { return false }
    return numbers.allSatisfy {
      switch scale {
      case .plain: $0.isFinite
      case .rate: $0 > 0 && $0.isFinite
      case .share: $0 > 0 && $0 < 1
      }
    }
  }
}

extension SlopeIndex.Scale {
  fileprivate func transformed(_ value: Double) -> Double {
    switch self {
    case .plain: value
    case .rate: log(value)
    case .share: log(value) - log1p(-value)
    }
  }

  fileprivate func restored(_ value: Double) -> Double {
    switch self {
    case .plain: value
    case .rate: exp(value)
    case .share: 1 / (1 + exp(-value))
    }
  }

  /// The derivative of ``restored(_:)`` where it gives a value.
  fileprivate func steepness(_ value: Double) -> Double {
    switch self {
    case .plain: 1
    case .rate: value
    case .share: value * (1 - value)
    }
  }
}
