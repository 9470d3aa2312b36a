import Glibc

/// The comparison of two shares of separate groups.
public struct TwoProportions: Hashable, Sendable {
  /// How many of the first group have the property, 0...*n*₁.
  public let x1: Int
  /// The size of the first group, above 0.
  public let n1: Int
  /// How many of the second group have the property, 0...*n*₂.
  public let x2: Int
  /// The size of the second group, above 0.
  public let n2: Int

  /// Makes a comparison of *x*₁/*n*₁ with *x*₂/*n*₂, or nil when a number lies outside its range.
  public init?(_ x1: Int, of n1: Int, and x2: Int, of n2: Int) {
    guard n1 > 0, n2 > 0, (0...n1).contains(x1), (0...n2).contains(x2) else { return nil }
    (self.x1, self.n1, self.x2, self.n2) = (x1, n1, x2, n2)
  }

  /// Compares a part with the rest of the whole that it belongs to.
  ///
  /// A wijk is a part of its gemeente: comparing it with the gemeente compares it with itself in part, so
  /// that it is compared with (*x* − *xₚ*)/(*n* − *nₚ*).
  ///
  /// - Returns: Nil when the part is not inside the whole or is all of it.
  public init?(part x: Int, of n: Int, ofWhole wholeX: Int, of wholeN: Int) {
    guard x <= wholeX, n <= wholeN else { return nil }
    self.init(x, of: n, and: wholeX - x, of: wholeN - n)
  }

  /// The first share.
  public var share1: Double { Double(x1) / Double(n1) }
  /// The second share.
  public var share2: Double { Double(x2) / Double(n2) }
  /// The difference of the shares *p*₁ − *p*₂, −1...1.
  public var difference: Double { share1 - share2 }

  /// The interval of the difference by Newcombe, Statistics in Medicine 17 (1998), method 10.
  ///
  /// With Wilson limits *l*, *u* of each share: *d* − √((*p*₁ − *l*₁)² + (*u*₂ − *p*₂)²) to *d* + √((*u*₁ − *p*₁)² +
  /// (*p*₂ − *l*₂)²). Defined for 0 and for all as well.
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: Limits in −1...1.
  public func newcombe(confidence: Double = 0.95) -> ConfidenceInterval {
    func wilson(_ x: Int, _ n: Int) -> ConfidenceInterval {
      wilsonInterval(of: Double(x), in: Double(n), confidence: confidence)
        ?? ConfidenceInterval(low: 0, high: 1)
    }
    let (first, second) = (wilson(x1, n1), wilson(x2, n2))
    let below = hypot(share1 - first.low, second.high - share2)
    let above = hypot(first.high - share1, share2 - second.low)
    return ConfidenceInterval(low: difference - below, high: difference + above)
  }

  /// The *z* of the difference with the pooled share, (*p*₁ − *p*₂)/√(*p*(1 − *p*)(1/*n*₁ + 1/*n*₂)).
  ///
  /// - Returns: Nil when nobody or everybody in both groups has the property.
  public var pooledZ: Double? {
    let pooled = (Double(x1) + Double(x2)) / (Double(n1) + Double(n2))
    let variance = pooled * (1 - pooled) * (1 / Double(n1) + 1 / Double(n2))
    return variance > 0 ? difference / variance.squareRoot() : nil
  }

  /// The two-sided *p* of ``pooledZ``; nil where that is nil.
  public var pooledP: Double? { pooledZ.map { erfc(abs($0) / 2.0.squareRoot()) } }

  /// Fisher's exact two-sided *p* by minimum likelihood, 0...1.
  public var fisherP: Double {
    HypergeometricDistribution(marked: n1, unmarked: n2, drawn: x1 + x2)?.twoSidedP(x1) ?? 1
  }
}

/// The difference of two sample figures whose standard errors are known.
///
/// *T* = (*v*₁ − *v*₂)/√(*s*₁² + *s*₂²), normal for large samples; the practice of CBS and VZinfo.
public struct SampleDifference: Hashable, Sendable {
  /// The difference of the values, in their unit.
  public let difference: Double
  /// The standard error of the difference, above 0.
  public let standardError: Double

  /// Makes a difference, or nil when both standard errors are 0 or one is negative.
  public init?(
    value1: Double, standardError1: Double, value2: Double, standardError2: Double
  ) {
    guard standardError1 >= 0, standardError2 >= 0 else { return nil }
    let error = hypot(standardError1, standardError2)
    guard error > 0, error.isFinite else { return nil }
    difference = value1 - value2
    standardError = error
  }

  /// The statistic *T*.
  public var statistic: Double { difference / standardError }
  /// The two-sided *p* of ``statistic``, 0...1.
  public var twoSidedP: Double { erfc(abs(statistic) / 2.0.squareRoot()) }

  /// The interval of the difference.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    let margin = NormalDistribution.criticalValue(confidence: confidence) * standardError
    return ConfidenceInterval(low: difference - margin, high: difference + margin)
  }

  /// The standard error behind the limits that a publisher gives, (high − low)/(2*z*).
  ///
  /// - Parameters:
  ///   - limits: The published limits.
  ///   - confidence: Their level; *z* = 1.96 for 0.95.
  /// - Returns: The standard error in the unit of the limits.
  public static func standardError(
    of limits: ConfidenceInterval, confidence: Double = 0.95
  ) -> Double {
    (limits.high - limits.low) / (2 * NormalDistribution.criticalValue(confidence: confidence))
  }
}
