extension Figure where Basis == Counted {
  /// A share of persons, or nil unless 0 ≤ *x* ≤ *n* and *n* is above 0.
  public static func share(_ x: Int, of n: Int) -> Self? {
    n > 0 && (0...n).contains(x) ? Self(evidence: .share(x: x, n: n)) : nil
  }

  /// A rate of events, or nil for a negative count or an exposure that is not above 0.
  public static func rate(_ x: Int, per exposure: Double) -> Self? {
    x >= 0 && exposure > 0 && exposure.isFinite
      ? Self(evidence: .rate(x: x, exposure: exposure)) : nil
  }

  /// Observed over expected, or nil for a negative count or when nothing is expected.
  public static func ratio(observed: Int, expected: Double) -> Self? {
    observed >= 0 && expected > 0 && expected.isFinite
      ? Self(evidence: .ratio(observed: observed, expected: expected)) : nil
  }

  /// The method of ``interval(confidence:)``.
  public var intervalMethod: IntervalMethod {
    switch evidence {
    case .share: .wilson
    case .rate(let x, _), .ratio(let x, _):
      PoissonInterval.method(for: x) == .exact ? .exactPoisson : .byar
    }
  }

  /// The interval: Wilson for a share, exact Poisson below 10 events and Byar from 10 on for a rate or O/E.
  ///
  /// - Parameter confidence: The level, above 0 and below 1.
  /// - Returns: Limits in the unit of the value.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    switch evidence {
    case .share(let x, let n):
      return wilsonInterval(of: Double(x), in: Double(n), confidence: confidence)
        ?? ConfidenceInterval(low: 0, high: 1)
    case .rate(let x, let size), .ratio(let x, let size):
      let limits = PoissonInterval.limits(of: x, confidence: confidence)
      return ConfidenceInterval(low: limits.low / size, high: limits.high / size)
    }
  }

  /// Where the interval lies beside a value that is known, such as that of a register.
  public func position(against reference: Double, confidence: Double = 0.95) -> BenchmarkPosition {
    BenchmarkPosition(interval(confidence: confidence), against: reference)
  }

  /// The comparison of two shares of separate groups; nil unless both are shares.
  public func difference(from other: Self) -> TwoProportions? {
    guard case .share(let x1, let n1) = evidence, case .share(let x2, let n2) = other.evidence
    else { return nil }
    return TwoProportions(x1, of: n1, and: x2, of: n2)
  }

  /// The comparison of a share of a part with that of the rest of a whole.
  ///
  /// - Returns: Nil unless both are shares and the part lies inside the whole without being all of it.
  public func difference(fromRestOf whole: Self) -> TwoProportions? {
    guard case .share(let x, let n) = evidence, case .share(let wholeX, let wholeN) = whole.evidence
    else { return nil }
    return TwoProportions(part: x, of: n, ofWhole: wholeX, of: wholeN)
  }

  /// The ratio of two rates; nil unless both are rates.
  public func rateRatio(to other: Self) -> RateRatio? {
    guard case .rate(let x1, let n1) = evidence, case .rate(let x2, let n2) = other.evidence
    else { return nil }
    return RateRatio(x1, per: n1, to: x2, per: n2)
  }

  /// The annual percentage change of counted shares or rates over at least three years.
  ///
  /// Only counts enter a trend: figures of samples and models change with their method.
  ///
  /// - Parameter years: The years with their figures, in any order; see ``ComparableYears``.
  /// - Returns: The trend.
  /// - Throws: As ``PoissonTrend``; `outOfRange` with the position of an O/E, whose standard is not time.
  public static func trend(
    of years: [(year: Int, figure: Self)]
  ) throws(StatisticsError) -> PoissonTrend {
    var counts: [YearCount] = []
    for (index, item) in years.enumerated() {
      switch item.figure.evidence {
      case .share(let x, let n):
        counts.append(YearCount(year: item.year, cases: x, persons: Double(n)))
      case .rate(let x, let exposure):
        counts.append(YearCount(year: item.year, cases: x, persons: exposure))
      case .ratio: throw .outOfRange(index: index)
      }
    }
    return try PoissonTrend(counts)
  }
}

extension Figure where Basis == Measured {
  /// A figure of a sample with what the publisher says of its margin.
  ///
  /// - Parameters:
  ///   - value: The value, in the publisher's unit.
  ///   - limits: The published limits, if any.
  ///   - confidence: Their level, above 0 and below 1.
  ///   - respondents: The counts behind it, when known.
  public init(
    value: Double, limits: ConfidenceInterval? = nil, confidence: Double = 0.95,
    respondents: Measured.Evidence.Respondents? = nil
  ) {
    evidence = Measured.Evidence(
      value: value, limits: limits, confidence: confidence, respondents: respondents)
  }

  /// The limits as published, at the publisher's level.
  public var publishedInterval: ConfidenceInterval? { evidence.limits }

  /// The standard error behind the published limits, in the unit of the value.
  public var standardError: Double? {
    evidence.limits.map {
      SampleDifference.standardError(of: $0, confidence: evidence.confidence)
    }
  }

  /// The difference from another sample by *T*; nil unless both have published limits.
  public func difference(from other: Self) -> SampleDifference? {
    guard let own = standardError, let others = other.standardError else { return nil }
    return SampleDifference(
      value1: value, standardError1: own, value2: other.value, standardError2: others)
  }

  /// The difference from a value that is known without sampling, such as that of a register.
  ///
  /// - Returns: Nil without published limits.
  public func difference(fromKnown reference: Double) -> SampleDifference? {
    guard let standardError else { return nil }
    return SampleDifference(
      value1: value, standardError1: standardError, value2: reference, standardError2: 0)
  }

  /// The comparison of the respondents of two samples; nil unless both are known.
  public func respondentDifference(from other: Self) -> TwoProportions? {
    guard let own = evidence.respondents, let others = other.evidence.respondents else {
      return nil
    }
    return TwoProportions(own.x, of: own.n, and: others.x, of: others.n)
  }
}

extension Figure where Basis == Modelled {
  /// A figure of a model, with the limits of its publisher if there are any.
  public init(value: Double, publishedLimits: ConfidenceInterval? = nil) {
    evidence = Modelled.Evidence(value: value, limits: publishedLimits)
  }

  /// The limits as published.
  public var publishedInterval: ConfidenceInterval? { evidence.limits }

  /// How many standard deviations of the areas the figure lies above their mean.
  ///
  /// No test: it says where the area stands among the others (the practice of the GGD), not whether it
  /// differs. Unweighted.
  ///
  /// - Parameter areas: The figures of all areas of the region, this one included.
  /// - Returns: Nil for fewer than two areas or when all are equal.
  public func score(among areas: [Self]) -> Double? {
    let values = areas.map(\.value)
    guard let deviation = sampleStandardDeviation(values), deviation > 0 else { return nil }
    return (value - orderedSum(values) / Double(values.count)) / deviation
  }
}

extension Figure where Basis == Redistributed {
  /// A figure that was moved between areas.
  public init(value: Double) { evidence = Redistributed.Evidence(value: value) }
}

extension Figure where Basis == Costs {
  /// Costs in euros per insured year.
  public init(value: Double) { evidence = Costs.Evidence(value: value) }
}
