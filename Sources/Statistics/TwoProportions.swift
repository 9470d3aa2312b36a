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

  /// The ratio of the shares *p*₁/*p*₂; nil when the second is 0.
  public var shareRatio: Double? { x2 > 0 ? share1 / share2 : nil }

  /// The interval of the ratio on the logarithmic scale, by Katz and others, Biometrics 34 (1978).
  ///
  /// ratio·exp(∓*z*·√(1/*x*₁ − 1/*n*₁ + 1/*x*₂ − 1/*n*₂)).
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: The limits, or nil when a share is 0.
  public func katz(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard let shareRatio, x1 > 0 else { return nil }
    let variance = (1 - share1) / Double(x1) + (1 - share2) / Double(x2)
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let margin = exp(z * variance.squareRoot())
    return ConfidenceInterval(low: shareRatio / margin, high: shareRatio * margin)
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

  /// The smallest number expected in a cell of the 2 × 2 table under one common share.
  ///
  /// Below 5 the pooled *z* is not good enough and Fisher's exact test is the one to use.
  public var smallestExpected: Double {
    let pooled = (Double(x1) + Double(x2)) / (Double(n1) + Double(n2))
    return Double(min(n1, n2)) * min(pooled, 1 - pooled)
  }

  /// Fisher's exact two-sided *p* by minimum likelihood, 0...1.
  public var fisherP: Double {
    HypergeometricDistribution(marked: n1, unmarked: n2, drawn: x1 + x2)?.twoSidedP(x1) ?? 1
  }
}
